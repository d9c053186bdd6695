import type { UserId, View, ViewContent } from "../../api/index.js";
import { inject, injectable } from "../../base/service-token.js";
import { ExplainCommand } from "../commands/index.js";
import type { ExplainedRow } from "../commands/index.js";
import { cellsOf } from "./rows.js";
import type { Row } from "./rows.js";

const kinds: Readonly<Record<ExplainedRow["what"], string>> = {
  event: "Google event",
  contact: "Google contact",
  client: "Client",
};

/** What was found by a title or name, and why each is, or is not, on the other side (R4). */
@injectable()
export class ExplainedView implements View {
  constructor(@inject(ExplainCommand) private readonly explain: ExplainCommand) {}

  async load(input: Row, viewer: UserId): Promise<ViewContent> {
    const { value } = await this.explain.run({ input, viewer, signal: AbortSignal.timeout(30_000) });
    const columns = [
      { id: "user", label: "User" },
      { id: "kind", label: "What" },
      { id: "title", label: "Title or name" },
      { id: "when", label: "When" },
      { id: "text", label: "Why" },
    ];
    // The command answers with an array of these.
    const rows = value as readonly ExplainedRow[];
    return {
      kind: "list",
      columns,
      rows: rows.map((row, index) => ({
        id: String(index + 1),
        cells: cellsOf({ ...row, kind: kinds[row.what] }, columns),
      })),
      emptyText: "Nothing was looked for.",
    };
  }
}
