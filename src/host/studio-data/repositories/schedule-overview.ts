import type { ScheduleEntry, UserId } from "../../../api/index.js";
import { inject, injectable } from "../../../base/service-token.js";
import type { WallTime } from "../../../base/wall-time.js";
import { inPieces } from "../connection/columns.js";
import { StudioConnection } from "../connection/studio-connection.js";
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

  /** Status notes of an entry, oldest first. */
  async listStatusNotes(entryId: string): Promise<readonly string[]> {
    return this.connection.query()("status_notes").where({ entry_guid: entryId }).orderBy("id").pluck("note");
  }
}
