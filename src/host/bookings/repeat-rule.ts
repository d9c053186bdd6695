import { Temporal } from "temporal-polyfill";

import type { When } from "../../api/index.js";
import { wallTime } from "../../base/wall-time.js";
import type { Day } from "../../base/wall-time.js";
import { ImpossibleBookingError } from "./errors.js";

/** How often an appointment is repeated, and until when. */
export interface RepeatRule {
  readonly every: "day" | "week" | "month";
  /** Every so many days, weeks or months. */
  readonly interval: number;
  /** The last day an occurrence may begin on. */
  readonly until: Day;
}

/** More than this at once is taken for a slip: a year of days. */
const mostOccurrences = 366;

/**
 * The times of every occurrence, the first included. A month without the day is left out, as
 * RFC 5545 does; all are as long as the first.
 * @throws ImpossibleBookingError when there are too many, or the end lies before the beginning
 */
export function occurrencesOf(first: When, { every, interval, until }: RepeatRule): readonly When[] {
  const start = Temporal.PlainDateTime.from(first.start);
  const length = start.until(Temporal.PlainDateTime.from(first.end));
  const last = Temporal.PlainDate.from(until);
  if (Temporal.PlainDate.compare(last, start.toPlainDate()) < 0) {
    throw new ImpossibleBookingError("until", "The repeat ends before it begins.");
  }
  const occurrences: When[] = [];
  for (let count = 0; ; count += 1) {
    const at = start.add({ [`${every}s`]: count * interval });
    if (Temporal.PlainDate.compare(at.toPlainDate(), last) > 0) return occurrences;
    if (every === "month" && at.day !== start.day) continue;
    if (occurrences.length === mostOccurrences) {
      throw new ImpossibleBookingError("until", `A repeat has at most ${mostOccurrences} occurrences; end it earlier.`);
    }
    const text = (time: Temporal.PlainDateTime) => wallTime(time.toString({ smallestUnit: "second" }));
    occurrences.push({ start: text(at), end: text(at.add(length)), isAllDay: first.isAllDay });
  }
}

/** The rule in words, as it is kept with the repeat. */
export function ruleText({ every, interval, until }: RepeatRule): string {
  return `every ${interval === 1 ? every : `${interval} ${every}s`} until ${until}`;
}
