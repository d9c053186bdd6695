import type { UserId, View, ViewContent } from "../../api/index.js";
import { inject, injectable } from "../../base/service-token.js";
import { CheckCommand } from "../commands/index.js";
import type { CheckedUser, Waiting } from "../commands/index.js";
import type { Row } from "./rows.js";

/** Reading whole calendars takes its time. */
const patienceMilliseconds = 120_000;

/** Maintenance > Google Sync > Check and Repair (R5). Opening it checks. */
@injectable()
export class CheckView implements View {
  constructor(@inject(CheckCommand) private readonly check: CheckCommand) {}

  async load(_input: Row, viewer: UserId): Promise<ViewContent> {
    const signal = AbortSignal.timeout(patienceMilliseconds);
    const { value } = await this.check.run({ input: {}, viewer, signal });
    const columns = [
      { id: "user", label: "User" },
      { id: "title", label: "Item" },
      { id: "text", label: "What is inconsistent, or waits" },
    ];
    return {
      kind: "list",
      columns,
      rows: (value as readonly CheckedUser[]).flatMap(rowsOfUser),
      emptyText: "Studio, links and Google agree: nothing is inconsistent, and nothing waits for an answer.",
    };
  }
}

type Rows = Extract<ViewContent, { kind: "list" }>["rows"];

function rowsOfUser(checked: CheckedUser): Rows {
  return [...rowsOfFindings(checked), ...checked.waiting.map((one) => rowOfWaiting(checked.user, one))];
}

/** What waits is no inconsistency, but nobody is to take a studio for finished while it does (G8). */
function rowOfWaiting(user: string, { question, text, items, where }: Waiting): Rows[number] {
  const count = items === 1 ? "1 item waits" : `${items} items wait`;
  return {
    id: `${user} question ${question}`,
    cells: { user, title: count, text: `${text} Answer it under ${where}.` },
    open: {
      viewId: where === "Held Changes" ? "google-sync.held-items-view" : "google-sync.contact-comparison-view",
      input: { question },
    },
  };
}

function rowsOfFindings({ user, findings, repairable, problem }: CheckedUser): Rows {
  if (problem !== undefined)
    return [{ id: user, cells: { user, title: "", text: `Could not be checked. ${problem}` } }];
  return findings.map(({ title, text }, index) => ({
    id: `${user} ${index}`,
    cells: { user, title, text },
    // Repair concerns everything of the user at once.
    actions:
      index === 0 && repairable > 0
        ? [
            {
              label: "Repair",
              command: "google-sync.check",
              input: { user, repair: true },
              confirm: `Run the sync of ${user} with what was found put up for decision? Deletions and moves beyond the limits are held as always.`,
            },
          ]
        : [],
  }));
}
