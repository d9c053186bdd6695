import type { Knex } from "knex";

import type { EntryId, Transaction, UserId } from "../../../api/index.js";
import { readFlag, readInstant, readOptional } from "../connection/columns.js";
import type { StudioConnection } from "../connection/studio-connection.js";
import { readVersion } from "./read-schedule.js";

/** How a user came to be on an entry, as the triggers remember it. */
type Role = "assigned" | "photographer" | "assistant" | "line";

/** Puts an entry back on a user's schedule; its version then, or undefined when it cannot be (see `Schedule.restore`). */
export async function restoreEntry(
  connection: StudioConnection,
  userId: UserId,
  entryId: EntryId,
  transaction: Transaction,
): Promise<string | undefined> {
  const db = connection.query(transaction);
  if (!(await isActive(db, userId))) return undefined;
  const present = await readVersion(connection, userId, entryId, transaction);
  if (present !== undefined) return present;

  const isBack =
    (await restoreSession(db, userId, entryId)) ||
    (await restoreLine(db, userId, entryId)) ||
    (await restoreAppointment(db, userId, entryId));
  return isBack ? readVersion(connection, userId, entryId, transaction) : undefined;
}

async function isActive(db: Knex, userId: UserId): Promise<boolean> {
  const user: { readonly is_inactive: unknown } | undefined = await db("users")
    .where({ id: userId })
    .first("is_inactive");
  return user !== undefined && !readFlag(user.is_inactive);
}

/** What the user was on the entry, newest first. */
async function rolesOf(db: Knex, userId: UserId, entryId: EntryId): Promise<readonly Role[]> {
  const rows: readonly { readonly role: Role }[] = await db("schedule_removals")
    .select("role")
    .where({ entry_guid: entryId, user_id: userId })
    .orderBy("id", "desc");
  return rows.map(({ role }) => role);
}

interface SessionRow {
  readonly id: number;
  readonly photographer_id: number | null;
  readonly assistant_id: number | null;
  readonly has_advanced_scheduling: unknown;
}

async function restoreSession(db: Knex, userId: UserId, entryId: EntryId): Promise<boolean> {
  const session: SessionRow | undefined = await db("sessions")
    .where({ entry_guid: entryId })
    .first("id", "photographer_id", "assistant_id", "has_advanced_scheduling");
  if (session === undefined) return false;
  const seats = { photographer: session.photographer_id, assistant: session.assistant_id };
  const roles = await rolesOf(db, userId, entryId);
  const seat = (["photographer", "assistant"] as const).find(
    (one) => seats[one] === userId || (seats[one] === null && roles.includes(one)),
  );
  const isOnLine = readFlag(session.has_advanced_scheduling) && (await seatOnLastLine(db, userId, session.id));
  if (seat === undefined && !isOnLine) return false;
  await wakeSession(db, session.id, seat === undefined ? {} : { [`${seat}_id`]: userId });
  return true;
}

async function restoreLine(db: Knex, userId: UserId, entryId: EntryId): Promise<boolean> {
  const session: SessionRow | undefined = await db("session_event_lines")
    .innerJoin("sessions", "sessions.id", "session_event_lines.session_id")
    .where("session_event_lines.entry_guid", entryId)
    .first("sessions.id", "photographer_id", "assistant_id", "has_advanced_scheduling");
  if (session === undefined || !readFlag(session.has_advanced_scheduling)) return false;
  const roles = await rolesOf(db, userId, entryId);
  if (!(await seatOnLine(db, userId, entryId, roles.includes("line")))) return false;
  await wakeSession(db, session.id, {});
  return true;
}

interface LostLine {
  readonly entry_guid: string;
  readonly user_id: number | null;
  readonly deleted_at: unknown;
  readonly removed_at: unknown;
}

/**
 * Without any line of theirs on the schedule, the session's GUID was borne by the line the user lost last:
 * deleted, hidden, or given to nobody (see `createScheduleViews`).
 */
async function seatOnLastLine(db: Knex, userId: UserId, sessionId: number): Promise<boolean> {
  const lost: readonly LostLine[] = await db("session_event_lines as l")
    .leftJoin("schedule_removals as r", (on) => {
      on.on("r.entry_guid", "l.entry_guid").andOnVal("r.user_id", userId).andOnVal("r.role", "line");
    })
    .where("l.session_id", sessionId)
    .where((line) => {
      void line.where("l.user_id", userId).orWhere((left) => left.whereNull("l.user_id").whereNotNull("r.id"));
    })
    .orderBy([{ column: "l.is_primary", order: "desc" }, { column: "l.id" }])
    .select("l.entry_guid", "l.user_id", "l.deleted_at", "r.removed_at");
  const lostAt = ({ deleted_at, removed_at, user_id }: LostLine): number =>
    readOptional(user_id === null ? (removed_at ?? deleted_at) : deleted_at, readInstant)?.getTime() ?? 0;
  const [last] = lost.toSorted((a, b) => lostAt(b) - lostAt(a));
  return last !== undefined && seatOnLine(db, userId, last.entry_guid, true);
}

/** Puts the user back on a line that is theirs, or was and is nobody's now. */
async function seatOnLine(db: Knex, userId: UserId, entryId: EntryId, wasTheirs: boolean): Promise<boolean> {
  const seated = await db("session_event_lines")
    .where({ entry_guid: entryId })
    .where((line) => {
      void line.where({ user_id: userId });
      if (wasTheirs) void line.orWhereNull("user_id");
    })
    .update({ user_id: userId, is_visible: true, deleted_at: null });
  return seated > 0;
}

async function wakeSession(db: Knex, id: number, seats: Readonly<Record<string, UserId>>): Promise<void> {
  await db("sessions")
    .where({ id })
    .update({ deleted_at: null, ...seats });
  await db("sessions").where({ id, status: "cancelled" }).update({ status: "scheduled" });
}

async function restoreAppointment(db: Knex, userId: UserId, entryId: EntryId): Promise<boolean> {
  const appointment: { readonly id: number; readonly status: string; readonly deleted_at: unknown } | undefined =
    await db("appointments")
      .where({ entry_guid: entryId })
      .whereNull("converted_to_session_id")
      .first("id", "status", "deleted_at");
  if (appointment === undefined) return false;
  const assigned: unknown = await db("appointment_users")
    .where({ appointment_id: appointment.id, user_id: userId })
    .first("id");
  if (assigned === undefined) {
    if (!(await rolesOf(db, userId, entryId)).includes("assigned")) return false;
    // It ended for others too since the user was taken off it: it must not come back to them with the user.
    const isOver = appointment.deleted_at !== null || appointment.status === "cancelled";
    if (isOver && (await hasUsers(db, appointment.id))) return false;
    await db("appointment_users").insert({ appointment_id: appointment.id, user_id: userId });
  }
  await db("appointments").where({ id: appointment.id }).update({ deleted_at: null });
  await db("appointments").where({ id: appointment.id, status: "cancelled" }).update({ status: "scheduled" });
  return true;
}

async function hasUsers(db: Knex, appointmentId: number): Promise<boolean> {
  const user: unknown = await db("appointment_users").where({ appointment_id: appointmentId }).first("id");
  return user !== undefined;
}
