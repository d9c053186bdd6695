import type { UserId, View, ViewContent } from "../../api/index.js";
import { inject, injectable } from "../../base/service-token.js";
import { RunsCommand } from "../commands/index.js";
import { cellsOf, rowsOf } from "./rows.js";
import type { Row } from "./rows.js";

/** Maintenance > Google Sync > Sync Runs. */
@injectable()
export class RunsView implements View {
  readonly #runs: RunsCommand;

  constructor(@inject(RunsCommand) runs: RunsCommand) {
    this.#runs = runs;
  }

  async load(_input: Row, viewer: UserId): Promise<ViewContent> {
    const columns = [
      { id: "startedAt", label: "Started" },
      { id: "user", label: "User" },
      { id: "outcome", label: "Result" },
      { id: "summary", label: "What it did" },
    ];
    const rows = await rowsOf(this.#runs, viewer);
    return {
      kind: "list",
      columns,
      rows: rows.map((row) => ({
        id: String(row["id"]),
        cells: cellsOf(row, columns),
        open: { viewId: "google-sync.run-view", input: { run: row["id"] } },
      })),
      emptyText: 'There were no runs yet. "Sync Now" on the Google tab starts one.',
    };
  }
}
