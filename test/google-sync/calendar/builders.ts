import type { ScheduleEntry } from "../../../src/api/index.js";
import { wallTime, zoneName } from "../../../src/base/wall-time.js";
import type { CalendarCanon } from "../../../src/google-sync/calendar/index.js";
import type { LiveEvent } from "../../../src/google-sync/google/index.js";

export const chicago = zoneName("America/Chicago");
export const berlin = zoneName("Europe/Berlin");

export const ada = { id: 7, firstName: "Ada", lastName: "Smith", company: "Smith & Co", phone: "(312) 555-0147" };

/** An unlinked appointment made in the studio. */
export function anEntry(details: Partial<ScheduleEntry> = {}): ScheduleEntry {
  return {
    entryId: "11111111-1111-4111-8111-111111111111",
    userId: 1,
    kind: "appointment",
    recordId: 5,
    description: "Meeting",
    when: { start: wallTime("2026-07-06T10:00:00"), end: wallTime("2026-07-06T11:00:00"), isAllDay: false },
    location: "Studio 2",
    notes: "Bring film",
    client: undefined,
    sessionType: "",
    userCount: 1,
    repeatId: undefined,
    origin: "studio",
    isPrivate: false,
    isHiddenFromUser: false,
    isFree: false,
    version: "1",
    changedAt: new Date("2026-03-02T15:00:00Z"),
    ...details,
  };
}

/** A session of Ada Smith. */
export function aSession(details: Partial<ScheduleEntry> = {}): ScheduleEntry {
  return anEntry({ kind: "session", client: ada, sessionType: "Family", description: "Portrait", ...details });
}

/** The user's own confirmed event without guests. */
export function anEvent(details: Partial<LiveEvent> = {}): LiveEvent {
  return {
    status: "confirmed",
    id: "event1",
    etag: '"1"',
    updated: new Date("2026-03-02T15:00:00Z"),
    summary: "Meeting",
    description: "Bring film",
    location: "Studio 2",
    start: { kind: "time", dateTime: new Date("2026-07-06T15:00:00Z"), timeZone: "America/Chicago" },
    end: { kind: "time", dateTime: new Date("2026-07-06T16:00:00Z"), timeZone: "America/Chicago" },
    transparency: "opaque",
    visibility: "default",
    eventType: "default",
    recurrence: [],
    recurringEventId: undefined,
    ownResponse: undefined,
    hasGuests: false,
    isOrganizer: true,
    isCreator: true,
    guestsCanModify: false,
    isLocked: false,
    privateProperties: {},
    htmlLink: "https://www.google.example.test/event1",
    ...details,
  };
}

export function aCanon(details: Partial<CalendarCanon> = {}): CalendarCanon {
  return {
    zone: chicago,
    limits: { description: 20, location: 10, notes: 30 },
    template: "{client} - {description}",
    sendsPhone: false,
    sendsNotes: false,
    maySeeClients: true,
    ...details,
  };
}
