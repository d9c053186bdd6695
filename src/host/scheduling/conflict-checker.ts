import type { ScheduleEntry, UserId, When } from "../../api/index.js";
import { inject, injectable } from "../../base/service-token.js";
import { StoredPreferences } from "../preferences/index.js";
import { ScheduleOverview } from "../studio-data/index.js";
import { conflictCheckerSetting } from "./conflict-checker-setting.js";

/** What is to be booked. */
export interface PlannedBooking {
  readonly whens: readonly When[];
  readonly userIds: readonly UserId[];
  /** The record being changed: it does not stand in its own way. */
  readonly record?: { readonly kind: "appointment" | "session"; readonly id: number };
}

/** Whether something may be booked. */
export type ConflictVerdict =
  | { readonly kind: "clear" }
  /** @param mayBookAnyway after being asked ("Allow After Prompting"); otherwise it is refused ("Never") */
  | { readonly kind: "taken"; readonly entries: readonly ScheduleEntry[]; readonly mayBookAnyway: boolean };

/** The Scheduling Conflict Checker, applied when booking by hand (S2). What comes from Google never passes here. */
@injectable()
export class ConflictChecker {
  constructor(
    @inject(ScheduleOverview) private readonly overview: ScheduleOverview,
    @inject(StoredPreferences) private readonly preferences: StoredPreferences,
  ) {}

  async check(booking: PlannedBooking): Promise<ConflictVerdict> {
    const conflictChecker = await conflictCheckerSetting(this.preferences);
    if (conflictChecker === "Allow Always") return { kind: "clear" };
    const entries = await this.#overlapping(booking);
    if (entries.length === 0) return { kind: "clear" };
    return { kind: "taken", entries, mayBookAnyway: conflictChecker === "Allow After Prompting" };
  }

  /** Busy entries of these users at these times. Touching is no overlap (S1). */
  async #overlapping({ whens, userIds, record }: PlannedBooking): Promise<readonly ScheduleEntry[]> {
    const [from] = whens.map(({ start }) => start).toSorted();
    const to = whens
      .map(({ end }) => end)
      .toSorted()
      .at(-1);
    if (from === undefined || to === undefined || userIds.length === 0) return [];
    const all = await this.overview.listBetween(userIds, from, to);
    const isItself = ({ kind, recordId }: ScheduleEntry): boolean =>
      recordId === record?.id && (kind === "appointment") === (record.kind === "appointment");
    const overlaps = (entry: ScheduleEntry): boolean =>
      whens.some(({ start, end }) => entry.when.start < end && start < entry.when.end);
    return all.filter((entry) => !entry.isFree && !isItself(entry) && overlaps(entry));
  }
}
