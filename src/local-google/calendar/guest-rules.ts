import { googleError } from "../http/google-errors.js";
import { canonicalJson, isObject } from "../json.js";
import type { Attendee, EventFields } from "../store/stored-event.js";
import type { WrittenFields } from "./event-reader.js";

/**
 * What a guest may change of somebody else's event: their own answer, reminders,
 * colour and private extended properties. Other guests' entries are kept as they are.
 * @param ownEmail the calendar the copy is in
 * @throws GoogleError 403 forbiddenForNonOrganizer
 */
export function keepGuestRules(before: EventFields, written: WrittenFields, ownEmail: string): WrittenFields {
  const mayChangeAll = before.organizer.email === ownEmail || before.others["guestsCanModify"] === true;
  if (mayChangeAll && !before.locked) return written;
  const attendees = mergeOwnEntry(before.attendees, written.attendees, ownEmail);
  const { attendees: _, ...rest } = written;
  if (written.status !== "cancelled" && canonicalJson(sharedPart(before)) !== canonicalJson(sharedPart(written))) {
    throw googleError("forbiddenForNonOrganizer");
  }
  return { ...rest, ...(attendees && { attendees }) };
}

function sharedPart({ start, end, recurrence, status, others }: EventFields | WrittenFields): unknown {
  const { colorId: _colour, extendedProperties, ...shared } = others;
  const sharedProperties = isObject(extendedProperties) ? extendedProperties["shared"] : undefined;
  return { start, end, recurrence, status, shared, sharedProperties };
}

function mergeOwnEntry(
  before: readonly Attendee[] | undefined,
  written: readonly Attendee[] | undefined,
  ownEmail: string,
): readonly Attendee[] | undefined {
  const own = written?.find(({ email }) => email === ownEmail);
  return own ? before?.map((attendee) => (attendee.email === ownEmail ? { ...attendee, ...own } : attendee)) : before;
}
