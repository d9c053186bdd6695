import type { When } from "../../api/index.js";
import { addDays, addMinutes, startOf } from "../../base/wall-time.js";
import type { Day } from "../../base/wall-time.js";

/** From a minute of a day on. */
export function timed(day: Day, minuteOfDay: number, minutes: number): When {
  const start = addMinutes(startOf(day), minuteOfDay);
  return { start, end: addMinutes(start, minutes), isAllDay: false };
}

/** Whole days. */
export function allDay(day: Day, days = 1): When {
  return { start: startOf(day), end: startOf(addDays(day, days)), isAllDay: true };
}
