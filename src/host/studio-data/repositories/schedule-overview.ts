import type { EntryId, ScheduleEntry, UserId } from "../../../api/index.js";
import { inject, injectable } from "../../../base/service-token.js";
import type { WallTime } from "../../../base/wall-time.js";
import { inPieces } from "../connection/columns.js";
import { StudioConnection } from "../connection/studio-connection.js";
import { readResourceBookings } from "../schedule/read-resource-bookings.js";
import type { ResourceBooking } from "../schedule/read-resource-bookings.js";
import { scheduleColumns, toScheduleEntry } from "../schedule/schedule-row.js";
import type { ScheduleRow } from "../schedule/schedule-row.js";

/** Several users' schedules at once, for the calendar on screen and for finding conflicts. */
@injectable()
export class ScheduleOverview {
  constructor(@inject(StudioConnection) private readonly connection: StudioConnection) {}

  /** What begins before one time and ends after another, by start. An entry of several users comes once for each. */
  async listBetween(
    userIds: readonly UserId[],
    endsAfter: WallTime,
    startsBefore: WallTime,
  ): Promise<readonly ScheduleEntry[]> {
    const entries: ScheduleEntry[] = [];
    for (const piece of inPieces(this.connection.dialect, userIds)) {
      const rows: readonly ScheduleRow[] = await this.connection
        .query()("schedule_details")
        .select(...scheduleColumns)
        .whereIn("user_id", piece)
        .where("starts_at", "<", startsBefore)
        .where("ends_at", ">", endsAfter)
        .orderBy(["starts_at", "entry_guid", "user_id"]);
      entries.push(...rows.map(toScheduleEntry));
    }
    return entries;
  }

  /** These entries of every user who has them now. */
  async findEntries(entryIds: readonly EntryId[]): Promise<readonly ScheduleEntry[]> {
    const entries: ScheduleEntry[] = [];
    for (const piece of inPieces(this.connection.dialect, [...new Set(entryIds)])) {
      const rows: readonly ScheduleRow[] = await this.connection
        .query()("schedule_details")
        .select(...scheduleColumns)
        .whereIn("entry_guid", piece)
        .orderBy(["entry_guid", "user_id"]);
      entries.push(...rows.map(toScheduleEntry));
    }
    return entries;
  }

  /** Like `listBetween`, for rooms and other resources: each booking once for each resource. */
  async listOfResourcesBetween(
    resourceIds: readonly number[],
    endsAfter: WallTime,
    startsBefore: WallTime,
  ): Promise<readonly ResourceBooking[]> {
    const found = new Map<string, ResourceBooking>();
    for (const piece of inPieces(this.connection.dialect, resourceIds)) {
      const bookings = await readResourceBookings(this.connection, piece, (query, table) => {
        void query.where(`${table}.starts_at`, "<", startsBefore).where(`${table}.ends_at`, ">", endsAfter);
      });
      for (const booking of bookings) {
        const { entryId, when } = booking.entry;
        const key = [booking.resourceId, entryId, when.start, when.end].join(" ");
        if (!found.has(key)) found.set(key, booking);
      }
    }
    return [...found.values()];
  }

  /** What a resource is booked for of these entries, once for each user who has the record. */
  async findBookings(resourceId: number, entryIds: readonly EntryId[]): Promise<readonly ScheduleEntry[]> {
    const found: ScheduleEntry[] = [];
    for (const piece of inPieces(this.connection.dialect, [...new Set(entryIds)])) {
      const bookings = await readResourceBookings(this.connection, [resourceId], (query, table) => {
        void query.whereIn(`${table}.entry_guid`, piece);
      });
      found.push(...bookings.map(({ entry }) => entry));
    }
    return found;
  }

  /** Status notes of an entry, oldest first. */
  async listStatusNotes(entryId: string): Promise<readonly string[]> {
    return this.connection.query()("status_notes").where({ entry_guid: entryId }).orderBy("id").pluck("note");
  }
}
