import { googleError, invalid } from "../http/google-errors.js";
import { canonicalJson, isObject } from "../json.js";
import type { JsonObject } from "../json.js";
import { etagOf, isSameMoment } from "../store/stored-event.js";
import type { EventFields, Person, StoredEvent } from "../store/stored-event.js";
import type { WrittenFields } from "./event-reader.js";

/** @throws GoogleError 412 when `If-Match` names another etag */
export function checkMatch(event: StoredEvent, ifMatch: string | undefined): void {
  if (ifMatch === undefined || ifMatch === "*") return;
  if (!ifMatch.split(",").some((etag) => etag.trim().replace(/^W\//, "") === etagOf(event))) {
    throw googleError("conditionNotMet");
  }
}

/** Rules for new events by their type. @throws GoogleError 400 */
export function checkNewType({ eventType, start, recurrence, status }: WrittenFields): void {
  if (eventType === "fromGmail") throw invalid("Events of type fromGmail cannot be created.");
  if (eventType === "birthday" && (start.kind !== "day" || !recurrence?.some((line) => line.includes("FREQ=YEARLY")))) {
    throw invalid("A birthday must be an all-day event that repeats every year.");
  }
  if (status === "cancelled") throw invalid("Invalid value for: status");
}

/** The fields a client cannot write. */
export function withoutWritten(fields: EventFields): Omit<EventFields, keyof WrittenFields> & { sequence: number } {
  const { status: _status, start: _start, end: _end, reminders: _reminders, recurrence: _recurrence, ...rest } = fields;
  const { attendees: _attendees, others: _others, eventType: _type, ...kept } = rest;
  return kept;
}

/** The iCalendar counter rises when the time changes; a first exception starts one above its series. */
export function nextSequence(
  before: EventFields,
  written: WrittenFields,
  sent: JsonObject,
  isFirstException: boolean,
): number {
  const given = sent["sequence"] === undefined ? undefined : written.sequence;
  if (given !== undefined && given < before.sequence) {
    throw invalid(
      `Invalid sequence value. The specified sequence number is below the current sequence number of the resource.`,
    );
  }
  const isMoved =
    !isSameMoment(before.start, written.start) ||
    !isSameMoment(before.end, written.end) ||
    canonicalJson(before.recurrence) !== canonicalJson(written.recurrence);
  return Math.max(given ?? 0, before.sequence + (isFirstException || isMoved ? 1 : 0));
}

/** Reminders belong to the reader: changing them alone does not move `updated`. */
export function isOnlyReminders(before: EventFields, after: EventFields): boolean {
  return (
    canonicalJson(before.reminders) !== canonicalJson(after.reminders) &&
    canonicalJson({ ...before, reminders: undefined }) === canonicalJson({ ...after, reminders: undefined })
  );
}

/** An organizer or creator. */
export function readPerson(value: unknown): Person | undefined {
  if (!isObject(value) || typeof value["email"] !== "string") return undefined;
  return {
    email: value["email"],
    ...(typeof value["displayName"] === "string" && { displayName: value["displayName"] }),
  };
}
