import type { Knex } from "knex";

import type { ScheduleEntry } from "../../../api/index.js";
import type { StudioConnection } from "../connection/studio-connection.js";
import { scheduleColumns, toScheduleEntry } from "./schedule-row.js";
import type { ScheduleRow } from "./schedule-row.js";

/** What a room or another resource is booked for. */
export interface ResourceBooking {
  readonly resourceId: number;
  readonly entry: ScheduleEntry;
}

/** Leaves some of the bookings. @param table has their `entry_guid`, `starts_at` and `ends_at` */
export type BookingFilter = (query: Knex.QueryBuilder, table: string) => void;

/** Columns a booking has from its own table and not from the schedule of those who are on it. */
const ownColumns = new Set(["entry_guid", "starts_at", "ends_at", "is_all_day", "description"]);

/**
 * What these resources are booked for, by start, once for each user who is on it: appointments; sessions, at the session's
 * time, whatever their event lines are at; event lines with a resource of their own, also those that name no user.
 */
export async function readResourceBookings(
  connection: StudioConnection,
  resourceIds: readonly number[],
  filter: BookingFilter,
): Promise<readonly ResourceBooking[]> {
  const found: ResourceBooking[] = [];
  for (const { own, resource, kind, join } of sources) {
    const columns = scheduleColumns.map((name) => `${ownColumns.has(name) ? own : "schedule_details"}.${name}`);
    const query = connection.query()("schedule_details");
    join(query);
    filter(query, own);
    const rows: readonly (ScheduleRow & { readonly resource_id: number })[] = await query
      .select(...columns, `${resource}.resource_id`)
      .whereIn(`${resource}.resource_id`, resourceIds)
      .orderBy([`${own}.starts_at`, `${own}.entry_guid`, "schedule_details.user_id"]);
    for (const row of rows) {
      found.push({ resourceId: row.resource_id, entry: toScheduleEntry(kind === undefined ? row : { ...row, kind }) });
    }
  }
  return found;
}

/** A way in which a resource is booked. */
interface BookingSource {
  readonly own: string;
  /** The table that names the resource. */
  readonly resource: string;
  /** What the entry is, where it is not what somebody on the same session has. */
  readonly kind?: ScheduleEntry["kind"];
  readonly join: (query: Knex.QueryBuilder) => void;
}

const sources: readonly BookingSource[] = [
  {
    own: "schedule_details",
    resource: "appointment_resources",
    join: (query) =>
      void query
        .join("appointment_resources", "appointment_resources.appointment_id", "schedule_details.record_id")
        .where("schedule_details.kind", "appointment"),
  },
  {
    own: "sessions",
    resource: "session_resources",
    kind: "session",
    join: (query) =>
      void query
        .join("session_resources", "session_resources.session_id", "schedule_details.record_id")
        .join("sessions", "sessions.id", "schedule_details.record_id")
        .whereIn("schedule_details.kind", ["session", "event-line"]),
  },
  {
    own: "schedule_details",
    resource: "session_event_lines",
    join: (query) =>
      void query
        .join("session_event_lines", "session_event_lines.id", "schedule_details.own_id")
        .where("schedule_details.kind", "event-line"),
  },
  {
    own: "session_event_lines",
    resource: "session_event_lines",
    kind: "event-line",
    join: (query) =>
      void query
        .join("session_event_lines", "session_event_lines.session_id", "schedule_details.record_id")
        .join("sessions", "sessions.id", "schedule_details.record_id")
        .whereIn("schedule_details.kind", ["session", "event-line"])
        .where("sessions.has_advanced_scheduling", true)
        .where("session_event_lines.is_visible", true)
        .whereNull("session_event_lines.user_id")
        .whereNull("session_event_lines.deleted_at"),
  },
];
