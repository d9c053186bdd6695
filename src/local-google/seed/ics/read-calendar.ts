import { SeedError } from "../../errors.js";
import { isObject } from "../../json.js";
import type { JsonObject } from "../../json.js";
import { addDays, formatInstant } from "../../store/zone-time.js";
import type { PreparedCalendar, PreparedEvent, PreparedException } from "../prepared-event.js";
import { findLine, readComponents } from "./components.js";
import type { Component } from "./components.js";
import { readContentLines } from "./content-lines.js";
import { instantOf, readAttendees, readOrganizer, readRecurrence, readReminders } from "./event-fields.js";
import { readDuration, readText, readTime } from "./values.js";
import type { IcsTime } from "./values.js";
import { ZoneNames, ianaZoneOf } from "./zone-names.js";

/**
 * Reads an iCalendar file (RFC 5545) as calendar programs do: tasks, free-busy tables and
 * unknown parts are skipped; a date, zone or line that cannot be read is an error.
 * @param file its name, for messages
 * @param zone of times that name none, where the file names none either
 * @throws SeedError with file and line
 */
export function readIcsCalendar(text: string, file: string, zone: string): PreparedCalendar {
  const calendars = readComponents(readContentLines(text, file), file);
  const [first] = calendars;
  const timeZone = first && ianaZoneOf(findLine(first, "X-WR-TIMEZONE")?.value ?? "");
  return {
    name: first && textOf(first, "X-WR-CALNAME"),
    description: first && textOf(first, "X-WR-CALDESC"),
    timeZone,
    events: calendars.flatMap((calendar) => readEvents(calendar, new ZoneNames(calendar, timeZone ?? zone))),
  };
}

interface ReadEvent {
  readonly uid: string | undefined;
  readonly recurrenceId: IcsTime | undefined;
  readonly sequence: number;
  readonly body: JsonObject;
  readonly place: string;
}

function readEvents(calendar: Component, zones: ZoneNames): PreparedEvent[] {
  const read = calendar.components.filter(({ name }) => name === "VEVENT").map((event) => readEvent(event, zones));
  const masters = new Map<string, ReadEvent>();
  for (const event of read) {
    if (event.recurrenceId || event.uid === undefined) continue;
    const present = masters.get(event.uid);
    // The same event twice is an older and a newer state of it.
    if (!present || event.sequence >= present.sequence) masters.set(event.uid, event);
  }
  const withoutSeries = read.filter(({ uid, recurrenceId }) =>
    recurrenceId ? !isSeries(masters.get(uid ?? "")) : uid === undefined,
  );
  return [
    ...[...masters.values()].map((master) => prepared(master, exceptionsOf(master, read))),
    // An instance whose series is elsewhere is an event of its own.
    ...withoutSeries.map((event) => prepared({ ...event, body: { ...event.body, iCalUID: undefined } }, [])),
  ];
}

function isSeries(event: ReadEvent | undefined): boolean {
  return Array.isArray(event?.body["recurrence"]);
}

function exceptionsOf(master: ReadEvent, read: readonly ReadEvent[]): PreparedException[] {
  if (!isSeries(master)) return [];
  const exceptions = new Map<string, PreparedException>();
  for (const { uid, recurrenceId, body, place } of read) {
    if (uid !== master.uid || !recurrenceId) continue;
    exceptions.set(JSON.stringify(recurrenceId), {
      originalStart: recurrenceId,
      body,
      isWhole: true,
      place,
    });
  }
  return [...exceptions.values()];
}

function prepared({ body, place }: ReadEvent, exceptions: readonly PreparedException[]): PreparedEvent {
  return { body, exceptions, place };
}

function readEvent(event: Component, zones: ZoneNames): ReadEvent {
  const startLine = findLine(event, "DTSTART");
  if (!startLine) throw new SeedError(event.place, "this event has no DTSTART");
  const start = readTime(startLine, zones);
  const recurrenceLine = findLine(event, "RECURRENCE-ID");
  const recurrence = recurrenceLine ? [] : readRecurrence(event, zones);
  const attendees = readAttendees(event);
  const sequence = Number(findLine(event, "SEQUENCE")?.value ?? 0);
  const uid = findLine(event, "UID")?.value.trim() || undefined;
  return {
    uid,
    recurrenceId: recurrenceLine && readTime(recurrenceLine, zones),
    sequence: Number.isInteger(sequence) ? sequence : 0,
    place: event.place,
    body: {
      iCalUID: uid,
      summary: textOf(event, "SUMMARY"),
      description: textOf(event, "DESCRIPTION"),
      location: textOf(event, "LOCATION"),
      start,
      end: readEnd(event, start, zones),
      status: wordOf(event, "STATUS", ["CONFIRMED", "TENTATIVE", "CANCELLED"]),
      transparency: wordOf(event, "TRANSP", ["OPAQUE", "TRANSPARENT"]),
      visibility: wordOf(event, "CLASS", ["PUBLIC", "PRIVATE", "CONFIDENTIAL"]),
      organizer: readOrganizer(event),
      reminders: readReminders(event, start, zones),
      created: instantText(event, "CREATED", zones),
      updated: instantText(event, "LAST-MODIFIED", zones),
      sequence: Number.isInteger(sequence) ? sequence : 0,
      ...(attendees.length > 0 && { attendees }),
      ...(recurrence.length > 0 && { recurrence }),
    },
  };
}

/** DTEND or DURATION; without either one day, or no time at all. A whole day that ends as it begins is one day. */
function readEnd(event: Component, start: IcsTime, zones: ZoneNames): JsonObject {
  const line = findLine(event, "DTEND");
  const end = line && readTime(line, zones);
  if ("date" in start) {
    const duration = findLine(event, "DURATION");
    const days = duration ? Math.max(1, Math.round(readDuration(duration) / 86_400)) : 1;
    const date = end && ("date" in end ? end.date : end.dateTime.slice(0, 10));
    if (line && date !== undefined && date < start.date)
      throw new SeedError(line.place, "the event ends before it starts");
    return { date: date === undefined || date === start.date ? addDays(start.date, days) : date };
  }
  if (line && end) {
    const ms = instantOf(end, zones);
    if (ms < instantOf(start, zones)) throw new SeedError(line.place, "the event ends before it starts");
    return "date" in end ? { dateTime: `${end.date}T00:00:00`, timeZone: start.timeZone } : end;
  }
  const duration = findLine(event, "DURATION");
  const ms = instantOf(start, zones) + (duration ? Math.max(0, readDuration(duration)) * 1000 : 0);
  return { dateTime: formatInstant(ms, start.timeZone), timeZone: start.timeZone };
}

function textOf(component: Component, name: string): string | undefined {
  const line = findLine(component, name);
  return line && readText(line.value) ? readText(line.value) : undefined;
}

/** One of the words, in Google's small letters; anything else is as if absent. */
function wordOf(event: Component, name: string, words: readonly string[]): string | undefined {
  const word = findLine(event, name)?.value.trim().toUpperCase();
  return word !== undefined && words.includes(word) ? word.toLowerCase() : undefined;
}

/** Bookkeeping times are of use, but nothing is lost where one cannot be read. */
function instantText(event: Component, name: string, zones: ZoneNames): string | undefined {
  const line = findLine(event, name);
  if (!line || !/^\d{8}T\d{6}Z$/.test(line.value.trim())) return undefined;
  const time: unknown = readTime(line, zones);
  return isObject(time) && typeof time["dateTime"] === "string" ? `${time["dateTime"]}.000Z` : undefined;
}
