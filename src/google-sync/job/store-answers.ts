import { fieldsOfEvent } from "../calendar/index.js";
import { isEmpty, onOffer } from "../engine/index.js";
import type { Agreed } from "../engine/index.js";
import type { EventWriteOutcome, LiveEvent } from "../google/index.js";
import type { LinkChange } from "../links/index.js";
import type { GoogleTask } from "./google-task.js";
import { decided, saveLinks } from "./outcome.js";
import type { RunContext } from "./run-context.js";
import { nameOf } from "./run-item.js";

/** What Google answered to one write. */
export interface Answer {
  readonly task: GoogleTask;
  /** The journal's id of its intent. */
  readonly effectId: number;
  readonly outcome: EventWriteOutcome;
}

/**
 * Stores what the server answered to one request, in one transaction: the links of what was
 * written, no link for what was deleted, and every intent's end (R1, G5).
 */
export async function storeAnswers(answers: readonly Answer[], context: RunContext): Promise<void> {
  const { unitOfWork, links, journal } = context.services;
  const saves = answers.flatMap(({ task, outcome }) => {
    const change = outcome.kind === "written" ? linkAfterWrite(task, outcome.event, context) : undefined;
    return change === undefined ? [] : [{ item: task.planned.item, change }];
  });
  const deleted = answers.filter(({ outcome }) => outcome.kind === "deleted");
  const done = answers.filter(({ outcome }) => isDone(outcome));
  await unitOfWork.run(async (transaction) => {
    await saveLinks(saves, context, transaction);
    // The event is gone, and so is the entry: nothing is left to keep together.
    await links.delete(
      deleted.flatMap(({ task }) => task.planned.item.link?.id ?? []),
      transaction,
    );
    await journal.complete(
      done.map(({ effectId }) => effectId),
      "done",
      undefined,
      transaction,
    );
    for (const { effectId, outcome } of answers) {
      if (!isDone(outcome)) await journal.complete([effectId], "failed", outcome.error.message, transaction);
    }
  });
  for (const { task } of done) tell(task, context);
}

function isDone(outcome: EventWriteOutcome): outcome is Extract<EventWriteOutcome, { kind: "written" | "deleted" }> {
  return outcome.kind === "written" || outcome.kind === "deleted";
}

/**
 * The link after an insert or a patch: Google's copy is `seen`, and the two sides agree on what
 * each now holds. Google's words count for what was written, so that a time moved out of a
 * daylight-saving gap or a text it trimmed is no change of tomorrow (C17, C21).
 */
function linkAfterWrite(
  { planned: { action, item }, generation }: GoogleTask,
  event: LiveEvent,
  context: RunContext,
): LinkChange | undefined {
  if (action.kind === "delete-in-google") return undefined;
  const theirs = fieldsOfEvent(event, item.entry, context.canon);
  // Of an event just made everything is as Google has it, what only Google says too.
  const isAsPlanned = (name: string) => action.kind === "change" && action.toGoogle[name] === undefined;
  const agreed: Agreed = {
    studio: action.agreed.studio,
    google: Object.fromEntries(
      Object.entries(action.agreed.google).map(([name, planned]) => [
        name,
        isAsPlanned(name) ? planned : (theirs[name] ?? planned),
      ]),
    ),
  };
  return decided(item, {
    state: "linked",
    agreed,
    eventId: event.id,
    generation,
    seen: event,
    seenEtag: event.etag,
    decidedEtag: event.etag,
    isDeletedInGoogle: false,
    ...(action.kind === "create-in-google" ? { isMadeByUs: item.entry?.origin !== "google" } : {}),
    // The studio's half of this change gave the entry a new version; the next look at it brings the column up to date.
    ...(action.kind === "change" && !isEmpty(action.toStudio) ? { studioVersion: undefined } : {}),
    ...(action.kind === "change" ? { lost: onOffer(action.lost) } : {}),
  });
}

function tell({ planned: { action, item } }: GoogleTask, { report }: RunContext): void {
  switch (action.kind) {
    case "create-in-google":
      return report.count("google", "created");
    case "change":
      report.lose(action.lost, nameOf(item));
      return report.count("google", "changed");
    case "delete-in-google":
      report.lose(action.lost, nameOf(item));
      return report.count("google", "deleted");
  }
}
