import { serviceToken } from "../../base/service-token.js";
import type { WallTime } from "../../base/wall-time.js";
import type { EntryId } from "./schedule.js";
import type { UserId } from "./users.js";

/** An entry that was made or moved without anybody of the studio looking at the calendar. */
export interface TouchedEntry {
  readonly userId: UserId;
  readonly entryId: EntryId;
}

/** Finds double bookings that came about behind the studio's back, and asks people to resolve them (S1). */
export interface ScheduleConflicts {
  /**
   * Records the overlaps not yet over of busy entries of every user concerned by what was touched, and of
   * rooms and other resources the touched records are booked with; prompts those users. What overlaps no
   * more is forgotten. Touching is no overlap. Does nothing with "Allow Always" (S2).
   * @param now the wall clock in the zone the entries are meant in
   * @returns how many conflicts are new
   */
  detect(touched: readonly TouchedEntry[], now: WallTime): Promise<number>;
  /** How many conflicts wait for the user to resolve them. */
  count(userId: UserId, now: WallTime): Promise<number>;
}
export const ScheduleConflicts = serviceToken<ScheduleConflicts>("schedule-conflicts");
