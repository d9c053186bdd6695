import type { SeedEvent, SeedTime } from "../seed/seed.js";
import { addDays } from "../store/zone-time.js";

export const [monday, tuesday, wednesday, thursday, friday, saturday, sunday] = [0, 1, 2, 3, 4, 5, 6] as const;
export type Weekday = 0 | 1 | 2 | 3 | 4 | 5 | 6;

/** Times told by week from today's, so that a sample always lies around today. */
export class SampleWeeks {
  readonly #monday: string;

  /** @param today `YYYY-MM-DD` */
  constructor(readonly today: string) {
    this.#monday = addDays(today, -((new Date(`${today}T00:00:00Z`).getUTCDay() + 6) % 7));
  }

  /** @param week 0 for this one, 1 for the next */
  day(week: number, weekday: Weekday): string {
    return addDays(this.#monday, week * 7 + weekday);
  }

  /** A wall-clock time, in the calendar's zone where none is named. @param time `HH:MM` */
  time(week: number, weekday: Weekday, time: string, timeZone?: string): SeedTime {
    return { dateTime: `${this.day(week, weekday)}T${time}:00`, ...(timeZone !== undefined && { timeZone }) };
  }

  /** From one time to another; to the next day where the end is earlier. */
  at(week: number, weekday: Weekday, from: string, to: string, timeZone?: string): Pick<SeedEvent, "start" | "end"> {
    const start = this.time(week, weekday, from, timeZone);
    const endDay = addDays(this.day(week, weekday), to < from ? 1 : 0);
    return { start, end: { ...start, dateTime: `${endDay}T${to}:00` } };
  }

  /** Whole days. */
  days(week: number, weekday: Weekday, count = 1): Pick<SeedEvent, "start" | "end"> {
    const date = this.day(week, weekday);
    return { start: { date }, end: { date: addDays(date, count) } };
  }
}
