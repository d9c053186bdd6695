import type { When } from "../../api/index.js";
import { addDays, addMinutes, day, dayOf, instantOf, startOf, wallTime, wallTimeAt } from "../../base/wall-time.js";
import type { Day, WallTime, ZoneName } from "../../base/wall-time.js";
import type { GoogleTime, WrittenTime } from "../google/index.js";

/**
 * The canonical text of the field "when": `start/end` in wall-clock time, only the days
 * (end exclusive) for an all-day item. Start, end and all-day are one field (C2).
 */
export function whenText({ start, end, isAllDay }: When): string {
  return isAllDay ? daysText(dayOf(start), dayOf(end)) : `${start}/${end}`;
}

/** The reverse of `whenText`. @throws InvalidTimeError for any other text */
export function parseWhenText(text: string): When {
  const [start = "", end = ""] = text.split("/");
  if (start.length === 10) return { start: startOf(day(start)), end: startOf(day(end)), isAllDay: true };
  return { start: wallTime(start), end: wallTime(end), isAllDay: false };
}

/** Google's start and end for the canonical text: days, or wall-clock time plus zone (C20). */
export function eventTimesOf(text: string, zone: ZoneName): { readonly start: WrittenTime; readonly end: WrittenTime } {
  const when = parseWhenText(text);
  if (when.isAllDay) {
    return { start: { kind: "day", date: dayOf(when.start) }, end: { kind: "day", date: dayOf(when.end) } };
  }
  const timed = (at: WallTime): WrittenTime => ({ kind: "time", dateTime: at, timeZone: zone });
  // A start inside the gap of a clock change moves forward; an end before the gap's end must not be left behind (C21).
  const isTurned = instantOf(when.start, zone) > instantOf(when.end, zone);
  const end = isTurned ? addMinutes(when.end, gapMinutes(when.start, zone)) : when.end;
  return { start: timed(when.start), end: timed(end) };
}

function gapMinutes(insideGap: WallTime, zone: ZoneName): number {
  const moved = wallTimeAt(instantOf(insideGap, zone), zone);
  return (Date.parse(`${moved}Z`) - Date.parse(`${insideGap}Z`)) / 60_000;
}

/** The canonical text of an event's times, in wall-clock time of the zone (C20). */
export function whenTextOfEvent(start: GoogleTime, end: GoogleTime, zone: ZoneName): string {
  if (start.kind === "day") {
    return daysText(start.date, end.kind === "day" ? end.date : start.date);
  }
  const from = wallTimeAt(start.dateTime, zone);
  const to = end.kind === "time" ? wallTimeAt(end.dateTime, zone) : from;
  // Over the repeated hour a wall-clock end can lie before its start; the studio has no words for that.
  return `${from}/${to < from ? from : to}`;
}

/**
 * How Google gives back a time written in one zone, read in another: out of a clock change's
 * gap (C21), and the moment kept (C20).
 */
export function googleWhenText(text: string, written: ZoneName, read: ZoneName): string {
  const { start, end } = eventTimesOf(text, written);
  const asSent = (time: WrittenTime): GoogleTime =>
    time.kind === "day" ? time : { kind: "time", dateTime: instantOf(time.dateTime, written), timeZone: written };
  return whenTextOfEvent(asSent(start), asSent(end), read);
}

/** An all-day item whose end is not after its start is meant as one day. */
function daysText(first: Day, after: Day): string {
  return `${first}/${after > first ? after : addDays(first, 1)}`;
}

/** By how many minutes the start moved from one canonical text to another, in wall-clock time. */
export function movedByMinutes(before: string, after: string): number {
  const startOfText = (text: string) => Date.parse(`${parseWhenText(text).start}Z`);
  return (startOfText(after) - startOfText(before)) / 60_000;
}
