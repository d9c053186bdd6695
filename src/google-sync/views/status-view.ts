import type { UserId, View, ViewContent } from "../../api/index.js";
import { inject, injectable } from "../../base/service-token.js";
import { StatusCommand } from "../commands/index.js";
import { cellsOf, rowsOf } from "./rows.js";
import type { Row } from "./rows.js";

/** Maintenance > Google Sync > Sync Status. */
@injectable()
export class StatusView implements View {
  readonly #status: StatusCommand;

  constructor(@inject(StatusCommand) status: StatusCommand) {
    this.#status = status;
  }

  async load(_input: Row, viewer: UserId): Promise<ViewContent> {
    const columns = [
      { id: "user", label: "User" },
      { id: "account", label: "Google account" },
      { id: "state", label: "State" },
      { id: "lastRun", label: "Last run" },
      { id: "summary", label: "What it did" },
      { id: "held", label: "Waiting" },
    ];
    const rows = await rowsOf(this.#status, viewer);
    return {
      kind: "list",
      columns,
      rows: rows.map((row) => ({ id: String(row["user"]), cells: cellsOf(row, columns) })),
      emptyText: "There are no users.",
    };
  }
}
