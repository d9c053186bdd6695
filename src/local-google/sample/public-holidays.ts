import type { SeedEvent } from "../seed/seed.js";
import { addDays } from "../store/zone-time.js";

const fixed = [
  ["New Year's Day", "01-01"],
  ["Juneteenth", "06-19"],
  ["Independence Day", "07-04"],
  ["Veterans Day", "11-11"],
  ["Christmas Eve", "12-24"],
  ["Christmas Day", "12-25"],
] as const;

/** The month, the weekday (1 for Monday) and which of them in the month; 0 for the last. */
const movable = [
  ["Martin Luther King Jr. Day", "01", 1, 3],
  ["Presidents' Day", "02", 1, 3],
  ["Memorial Day", "05", 1, 0],
  ["Labor Day", "09", 1, 1],
  ["Thanksgiving Day", "11", 4, 4],
] as const;

/** Public holidays of last year, this year and the next, as the calendar everybody can subscribe to has them. */
export function publicHolidays(today: string): readonly SeedEvent[] {
  const year = Number(today.slice(0, 4));
  return [year - 1, year, year + 1].flatMap((one) => [
    ...fixed.map(([summary, day]) => wholeDay(summary, `${one}-${day}`)),
    ...movable.map(([summary, month, weekday, which]) => wholeDay(summary, nth(`${one}-${month}`, weekday, which))),
  ]);
}

function wholeDay(summary: string, date: string): SeedEvent {
  return {
    summary,
    description: "Public holiday",
    start: { date },
    end: { date: addDays(date, 1) },
    transparency: "transparent",
    visibility: "public",
  };
}

/** @param month `YYYY-MM` */
function nth(month: string, weekday: number, which: number): string {
  const first = `${month}-01`;
  const found = addDays(first, (weekday - weekdayOf(first) + 7) % 7);
  if (which > 0) return addDays(found, 7 * (which - 1));
  const fifth = addDays(found, 28);
  return fifth.startsWith(month) ? fifth : addDays(found, 21);
}

function weekdayOf(date: string): number {
  return new Date(`${date}T00:00:00Z`).getUTCDay();
}
