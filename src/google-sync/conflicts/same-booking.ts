import { Clock, Schedule, StaleEntryError, UnitOfWork, Users } from "../../api/index.js";
import type { ConflictAction, ConflictDialog, OverlappingEntries, ScheduleEntry } from "../../api/index.js";
import { CodedError } from "../../base/coded-error.js";
import { inject, injectable } from "../../base/service-token.js";
import { AccountStore } from "../account/index.js";
import { LinkStore } from "../links/index.js";
import type { Link } from "../links/index.js";

/** Two entries that cannot be made one. */
class NotTheSameBookingError extends CodedError {
  readonly code = "not-the-same-booking";
}

/** The Google-born appointment of a pair, and the studio's booking it stands for. */
interface SameBooking {
  readonly born: ScheduleEntry;
  readonly booking: ScheduleEntry;
  readonly bornLink: Link;
  readonly bookingLink: Link | undefined;
}

const action: ConflictAction = {
  id: "same-booking",
  label: "They are the same booking",
  confirm:
    "The appointment that came from Google is deleted in the studio; its event becomes the event of the other booking, with that booking's time and title.",
  clearance: { area: "Appointments", level: "delete" },
};

/**
 * "They are the same booking" (S3): the Google-born appointment goes, its event becomes the session's. Nothing is sent
 * to Google here: the next run gives the event what the booking holds, and deletes the event the booking had before.
 */
@injectable()
export class SameBookingDialog implements ConflictDialog {
  constructor(
    @inject(LinkStore) private readonly links: LinkStore,
    @inject(AccountStore) private readonly accounts: AccountStore,
    @inject(Schedule) private readonly schedule: Schedule,
    @inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @inject(Clock) private readonly clock: Clock,
    @inject(Users) private readonly users: Users,
  ) {}

  async actionsFor(conflict: OverlappingEntries): Promise<readonly ConflictAction[]> {
    return (await this.#find(conflict)) === undefined ? [] : [action];
  }

  /** @throws NotTheSameBookingError @throws StaleEntryError when one of the two changes at this very moment */
  async act(_actionId: string, conflict: OverlappingEntries): Promise<string> {
    const found = await this.#find(conflict);
    if (found === undefined) {
      throw new NotTheSameBookingError("These two cannot be made one booking any more", {
        hint: "Reload the list of conflicts.",
      });
    }
    const { born, booking, bornLink, bookingLink } = found;
    const { userId } = conflict;
    const user = await this.users.findById(userId);
    await this.unitOfWork.run(async (transaction) => {
      const [current] = await this.schedule.find(userId, [booking.entryId], transaction);
      if (current?.version !== booking.version) throw new StaleEntryError(booking.entryId);
      await this.schedule.takeOff(
        { userId, entryId: born.entryId, version: born.version },
        {
          changedAt: this.clock.now(),
          note: `The same booking as another one, says ${user?.firstName ?? "a user"} ${user?.lastName ?? ""}`.trim(),
        },
        transaction,
      );
      // The event the booking had is a second copy now; the next run deletes it.
      if (bookingLink?.eventId !== undefined) {
        await this.links.change(
          bookingLink.id,
          { state: "new", entryId: undefined, studioVersion: undefined, directive: { kind: "keep", side: "studio" } },
          transaction,
        );
      } else if (bookingLink !== undefined) await this.links.delete([bookingLink.id], transaction);
      await this.links.change(
        bornLink.id,
        {
          entryId: booking.entryId,
          studioVersion: undefined,
          isMadeByUs: false,
          directive: { kind: "keep", side: "studio" },
        },
        transaction,
      );
    });
    return "They are one booking now. The next sync gives the event the booking's time and title.";
  }

  async #find({ userId, sides }: OverlappingEntries): Promise<SameBooking | undefined> {
    const [one, other] = sides;
    for (const [born, booking] of [
      [one, other],
      [other, one],
    ] as const) {
      if (!isGoogleBorn(born) || booking.origin === "google" || booking.userId !== userId) continue;
      const bornLink = await this.#linkOf(born);
      if (bornLink?.state !== "linked" || bornLink.questionId !== undefined) continue;
      const bookingLink = await this.#linkOf(booking);
      if (bookingLink?.questionId === undefined) return { born, booking, bornLink, bookingLink };
    }
    return undefined;
  }

  async #linkOf({ userId, entryId }: ScheduleEntry): Promise<Link | undefined> {
    const account = await this.accounts.find(userId);
    if (account?.calendar === undefined) return undefined;
    const stream = await this.links.findStream(userId, account.sub, account.calendar.id);
    return (await this.links.findByEntry(entryId)).find(({ streamId }) => streamId === stream?.id);
  }
}

/** An unlinked appointment of this user alone that was made in Google (C5). */
function isGoogleBorn({ kind, origin, client, userCount }: ScheduleEntry): boolean {
  return kind === "appointment" && origin === "google" && client === undefined && userCount === 1;
}
