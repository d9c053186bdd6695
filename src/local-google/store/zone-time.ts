import { Temporal } from "temporal-polyfill";

const dayLength = 86_400_000;
const offsets = new Map<string, Map<number, number | "changes">>();
const knownZones = new Map<string, boolean>();

/** Whether this computer knows the zone. */
export function isZone(name: string): boolean {
  let known = knownZones.get(name);
  if (known === undefined) {
    try {
      Intl.DateTimeFormat("en", { timeZone: name });
      known = !/^[+-]/.test(name);
    } catch (unknown) {
      if (!(unknown instanceof RangeError)) throw unknown;
      known = false;
    }
    knownZones.set(name, known);
  }
  return known;
}

function exactOffset(ms: number, zone: string): number {
  return Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(zone).offsetNanoseconds / 1_000_000;
}

/**
 * Milliseconds a zone is ahead of UTC at an instant. Remembered by day, because a
 * page holds thousands of times on few days and asking Temporal costs microseconds.
 */
function offsetAt(ms: number, zone: string): number {
  if (zone === "UTC") return 0;
  let days = offsets.get(zone);
  if (!days) offsets.set(zone, (days = new Map()));
  const day = Math.floor(ms / dayLength);
  let offset = days.get(day);
  if (offset === undefined) {
    const first = exactOffset(day * dayLength, zone);
    offset = first === exactOffset((day + 1) * dayLength - 1, zone) ? first : "changes";
    days.set(day, offset);
  }
  return offset === "changes" ? exactOffset(ms, zone) : offset;
}

function twoDigits(value: number): string {
  return value < 10 ? `0${value}` : `${value}`;
}

/** `2026-03-25T08:00:00+01:00`, or with `Z` where the zone is UTC. */
export function formatInstant(ms: number, zone: string): string {
  const offset = offsetAt(ms, zone);
  const wall = new Date(ms + offset).toISOString().slice(0, 19);
  if (offset === 0) return `${wall}Z`;
  const minutes = Math.round(Math.abs(offset) / 60_000);
  return `${wall}${offset < 0 ? "-" : "+"}${twoDigits(Math.floor(minutes / 60))}:${twoDigits(minutes % 60)}`;
}

/** The instant of a wall-clock time; gaps move forward, repeated hours take the earlier. */
export function instantOfWall(wall: string, zone: string): number {
  const asUtc = Date.parse(`${wall}Z`);
  const offset = offsetAt(asUtc, zone);
  // A day without a clock change on either side needs no calendar.
  if (offsetAt(asUtc - dayLength, zone) === offset && offsetAt(asUtc + dayLength, zone) === offset) {
    return asUtc - offset;
  }
  return Temporal.PlainDateTime.from(wall).toZonedDateTime(zone, { disambiguation: "compatible" }).epochMilliseconds;
}

/** Midnight that starts a `YYYY-MM-DD` in a zone. */
export function startOfDay(date: string, zone: string): number {
  return instantOfWall(`${date}T00:00:00`, zone);
}

/** `2026-03-25` so many days later. */
export function addDays(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * dayLength).toISOString().slice(0, 10);
}

/** The Monday of a day's week. */
export function mondayOf(date: string): string {
  return addDays(date, -((new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % 7));
}

/** Whole days from one date to another. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / dayLength);
}

/** Whether the text is a day that exists, as `YYYY-MM-DD`. */
export function isDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const ms = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(ms) && new Date(ms).toISOString().startsWith(text);
}
