import { addDays, addMonths } from "../../base/wall-time.js";
import type { Day } from "../../base/wall-time.js";
import type { SampleRandom } from "./sample-random.js";

/** How busy Monday to Sunday are, compared with each other. */
export type WeekShape = readonly [number, number, number, number, number, number, number];

/** The studio is closed on Mondays, and everybody has time at the weekend. */
export const sessionWeek: WeekShape = [0.1, 0.8, 0.9, 1, 1.3, 2.6, 1.8];
export const officeWeek: WeekShape = [1, 1.2, 1, 1, 1, 0.4, 0.1];
export const weddingWeek: WeekShape = [0, 0, 0, 0.1, 1, 6, 2];

const daysBefore = 365;
const monthsAhead = 6;
/** Bookings thin out ahead: after this many days to an e-th. */
const thinning = 130;

/** The days a sample reaches over: a year back to half a year ahead. */
export class SampleDays {
  readonly first: Day;
  readonly last: Day;
  readonly #days: readonly Day[];
  readonly #tables = new Map<WeekShape, Float64Array>();

  constructor(readonly today: Day) {
    this.first = addDays(today, -daysBefore);
    this.last = addMonths(today, monthsAhead);
    const days: Day[] = [];
    for (let day = this.first; day <= this.last; day = addDays(day, 1)) days.push(day);
    this.#days = days;
  }

  pick(random: SampleRandom, week: WeekShape): Day {
    const table = this.#tableOf(week);
    const aim = random.next() * (table.at(-1) ?? 0);
    let from = 0;
    let to = table.length - 1;
    while (from < to) {
      const middle = (from + to) >> 1;
      if ((table[middle] ?? 0) > aim) to = middle;
      else from = middle + 1;
    }
    return this.#days[from] ?? this.today;
  }

  /** Monday of this week, or of one so many weeks later. */
  monday(weeksLater = 0): Day {
    return addDays(this.today, weeksLater * 7 - weekdayOf(this.today));
  }

  /** Sums of the days' weights up to each day. */
  #tableOf(week: WeekShape): Float64Array {
    const known = this.#tables.get(week);
    if (known !== undefined) return known;
    let sum = 0;
    const sums = this.#days.map((day, index) => {
      const ahead = index - daysBefore;
      sum += (week[weekdayOf(day)] ?? 0) * (ahead < 0 ? 1 : 1.3 * Math.exp(-ahead / thinning));
      return sum;
    });
    const table = Float64Array.from(sums);
    this.#tables.set(week, table);
    return table;
  }
}

/** 0 for Monday to 6 for Sunday. */
function weekdayOf(day: Day): number {
  return (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7;
}
