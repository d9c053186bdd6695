import { googleError, invalid, required } from "../http/google-errors.js";
import { isObject } from "../json.js";
import type { JsonObject } from "../json.js";
import { momentToMs } from "../store/stored-event.js";
import type { Attendee, EventFields, Moment, Reminders } from "../store/stored-event.js";
import { instantOfWall, isDate, isZone } from "../store/zone-time.js";
import { readOtherFields } from "./other-fields.js";
import { RecurrenceSet } from "./recurrence.js";

/** The writable part of an event, checked. */
export type WrittenFields = Pick<
  EventFields,
  "status" | "start" | "end" | "reminders" | "recurrence" | "attendees" | "others"
> & { readonly sequence: number | undefined; readonly eventType: string };

/** What decides how a body is read. */
export interface ReadingContext {
  readonly calendarZone: string;
  /** An instance of a series has no recurrence of its own. */
  readonly isInstance: boolean;
}

/**
 * Reads and checks the writable fields of a whole event; read-only fields are ignored.
 * @throws GoogleError 400 with the reason Google gives
 */
export function readEvent(body: JsonObject, context: ReadingContext): WrittenFields {
  const start = readMoment(body["start"], "start", context.calendarZone);
  const end = readMoment(body["end"], "end", context.calendarZone);
  if (start.kind !== end.kind) throw invalid("Start and end times must either both be date or both be dateTime.");
  if (momentToMs(end, "UTC") < momentToMs(start, "UTC")) throw googleError("timeRangeEmpty");
  const recurrence = context.isInstance ? undefined : readRecurrence(body, start);
  const attendees = readAttendees(body["attendees"]);
  return {
    status: readChoice(body["status"], ["confirmed", "tentative", "cancelled"], "status") ?? "confirmed",
    start,
    end,
    reminders: readReminders(body["reminders"]),
    sequence: readInteger(body["sequence"], "sequence"),
    eventType: readChoice(body["eventType"], eventTypes, "eventType") ?? "default",
    others: readOtherFields(body),
    ...(recurrence && { recurrence }),
    ...(attendees && { attendees }),
  };
}

const eventTypes = ["birthday", "default", "focusTime", "fromGmail", "outOfOffice", "workingLocation"] as const;

/** Offset or `Z` at the end of a date-time. */
const offsetPattern = /(?:Z|[+-]\d{2}:\d{2})$/i;
const dateTimePattern = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:\d{2})?$/i;

/** Reads a `start` or `end`. */
export function readMoment(value: unknown, name: "start" | "end", calendarZone: string): Moment {
  if (value === undefined || value === null) throw required(`Missing ${name} time.`);
  if (!isObject(value)) throw googleError("parseError");
  const { date, dateTime, timeZone } = value;
  if (timeZone !== undefined && (typeof timeZone !== "string" || !isZone(timeZone))) {
    throw invalid(`Invalid time zone definition for ${name} time.`);
  }
  if (date !== undefined && dateTime !== undefined) throw invalid(`Invalid ${name} time.`);
  if (typeof date === "string") {
    if (!isDate(date)) throw invalid(`Invalid value for: Invalid format: "${date}"`);
    return { kind: "day", date };
  }
  if (typeof dateTime !== "string") throw required(`Missing ${name} time.`);
  return readInstant(dateTime, typeof timeZone === "string" ? timeZone : undefined, name, calendarZone);
}

function readInstant(dateTime: string, timeZone: string | undefined, name: string, calendarZone: string): Moment {
  if (!dateTimePattern.test(dateTime) || !isDate(dateTime.slice(0, 10))) {
    throw invalid(`Invalid value for: Invalid format: "${dateTime}"`);
  }
  const hasOffset = offsetPattern.test(dateTime);
  if (!hasOffset && !timeZone) throw required(`Missing time zone definition for ${name} time.`);
  const wall = dateTime.length === 16 ? `${dateTime}:00` : dateTime.slice(0, 19);
  const ms = hasOffset ? Date.parse(dateTime) : instantOfWall(wall, timeZone ?? calendarZone);
  if (Number.isNaN(ms)) throw invalid(`Invalid value for: Invalid format: "${dateTime}"`);
  return { kind: "instant", ms: Math.floor(ms / 1000) * 1000, timeZone: timeZone ?? calendarZone };
}

