import type { AccessRole } from "../store/account.js";
import type { Calendar } from "../store/calendar.js";
import { etagOf, showMoment } from "../store/stored-event.js";
import type { Attendee, EventFields, Person, StoredEvent } from "../store/stored-event.js";

/** For whom and in which zone events are shown. */
export interface EventView {
  readonly calendar: Calendar;
  /** The zone of the answer: the calendar's, unless the request asks for another. */
  readonly zone: string;
  readonly accessRole: AccessRole;
  readonly maxAttendees?: number | undefined;
}

type Shown = Record<string, unknown>;

/** An event as the API shows it. Defaults and empty texts are left out, as Google does. */
export function showEvent(event: StoredEvent, view: EventView): Shown {
  if (!maySeeDetails(event, view)) return showBusyTime(event, view);
  const { fields } = event;
  return {
    kind: "calendar#event",
    etag: etagOf(event),
    id: event.id,
    status: fields.status,
    htmlLink: htmlLink(event.id, view.calendar.id),
    created: fields.created,
    updated: new Date(event.updated).toISOString(),
    ...fields.others,
    creator: showPerson(fields.creator, view.calendar),
    organizer: showPerson(fields.organizer, view.calendar),
    start: showMoment(fields.start, view.zone),
    end: showMoment(fields.end, view.zone),
    ...(fields.recurrence && { recurrence: fields.recurrence }),
    ...showInstance(fields, view.zone),
    iCalUID: fields.iCalUID,
    sequence: fields.sequence,
    ...showAttendees(fields, view),
    ...(fields.hangoutLink && { hangoutLink: fields.hangoutLink }),
    ...(fields.locked && { locked: true }),
    ...(fields.privateCopy && { privateCopy: true }),
    reminders: fields.reminders,
    eventType: fields.eventType,
  };
}

/** A cancelled event as a delta shows it: the recorded shape, and nothing more. */
export function showTombstone(event: StoredEvent, zone: string): Shown {
  return {
    kind: "calendar#event",
    etag: etagOf(event),
    id: event.id,
    status: "cancelled",
    ...showInstance(event.fields, zone),
  };
}

/** What a PATCH merges into: the fields a client may write, as the API shows them. */
export function showWritable(fields: EventFields, zone: string): Shown {
  return {
    ...fields.others,
    status: fields.status,
    start: showMoment(fields.start, zone),
    end: showMoment(fields.end, zone),
    ...(fields.recurrence && { recurrence: fields.recurrence }),
    ...(fields.attendees && { attendees: fields.attendees }),
    reminders: fields.reminders,
    sequence: fields.sequence,
    eventType: fields.eventType,
  };
}

function showInstance(fields: EventFields, zone: string): Shown {
  if (!fields.recurringEventId || !fields.originalStartTime) return {};
  return {
    recurringEventId: fields.recurringEventId,
    originalStartTime: showMoment(fields.originalStartTime, zone),
  };
}

function showPerson(person: Person, calendar: Calendar): Shown {
  return { ...person, ...(person.email === calendar.id && { self: true }) };
}

function showAttendees(fields: EventFields, view: EventView): Shown {
  const { attendees } = fields;
  if (!attendees || attendees.length === 0) return {};
  const isCut = view.maxAttendees !== undefined && attendees.length > view.maxAttendees;
  const shown = isCut ? attendees.filter(({ email }) => email === view.calendar.id) : attendees;
  return {
    attendees: shown.map((attendee) => showAttendee(attendee, fields, view.calendar)),
    ...(isCut && { attendeesOmitted: true }),
  };
}

function showAttendee(attendee: Attendee, fields: EventFields, calendar: Calendar): Shown {
  return {
    ...attendee,
    ...(attendee.email === fields.organizer.email && { organizer: true }),
    ...(attendee.email === calendar.id && { self: true }),
  };
}

function maySeeDetails(event: StoredEvent, view: EventView): boolean {
  if (view.accessRole === "freeBusyReader") return false;
  const visibility = event.fields.others["visibility"];
  return view.accessRole !== "reader" || (visibility !== "private" && visibility !== "confidential");
}

function showBusyTime(event: StoredEvent, view: EventView): Shown {
  const { fields } = event;
  return {
    kind: "calendar#event",
    etag: etagOf(event),
    id: event.id,
    status: fields.status,
    updated: new Date(event.updated).toISOString(),
    start: showMoment(fields.start, view.zone),
    end: showMoment(fields.end, view.zone),
    ...showInstance(fields, view.zone),
    visibility: "private",
    iCalUID: fields.iCalUID,
    eventType: fields.eventType,
  };
}

function htmlLink(eventId: string, calendarId: string): string {
  return `https://www.google.com/calendar/event?eid=${Buffer.from(`${eventId} ${calendarId}`).toString("base64url")}`;
}
