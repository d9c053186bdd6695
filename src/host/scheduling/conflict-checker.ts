import type { ScheduleEntry, UserId, When } from "../../api/index.js";
import { inject, injectable } from "../../base/service-token.js";
import { StoredPreferences } from "../preferences/index.js";
import { ScheduleOverview } from "../studio-data/index.js";
import { schedulingSettings } from "./scheduling-settings.js";

/** Somebody, or a room or another resource, who is taken up by a booking at a time. */
export type Occupation =
  | { readonly kind: "user"; readonly userId: UserId; readonly when: When }
  | { readonly kind: "resource"; readonly resourceId: number; readonly when: When };

/** What is to be booked. */
export interface PlannedBooking {
  readonly occupations: readonly Occupation[];
  /** The record being changed: it does not stand in its own way. */
  readonly record?: { readonly kind: "appointment" | "session"; readonly id: number };
}

/** What is booked already. */
export interface TakenTime {
  readonly entry: ScheduleEntry;
  /** The room or other resource that is taken; undefined where the entry's user is. */
  readonly resourceId: number | undefined;
}

/** Whether something may be booked. */
export type ConflictVerdict =
  | { readonly kind: "clear" }
  /** @param mayBookAnyway after being asked ("Allow After Prompting"); otherwise it is refused ("Never") */
  | { readonly kind: "taken"; readonly taken: readonly TakenTime[]; readonly mayBookAnyway: boolean };

/** The Scheduling Conflict Checker, applied when booking by hand (S2). What comes from Google never passes here. */
@injectable()
export class ConflictChecker {
  constructor(
    @inject(ScheduleOverview) private readonly overview: ScheduleOverview,
    @inject(StoredPreferences) private readonly preferences: StoredPreferences,
  ) {}

  async check(booking: PlannedBooking): Promise<ConflictVerdict> {
    if (booking.occupations.length === 0) return { kind: "clear" };
    const { conflictChecker } = await schedulingSettings(this.preferences);
    if (conflictChecker === "Allow Always") return { kind: "clear" };
    const taken = await this.#overlapping(booking);
    if (taken.length === 0) return { kind: "clear" };
    return { kind: "taken", taken, mayBookAnyway: conflictChecker === "Allow After Prompting" };
  }

  /** Busy entries of the same users and resources at these times. Touching is no overlap (S1). */
  async #overlapping({ occupations, record }: PlannedBooking): Promise<readonly TakenTime[]> {
    const from = occupations.map(({ when }) => when.start).reduce((one, other) => (other < one ? other : one));
    const to = occupations.map(({ when }) => when.end).reduce((one, other) => (other > one ? other : one));
    const users = byOwner(occupations, (one) => (one.kind === "user" ? one.userId : undefined));
    const resources = byOwner(occupations, (one) => (one.kind === "resource" ? one.resourceId : undefined));
    const isBusyElsewhere = ({ kind, recordId, isFree }: ScheduleEntry): boolean =>
      !isFree && !(recordId === record?.id && (kind === "appointment") === (record.kind === "appointment"));
    const overlaps = ({ when }: ScheduleEntry, whens: readonly When[] = []): boolean =>
      whens.some(({ start, end }) => when.start < end && start < when.end);

    const ofUsers = await this.overview.listBetween([...users.keys()], from, to);
    const ofResources = await this.overview.listOfResourcesBetween([...resources.keys()], from, to);
    return [
      ...ofUsers
        .filter((entry) => isBusyElsewhere(entry) && overlaps(entry, users.get(entry.userId)))
        .map((entry) => ({ entry, resourceId: undefined })),
      ...ofResources.filter(
        ({ entry, resourceId }) => isBusyElsewhere(entry) && overlaps(entry, resources.get(resourceId)),
      ),
    ];
  }
}

function byOwner(
  occupations: readonly Occupation[],
  ownerOf: (occupation: Occupation) => number | undefined,
): ReadonlyMap<number, readonly When[]> {
  const whens = new Map<number, When[]>();
  for (const occupation of occupations) {
    const owner = ownerOf(occupation);
    if (owner === undefined) continue;
    const known = whens.get(owner);
    if (known === undefined) whens.set(owner, [occupation.when]);
    else known.push(occupation.when);
  }
  return whens;
}
