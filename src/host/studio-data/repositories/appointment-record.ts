import type { EntryId, UserId, When } from "../../../api/index.js";
import { readFlag, readOptional, readText, readWallTime } from "../connection/columns.js";
import type { NewRow } from "../connection/insert-rows.js";

export type AppointmentStatus = "scheduled" | "confirmed" | "cancelled";

/** What the appointment's screen shows and changes. */
export interface AppointmentFields {
  readonly description: string;
  readonly when: When;
  readonly location: string;
  readonly notes: string;
  readonly status: AppointmentStatus;
  /** Undefined for an unlinked appointment. */
  readonly clientId: number | undefined;
  readonly bookedBy: UserId | undefined;
  /** Whose private appointment it is: only they see its text (C8). */
  readonly privateOwner: UserId | undefined;
  /** Shown as free; raises no conflict. */
  readonly isFree: boolean;
  readonly userIds: readonly UserId[];
  readonly resourceIds: readonly number[];
}

/** An appointment as read. */
export interface Appointment extends AppointmentFields {
  readonly id: number;
  readonly entryId: EntryId;
  /** Changes with the appointment, its users and resources. */
  readonly version: string;
  readonly origin: "studio" | "google";
  readonly repeatId: number | undefined;
  readonly convertedToSessionId: number | undefined;
  readonly isDeleted: boolean;
}

export interface AppointmentRow {
  readonly id: number;
  readonly entry_guid: string;
  readonly description: string;
  readonly starts_at: unknown;
  readonly ends_at: unknown;
  readonly is_all_day: unknown;
  readonly location: string;
  readonly notes: string | null;
  readonly status: AppointmentStatus;
  readonly client_id: number | null;
  readonly booked_by_user_id: number | null;
  readonly is_private: unknown;
  readonly private_owner_user_id: number | null;
  readonly is_free: unknown;
  readonly origin: "studio" | "google";
  readonly repeat_id: number | null;
  readonly converted_to_session_id: number | null;
  readonly deleted_at: unknown;
  readonly own_version: unknown;
}

export const appointmentColumns = [
  "id",
  "entry_guid",
  "description",
  "starts_at",
  "ends_at",
  "is_all_day",
  "location",
  "notes",
  "status",
  "client_id",
  "booked_by_user_id",
  "is_private",
  "private_owner_user_id",
  "is_free",
  "origin",
  "repeat_id",
  "converted_to_session_id",
  "deleted_at",
] as const satisfies readonly (keyof AppointmentRow)[];

export function toAppointment(
  row: AppointmentRow,
  userIds: readonly UserId[],
  resourceIds: readonly number[],
): Appointment {
  return {
    id: row.id,
    entryId: row.entry_guid,
    version: [readText(row.own_version), userIds.join("+"), resourceIds.join("+")].join("."),
    description: row.description,
    when: {
      start: readWallTime(row.starts_at),
      end: readWallTime(row.ends_at),
      isAllDay: readFlag(row.is_all_day),
    },
    location: row.location,
    notes: readText(row.notes),
    status: row.status,
    clientId: readOptional(row.client_id, Number),
    bookedBy: readOptional(row.booked_by_user_id, Number),
    privateOwner: readFlag(row.is_private) ? readOptional(row.private_owner_user_id, Number) : undefined,
    isFree: readFlag(row.is_free),
    userIds,
    resourceIds,
    origin: row.origin,
    repeatId: readOptional(row.repeat_id, Number),
    convertedToSessionId: readOptional(row.converted_to_session_id, Number),
    isDeleted: row.deleted_at !== null,
  };
}

export function toAppointmentRow(appointment: AppointmentFields): NewRow {
  return {
    description: appointment.description,
    starts_at: appointment.when.start,
    ends_at: appointment.when.end,
    is_all_day: appointment.when.isAllDay,
    location: appointment.location,
    notes: appointment.notes,
    status: appointment.status,
    client_id: appointment.clientId ?? null,
    booked_by_user_id: appointment.bookedBy ?? null,
    is_private: appointment.privateOwner !== undefined,
    private_owner_user_id: appointment.privateOwner ?? null,
    is_free: appointment.isFree,
  };
}
