import type { EntryId, ScheduleEntry, UserId } from "../../../api/index.js";
import { inject, injectable } from "../../../base/service-token.js";
import type { WallTime } from "../../../base/wall-time.js";
import { inPieces } from "../connection/columns.js";
import { StudioConnection } from "../connection/studio-connection.js";
import { scheduleColumns, toScheduleEntry } from "../schedule/schedule-row.js";
import type { ScheduleRow } from "../schedule/schedule-row.js";

/** Where it is kept which records are booked with which resources. */
const bookedResources = [
  { table: "appointment_resources", column: "appointment_id", kinds: ["appointment"] },
  { table: "session_resources", column: "session_id", kinds: ["session", "event-line"] },
] as const;

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

  /** Like `listBetween`, for rooms and other resources: each entry once for each resource it is booked with. */
  async listOfResourcesBetween(
    resourceIds: readonly number[],
    endsAfter: WallTime,
    startsBefore: WallTime,
  ): Promise<readonly { readonly resourceId: number; readonly entry: ScheduleEntry }[]> {
    const found = new Map<string, { readonly resourceId: number; readonly entry: ScheduleEntry }>();
    for (const piece of inPieces(this.connection.dialect, resourceIds)) {
      for (const { table, column, kinds } of bookedResources) {
        const rows: readonly (ScheduleRow & { readonly resource_id: number })[] = await this.connection
          .query()("schedule_details")
          .join(table, `${table}.${column}`, "schedule_details.record_id")
          .select(...scheduleColumns.map((name) => `schedule_details.${name}`), `${table}.resource_id`)
          .whereIn(`${table}.resource_id`, piece)
          .whereIn("schedule_details.kind", kinds)
          .where("schedule_details.starts_at", "<", startsBefore)
          .where("schedule_details.ends_at", ">", endsAfter)
          .orderBy(["schedule_details.starts_at", "schedule_details.entry_guid", "schedule_details.user_id"]);
        for (const row of rows) {
          const key = `${row.resource_id} ${row.entry_guid}`;
          if (!found.has(key)) found.set(key, { resourceId: row.resource_id, entry: toScheduleEntry(row) });
        }
      }
    }
    return [...found.values()];
  }

  /** Status notes of an entry, oldest first. */
  async listStatusNotes(entryId: string): Promise<readonly string[]> {
    return this.connection.query()("status_notes").where({ entry_guid: entryId }).orderBy("id").pluck("note");
  }
}
