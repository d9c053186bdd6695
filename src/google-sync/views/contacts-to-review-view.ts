import type { UserId, View, ViewAction, ViewContent } from "../../api/index.js";
import { inject, injectable } from "../../base/service-token.js";
import { ContactsToReviewCommand } from "../commands/index.js";
import type { ContactToReview } from "../commands/index.js";
import { cellsOf } from "./rows.js";
import type { Row } from "./rows.js";

/** Maintenance > Google Sync > Contacts to Review. */
@injectable()
export class ContactsToReviewView implements View {
  readonly #review: ContactsToReviewCommand;

  constructor(@inject(ContactsToReviewCommand) review: ContactsToReviewCommand) {
    this.#review = review;
  }

  async load(_input: Row, viewer: UserId): Promise<ViewContent> {
    const columns = [
      { id: "text", label: "What is to be looked at" },
      { id: "user", label: "User" },
      { id: "since", label: "Since" },
    ];
    const { value } = await this.#review.run({ input: {}, viewer, signal: AbortSignal.timeout(30_000) });
    // The command answers with an array of these.
    const rows = value as readonly ContactToReview[];
    return {
      kind: "list",
      columns,
      rows: rows.map((row) => ({
        id: row.question === undefined ? `client ${row.client}` : `question ${row.question}`,
        cells: cellsOf({ ...row }, columns),
        actions: actionsOf(row),
        ...(row.question === undefined
          ? {}
          : { open: { viewId: "google-sync.contact-comparison-view", input: { question: row.question } } }),
      })),
      emptyText: "No contact needs to be looked at.",
    };
  }
}

/** The buttons of what is to be looked at. */
function actionsOf({ question, client, answers }: ContactToReview): readonly ViewAction[] {
  return [
    ...answers.map(({ id, label, confirm }) => ({
      label,
      command: "google-sync.answer",
      input: { id: String(question), answer: id },
      ...(confirm === undefined ? {} : { confirm }),
    })),
    ...(client === undefined ? [] : [{ label: "Send again", command: "google-sync.sync-again", input: { client } }]),
  ];
}
