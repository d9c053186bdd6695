import type { UserId, View, ViewAction, ViewContent } from "../../api/index.js";
import { inject, injectable } from "../../base/service-token.js";
import { HeldCommand } from "../commands/index.js";
import { cellsOf, rowsOf } from "./rows.js";
import type { Row } from "./rows.js";

/** Maintenance > Google Sync > Held Changes. */
@injectable()
export class HeldView implements View {
  readonly #held: HeldCommand;

  constructor(@inject(HeldCommand) held: HeldCommand) {
    this.#held = held;
  }

  async load(_input: Row, viewer: UserId): Promise<ViewContent> {
    const columns = [
      { id: "text", label: "What is held" },
      { id: "user", label: "User" },
      { id: "items", label: "Items" },
      { id: "askedAt", label: "Since" },
    ];
    const rows = await rowsOf(this.#held, viewer);
    return {
      kind: "list",
      columns,
      rows: rows.map((row) => ({
        id: String(row["id"]),
        cells: cellsOf(row, columns),
        open: { viewId: "google-sync.held-items-view", input: { question: row["id"] } },
        actions: answersOf(row),
      })),
      emptyText: "Nothing waits for an answer.",
    };
  }
}

function answersOf(row: Row): readonly ViewAction[] {
  const answers = row["answers"] as readonly { readonly id: string; readonly label: string }[];
  return answers.map(({ id, label }) => ({
    label,
    command: "google-sync.answer",
    input: { id: String(row["id"]), answer: id },
  }));
}
