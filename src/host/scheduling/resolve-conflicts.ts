import { Clearances, UnitOfWork } from "../../api/index.js";
import type { ConflictAction, OverlappingEntries, ScheduleEntry, UserId } from "../../api/index.js";
import { inject, injectable } from "../../base/service-token.js";
import type { WallTime } from "../../base/wall-time.js";
import { shownEntry } from "../calendar/index.js";
import type { ShownEntry } from "../calendar/index.js";
import { Contributions } from "../contributions/index.js";
import { LiveEvents } from "../live-events/index.js";
import { NotificationInbox } from "../notifications/index.js";
import { ClearanceMissingError } from "../security/index.js";
import { AppointmentStore, ResourceStore, ScheduleConflictStore } from "../studio-data/index.js";
import { subjectOfConflicts } from "./detect-conflicts.js";
import { ConflictActionError, ConflictNotFoundError } from "./errors.js";
import { LiveConflicts } from "./live-conflicts.js";
import type { LiveConflict } from "./live-conflicts.js";
import { timesOf } from "./overlap.js";

/** A conflict as the dialog shows it (S3). */
export interface ShownConflict {
  readonly id: number;
  readonly userId: UserId;
  /** The room or other resource that is booked twice; empty where the user is. */
  readonly resource: string;
  /** The earlier one first. */
  readonly sides: readonly [ShownEntry, ShownEntry];
  /** Which of the two came from Google and may be deleted. */
  readonly deletable: readonly string[];
  /** What plugins offer. */
  readonly actions: readonly (ConflictAction & { readonly contribution: string })[];
}

/** The model of "Resolve Schedule Conflicts" (S3, S4). */
@injectable()
export class ResolveConflicts {
  constructor(
    @inject(ScheduleConflictStore) private readonly store: ScheduleConflictStore,
    @inject(LiveConflicts) private readonly live: LiveConflicts,
    @inject(AppointmentStore) private readonly appointments: AppointmentStore,
    @inject(ResourceStore) private readonly resources: ResourceStore,
    @inject(Contributions) private readonly contributions: Contributions,
    @inject(Clearances) private readonly clearances: Clearances,
    @inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @inject(NotificationInbox) private readonly inbox: NotificationInbox,
    @inject(LiveEvents) private readonly liveEvents: LiveEvents,
  ) {}

  /** One's own; an administrator sees any user's (S4). @throws ClearanceMissingError */
  async list(userId: UserId, viewer: UserId, now: WallTime): Promise<readonly ShownConflict[]> {
    await this.#requireOwn(userId, viewer);
    const live = await this.live.of(await this.store.listOf([userId]), now);
    const names = new Map((await this.resources.list()).map(({ id, name }) => [id, name]));
    if (live.length === 0) await this.inbox.withdraw(subjectOfConflicts(userId));
    return Promise.all(
      live.map(async ({ stored, sides }) => ({
        id: stored.id,
        userId,
        resource: stored.resourceId === undefined ? "" : (names.get(stored.resourceId) ?? "a resource"),
        sides: [shownEntry(sides[0], viewer), shownEntry(sides[1], viewer)] as const,
        deletable: sides.filter(isDeletable).map(({ entryId }) => entryId),
        actions: stored.resourceId === undefined ? await this.#contributed({ userId, sides }, viewer) : [],
      })),
    );
  }

  /** "Keep both": nobody is asked again until one of them moves. */
  async keep(id: number, viewer: UserId, now: WallTime): Promise<void> {
    const { stored, sides } = await this.#find(id, viewer, now);
    await this.unitOfWork.run((transaction) => this.store.keep([stored.id], timesOf(sides), transaction));
    this.#told();
  }

  /** Deletes the one that came from Google; the next sync deletes its event. @throws ConflictActionError */
  async deleteGoogleBorn(id: number, entryId: string, viewer: UserId, now: WallTime): Promise<void> {
    const { sides } = await this.#find(id, viewer, now);
    const entry = sides.find((side) => side.entryId === entryId);
    if (entry === undefined || !isDeletable(entry)) {
      throw new ConflictActionError("Only an appointment that came from Google is deleted here", {
        hint: "Open the record to change or delete it.",
      });
    }
    if (!(await this.clearances.allows(viewer, "Appointments", "delete"))) {
      throw new ClearanceMissingError("Appointments", "delete");
    }
    const appointment = await this.appointments.findById(entry.recordId);
    if (appointment === undefined) throw new ConflictNotFoundError();
    await this.unitOfWork.run((transaction) =>
      this.appointments.remove(appointment.id, appointment.version, transaction),
    );
    this.liveEvents.publish({ kind: "calendar-changed" });
    this.#told();
  }

  /**
   * An action of a plugin; says what it did.
   * @throws ClearanceMissingError @throws UnknownContributionError, and what the plugin throws
   */
  async act(id: number, contribution: string, actionId: string, viewer: UserId, now: WallTime): Promise<string> {
    const { stored, sides } = await this.#find(id, viewer, now);
    const conflict = { userId: stored.userId, sides };
    const said = await this.contributions.conflictDialogs.use(contribution, async (dialog) => {
      const action = (await dialog.actionsFor(conflict)).find((one) => one.id === actionId);
      await this.#requireCleared(action, viewer);
      return dialog.act(actionId, conflict);
    });
    this.liveEvents.publish({ kind: "calendar-changed" });
    this.#told();
    return said;
  }

  async #find(id: number, viewer: UserId, now: WallTime): Promise<LiveConflict> {
    const stored = await this.store.find(id);
    if (stored === undefined) throw new ConflictNotFoundError();
    await this.#requireOwn(stored.userId, viewer);
    const [live] = await this.live.of([stored], now);
    if (live === undefined) throw new ConflictNotFoundError();
    return live;
  }

  async #requireOwn(userId: UserId, viewer: UserId): Promise<void> {
    if (userId === viewer || (await this.clearances.allows(viewer, "Users", "add-modify"))) return;
    throw new ClearanceMissingError("Users", "add-modify");
  }

  async #requireCleared(action: ConflictAction | undefined, viewer: UserId): Promise<void> {
    if (action?.clearance === undefined || (await this.#isCleared(action, viewer))) return;
    throw new ClearanceMissingError(action.clearance.area, action.clearance.level);
  }

  async #isCleared({ clearance }: ConflictAction, viewer: UserId): Promise<boolean> {
    return clearance === undefined || this.clearances.allows(viewer, clearance.area, clearance.level);
  }

  async #contributed(conflict: OverlappingEntries, viewer: UserId): Promise<ShownConflict["actions"]> {
    const dialogs = this.contributions.conflictDialogs.list();
    const offered = await Promise.all(
      dialogs.map(async ({ declaration: { id } }) => {
        const actions = await this.contributions.conflictDialogs.use(id, (dialog) => dialog.actionsFor(conflict));
        return actions.map((action) => ({ ...action, contribution: id }));
      }),
    );
    const cleared: (ConflictAction & { readonly contribution: string })[] = [];
    for (const action of offered.flat()) if (await this.#isCleared(action, viewer)) cleared.push(action);
    return cleared;
  }

  #told(): void {
    this.liveEvents.publish({ kind: "conflicts-changed" });
  }
}

/** What came from Google and belongs to no client; a booking of the studio is never deleted here. */
function isDeletable({ kind, origin, client, userCount }: ScheduleEntry): boolean {
  return kind === "appointment" && origin === "google" && client === undefined && userCount === 1;
}
