import type { ScheduleEntry } from "../../api/index.js";
import { GoogleError } from "../google/index.js";
import type { GetOutcome, LiveEvent } from "../google/index.js";
import type { RunContext } from "../job/index.js";
import type { Link } from "../links/index.js";

/** Everything Check compares, read anew and stored nowhere. */
export interface BothListings {
  readonly entries: readonly ScheduleEntry[];
  readonly events: ReadonlyMap<string, LiveEvent>;
  readonly links: readonly Link[];
  /** Linked events the listing lacks, and whose own GET confirms it (C14). */
  readonly goneEventIds: ReadonlySet<string>;
  /** Whether news of the event waits for the next run; of every one where that run reads all anew (G7). */
  readonly hasNewsOf: (link: Link) => boolean;
  /** Questions that still wait for an answer. */
  readonly openQuestionIds: ReadonlySet<number>;
}

/**
 * Reads studio, links and Google completely. Neither token nor `seen` moves: what Google says here
 * it will say again to the next run (R5).
 * @throws GoogleError when the calendar cannot be listed
 */
export async function readBothListings(context: RunContext): Promise<BothListings> {
  const { services, user, stream, calendar, clearances } = context;
  const events = new Map<string, LiveEvent>();
  const unreadable = new Set<string>();
  for await (const page of calendar.listEvents(stream.calendarId, undefined)) {
    for (const event of page.events) if (event.status !== "cancelled") events.set(event.id, event);
    for (const { id } of page.unreadable) unreadable.add(id);
  }
  const hasNewsOf = await newsSince(context);
  const links = await services.links.listByState(stream.id, ["new", "baseline", "linked", "left-out", "ended"]);
  const missing = links.flatMap(({ state, eventId, isDeletedInGoogle }) =>
    state === "linked" &&
    eventId !== undefined &&
    !isDeletedInGoogle &&
    !events.has(eventId) &&
    !unreadable.has(eventId)
      ? [eventId]
      : [],
  );
  const answers: ReadonlyMap<string, GetOutcome> =
    missing.length === 0 ? new Map() : await calendar.getEvents(stream.calendarId, missing);
  const entries = (await services.schedule.list(user.id, undefined)).filter(
    ({ kind, isHiddenFromUser }) =>
      !isHiddenFromUser && (kind === "appointment" ? clearances.appointments : clearances.sessions).mayView,
  );
  return {
    entries,
    events,
    links,
    goneEventIds: new Set(missing.filter((id) => isGone(answers.get(id)))),
    hasNewsOf,
    openQuestionIds: new Set((await services.questions.openOfStream(stream.id)).map(({ id }) => id)),
  };
}

function isGone(answer: GetOutcome | undefined): boolean {
  return answer?.kind === "not-found" || (answer?.kind === "found" && answer.event.status === "cancelled");
}

/** What the next run will be told by Google; the token stays where it is. One way it is told nothing (C23). */
async function newsSince({ calendar, stream, isTwoWay }: RunContext): Promise<BothListings["hasNewsOf"]> {
  if (!isTwoWay) return () => false;
  if (stream.syncToken === undefined) return () => true;
  const told = new Map<string, string | undefined>();
  try {
    for await (const page of calendar.listEvents(stream.calendarId, stream.syncToken)) {
      for (const event of page.events) told.set(event.id, event.status === "cancelled" ? "cancelled" : event.etag);
      for (const { id } of page.unreadable) told.set(id, undefined);
    }
  } catch (error) {
    if (error instanceof GoogleError && error.verdict.kind === "sync-token-refused") return () => true;
    throw error;
  }
  // The echo of our own write is no news (C17).
  return ({ eventId = "", seenEtag }) => told.has(eventId) && told.get(eventId) !== seenEtag;
}
