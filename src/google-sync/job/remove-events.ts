import type { EventWrite } from "../google/index.js";
import type { Link, Stream } from "../links/index.js";
import type { OpenCalendar } from "./calendar-access.js";
import type { RunServices } from "./run-context.js";

/** Which of the studio's events "Remove the studio's events from today on" takes away (A10). */
export async function eventsToRemove(stream: Stream, today: string, { links }: RunServices): Promise<readonly Link[]> {
  const linked = await links.listByState(stream.id, ["linked"]);
  const isUnchanged = ({ seenEtag, decidedEtag }: Link) => seenEtag !== undefined && seenEtag === decidedEtag;
  return linked.filter(
    (link) => link.isMadeByUs && isUnchanged(link) && !link.isDeletedInGoogle && (link.endsAt ?? "") >= today,
  );
}

/**
 * Deletes them in Google, each only if it still is what we wrote, and forgets the links, so
 * that switching on again makes them anew. Nothing happens in the studio.
 * @returns how many are gone
 */
export async function removeEvents(
  toRemove: readonly Link[],
  stream: Stream,
  { calendar }: OpenCalendar,
  { unitOfWork, links }: RunServices,
): Promise<number> {
  const writes: EventWrite[] = toRemove.map((link) => ({
    kind: "delete",
    key: String(link.id),
    eventId: link.eventId ?? "",
    etag: link.decidedEtag,
  }));
  let removed = 0;
  for await (const results of calendar.write(stream.calendarId, writes)) {
    const gone = results.filter(({ outcome }) => outcome.kind === "deleted").map(({ key }) => Number(key));
    await unitOfWork.run((transaction) => links.delete(gone, transaction));
    removed += gone.length;
  }
  return removed;
}
