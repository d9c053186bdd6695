import { assertNever } from "../../../base/assert-never.js";
import type { BatchCall } from "../batch/batch-call.js";
import { eventFields } from "./event-fields.js";
import type { EventChange, EventWrite, WrittenTime } from "./event-write.js";

/** The GET of one event. */
export function getCall(calendarId: string, eventId: string): BatchCall {
  const query = new URLSearchParams({ fields: eventFields });
  return {
    key: eventId,
    operation: "get",
    method: "GET",
    path: `${eventsPath(calendarId)}/${encodeURIComponent(eventId)}?${query}`,
    subject: eventId,
    units: 1,
  };
}

/** One write as a call. Every one says `sendUpdates=none`: nothing we do makes Google mail anybody (C3). */
export function writeCall(calendarId: string, write: EventWrite): BatchCall {
  const events = eventsPath(calendarId);
  const silently = new URLSearchParams({ sendUpdates: "none" });
  const answering = new URLSearchParams({ sendUpdates: "none", fields: eventFields });
  switch (write.kind) {
    case "insert":
      return {
        key: write.key,
        operation: "insert",
        method: "POST",
        path: `${events}?${answering}`,
        subject: write.event.id,
        body: { id: write.event.id, ...bodyOf(write.event, newTime) },
        units: 1,
      };
    case "patch":
      return {
        key: write.key,
        operation: "patch",
        method: "PATCH",
        path: `${events}/${encodeURIComponent(write.eventId)}?${answering}`,
        subject: write.eventId,
        ifMatch: write.etag,
        body: bodyOf(write.change, changedTime),
        units: 3,
      };
    case "delete":
      return {
        key: write.key,
        operation: "delete",
        method: "DELETE",
        path: `${events}/${encodeURIComponent(write.eventId)}?${silently}`,
        subject: write.eventId,
        ifMatch: write.etag,
        units: 1,
      };
    default:
      return assertNever(write);
  }
}

function eventsPath(calendarId: string): string {
  return `/calendar/v3/calendars/${encodeURIComponent(calendarId)}/events`;
}

/** Only what is named travels; JSON leaves out what is undefined. */
function bodyOf(change: EventChange, time: (time: WrittenTime) => object): object {
  return {
    summary: change.summary,
    description: change.description,
    location: change.location,
    start: change.when === undefined ? undefined : time(change.when.start),
    end: change.when === undefined ? undefined : time(change.when.end),
    extendedProperties: change.privateProperties === undefined ? undefined : { private: change.privateProperties },
  };
}

function newTime(time: WrittenTime): object {
  switch (time.kind) {
    case "day":
      return { date: time.date };
    case "time":
      return { dateTime: time.dateTime, timeZone: time.timeZone };
    default:
      return assertNever(time);
  }
}

/** Clears the other form, for an event that turns all-day or back (google.md 2.4). */
function changedTime(time: WrittenTime): object {
  return { date: null, dateTime: null, timeZone: null, ...newTime(time) };
}
