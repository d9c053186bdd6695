import { Temporal } from "temporal-polyfill";

import { remembered } from "./remembered.js";

const dayInMs = 86_400_000;
/** Years of four digits in every zone. */
const firstDay = 0;
const lastDay = Date.UTC(9998, 11, 31) / dayInMs;

/** A zone's offset on a UTC day; `undefined` where the clocks are changed on it. */
const offsetsOf = remembered((zone: string) => remembered((day: number) => lookUp(day, zone)));

/**
 * By how many milliseconds a zone's clocks are ahead of UTC on the whole UTC day of an instant
 * (milliseconds since 1970). No zone changes its clocks back and forth within a day; so two looks at
 * a day say it for all of it, and the many items of a calendar need not ask Temporal one by one.
 * @returns undefined when the clocks are changed on that day, or the year is not one of 1970 to 9998
 */
export function offsetOfDay(instant: number, zone: string): number | undefined {
  const day = Math.floor(instant / dayInMs);
  if (!(day >= firstDay && day <= lastDay)) return undefined;
  return offsetsOf(zone)(day);
}

/** The same where it holds for the days before and after too: then a wall-clock time of that day is one instant. */
export function offsetAround(instant: number, zone: string): number | undefined {
  const offset = offsetOfDay(instant, zone);
  const isSame = offsetOfDay(instant - dayInMs, zone) === offset && offsetOfDay(instant + dayInMs, zone) === offset;
  return isSame ? offset : undefined;
}

function lookUp(day: number, zone: string): number | undefined {
  const first = offsetAt(day * dayInMs, zone);
  return first === offsetAt((day + 1) * dayInMs - 1, zone) ? first : undefined;
}

function offsetAt(instant: number, zone: string): number {
  return Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(zone).offsetNanoseconds / 1_000_000;
}
