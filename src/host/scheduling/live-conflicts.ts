import { UnitOfWork } from "../../api/index.js";
import type { EntryId, ScheduleEntry } from "../../api/index.js";
import { inject, injectable } from "../../base/service-token.js";
import type { WallTime } from "../../base/wall-time.js";
import { ScheduleConflictStore, ScheduleOverview } from "../studio-data/index.js";
import type { StoredConflict } from "../studio-data/index.js";
import { isConflict, timesOf } from "./overlap.js";

/** A conflict with both its entries as they are now, the earlier one first. */
export interface LiveConflict {
  readonly stored: StoredConflict;
  readonly sides: readonly [ScheduleEntry, ScheduleEntry];
}

/** What is still a conflict of what was found to be one (S3). */
@injectable()
export class LiveConflicts {
  constructor(
    @inject(ScheduleConflictStore) private readonly store: ScheduleConflictStore,
    @inject(ScheduleOverview) private readonly overview: ScheduleOverview,
    @inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
  ) {}

  /** Those that still overlap and were not kept, by time; those that vanished are forgotten. */
  async of(stored: readonly StoredConflict[], now: WallTime): Promise<readonly LiveConflict[]> {
    if (stored.length === 0) return [];
    const entryOf = await this.#entriesNow(stored);
    const live: LiveConflict[] = [];
    const vanished: number[] = [];
    for (const one of stored) {
      const first = entryOf(one, one.first);
      const second = entryOf(one, one.second);
      if (first === undefined || second === undefined || !isConflict([first, second], now)) vanished.push(one.id);
      else {
        const sides = second.when.start < first.when.start ? ([second, first] as const) : ([first, second] as const);
        if (one.keptAs !== timesOf(sides)) live.push({ stored: one, sides });
      }
    }
    if (vanished.length > 0) await this.unitOfWork.run((transaction) => this.store.forget(vanished, transaction));
    return live.toSorted((one, other) => (timesOf(one.sides) < timesOf(other.sides) ? -1 : 1));
  }
  /** Finds an entry of a conflict as the user has it, or else as somebody has it; a resource's as it is booked with it. */
  async #entriesNow(
    stored: readonly StoredConflict[],
  ): Promise<(conflict: StoredConflict, entryId: EntryId) => ScheduleEntry | undefined> {
    const byResource = new Map<number | undefined, readonly ScheduleEntry[]>();
    for (const resourceId of new Set(stored.map((one) => one.resourceId))) {
      const entryIds = stored.filter((one) => one.resourceId === resourceId).flatMap((one) => [one.first, one.second]);
      const found =
        resourceId === undefined
          ? await this.overview.findEntries(entryIds)
          : await this.overview.findBookings(resourceId, entryIds);
      byResource.set(resourceId, found);
    }
    return ({ resourceId, userId }, entryId) => {
      const same = (byResource.get(resourceId) ?? []).filter((entry) => entry.entryId === entryId);
      return same.find((entry) => entry.userId === userId) ?? same[0];
    };
  }
}
