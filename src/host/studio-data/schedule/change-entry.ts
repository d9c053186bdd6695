import { StaleEntryError } from "../../../api/index.js";
import type { EntryChange, EntryReference, EntryWritten, Transaction, UserId, When } from "../../../api/index.js";
import { assertNever } from "../../../base/assert-never.js";
import { readFlag, readText, versionText } from "../connection/columns.js";
import { guardedUpdate } from "../connection/guarded-update.js";
import type { StudioConnection } from "../connection/studio-connection.js";
import { currentRow, readVersion } from "./read-schedule.js";
import { toScheduleEntry } from "./schedule-row.js";
import type { ScheduleRow } from "./schedule-row.js";

/** What a write is to leave beside the changed fields. */
export interface ChangeDetails {
  readonly changedAt: Date;
  readonly note: string;
}

/** One change on its way into the database. */
interface Step {
  readonly connection: StudioConnection;
  readonly transaction: Transaction;
  readonly reference: EntryReference;
  readonly row: ScheduleRow;
  readonly change: EntryChange;
  readonly isMoved: boolean;
  readonly details: ChangeDetails;
}

/** Changes the record behind an entry (C6). @throws StaleEntryError */
export async function changeEntry(
  connection: StudioConnection,
  reference: EntryReference,
  change: EntryChange,
  details: ChangeDetails,
  transaction: Transaction,
): Promise<EntryWritten> {
  const row = await currentRow(connection, reference, transaction);
  const isMoved = change.when !== undefined && !isSameWhen(change.when, toScheduleEntry(row).when);
  const step: Step = { connection, transaction, reference, row, change, isMoved, details };
  const others = await write(step);
  const version = await readVersion(connection, reference.userId, reference.entryId, transaction);
  return { version: version ?? "", others };
}

function write(step: Step): Promise<readonly UserId[]> {
  switch (step.row.kind) {
    case "appointment":
      return changeAppointment(step);
    case "session":
      return changeSession(step);
    case "event-line":
      return changeLine(step);
    default:
      return assertNever(step.row.kind);
  }
}

async function changeAppointment(step: Step): Promise<readonly UserId[]> {
  const { row, change, reference, isMoved } = step;
  const isLinked = row.client_id !== null;
  const db = step.connection.query(step.transaction);
  const values = {
    ...texts(change),
    ...times(step),
    ...(change.isPrivate === undefined || isLinked
      ? {}
      : { is_private: change.isPrivate, private_owner_user_id: change.isPrivate ? reference.userId : null }),
    ...(change.isFree === undefined || isLinked ? {} : { is_free: change.isFree }),
    ...(isMoved ? { status: db.raw("case when status = 'confirmed' then 'scheduled' else status end") } : {}),
  };
  await update(step, "appointments", { id: row.own_id, version: readText(row.own_version) }, values);
  if (!isMoved) return [];
  if (isLinked) await addStatusNote(step, row.entry_guid);
  const users: readonly { readonly user_id: number }[] = await db("appointment_users")
    .select("user_id")
    .where({ appointment_id: row.own_id });
  const booked: { readonly booked_by_user_id: number | null } | undefined = await db("appointments")
    .where({ id: row.own_id })
    .first("booked_by_user_id");
  return othersThan(reference.userId, [...users.map((user) => user.user_id), booked?.booked_by_user_id]);
}

async function changeSession(step: Step): Promise<readonly UserId[]> {
  const { row, change } = step;
  const values = { ...texts(change), ...times(step), ...(step.isMoved ? { is_confirmed: false } : {}) };
  await update(step, "sessions", { id: row.own_id, version: readText(row.own_version) }, values);
  const onLine = { ...pick(change, ["description"]), ...times(step) };
  if (Object.keys(onLine).length > 0) {
    await step.connection
      .query(step.transaction)("session_event_lines")
      .where({ session_id: row.record_id, is_primary: true })
      .whereNull("deleted_at")
      .update({ ...onLine, changed_at: step.details.changedAt.toISOString() });
  }
  return rescheduled(step);
}

