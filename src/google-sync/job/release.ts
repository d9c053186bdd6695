import type { Action } from "../engine/index.js";
import type { Planned } from "./bookkeeping.js";
import { subjectOfQuestion } from "./hold.js";
import type { RunContext } from "./run-context.js";
import type { RunItem } from "./run-item.js";

/** What is noted as the answer when a change in the studio settled the matter. */
const answeredByChange = "changed-in-studio";

/**
 * Whether an item a question waits for has to wait on (G8). A changed time makes the event
 * anew without an answer (C13), and an entry that is gone leaves nothing to ask about.
 */
export function isStillHeld(action: Action, item: RunItem | undefined): boolean {
  if (item?.link?.questionId === undefined) return false;
  return action.kind !== "create-in-google" && action.kind !== "end-link";
}

/** Closes the questions of items that are no longer held; what is to be done follows. */
export async function release(planned: readonly Planned[], { services }: Pick<RunContext, "services">): Promise<void> {
  const { unitOfWork, questions, links, notifications, clock } = services;
  for (const { item } of planned) {
    const { link } = item;
    if (link?.questionId === undefined) continue;
    const { id, questionId } = link;
    await unitOfWork.run(async (transaction) => {
      await questions.answer(questionId, answeredByChange, clock.now(), transaction);
      await links.change(id, { questionId: undefined }, transaction);
      await notifications.withdraw(subjectOfQuestion(questionId), transaction);
    });
  }
}
