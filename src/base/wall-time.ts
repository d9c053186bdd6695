import { Temporal } from "temporal-polyfill";

import { offsetAround, offsetOfDay } from "./zone-offset.js";

/** A wall-clock time without a zone, always `YYYY-MM-DDTHH:MM:SS`; compares as text. */
export type WallTime = string & { readonly __kind: "wall-time" };

/** A calendar day, always `YYYY-MM-DD`; compares as text. */
export type Day = string & { readonly __kind: "day" };

/** An IANA time zone name, such as `America/Chicago`. */
export type ZoneName = string & { readonly __kind: "zone-name" };

/** Text that should have been a time, a day or a zone, and is not. */
export class InvalidTimeError extends Error {
  readonly code = "invalid-time";
  constructor(what: string, text: string) {
    super(`"${text}" is not ${what}`);
    this.name = "InvalidTimeError";
  }
}

const wallTimePattern = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}$/;
const dayPattern = /^\d{4}-\d{2}-\d{2}$/;

/** @throws InvalidTimeError unless the text is a real `YYYY-MM-DDTHH:MM[:SS]`. */
export function wallTime(text: string): WallTime {
  try {
    // The pattern of the result is the brand's promise.
    if (wallTimePattern.test(text) && isPlausible(text)) return text as WallTime;
    return writable(Temporal.PlainDateTime.from(text, { overflow: "reject" }));
  } catch {
    throw new InvalidTimeError("a wall-clock time (YYYY-MM-DDTHH:MM:SS)", text);
  }
}

/** The last days of the months of any year; the 29th of February needs a calendar. */
const lastDays = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Days every year has, and times to 23:59:59. */
function isPlausible(text: string): boolean {
  if (text.startsWith("0000")) return false;
  const month = Number(text.slice(5, 7));
  const day = Number(text.slice(8, 10));
  return (
    day >= 1 &&
    day <= (lastDays[month - 1] ?? 0) &&
    Number(text.slice(11, 13)) < 24 &&
    Number(text.slice(14, 16)) < 60 &&
    Number(text.slice(17, 19)) < 60
  );
}

/** @throws InvalidTimeError unless the text is a real `YYYY-MM-DD`. */
export function day(text: string): Day {
  try {
    if (!dayPattern.test(text) || text.startsWith("0000")) throw new RangeError(text);
    return Temporal.PlainDate.from(text, {
      overflow: "reject",
    }).toString() as Day;
  } catch {
    throw new InvalidTimeError("a day (YYYY-MM-DD)", text);
  }
}

/** Asking the machine costs a tenth of a millisecond; what it knows once it knows for good. */
const knownZones = new Set<string>();

/** @throws InvalidTimeError when this machine knows no such zone. */
export function zoneName(text: string): ZoneName {
  try {
    if (!knownZones.has(text)) Intl.DateTimeFormat("en", { timeZone: text });
    knownZones.add(text);
    return text as ZoneName;
  } catch {
    throw new InvalidTimeError("a time zone this computer knows (such as America/Chicago)", text);
  }
}

/** The day a wall-clock time falls on. */
export function dayOf(time: WallTime): Day {
  return time.slice(0, 10) as Day;
}

/** Midnight at the start of a day. */
export function startOf(day: Day): WallTime {
  return `${day}T00:00:00` as WallTime;
}

/** The last day that can be written; calendars use it for "never ends". */
const lastDay = "9999-12-31" as Day;

/** The day so many days later (earlier when negative), at most the last that can be written. */
export function addDays(from: Day, days: number): Day {
  const text = Temporal.PlainDate.from(from).add({ days }).toString();
  return text.startsWith("+") ? lastDay : (text as Day);
}

/** The same day so many calendar months later; the last of the month where it has none. */
export function addMonths(from: Day, months: number): Day {
  return Temporal.PlainDate.from(from).add({ months }).toString() as Day;
}

/** The wall-clock time so many minutes later, ignoring zones. @throws InvalidTimeError past the year 9999 */
export function addMinutes(from: WallTime, minutes: number): WallTime {
  return writable(Temporal.PlainDateTime.from(from).add({ minutes }));
}

/**
 * The instant of a wall-clock time in a zone. A time in a daylight-saving gap moves
 * forward, a repeated one is the earlier (RFC 5545, "compatible" in Temporal).
 */
export function instantOf(time: WallTime, zone: ZoneName): Date {
  const asUtc = Date.parse(`${time}Z`);
  const offset = offsetAround(asUtc, zone);
  if (offset !== undefined) return new Date(asUtc - offset);
  const zoned = Temporal.PlainDateTime.from(time).toZonedDateTime(zone, {
    disambiguation: "compatible",
  });
  return new Date(zoned.epochMilliseconds);
}

/**
 * The wall-clock time of an instant in a zone, cut to whole seconds.
 * @throws InvalidTimeError when it falls outside the years 1 to 9999 there
 */
export function wallTimeAt(instant: Date, zone: ZoneName): WallTime {
  const seconds = Math.floor(instant.getTime() / 1000) * 1000;
  const offset = offsetOfDay(seconds, zone);
  if (offset !== undefined) return new Date(seconds + offset).toISOString().slice(0, 19) as WallTime;
  return writable(Temporal.Instant.fromEpochMilliseconds(seconds).toZonedDateTimeISO(zone).toPlainDateTime());
}

/** Four digits are all that databases and Google have for a year. @throws InvalidTimeError for any other */
function writable(time: Temporal.PlainDateTime): WallTime {
  const text = time.toString({ smallestUnit: "second" });
  if (time.year < 1 || time.year > 9999) throw new InvalidTimeError("a time of the years 1 to 9999", text);
  return text as WallTime;
}
