import type { ScheduleEntry } from "../../api/index.js";
import type { WallTime } from "../../base/wall-time.js";

/** Whether two entries are busy at the same time, and not yet over. Touching is no overlap (S1). */
export function isConflict([one, other]: readonly [ScheduleEntry, ScheduleEntry], now: WallTime): boolean {
  const isBusyAndToCome = (entry: ScheduleEntry): boolean => !entry.isFree && entry.when.end > now;
  return (
    isBusyAndToCome(one) &&
    isBusyAndToCome(other) &&
    one.when.start < other.when.end &&
    other.when.start < one.when.end &&
    !isSameRecord(one, other)
  );
}

/** Event lines of one session are one booking. */
function isSameRecord(one: ScheduleEntry, other: ScheduleEntry): boolean {
  return one.recordId === other.recordId && (one.kind === "appointment") === (other.kind === "appointment");
}

/** The times two entries overlap with; other times are another conflict. */
export function timesOf([one, other]: readonly [ScheduleEntry, ScheduleEntry]): string {
  return [one, other].map(({ when }) => `${when.start}/${when.end}`).join(" ");
}
