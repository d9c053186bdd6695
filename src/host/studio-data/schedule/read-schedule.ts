import { StaleEntryError } from "../../../api/index.js";
import type { EntryId, EntryReference, Transaction, UserId } from "../../../api/index.js";
import type { WallTime } from "../../../base/wall-time.js";
import { inPieces } from "../connection/columns.js";
import type { StudioConnection } from "../connection/studio-connection.js";
import { scheduleColumns } from "./schedule-row.js";
import type { ScheduleRow } from "./schedule-row.js";

/** Those of the named entries that are on the user's schedule now. */
export async function findRows(
  connection: StudioConnection,
  userId: UserId,
  entryIds: readonly EntryId[],
  transaction?: Transaction,
): Promise<readonly ScheduleRow[]> {
  const found: ScheduleRow[] = [];
  for (const piece of inPieces(connection.dialect, entryIds)) {
    const rows: readonly ScheduleRow[] = await connection
      .query(transaction)("schedule_details")
      .select(...scheduleColumns)
      .where({ user_id: userId })
      .whereIn("entry_guid", piece);
    found.push(...rows);
  }
  return found;
}

/** Everything on the user's schedule that ends after the time (all when undefined), by start. */
export async function listRows(
  connection: StudioConnection,
  userId: UserId,
  endsAfter: WallTime | undefined,
  transaction?: Transaction,
): Promise<readonly ScheduleRow[]> {
  const query = connection
    .query(transaction)("schedule_details")
    .select(...scheduleColumns)
    .where({ user_id: userId })
    .orderBy(["starts_at", "entry_guid"]);
  if (endsAfter !== undefined) void query.where("ends_at", ">", endsAfter);
  const rows: readonly ScheduleRow[] = await query;
  return rows;
}

/** The version of an entry as its user has it; undefined when it is not on their schedule. */
export async function readVersion(
  connection: StudioConnection,
  userId: UserId,
  entryId: EntryId,
  transaction: Transaction,
): Promise<string | undefined> {
  const row: { readonly version: string } | undefined = await connection
    .query(transaction)("schedule_entries")
    .where({ user_id: userId, entry_guid: entryId })
    .first("version");
  return row?.version;
}

/** The entry as the caller has seen it. @throws StaleEntryError when it is at another version, or gone */
export async function currentRow(
  connection: StudioConnection,
  reference: EntryReference,
  transaction: Transaction,
): Promise<ScheduleRow> {
  const row: ScheduleRow | undefined = await connection
    .query(transaction)("schedule_details")
    .where({ user_id: reference.userId, entry_guid: reference.entryId, version: reference.version })
    .first(...scheduleColumns);
  if (row === undefined) throw new StaleEntryError(reference.entryId);
  return row;
}
