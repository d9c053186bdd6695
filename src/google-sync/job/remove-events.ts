import type { EventWrite, EventWriteResult, GoogleError } from "../google/index.js";
import type { Link, Stream } from "../links/index.js";
import type { OpenCalendar } from "./calendar-access.js";
import { ListedCalendar } from "./listed-calendar.js";
import type { RunServices } from "./run-context.js";

/** Which of the studio's events "Remove the studio's events from today on" takes away (A10). */
export async function eventsToRemove(stream: Stream, today: string, { links }: RunServices): Promise<readonly Link[]> {
  const linked = await links.listByState(stream.id, ["linked"]);
  const isUnchanged = ({ seenEtag, decidedEtag }: Link) => seenEtag !== undefined && seenEtag === decidedEtag;
  return linked.filter(
    (link) => link.isMadeByUs && isUnchanged(link) && !link.isDeletedInGoogle && (link.endsAt ?? "") >= today,
  );
}

/** What became of the events. */
export interface RemovedEvents {
  readonly removed: number;
  /** Why the calendar itself does not list: what it did not find says nothing then (A11). */
  readonly problem: GoogleError | undefined;
}

/**
 * Deletes them in Google, each only if it still is what we wrote, and forgets the links, so
 * that switching on again makes them anew. Nothing happens in the studio. An event that is not
 * found is gone only while the calendar itself lists (C14, A11); else its link stays.
 */
export async function removeEvents(
  toRemove: readonly Link[],
  stream: Stream,
  { calendar }: OpenCalendar,
  { unitOfWork, links }: RunServices,
): Promise<RemovedEvents> {
  const listed = new ListedCalendar(calendar, stream.calendarId);
  const writes: EventWrite[] = toRemove.map((link) => ({
    kind: "delete",
    key: String(link.id),
    eventId: link.eventId ?? "",
    etag: link.decidedEtag,
  }));
  let removed = 0;
  for await (const results of calendar.write(stream.calendarId, writes)) {
    const problem = results.some(wasNotFound) ? await listed.problem() : undefined;
    const gone = results
      .filter((result) => result.outcome.kind === "deleted" && (problem === undefined || !wasNotFound(result)))
      .map(({ key }) => Number(key));
    await unitOfWork.run((transaction) => links.delete(gone, transaction));
    removed += gone.length;
    if (problem !== undefined) return { removed, problem };
  }
  return { removed, problem: undefined };
}

function wasNotFound({ outcome }: EventWriteResult): boolean {
  return outcome.kind === "deleted" && outcome.wasNotFound === true;
}