async function changeLine(step: Step): Promise<readonly UserId[]> {
  const { row, change, connection, transaction } = step;
  const line = await readLine(step);
  const own = { ...pick(change, ["description"]), ...times(step) };
  await update(step, "session_event_lines", { id: row.own_id, version: readText(row.own_version) }, own);
  const onSession = {
    ...pick(change, ["location", "notes"]),
    ...(line.isPrimary ? own : {}),
    ...(step.isMoved ? { is_confirmed: false } : {}),
  };
  if (Object.keys(onSession).length > 0) {
    const values = { ...onSession, changed_at: step.details.changedAt.toISOString() };
    const session = { id: row.record_id, version: line.sessionVersion };
    if (!(await guardedUpdate(connection, "sessions", session, values, transaction))) {
      throw new StaleEntryError(row.entry_guid);
    }
  }
  return rescheduled(step);
}

async function readLine(step: Step): Promise<{ readonly isPrimary: boolean; readonly sessionVersion: string }> {
  const db = step.connection.query(step.transaction);
  const row: { readonly is_primary: unknown; readonly session_version: unknown } | undefined = await db(
    "session_event_lines",
  )
    .innerJoin("sessions", "sessions.id", "session_event_lines.session_id")
    .where("session_event_lines.id", step.row.own_id)
    .first(
      "session_event_lines.is_primary",
      db.raw(`${versionText(step.connection.dialect, "sessions")} as session_version`),
    );
  return { isPrimary: readFlag(row?.is_primary), sessionVersion: readText(row?.session_version) };
}

/** The status note of a moved session, and everybody else who is on it or booked it. */
async function rescheduled(step: Step): Promise<readonly UserId[]> {
  if (!step.isMoved) return [];
  const db = step.connection.query(step.transaction);
  const session: SessionPeople | undefined = await db("sessions")
    .where({ id: step.row.record_id })
    .first("entry_guid", "photographer_id", "assistant_id", "booked_by_user_id", "has_advanced_scheduling");
  if (session === undefined) return [];
  await addStatusNote(step, session.entry_guid);
  const lines: readonly { readonly user_id: number | null }[] = readFlag(session.has_advanced_scheduling)
    ? await db("session_event_lines")
        .select("user_id")
        .where({ session_id: step.row.record_id, is_visible: true })
        .whereNull("deleted_at")
    : [];
  return othersThan(step.reference.userId, [
    session.photographer_id,
    session.assistant_id,
    ...lines.map((line) => line.user_id),
    session.booked_by_user_id,
  ]);
}

interface SessionPeople {
  readonly entry_guid: string;
  readonly photographer_id: number | null;
  readonly assistant_id: number | null;
  readonly booked_by_user_id: number | null;
  readonly has_advanced_scheduling: unknown;
}

async function update(
  step: Step,
  table: "appointments" | "sessions" | "session_event_lines",
  row: { readonly id: number; readonly version: string },
  values: Readonly<Record<string, unknown>>,
): Promise<void> {
  if (Object.keys(values).length === 0) return;
  const stamped = { ...values, changed_at: step.details.changedAt.toISOString() };
  if (await guardedUpdate(step.connection, table, row, stamped, step.transaction)) return;
  throw new StaleEntryError(step.row.entry_guid);
}

async function addStatusNote(step: Step, entryGuid: string): Promise<void> {
  await step.connection
    .query(step.transaction)("status_notes")
    .insert({ entry_guid: entryGuid, note: step.details.note, created_at: step.details.changedAt.toISOString() });
}

function texts(change: EntryChange): Readonly<Record<string, unknown>> {
  return pick(change, ["description", "location", "notes"]);
}

function pick(change: EntryChange, names: readonly ("description" | "location" | "notes")[]): Record<string, unknown> {
  return Object.fromEntries(names.flatMap((name) => (change[name] === undefined ? [] : [[name, change[name]]])));
}

function times({ change, isMoved }: Step): Readonly<Record<string, unknown>> {
  if (change.when === undefined || !isMoved) return {};
  return { starts_at: change.when.start, ends_at: change.when.end, is_all_day: change.when.isAllDay };
}

function isSameWhen(one: When, other: When): boolean {
  return one.start === other.start && one.end === other.end && one.isAllDay === other.isAllDay;
}

function othersThan(userId: UserId, users: readonly (number | null | undefined)[]): readonly UserId[] {
  const others = new Set(users.filter((user) => user !== null && user !== undefined));
  others.delete(userId);
  return [...others].toSorted((a, b) => a - b);
}
