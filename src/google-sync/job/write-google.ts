import { throwIfOver } from "../../base/watched-signal.js";
import type { Fields } from "../engine/index.js";
import type { GoogleError } from "../google/index.js";
import type { EventWriteOutcome } from "../google/index.js";
import type { Effect } from "../journal/index.js";
import { failureText } from "../reports/index.js";
import type { Planned } from "./bookkeeping.js";
import { taskOf } from "./google-task.js";
import type { GoogleAction, GoogleTask } from "./google-task.js";
import { recordFailure } from "./outcome.js";
import { resolveByReading } from "./resolve-by-reading.js";
import type { Unclear } from "./resolve-by-reading.js";
import type { RunContext } from "./run-context.js";
import { nameOf } from "./run-item.js";
import { soonestFirst } from "./soonest-first.js";
import { storeAnswers } from "./store-answers.js";
import { whatToDoAbout } from "./what-to-do-about.js";

/** Calls in one batch request (google.md 2.10). */
const batchSize = 50;

/**
 * Writes Google's side in batches. Before each batch its intents are committed, after it what
 * the server answered (R1, G5); the ids are ours, so a write repeated after a crash is
 * recognised (C24). The soonest goes first (C7).
 * @returns keys of items to plan again: Google's copy was not the one they were planned from
 * @throws GoogleError when nothing more can be written in this run; what is done is stored
 */
export async function writeGoogle(
  planned: readonly Planned<GoogleAction>[],
  context: RunContext,
): Promise<ReadonlySet<string>> {
  const ordered = soonestFirst(planned, context.nowWallTime);
  const again = new Set<string>();
  const unclear: Unclear[] = [];
  for (let start = 0; start < ordered.length; start += batchSize) {
    throwIfOver(context.signal);
    context.progress("Sending to Google", start, ordered.length);
    const tasks = ordered
      .slice(start, start + batchSize)
      .map((one) => taskOf(one, one.item.link?.generation ?? 0, context));
    unclear.push(...(await writeBatch(tasks, context)));
  }
  let unresolved: readonly Unclear[] = unclear;
  while (unresolved.length > 0) {
    const { planAgain, tasks: anew } = await resolveByReading(unresolved, context);
    for (const key of planAgain) again.add(key);
    const next: Unclear[] = [];
    for (let start = 0; start < anew.length; start += batchSize) {
      next.push(...(await writeBatch(anew.slice(start, start + batchSize), context)));
    }
    unresolved = next;
  }
  return again;
}

/** @returns tasks whose outcome can only be told by reading the event */
async function writeBatch(tasks: readonly GoogleTask[], context: RunContext): Promise<readonly Unclear[]> {
  const { services, runId, calendar, stream } = context;
  const effectIds = await services.unitOfWork.run((transaction) =>
    services.journal.intend(runId, tasks.map(effectOf), transaction),
  );
  const byKey = new Map(tasks.map((task, index) => [task.write.key, { task, effectId: effectIds[index] ?? 0 }]));
  const unclear: Unclear[] = [];
  let fatal: GoogleError | undefined;
  for await (const results of calendar.write(
    stream.calendarId,
    tasks.map(({ write }) => write),
  )) {
    const isAnyMissing = results.some(({ outcome }) => outcome.kind === "deleted" && outcome.wasNotFound);
    const notListed = isAnyMissing ? await context.listed.problem() : undefined;
    const answers = results.flatMap(({ key, outcome }) => {
      const sent = byKey.get(key);
      return sent === undefined ? [] : [{ ...sent, outcome: unlessNotListed(outcome, notListed) }];
    });
    await storeAnswers(answers, context);
    const failures = answers.flatMap(({ task, outcome }) =>
      "error" in outcome ? [{ task, error: outcome.error }] : [],
    );
    for (const { task, error } of failures) {
      switch (whatToDoAbout(error)) {
        case "read-it":
          unclear.push({ task, error });
          break;
        case "next-run":
          context.report.leaveOver(1, { code: error.code, text: failureText(error) });
          break;
        case "stop":
          fatal ??= error;
          context.report.leaveOver(1);
          break;
        case "item-failed":
          await recordFailure(task.planned.item, error.code, error.message, context);
          break;
      }
    }
  }
  if (fatal !== undefined) throw fatal;
  return unclear;
}

/** A deletion that found nothing has deleted nothing where the calendar itself is gone (A11). */
function unlessNotListed(outcome: EventWriteOutcome, notListed: GoogleError | undefined): EventWriteOutcome {
  const isUncertain = outcome.kind === "deleted" && outcome.wasNotFound === true && notListed !== undefined;
  return isUncertain ? { kind: "failed", error: notListed } : outcome;
}

function effectOf({ planned, write }: GoogleTask): Effect {
  const { action, item } = planned;
  const google: Fields = item.pair.google.kind === "present" ? item.pair.google.fields : {};
  return {
    side: "google",
    action: action.kind,
    entryId: item.entry?.entryId ?? item.link?.entryId,
    eventId: write.kind === "insert" ? write.event.id : write.eventId,
    before: action.kind === "create-in-google" ? {} : google,
    after: afterOf(action, google),
    isPrivate: nameOf(item).isPrivate,
  };
}

function afterOf(action: GoogleAction, before: Fields): Fields {
  switch (action.kind) {
    case "create-in-google":
      return action.fields;
    case "change":
      return { ...before, ...action.toGoogle };
    case "delete-in-google":
      return {};
  }
}
