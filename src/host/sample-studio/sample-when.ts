import type { When } from "../../api/index.js";
import { addDays, startOf, wallTime } from "../../base/wall-time.js";
import type { Day, WallTime } from "../../base/wall-time.js";

const minutesOfDay = 24 * 60;

/** From a minute of a day on. */
export function timed(day: Day, minuteOfDay: number, minutes: number): When {
  return { start: at(day, minuteOfDay), end: at(day, minuteOfDay + minutes), isAllDay: false };
}

/** Whole days. */
export function allDay(day: Day, days = 1): When {
  return { start: startOf(day), end: startOf(addDays(day, days)), isAllDay: true };
}

/** Written out rather than counted by the calendar: a big sample asks for it a hundred thousand times. */
function at(day: Day, minuteOfDay: number): WallTime {
  if (minuteOfDay >= minutesOfDay) return at(addDays(day, 1), minuteOfDay - minutesOfDay);
  const twoDigits = (value: number): string => String(value).padStart(2, "0");
  return wallTime(`${day}T${twoDigits(Math.floor(minuteOfDay / 60))}:${twoDigits(minuteOfDay % 60)}:00`);
}
