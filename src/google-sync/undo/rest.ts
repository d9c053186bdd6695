/**
 * What links hold once an item was put back: nothing is to travel because of it, until somebody
 * changes the item again or says "Sync again" (R2). Changes that waited to be synced keep waiting:
 * what was agreed on before Undo stays the measure for everything Undo did not touch.
 */
import type { ScheduleEntry } from "../../api/index.js";
import { agreedOn } from "../engine/index.js";
import type { Agreed, Fields } from "../engine/index.js";
import type { Link, LinkChange, NewLink } from "../links/index.js";

const noEvent = {
  eventId: undefined,
  seen: undefined,
  seenEtag: undefined,
  decidedEtag: undefined,
  isDeletedInGoogle: false,
} satisfies LinkChange;

const noEntry = { entryId: undefined, studioVersion: undefined, repeatId: undefined } satisfies LinkChange;

/** The event was taken out of Google again; the entry stays where it is. */
export function restWithoutEvent(link: Link): LinkChange {
  return { state: "baseline", ...noEvent, agreed: link.agreed && agreedOn(link.agreed.studio) };
}

/** The same for an entry whose link is gone. */
export function restingEntry(entry: ScheduleEntry, fields: Fields): NewLink {
  return {
    state: "baseline",
    entryId: entry.entryId,
    studioVersion: entry.version,
    repeatId: entry.repeatId,
    endsAt: fields["when"]?.split("/")[1],
    agreed: agreedOn(fields),
  };
}

/** The appointment was taken out of the studio again; the event stays where it is. */
export function restWithoutEntry(link: Link): LinkChange {
  return { state: "baseline", ...noEntry, isMadeByUs: false, agreed: link.agreed && agreedOn(link.agreed.google) };
}

/** An event brought back, under an id that carries no mark: it belongs to nobody's entry (C24). */
export function restingEvent(eventId: string, fields: Fields): NewLink {
  return { state: "baseline", eventId, endsAt: fields["when"]?.split("/")[1], agreed: agreedOn(fields) };
}

/** One side holds these values again; the other side keeps what it has. */
export function agreedAfter(agreed: Agreed | undefined, side: "studio" | "google", fields: Fields): Agreed {
  const { studio, google } = agreed ?? { studio: {}, google: {} };
  return side === "studio"
    ? { studio: { ...studio, ...fields }, google }
    : { studio, google: { ...google, ...fields } };
}
