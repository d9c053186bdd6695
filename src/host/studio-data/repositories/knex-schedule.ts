import type {
  AppointmentDraft,
  EntryChange,
  EntryId,
  EntryReference,
  EntryWritten,
  Schedule,
  ScheduleEntry,
  Transaction,
  UserId,
} from "../../../api/index.js";
import { inject, injectable } from "../../../base/service-token.js";
import type { WallTime } from "../../../base/wall-time.js";
import { StudioConnection } from "../connection/studio-connection.js";
import { entryLimits } from "../entry-limits.js";
import { changeEntry } from "../schedule/change-entry.js";
import type { ChangeDetails } from "../schedule/change-entry.js";
import { createAppointments } from "../schedule/create-appointments.js";
import { cancelEntry, takeOffEntry } from "../schedule/leave-entry.js";
import { findRows, listRows } from "../schedule/read-schedule.js";
import { restoreEntry } from "../schedule/restore-entry.js";
import { toScheduleEntry } from "../schedule/schedule-row.js";

/** Users' schedules from the views of migration 005. */
@injectable()
export class KnexSchedule implements Schedule {
  readonly limits = entryLimits;

  constructor(@inject(StudioConnection) private readonly connection: StudioConnection) {}

  async find(
    userId: UserId,
    entryIds: readonly EntryId[],
    transaction?: Transaction,
  ): Promise<readonly ScheduleEntry[]> {
    return (await findRows(this.connection, userId, entryIds, transaction)).map(toScheduleEntry);
  }

  async list(
    userId: UserId,
    endsAfter: WallTime | undefined,
    transaction?: Transaction,
  ): Promise<readonly ScheduleEntry[]> {
    return (await listRows(this.connection, userId, endsAfter, transaction)).map(toScheduleEntry);
  }

  createAppointments(drafts: readonly AppointmentDraft[], transaction: Transaction): Promise<readonly string[]> {
    return createAppointments(this.connection, drafts, transaction);
  }

  change(
    reference: EntryReference,
    change: EntryChange,
    details: ChangeDetails,
    transaction: Transaction,
  ): Promise<EntryWritten> {
    return changeEntry(this.connection, reference, change, details, transaction);
  }

  takeOff(reference: EntryReference, details: ChangeDetails, transaction: Transaction): Promise<void> {
    return takeOffEntry(this.connection, reference, details, transaction);
  }

  cancel(reference: EntryReference, details: ChangeDetails, transaction: Transaction): Promise<void> {
    return cancelEntry(this.connection, reference, details, transaction);
  }

  restore(userId: UserId, entryId: EntryId, transaction: Transaction): Promise<string | undefined> {
    return restoreEntry(this.connection, userId, entryId, transaction);
  }
}
