import { Notifications, UnitOfWork, Users } from "../../api/index.js";
import type { ScheduleConflicts, TouchedEntry, UserId } from "../../api/index.js";
import { inject, injectable } from "../../base/service-token.js";
import { wallTime } from "../../base/wall-time.js";
import type { WallTime } from "../../base/wall-time.js";
import { LiveEvents } from "../live-events/index.js";
import { StoredPreferences } from "../preferences/index.js";
import { ScheduleConflictStore, ScheduleOverview } from "../studio-data/index.js";
import type { Overlap, StoredConflict } from "../studio-data/index.js";
import { LiveConflicts } from "./live-conflicts.js";
import { isConflict } from "./overlap.js";
import { schedulingSettings } from "./scheduling-settings.js";

/** After every date a studio books. */
const endOfTime = wallTime("9999-12-31T00:00:00");

/** What the notification that prompts a user is withdrawn by. */
export function subjectOfConflicts(userId: UserId): string {
  return `schedule-conflicts/${userId}`;
}

/** Looks for double bookings after something came in from outside, and prompts those who have them (S1). */
@injectable()
export class DetectConflicts implements ScheduleConflicts {
  constructor(
    @inject(ScheduleConflictStore) private readonly store: ScheduleConflictStore,
    @inject(ScheduleOverview) private readonly overview: ScheduleOverview,
    @inject(StoredPreferences) private readonly preferences: StoredPreferences,
    @inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @inject(Notifications) private readonly notifications: Notifications,
    @inject(LiveEvents) private readonly liveEvents: LiveEvents,
    @inject(Users) private readonly users: Users,
    @inject(LiveConflicts) private readonly live: LiveConflicts,
  ) {}

  async count(userId: UserId, now: WallTime): Promise<number> {
    return (await this.live.of(await this.store.listOf([userId]), now)).length;
  }

  async detect(touched: readonly TouchedEntry[], now: WallTime): Promise<number> {
    if (touched.length === 0) return 0;
    if ((await schedulingSettings(this.preferences)).conflictChecker === "Allow Always") return 0;
    const holders = [...touched, ...(await this.store.sharersOf(touched.map(({ entryId }) => entryId)))];
    const active = new Set((await this.users.list()).filter(({ isInactive }) => !isInactive).map(({ id }) => id));
    const userIds = [...new Set(holders.map(({ userId }) => userId))].filter((id) => active.has(id));
    const overlaps = [...(await this.store.overlaps(userIds, now)), ...(await this.#clashesOfResources(holders, now))];
    const known = await this.store.listOf(userIds);
    const fresh = await this.#store(
      overlaps.filter(({ userId }) => active.has(userId)),
      known,
      await this.#keptNoMore(known, now),
    );
    for (const [userId, count] of countByUser(fresh)) await this.#prompt(userId, count);
    if (fresh.length > 0) this.liveEvents.publish({ kind: "conflicts-changed" });
    return fresh.length;
  }

  /** S2: a room or other resource booked twice, told to everybody who has the touched record. */
  async #clashesOfResources(holders: readonly TouchedEntry[], now: WallTime): Promise<readonly Overlap[]> {
    const resourceIds = await this.store.resourcesOf(holders.map(({ entryId }) => entryId));
    if (resourceIds.length === 0) return [];
    const booked = await this.overview.listOfResourcesBetween(resourceIds, now, endOfTime);
    return holders.flatMap(({ userId, entryId }) =>
      booked
        .filter(({ entry }) => entry.entryId === entryId)
        .flatMap(({ resourceId, entry }) =>
          booked
            .filter((other) => other.resourceId === resourceId && isConflict([entry, other.entry], now))
            .map((other) => ({ userId, resourceId, first: entryId, second: other.entry.entryId })),
        ),
    );
  }

  /** Kept at other times than they have now: whoever kept them is asked again (S3). */
  async #keptNoMore(known: readonly StoredConflict[], now: WallTime): Promise<readonly StoredConflict[]> {
    const kept = known.filter(({ keptAs }) => keptAs !== "");
    return (await this.live.of(kept, now)).map(({ stored }) => stored);
  }

  /** @returns what nobody had been asked about */
  async #store(
    overlaps: readonly Overlap[],
    known: readonly StoredConflict[],
    keptNoMore: readonly StoredConflict[],
  ): Promise<readonly Overlap[]> {
    const found = new Map(overlaps.map((one) => [keyOf(one), one]));
    const isKnown = new Set(known.map(keyOf));
    // Clashes of resources were looked for around what was touched only: those elsewhere end when they are looked at.
    const vanished = known.filter((one) => one.resourceId === undefined && !found.has(keyOf(one)));
    const fresh = [...found].filter(([key]) => !isKnown.has(key)).map(([, one]) => one);
    await this.unitOfWork.run(async (transaction) => {
      await this.store.forget(
        vanished.map(({ id }) => id),
        transaction,
      );
      await this.store.add(fresh, transaction);
      await this.store.keep(
        keptNoMore.map(({ id }) => id),
        "",
        transaction,
      );
    });
    return [...fresh, ...keptNoMore];
  }

  async #prompt(userId: UserId, count: number): Promise<void> {
    const what = count === 1 ? "One booking overlaps another one" : `${count} bookings overlap others`;
    await this.notifications.notify({
      audience: { kind: "user", userId },
      severity: "warning",
      title: "Resolve Schedule Conflicts",
      text: `${what} since the last sync. Open Tools > Resolve Schedule Conflicts.`,
      subject: subjectOfConflicts(userId),
    });
    this.liveEvents.publish({ kind: "notifications-changed" });
  }
}

function keyOf({ userId, resourceId, first, second }: Overlap): string {
  return [userId, resourceId ?? 0, ...[first, second].toSorted()].join(" ");
}

function countByUser(overlaps: readonly Overlap[]): ReadonlyMap<UserId, number> {
  const counts = new Map<UserId, number>();
  for (const { userId } of overlaps) counts.set(userId, (counts.get(userId) ?? 0) + 1);
  return counts;
}
