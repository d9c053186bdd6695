import { StaleEntryError } from "../../../api/index.js";
import type { EntryReference, Transaction, UserId } from "../../../api/index.js";
import { assertNever } from "../../../base/assert-never.js";
import { readText } from "../connection/columns.js";
import { guardedUpdate } from "../connection/guarded-update.js";
import type { StudioConnection } from "../connection/studio-connection.js";
import type { ChangeDetails } from "./change-entry.js";
import { currentRow } from "./read-schedule.js";
import type { ScheduleRow } from "./schedule-row.js";

/** Takes the user off an entry; deletes (softly) the unlinked appointment of that user alone (C13). @throws StaleEntryError */
export async function takeOffEntry(
  connection: StudioConnection,
  reference: EntryReference,
  details: ChangeDetails,
  transaction: Transaction,
): Promise<void> {
  const row = await currentRow(connection, reference, transaction);
  switch (row.kind) {
    case "appointment":
      return leaveAppointment(connection, row, details, transaction);
    case "session":
      await leaveSeats(connection, row, details, transaction);
      return addNote(connection, row, details, transaction);
    case "event-line":
      await leaveLine(connection, row, details, transaction);
      return addNote(connection, row, details, transaction);
    default:
      return assertNever(row.kind);
  }
}

/** Sets the cancelled status of the appointment or session behind an entry (C13). @throws StaleEntryError */
export async function cancelEntry(
  connection: StudioConnection,
  reference: EntryReference,
  details: ChangeDetails,
  transaction: Transaction,
): Promise<void> {
  const row = await currentRow(connection, reference, transaction);
  const cancelled = { status: "cancelled", changed_at: details.changedAt.toISOString() };
  const own = { id: row.own_id, version: readText(row.own_version) };
  if (row.kind === "event-line") {
    await connection.query(transaction)("sessions").where({ id: row.record_id }).update(cancelled);
  } else {
    const table = row.kind === "appointment" ? "appointments" : "sessions";
    if (!(await guardedUpdate(connection, table, own, cancelled, transaction))) {
      throw new StaleEntryError(row.entry_guid);
    }
  }
  await addNote(connection, row, details, transaction);
}

async function leaveAppointment(
  connection: StudioConnection,
  row: ScheduleRow,
  details: ChangeDetails,
  transaction: Transaction,
): Promise<void> {
  const changedAt = details.changedAt.toISOString();
  const isTheirsAlone = row.client_id === null && row.user_count === 1;
  const values = { changed_at: changedAt, ...(isTheirsAlone ? { deleted_at: changedAt } : {}) };
  const own = { id: row.own_id, version: readText(row.own_version) };
  if (!(await guardedUpdate(connection, "appointments", own, values, transaction))) {
    throw new StaleEntryError(row.entry_guid);
  }
  if (isTheirsAlone) return;
  await connection
    .query(transaction)("appointment_users")
    .where({ appointment_id: row.own_id, user_id: row.user_id })
    .del();
  if (row.client_id !== null) await addNote(connection, row, details, transaction);
}

/** A user without a line is on a session by a seat; the seat is left. */
async function leaveSeats(
  connection: StudioConnection,
  row: ScheduleRow,
  details: ChangeDetails,
  transaction: Transaction,
): Promise<void> {
  const db = connection.query(transaction);
  const left = (seat: "photographer_id" | "assistant_id"): unknown =>
    db.raw(`case when ${seat} = ? then null else ${seat} end`, [row.user_id]);
  await db("sessions")
    .where({ id: row.record_id })
    .where((seats) => {
      void seats.where({ photographer_id: row.user_id }).orWhere({ assistant_id: row.user_id });
    })
    .update({
      photographer_id: left("photographer_id"),
      assistant_id: left("assistant_id"),
      changed_at: details.changedAt.toISOString(),
    });
}

/** Who leaves their last visible line leaves their seat too, else the session itself would take the line's place. */
async function leaveLine(
  connection: StudioConnection,
  row: ScheduleRow,
  details: ChangeDetails,
  transaction: Transaction,
): Promise<void> {
  const own = { id: row.own_id, version: readText(row.own_version) };
  const values = { user_id: null, changed_at: details.changedAt.toISOString() };
  if (!(await guardedUpdate(connection, "session_event_lines", own, values, transaction))) {
    throw new StaleEntryError(row.entry_guid);
  }
  if (!(await hasVisibleLine(connection, row.record_id, row.user_id, transaction))) {
    await leaveSeats(connection, row, details, transaction);
  }
}

async function hasVisibleLine(
  connection: StudioConnection,
  sessionId: number,
  userId: UserId,
  transaction: Transaction,
): Promise<boolean> {
  const line: unknown = await connection
    .query(transaction)("session_event_lines")
    .where({ session_id: sessionId, user_id: userId, is_visible: true })
    .whereNull("deleted_at")
    .first("id");
  return line !== undefined;
}

async function addNote(
  connection: StudioConnection,
  row: ScheduleRow,
  details: ChangeDetails,
  transaction: Transaction,
): Promise<void> {
  const db = connection.query(transaction);
  const session: { readonly entry_guid: string } | undefined =
    row.kind === "event-line" ? await db("sessions").where({ id: row.record_id }).first("entry_guid") : undefined;
  await db("status_notes").insert({
    entry_guid: session?.entry_guid ?? row.entry_guid,
    note: details.note,
    created_at: details.changedAt.toISOString(),
  });
}
