import { addDays, addMinutes, day, instantOf, startOf, wallTime, wallTimeAt } from "../../../src/base/wall-time.js";
import type { WallTime, ZoneName } from "../../../src/base/wall-time.js";
import type { AnyWhen } from "./steps.js";

/** The time of a step as the studio's columns hold it; all-day ends exclusive. */
export function studioTimes({ day: date, from, minutes, days }: AnyWhen) {
  const start = days === undefined ? wallTime(`${date}T${from}:00`) : startOf(day(date));
  const end = days === undefined ? addMinutes(start, minutes) : startOf(addDays(day(date), days));
  return { start, end, isAllDay: days !== undefined };
}

/** The same as an event's start and end; null clears what the other kind of time left behind. */
export function googleTimes(when: AnyWhen, zone: ZoneName) {
  const { start, end, isAllDay } = studioTimes(when);
  if (isAllDay) {
    return {
      start: { date: start.slice(0, 10), dateTime: null, timeZone: null },
      end: { date: end.slice(0, 10), dateTime: null, timeZone: null },
    };
  }
  const at = (moment: Date) => ({ dateTime: moment.toISOString(), timeZone: zone, date: null });
  const { from, to } = moments(start, end, zone);
  return { start: at(from), end: at(to) };
}

/** One text for the same time, whichever side says it: days, or instants. */
export function studioMoment(
  { start, end, isAllDay }: { readonly start: string; readonly end: string; readonly isAllDay: boolean },
  zone: ZoneName,
): string {
  if (isAllDay) return `${start.slice(0, 10)}/${end.slice(0, 10)}`;
  const { from, to } = moments(wallTime(start), wallTime(end), zone);
  return `${from.toISOString()}/${to.toISOString()}`;
}

/** Whether it names clock times that a day of clock change skips (C21). */
export function isInGap({ start, end, isAllDay }: ReturnType<typeof studioTimes>, zone: ZoneName): boolean {
  return !isAllDay && [start, end].some((time) => wallTimeAt(instantOf(time, zone), zone) !== time);
}

/** Where a start moves out of a clock change's gap past its end, the length stays (C21). */
function moments(start: WallTime, end: WallTime, zone: ZoneName): { readonly from: Date; readonly to: Date } {
  const from = instantOf(start, zone);
  const to = instantOf(end, zone);
  const length = Date.parse(`${end}Z`) - Date.parse(`${start}Z`);
  return { from, to: to < from ? new Date(from.getTime() + length) : to };
}

/** {@link studioMoment} of an event as Google's API shows it: of a repeated hour, what the studio can say of it (C21). */
export function googleMoment(event: { readonly [field: string]: unknown }, zone: ZoneName): string {
  return `${momentOf(event["start"], zone)}/${momentOf(event["end"], zone)}`;
}

function momentOf(time: unknown, zone: ZoneName): string {
  // An event's start and end have either a date or a dateTime (google.md 2.6).
  const { date, dateTime } = time as { readonly date?: string; readonly dateTime?: string };
  return date ?? instantOf(wallTimeAt(new Date(dateTime ?? ""), zone), zone).toISOString();
}

/** What moves an event by an hour; all-day events stay where they are. */
export function anHourLater(event: { readonly [field: string]: unknown }): Readonly<Record<string, unknown>> {
  const later = (time: unknown): unknown => {
    // An event's start and end have either a date or a dateTime (google.md 2.6).
    const { dateTime, timeZone } = time as { readonly dateTime?: string; readonly timeZone?: string };
    return dateTime === undefined
      ? time
      : { dateTime: new Date(Date.parse(dateTime) + 3_600_000).toISOString(), timeZone };
  };
  return { start: later(event["start"]), end: later(event["end"]) };
}
