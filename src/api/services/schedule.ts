import { serviceToken } from "../../base/service-token.js";
import type { WallTime } from "../../base/wall-time.js";
import type { Transaction } from "./unit-of-work.js";
import type { UserId } from "./users.js";

/**
 * GUID of an entry, lower case with dashes. It stays the same when an appointment is
 * linked, converted to a session, or a session gets advanced scheduling (C5): the
 * session takes over the appointment's, each user's first visible event line the
 * session's. It names one entry of one user; users who share a record share its GUID.
 */
export type EntryId = string;

/** When something is. An all-day entry lasts from midnight of its first day to midnight after its last. */
export interface When {
  readonly start: WallTime;
  /** Exclusive for all-day entries: midnight of the day after the last (C21). */
  readonly end: WallTime;
  readonly isAllDay: boolean;
}

/** The client of a linked appointment or of a session, as far as a title may name them. */
export interface EntryClient {
  readonly id: number;
  readonly firstName: string;
  readonly lastName: string;
  readonly company: string;
  readonly phone: string | undefined;
}

/** One entry on one user's schedule (C1), as it is now. */
export interface ScheduleEntry {
  readonly entryId: EntryId;
  readonly userId: UserId;
  readonly kind: "appointment" | "session" | "event-line";
  /** Row number of the appointment, the session, or the event line's session. */
  readonly recordId: number;
  readonly description: string;
  readonly when: When;
  readonly location: string;
  readonly notes: string;
  /** Undefined for an unlinked appointment. */
  readonly client: EntryClient | undefined;
  /** The session's type, such as "Family"; empty for appointments. */
  readonly sessionType: string;
  /** How many users have this appointment, session or line. */
  readonly userCount: number;
  /** The repeat it is an occurrence of; one repeat counts once (G1). */
  readonly repeatId: number | undefined;
  readonly origin: "studio" | "google";
  /** Private entries show their text to their owner only (C8). */
  readonly isPrivate: boolean;
  /** Private to another user who is on it too: this user may know when it is, and nothing else (C8). */
  readonly isHiddenFromUser: boolean;
  readonly isFree: boolean;
  /** Text that changes whenever a row changes that the fields above come from. */
  readonly version: string;
  /** When the newest such row changed, UTC; a change that came from Google keeps Google's time (C15). */
  readonly changedAt: Date;
}

/** An unlinked appointment to be made. */
export interface AppointmentDraft {
  readonly entryId: EntryId;
  readonly userId: UserId;
  readonly description: string;
  readonly when: When;
  readonly location: string;
  readonly notes: string;
  readonly isPrivate: boolean;
  readonly isFree: boolean;
  readonly origin: "studio" | "google";
  readonly changedAt: Date;
}

/** Fields to change; those not named stay. Private and free hold for unlinked appointments only. */
export interface EntryChange {
  readonly description?: string;
  readonly when?: When;
  readonly location?: string;
  readonly notes?: string;
  readonly isPrivate?: boolean;
  readonly isFree?: boolean;
}

/** Which entry of which user, and the version the caller has seen (G9). */
export interface EntryReference {
  readonly userId: UserId;
  readonly entryId: EntryId;
  readonly version: string;
}

/** What a write left behind. */
export interface EntryWritten {
  readonly version: string;
  /** Everyone else concerned by a reschedule: on the entry, or who booked it (C6). */
  readonly others: readonly UserId[];
}

/** How long texts may be in the studio; longer ones are cut by the caller, with a warning (C11). */
export interface EntryLimits {
  readonly description: number;
  readonly location: number;
  readonly notes: number;
}

/**
 * Users' schedules: the entries that concern one user, whatever record they come from.
 * Reading finds what any program wrote. Every write checks the version in SQL.
 */
export interface Schedule {
  readonly limits: EntryLimits;
  /** Those of the named entries that are on the user's schedule now; absent ones are simply not returned. */
  find(userId: UserId, entryIds: readonly EntryId[], transaction?: Transaction): Promise<readonly ScheduleEntry[]>;
  /** All entries of the user that end after the given time (all when undefined), by start. */
  list(userId: UserId, endsAfter: WallTime | undefined, transaction?: Transaction): Promise<readonly ScheduleEntry[]>;
  /** Makes unlinked appointments; returns their versions in the same order. */
  createAppointments(drafts: readonly AppointmentDraft[], transaction: Transaction): Promise<readonly string[]>;
  /**
   * Changes the record behind an entry. A changed time of a session is a reschedule: it
   * clears "Confirmed" and writes `note` as a status note; a moved primary line moves the
   * session's date too, any other line moves itself (C6).
   * @throws StaleEntryError when the entry is no longer at the named version
   */
  change(
    reference: EntryReference,
    change: EntryChange,
    details: { readonly changedAt: Date; readonly note: string },
    transaction: Transaction,
  ): Promise<EntryWritten>;
  /**
   * Takes the user off the entry; the unlinked appointment of that user alone is deleted
   * (softly). A session or linked appointment is never deleted, only left by the user (C13).
   * @throws StaleEntryError
   */
  takeOff(
    reference: EntryReference,
    details: { readonly changedAt: Date; readonly note: string },
    transaction: Transaction,
  ): Promise<void>;
  /**
   * Sets a session's or linked appointment's status to cancelled ("Cancel it in Spectra", C13).
   * @throws StaleEntryError
   */
  cancel(
    reference: EntryReference,
    details: { readonly changedAt: Date; readonly note: string },
    transaction: Transaction,
  ): Promise<void>;
  /**
   * Puts an entry back that was deleted, cancelled, or left by the user; returns its
   * version. Undefined when no record ever had this entry, or the user is inactive.
   */
  restore(userId: UserId, entryId: EntryId, transaction: Transaction): Promise<string | undefined>;
}
export const Schedule = serviceToken<Schedule>("schedule");
