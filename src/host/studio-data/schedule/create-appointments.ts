import type { AppointmentDraft, EntryId, Transaction } from "../../../api/index.js";
import { inPieces } from "../connection/columns.js";
import type { StudioConnection } from "../connection/studio-connection.js";

/** Values one appointment takes in an INSERT. */
const columnsOfAppointment = 15;

/** Makes unlinked appointments of one user each; their versions come back in the same order. */
export async function createAppointments(
  connection: StudioConnection,
  drafts: readonly AppointmentDraft[],
  transaction: Transaction,
): Promise<readonly string[]> {
  const db = connection.query(transaction);
  const versions = new Map<EntryId, string>();
  for (const piece of inPieces(connection.dialect, drafts, columnsOfAppointment)) {
    const made: readonly { readonly id: number; readonly entry_guid: string }[] = await db("appointments")
      .insert(piece.map(toRow))
      .returning(["id", "entry_guid"]);
    const ids = new Map(made.map((row) => [row.entry_guid, row.id]));
    await db("appointment_users").insert(
      piece.map((draft) => ({
        appointment_id: ids.get(draft.entryId),
        user_id: draft.userId,
        changed_at: draft.changedAt.toISOString(),
      })),
    );
    // By their GUIDs alone: asked for a user's, SQLite goes through everything that user has.
    const rows: readonly { readonly entry_guid: string; readonly version: string }[] = await db("schedule_entries")
      .where({ kind: "appointment" })
      .whereIn(
        "entry_guid",
        piece.map(({ entryId }) => entryId),
      )
      .select("entry_guid", "version");
    for (const row of rows) versions.set(row.entry_guid, row.version);
  }
  return drafts.map(({ entryId }) => versions.get(entryId) ?? "");
}

function toRow(draft: AppointmentDraft): Readonly<Record<string, unknown>> {
  return {
    entry_guid: draft.entryId,
    description: draft.description,
    starts_at: draft.when.start,
    ends_at: draft.when.end,
    is_all_day: draft.when.isAllDay,
    location: draft.location,
    notes: draft.notes,
    status: "scheduled",
    booked_by_user_id: draft.userId,
    origin: draft.origin,
    is_private: draft.isPrivate,
    private_owner_user_id: draft.isPrivate ? draft.userId : null,
    is_free: draft.isFree,
    changed_at: draft.changedAt.toISOString(),
  };
}
