import type { EntryId, UserId, When } from "../../../api/index.js";
import { readFlag, readOptional, readText, readWallTime } from "../connection/columns.js";
import type { NewRow } from "../connection/insert-rows.js";

export type SessionStatus = "scheduled" | "completed" | "cancelled";

/** What the session's screen shows and changes, but for its event lines. */
export interface SessionFields {
  readonly clientId: number;
  readonly sessionType: string;
  readonly description: string;
  readonly when: When;
  readonly location: string;
  readonly notes: string;
  readonly status: SessionStatus;
  readonly isConfirmed: boolean;
  readonly photographerId: UserId | undefined;
  readonly assistantId: UserId | undefined;
  readonly bookedBy: UserId | undefined;
  readonly resourceIds: readonly number[];
}

/** A line of a session with advanced scheduling. */
export interface EventLine {
  /** Undefined for a line that is new. */
  readonly id: number | undefined;
  readonly description: string;
  readonly when: When;
  readonly userId: UserId | undefined;
  readonly resourceId: number | undefined;
  readonly isVisible: boolean;
}

/** An event line as read. */
export interface StoredEventLine extends EventLine {
  readonly id: number;
  readonly entryId: EntryId;
  /** The one that bears the session's GUID and moves with it (C5, C6). */
  readonly isPrimary: boolean;
}

/** A session as read. */
export interface Session extends SessionFields {
  readonly id: number;
  readonly entryId: EntryId;
  /** Changes with the session, its lines and resources. */
  readonly version: string;
  readonly hasAdvancedScheduling: boolean;
  /** Kept while advanced scheduling is off; shown to nobody then. The primary line comes first. */
  readonly lines: readonly StoredEventLine[];
  readonly isDeleted: boolean;
}

export interface SessionRow {
  readonly id: number;
  readonly entry_guid: string;
  readonly client_id: number;
  readonly session_type: string;
  readonly description: string;
  readonly starts_at: unknown;
  readonly ends_at: unknown;
  readonly is_all_day: unknown;
  readonly location: string;
  readonly notes: string | null;
  readonly status: SessionStatus;
  readonly is_confirmed: unknown;
  readonly photographer_id: number | null;
  readonly assistant_id: number | null;
  readonly booked_by_user_id: number | null;
  readonly has_advanced_scheduling: unknown;
  readonly deleted_at: unknown;
  readonly own_version: unknown;
}

export const sessionColumns = [
  "id",
  "entry_guid",
  "client_id",
  "session_type",
  "description",
  "starts_at",
  "ends_at",
  "is_all_day",
  "location",
  "notes",
  "status",
  "is_confirmed",
  "photographer_id",
  "assistant_id",
  "booked_by_user_id",
  "has_advanced_scheduling",
  "deleted_at",
] as const satisfies readonly (keyof SessionRow)[];

export interface LineRow {
  readonly id: number;
  readonly entry_guid: string;
  readonly description: string;
  readonly starts_at: unknown;
  readonly ends_at: unknown;
  readonly is_all_day: unknown;
  readonly user_id: number | null;
  readonly resource_id: number | null;
  readonly is_visible: unknown;
  readonly is_primary: unknown;
  readonly own_version: unknown;
}

export const lineColumns = [
  "id",
  "entry_guid",
  "description",
  "starts_at",
  "ends_at",
  "is_all_day",
  "user_id",
  "resource_id",
  "is_visible",
  "is_primary",
] as const satisfies readonly (keyof LineRow)[];

export function toSession(row: SessionRow, lines: readonly LineRow[], resourceIds: readonly number[]): Session {
  const lineVersions = lines.map((line) => `${line.id}:${readText(line.own_version)}`).join("+");
  return {
    id: row.id,
    entryId: row.entry_guid,
    version: [readText(row.own_version), lineVersions, resourceIds.join("+")].join("."),
    clientId: row.client_id,
    sessionType: row.session_type,
    description: row.description,
    when: toWhen(row),
    location: row.location,
    notes: readText(row.notes),
    status: row.status,
    isConfirmed: readFlag(row.is_confirmed),
    photographerId: readOptional(row.photographer_id, Number),
    assistantId: readOptional(row.assistant_id, Number),
    bookedBy: readOptional(row.booked_by_user_id, Number),
    resourceIds,
    hasAdvancedScheduling: readFlag(row.has_advanced_scheduling),
    lines: lines.map((line) => ({
      id: line.id,
      entryId: line.entry_guid,
      description: line.description,
      when: toWhen(line),
      userId: readOptional(line.user_id, Number),
      resourceId: readOptional(line.resource_id, Number),
      isVisible: readFlag(line.is_visible),
      isPrimary: readFlag(line.is_primary),
    })),
    isDeleted: row.deleted_at !== null,
  };
}

export function toSessionRow(session: SessionFields): NewRow {
  return {
    client_id: session.clientId,
    session_type: session.sessionType,
    description: session.description,
    ...whenColumns(session.when),
    location: session.location,
    notes: session.notes,
    status: session.status,
    is_confirmed: session.isConfirmed,
    photographer_id: session.photographerId ?? null,
    assistant_id: session.assistantId ?? null,
    booked_by_user_id: session.bookedBy ?? null,
  };
}

export function toLineRow(line: EventLine): NewRow {
  return {
    description: line.description,
    ...whenColumns(line.when),
    user_id: line.userId ?? null,
    resource_id: line.resourceId ?? null,
    is_visible: line.isVisible,
  };
}

export function whenColumns(when: When): NewRow {
  return { starts_at: when.start, ends_at: when.end, is_all_day: when.isAllDay };
}

function toWhen(row: { readonly starts_at: unknown; readonly ends_at: unknown; readonly is_all_day: unknown }): When {
  return { start: readWallTime(row.starts_at), end: readWallTime(row.ends_at), isAllDay: readFlag(row.is_all_day) };
}