function readRecurrence(body: JsonObject, start: Moment): string[] | undefined {
  const lines = body["recurrence"];
  if (lines === undefined || lines === null) return undefined;
  if (!Array.isArray(lines)) throw googleError("parseError");
  const texts = lines.filter((line): line is string => typeof line === "string" && line.trim() !== "");
  if (texts.length === 0) return undefined;
  const given = body["start"];
  if (start.kind === "instant" && isObject(given) && given["timeZone"] === undefined) {
    throw required("Missing time zone definition for start time.");
  }
  if (texts.filter((line) => line.toUpperCase().startsWith("RRULE")).length > 1)
    throw invalid("Invalid recurrence rule.");
  try {
    new RecurrenceSet(texts, start).between(0, 0);
  } catch (unreadable) {
    throw Object.assign(invalid("Invalid recurrence rule."), { cause: unreadable });
  }
  return texts;
}

const responses = ["needsAction", "declined", "tentative", "accepted"] as const;

function readAttendees(value: unknown): Attendee[] | undefined {
  if (value === undefined || value === null) return undefined;
  if (!Array.isArray(value)) throw googleError("parseError");
  const attendees = value.map(readAttendee);
  return attendees.length > 0 ? attendees : undefined;
}

function readAttendee(value: unknown): Attendee {
  if (!isObject(value)) throw googleError("parseError");
  const { email, displayName, comment, additionalGuests, optional, resource, id } = value;
  if (typeof email !== "string" || email === "") throw required("Missing attendee email.");
  if (!/^[^\s@]+@[^\s@]+$/.test(email)) throw invalid("Invalid attendee email.");
  return {
    email,
    ...(typeof id === "string" && { id }),
    ...(typeof displayName === "string" && displayName !== "" && { displayName }),
    responseStatus: readChoice(value["responseStatus"], responses, "responseStatus") ?? "needsAction",
    ...(optional === true && { optional }),
    ...(resource === true && { resource }),
    ...(typeof comment === "string" && comment !== "" && { comment }),
    ...(typeof additionalGuests === "number" && additionalGuests > 0 && { additionalGuests }),
  };
}

const longestReminder = 40_320;

function readReminders(value: unknown): Reminders {
  if (value === undefined || value === null) return { useDefault: true };
  if (!isObject(value)) throw googleError("parseError");
  const overrides = value["overrides"] ?? [];
  if (!Array.isArray(overrides)) throw googleError("parseError");
  const useDefault = value["useDefault"] === true || (value["useDefault"] === undefined && overrides.length === 0);
  if (useDefault && overrides.length > 0) throw googleError("remindersBothWays");
  if (overrides.length > 5) throw invalid("Too many override reminders are specified.");
  if (overrides.length === 0) return { useDefault };
  return { useDefault, overrides: overrides.map(readReminder) };
}

function readReminder(value: unknown): { method: "email" | "popup"; minutes: number } {
  if (!isObject(value)) throw googleError("parseError");
  const method = readChoice(value["method"], ["email", "popup"], "method");
  const minutes = readInteger(value["minutes"], "minutes");
  if (!method || minutes === undefined) throw required("Missing reminder method or minutes.");
  if (minutes < 0 || minutes > longestReminder) throw invalid("Invalid reminder minutes.");
  return { method, minutes };
}

/** One of the words allowed, undefined where absent. */
export function readChoice<const Choice extends string>(
  value: unknown,
  choices: readonly Choice[],
  name: string,
): Choice | undefined {
  if (value === undefined || value === null || value === "") return undefined;
  const choice = choices.find((candidate) => candidate === value);
  if (choice === undefined) throw invalid(`Invalid value for: ${name}`);
  return choice;
}

function readInteger(value: unknown, name: string): number | undefined {
  if (value === undefined || value === null) return undefined;
  if (typeof value !== "number" || !Number.isInteger(value)) throw invalid(`Invalid value for: ${name}`);
  return value;
}
