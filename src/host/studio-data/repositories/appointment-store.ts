import { randomUUID } from "node:crypto";

import type { Transaction, UserId } from "../../../api/index.js";
import { inject, injectable } from "../../../base/service-token.js";
import { versionText } from "../connection/columns.js";
import { guardedUpdate } from "../connection/guarded-update.js";
import { insertRows, insertRowsForIds } from "../connection/insert-rows.js";
import { StudioConnection } from "../connection/studio-connection.js";
import { RecordNotFoundError, StaleRecordError } from "../errors.js";
import { appointmentColumns, toAppointment, toAppointmentRow } from "./appointment-record.js";
import type { Appointment, AppointmentFields, AppointmentRow } from "./appointment-record.js";

/** What an appointment lacks to be a session. */
export interface SessionOfAppointment {
  readonly clientId: number;
  readonly sessionType: string;
  readonly photographerId: UserId | undefined;
  readonly assistantId: UserId | undefined;
}

/** Appointments as the studio's own screens keep them. Plugins use `Schedule`. */
@injectable()
export class AppointmentStore {
  constructor(@inject(StudioConnection) private readonly connection: StudioConnection) {}

  /** Deleted and converted ones too. */
  async findById(id: number, transaction?: Transaction): Promise<Appointment | undefined> {
    const db = this.connection.query(transaction);
    const row: AppointmentRow | undefined = await db("appointments")
      .where({ id })
      .first(...appointmentColumns, db.raw(`${versionText(this.connection.dialect, "appointments")} as own_version`));
    if (row === undefined) return undefined;
    const userIds: readonly number[] = await db("appointment_users")
      .where({ appointment_id: id })
      .orderBy("user_id")
      .pluck("user_id");
    const resourceIds: readonly number[] = await db("appointment_resources")
      .where({ appointment_id: id })
      .orderBy("resource_id")
      .pluck("resource_id");
    return toAppointment(row, userIds, resourceIds);
  }

  /** Any number of new appointments; their ids come back in the same order. */
  createMany(appointments: readonly AppointmentFields[], transaction: Transaction): Promise<readonly number[]> {
    return this.#insert(appointments, undefined, transaction);
  }

  /** A repeat is its occurrences, each an appointment of its own (C18). @param rule how it was asked for, in words or as an RRULE */
  async createRepeat(
    rule: string,
    occurrences: readonly AppointmentFields[],
    transaction: Transaction,
  ): Promise<readonly number[]> {
    const now = await this.connection.databaseNow(transaction);
    const made: readonly { readonly id: number }[] = await this.connection
      .query(transaction)("repeats")
      .insert({ rule, created_at: now.toISOString() })
      .returning(["id"]);
    return this.#insert(occurrences, made[0]?.id, transaction);
  }

  /**
   * Saves a record that was opened at the version.
   * @throws StaleRecordError when it has changed since
   * @throws RecordNotFoundError
   */
  async save(
    id: number,
    version: string,
    appointment: AppointmentFields,
    transaction: Transaction,
  ): Promise<Appointment> {
    const current = await this.#updateIfCurrent(id, version, toAppointmentRow(appointment), transaction);
    await this.#saveSet("appointment_users", "user_id", current, current.userIds, appointment.userIds, transaction);
    await this.#saveSet(
      "appointment_resources",
      "resource_id",
      current,
      current.resourceIds,
      appointment.resourceIds,
      transaction,
    );
    return this.#get(id, transaction);
  }

  /** Deletes softly. @throws StaleRecordError @throws RecordNotFoundError */
  async remove(id: number, version: string, transaction: Transaction): Promise<void> {
    const now = await this.connection.databaseNow(transaction);
    await this.#updateIfCurrent(id, version, { deleted_at: now.toISOString() }, transaction);
  }

  /**
   * Makes a session of an appointment; it takes over the appointment's GUID, so that it
   * stays the same entry everywhere (C5). Returns the session's id.
   * @throws StaleRecordError @throws RecordNotFoundError
   */
  async convertToSession(
    id: number,
    version: string,
    session: SessionOfAppointment,
    transaction: Transaction,
  ): Promise<number> {
    const appointment = await this.#get(id, transaction);
    const [sessionId = Number.NaN] = await insertRowsForIds(
      this.connection,
      "sessions",
      "entry_guid",
      [
        {
          entry_guid: appointment.entryId,
          description: appointment.description,
          starts_at: appointment.when.start,
          ends_at: appointment.when.end,
          is_all_day: appointment.when.isAllDay,
          client_id: session.clientId,
          session_type: session.sessionType,
          location: appointment.location,
          notes: appointment.notes,
          status: "scheduled",
          is_confirmed: appointment.status === "confirmed",
          photographer_id: session.photographerId ?? null,
          assistant_id: session.assistantId ?? null,
          booked_by_user_id: appointment.bookedBy ?? null,
          has_advanced_scheduling: false,
        },
      ],
      transaction,
    );
    const resources = appointment.resourceIds.map((resourceId) => ({ session_id: sessionId, resource_id: resourceId }));
    await insertRows(this.connection, "session_resources", resources, transaction);
    const converted = { converted_to_session_id: sessionId, client_id: session.clientId };
    await this.#updateIfCurrent(id, version, converted, transaction);
    return sessionId;
  }

  async #insert(
    appointments: readonly AppointmentFields[],
    repeatId: number | undefined,
    transaction: Transaction,
  ): Promise<readonly number[]> {
    const rows = appointments.map((appointment) => ({
      entry_guid: randomUUID(),
      ...toAppointmentRow(appointment),
      origin: "studio",
      repeat_id: repeatId ?? null,
    }));
    const ids = await insertRowsForIds(this.connection, "appointments", "entry_guid", rows, transaction);
    const users = appointments.flatMap(({ userIds }, index) =>
      userIds.map((userId) => ({ appointment_id: ids[index] ?? Number.NaN, user_id: userId })),
    );
    await insertRows(this.connection, "appointment_users", users, transaction);
    const resources = appointments.flatMap(({ resourceIds }, index) =>
      resourceIds.map((resourceId) => ({ appointment_id: ids[index] ?? Number.NaN, resource_id: resourceId })),
    );
    await insertRows(this.connection, "appointment_resources", resources, transaction);
    return ids;
  }

  async #get(id: number, transaction: Transaction): Promise<Appointment> {
    const appointment = await this.findById(id, transaction);
    if (appointment === undefined) throw new RecordNotFoundError("appointment", id);
    return appointment;
  }

  async #updateIfCurrent(
    id: number,
    version: string,
    values: Readonly<Record<string, unknown>>,
    transaction: Transaction,
  ): Promise<Appointment> {
    const current = await this.#get(id, transaction);
    const [ownVersion = ""] = version.split(".");
    const row = { id, version: ownVersion };
    const isCurrent =
      current.version === version && (await guardedUpdate(this.connection, "appointments", row, values, transaction));
    if (!isCurrent) throw new StaleRecordError("appointment", id);
    return current;
  }

  async #saveSet(
    table: "appointment_users" | "appointment_resources",
    column: "user_id" | "resource_id",
    appointment: Appointment,
    before: readonly number[],
    after: readonly number[],
    transaction: Transaction,
  ): Promise<void> {
    const gone = before.filter((id) => !after.includes(id));
    const db = this.connection.query(transaction);
    if (gone.length > 0) await db(table).where({ appointment_id: appointment.id }).whereIn(column, gone).del();
    const added = after.filter((id) => !before.includes(id));
    const rows = added.map((id) => ({ appointment_id: appointment.id, [column]: id }));
    await insertRows(this.connection, table, rows, transaction);
  }
}
