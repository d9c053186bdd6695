import type { UserId, View, ViewAction, ViewContent } from "../../api/index.js";
import { inject, injectable } from "../../base/service-token.js";
import { HeldCommand } from "../commands/index.js";
import { isReview } from "../questions/index.js";
import type { Answer, Question } from "../questions/index.js";
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
      // Groups first: who one person is has a screen of its own, Contacts to Review.
      rows: [...rows.filter((row) => !isAboutOne(row)), ...rows.filter(isAboutOne)].map((row) => ({
        id: String(row["id"]),
        cells: cellsOf(row, columns),
        open: {
          viewId: isAboutOne(row) ? "google-sync.contact-comparison-view" : "google-sync.held-items-view",
          input: { question: row["id"] },
        },
        actions: answersOf(row),
      })),
      emptyText: "Nothing waits for an answer.",
    };
  }
}

/** The command's rows name their kind of question. */
function isAboutOne(row: Row): boolean {
  return isReview(row["kind"] as Question["kind"]);
}

function answersOf(row: Row): readonly ViewAction[] {
  const answers = row["answers"] as readonly Answer[];
  return answers.map(({ id, label, confirm }) => ({
    label,
    command: "google-sync.answer",
    input: { id: String(row["id"]), answer: id },
    ...(confirm === undefined ? {} : { confirm }),
  }));
}
