import type { Transaction } from "../../api/index.js";
import type { Held, QuestionKind } from "../engine/index.js";
import { answersOf } from "../questions/index.js";
import { quoted } from "../reports/index.js";
import { saveLink } from "./outcome.js";
import type { RunContext } from "./run-context.js";
import { nameOf } from "./run-item.js";
import type { RunItem } from "./run-item.js";

/** One question about one or more items. */
export interface ToAsk {
  readonly kind: QuestionKind;
  readonly items: readonly RunItem[];
  readonly text: string;
}

/** The questions of held groups (G1, G2, P7). */
export function questionsOfGroups(held: readonly Held[], itemOf: (key: string) => RunItem): readonly ToAsk[] {
  return held.map(({ question, keys, why }) => ({
    kind: question,
    items: keys.map(itemOf),
    text: groupText(question, keys.length, why),
  }));
}

/** The question about one item (C13, C24). */
export function questionOfItem(kind: QuestionKind, item: RunItem): ToAsk {
  const shown = quoted(nameOf(item));
  const text =
    kind === "unknown-entry"
      ? `${shown} in Google was made by Google Sync for an appointment the studio does not know. Bring it in, or remove it from Google?`
      : `${shown} was deleted in Google. It stays in the studio until you say what to do.`;
  return { kind, items: [item], text };
}

/** Stores questions and lets their items rest until somebody answers (G8); tells the user. */
export async function ask(questions: readonly ToAsk[], context: RunContext): Promise<void> {
  for (const question of questions) {
    const id = await context.services.unitOfWork.run((transaction) => askOne(question, context, transaction));
    context.report.ask(id, question.kind, question.text);
  }
}

async function askOne({ kind, items, text }: ToAsk, context: RunContext, transaction: Transaction): Promise<number> {
  const { services, stream, user } = context;
  const id = await services.questions.ask(
    { streamId: stream.id, userId: user.id, kind, text, itemCount: items.length, askedAt: services.clock.now() },
    transaction,
  );
  for (const item of items) {
    const isKnownEntry = item.link === undefined && item.entry !== undefined;
    await saveLink(
      item,
      { questionId: id, directive: undefined, ...(isKnownEntry ? { entryId: item.entry?.entryId } : {}) },
      context,
      transaction,
    );
  }
  await services.notifications.notify(
    {
      audience: { kind: "user", userId: user.id },
      severity: "warning",
      title: "Google Sync needs an answer",
      text: `${text} Answers: ${answersOf({ kind, options: [] })
        .map(({ label }) => `"${label}"`)
        .join(", ")}.`,
      subject: subjectOfQuestion(id),
      command: "google-sync.held",
    },
    transaction,
  );
  return id;
}

/** Ends a question that has become pointless: nobody need answer it any more. */
export async function closeQuestion(
  id: number,
  because: string,
  { services }: Pick<RunContext, "services">,
): Promise<void> {
  const { unitOfWork, questions, links, notifications, clock } = services;
  await unitOfWork.run(async (transaction) => {
    await questions.answer(id, because, clock.now(), transaction);
    for (const link of await links.findByQuestion(id, transaction))
      await links.change(link.id, { questionId: undefined }, transaction);
    await notifications.withdraw(subjectOfQuestion(id), transaction);
  });
}

/** Closes questions that hold nothing any more: their items were settled in another way, or their links are lost (G8). */
export async function closeEmptyQuestions({ services, stream }: RunContext): Promise<void> {
  const { questions, links, contactLinks } = services;
  for (const { id, kind } of await questions.openOfStream(stream.id)) {
    if (kind === "zone-changed" || (await links.findByQuestion(id)).length > 0) continue;
    if ((await contactLinks.findByQuestion(id)).length === 0) await closeQuestion(id, "settled", { services });
  }
}

/** What the notification about a question is withdrawn by. */
export function subjectOfQuestion(id: number): string {
  return `google-sync/question/${id}`;
}

function groupText(kind: QuestionKind, count: number, why: string): string {
  switch (kind) {
    case "many-deletions-in-studio":
      return `${count} appointments were deleted in Google (${why}). "Apply" deletes them in the studio too; "Discard" makes them anew in Google.`;
    case "many-deletions-in-google":
      return `${count} entries are gone from the studio's schedule (${why}). "Apply" deletes them in Google too; "Discard" restores them in the studio.`;
    case "many-moves-in-studio":
      return `${why}. "Apply" moves them in the studio; "Discard" moves them back in Google.`;
    case "many-moves-in-google":
      return `${why}. "Apply" moves them in Google; "Discard" moves them back in the studio.`;
    case "differences-at-two-way":
      return `${count} items already differ between the studio and Google, now that changes in Google come back. Keep the studio's, or use Google's?`;
    default:
      return why;
  }
}
