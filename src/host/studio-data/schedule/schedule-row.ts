import type { ScheduleEntry } from "../../../api/index.js";
import { readFlag, readInstant, readOptional, readText, readWallTime } from "../connection/columns.js";

/** A row of the view `schedule_details`. */
export interface ScheduleRow {
  readonly user_id: number;
  readonly entry_guid: string;
  readonly kind: ScheduleEntry["kind"];
  readonly record_id: number;
  readonly version: string;
  readonly changed_at: unknown;
  readonly starts_at: unknown;
  readonly ends_at: unknown;
  readonly is_all_day: unknown;
  readonly description: string;
  readonly location: string;
  readonly notes: string | null;
  readonly client_id: number | null;
  readonly client_first_name: string | null;
  readonly client_last_name: string | null;
  readonly client_company: string | null;
  readonly client_phone: string | null;
  readonly session_type: string;
  readonly user_count: number;
  readonly repeat_id: number | null;
  readonly origin: "studio" | "google";
  readonly is_private: unknown;
  readonly private_owner_user_id: number | null;
  readonly is_free: unknown;
  /** The appointment's, session's or event line's own row, and that row's version alone. */
  readonly own_id: number;
  readonly own_version: unknown;
}

export const scheduleColumns = [
  "user_id",
  "entry_guid",
  "kind",
  "record_id",
  "version",
  "changed_at",
  "starts_at",
  "ends_at",
  "is_all_day",
  "description",
  "location",
  "notes",
  "client_id",
  "client_first_name",
  "client_last_name",
  "client_company",
  "client_phone",
  "session_type",
  "user_count",
  "repeat_id",
  "origin",
  "is_private",
  "private_owner_user_id",
  "is_free",
  "own_id",
  "own_version",
] as const satisfies readonly (keyof ScheduleRow)[];

export function toScheduleEntry(row: ScheduleRow): ScheduleEntry {
  return {
    entryId: row.entry_guid,
    userId: row.user_id,
    kind: row.kind,
    recordId: row.record_id,
    description: row.description,
    when: {
      start: readWallTime(row.starts_at),
      end: readWallTime(row.ends_at),
      isAllDay: readFlag(row.is_all_day),
    },
    location: row.location,
    notes: readText(row.notes),
    client: readOptional(row.client_id, (id) => ({
      id: Number(id),
      firstName: readText(row.client_first_name),
      lastName: readText(row.client_last_name),
      company: readText(row.client_company),
      phone: readOptional(row.client_phone, String),
    })),
    sessionType: row.session_type,
    userCount: row.user_count,
    repeatId: readOptional(row.repeat_id, Number),
    origin: row.origin,
    isPrivate: readFlag(row.is_private),
    isHiddenFromUser: readFlag(row.is_private) && (row.private_owner_user_id ?? row.user_id) !== row.user_id,
    isFree: readFlag(row.is_free),
    version: row.version,
    changedAt: readInstant(row.changed_at),
  };
}
