import { fieldsOfEvent, ownerOfEvent } from "../calendar/index.js";
import { agreedOn } from "../engine/index.js";
import type { GetOutcome, GoogleError, LiveEvent } from "../google/index.js";
import { failureText } from "../reports/index.js";
import { taskOf } from "./google-task.js";
import type { GoogleTask } from "./google-task.js";
import { decided, recordFailure, saveLink } from "./outcome.js";
import type { RunContext } from "./run-context.js";
import { whatToDoAbout } from "./what-to-do-about.js";

/** A write that was refused, for which reason only the event can tell. */
export interface Unclear {
  readonly task: GoogleTask;
  readonly error: GoogleError;
}

/** What reading the events showed: items to plan again, and inserts to repeat under a new id. */
export interface Resolved {
  readonly planAgain: readonly string[];
  readonly tasks: readonly GoogleTask[];
}

/** An id is free at the latest after so many generations; more means that something is wrong. */
const mostGenerations = 50;

/**
 * A refusal that only the event itself explains: an id that exists already, an etag that is
 * not the newest, an event that is gone. Each is read (fifty in a request) and stored as
 * `seen`; what to do then follows from the plan, made anew. What may not be done to an event that is
 * as it was planned from has failed: planned anew it would be refused again (G3).
 * @throws GoogleError when the calendar itself is gone: then no event counts as deleted (A11); and when
 *   nothing more can be asked in this run (A7)
 */
export async function resolveByReading(unclear: readonly Unclear[], context: RunContext): Promise<Resolved> {
  const eventIds = unclear.map(({ task }) => eventIdOfTask(task));
  const answers = await context.calendar.getEvents(context.stream.calendarId, eventIds);
  const isAnyMissing = [...answers.values()].some(({ kind }) => kind === "not-found");
  const problem = isAnyMissing ? await context.listed.problem() : undefined;
  if (problem !== undefined) throw problem;
  const planAgain: string[] = [];
  const tasks: GoogleTask[] = [];
  for (const { task, error: refusal } of unclear) {
    const answer = answers.get(eventIdOfTask(task));
    if (answer === undefined) context.report.leaveOver(1);
    else if (answer.kind === "failed") {
      const { error } = answer;
      if (whatToDoAbout(error) === "stop") throw error;
      context.report.leaveOver(1, { code: error.code, text: failureText(error) });
    } else if (task.write.kind === "insert") {
      const next = await resolveInsert(task, answer, context);
      if (next !== undefined) tasks.push(next);
      else planAgain.push(task.planned.item.pair.key);
    } else if (refusal.verdict.kind === "forbidden-for-non-organizer" && isAsPlannedFrom(answer, task)) {
      await recordFailure(task.planned.item, refusal.code, failureText(refusal), context);
    } else {
      await rememberFound(task, answer, context);
      planAgain.push(task.planned.item.pair.key);
    }
  }
  return { planAgain, tasks };
}

function eventIdOfTask({ write }: GoogleTask): string {
  return write.kind === "insert" ? write.event.id : write.eventId;
}

function isAsPlannedFrom(answer: GetOutcome, { write }: GoogleTask): boolean {
  return (
    write.kind !== "insert" &&
    answer.kind === "found" &&
    answer.event.status !== "cancelled" &&
    answer.event.etag === write.etag
  );
}

async function rememberFound(task: GoogleTask, answer: GetOutcome, { services, stream }: RunContext): Promise<void> {
  const { link } = task.planned.item;
  await services.unitOfWork.run(async (transaction) => {
    if (answer.kind === "found" && answer.event.status !== "cancelled") {
      await services.links.rememberSeen(stream.id, [answer.event], undefined, transaction);
    } else if (link !== undefined) {
      await services.links.markDeletedInGoogle([link.id], transaction);
    }
  });
}

/**
 * A 409: an earlier insert went through although its answer was lost — then the event is
 * ours and is adopted — or the id was used up by a deleted event, then the next generation
 * is tried (google.md 2.5).
 * @returns the insert to repeat; undefined when the event was adopted or the item failed
 */
async function resolveInsert(
  task: GoogleTask,
  answer: GetOutcome,
  context: RunContext,
): Promise<GoogleTask | undefined> {
  const { item } = task.planned;
  if (answer.kind === "found" && answer.event.status !== "cancelled") {
    if (isOurs(answer.event, task, context)) {
      await adopt(task, answer.event, context);
    } else {
      await recordFailure(
        item,
        "event-id-taken",
        "Google holds an event under the id meant for this entry that is not ours.",
        context,
      );
    }
    return undefined;
  }
  if (task.generation >= mostGenerations) {
    await recordFailure(item, "event-id-taken", "Google refuses every id tried for this entry's event.", context);
    return undefined;
  }
  return taskOf(task.planned, task.generation + 1, context);
}

function isOurs(event: LiveEvent, task: GoogleTask, { studioGuid, user }: RunContext): boolean {
  const owner = ownerOfEvent(event.id, event.privateProperties);
  return (
    owner?.studioGuid === studioGuid &&
    owner.userGuid === user.guid &&
    owner.entryId === task.planned.item.entry?.entryId
  );
}

/** The sides agree on what the event holds; what the entry has differently travels when planned again. */
async function adopt(task: GoogleTask, event: LiveEvent, context: RunContext): Promise<void> {
  const { item } = task.planned;
  const { services } = context;
  await services.unitOfWork.run(async (transaction) => {
    // A delta may have brought the event in already, as a row of its own.
    const seen = await services.links.findByEvent(context.stream.id, event.id, transaction);
    if (seen !== undefined && seen.id !== item.link?.id) await services.links.delete([seen.id], transaction);
    await saveLink(
      item,
      decided(item, {
        state: "linked",
        agreed: agreedOn(fieldsOfEvent(event, item.entry, context.canon)),
        studioVersion: undefined,
        eventId: event.id,
        generation: task.generation,
        seen: event,
        seenEtag: event.etag,
        decidedEtag: event.etag,
        isDeletedInGoogle: false,
        isMadeByUs: item.entry?.origin !== "google",
      }),
      context,
      transaction,
    );
  });
}
