import type { Dialect } from "../../../api/index.js";
import { chunksOf } from "../../../base/chunks.js";
import { wallTime } from "../../../base/wall-time.js";
import type { WallTime } from "../../../base/wall-time.js";
import { UnreadableValueError } from "../errors.js";

/** How values look in rows, whichever of the two databases they come from. */

/** An instant: ISO text on SQLite, a `Date` from `datetime2` on SQL Server. */
export function readInstant(value: unknown): Date {
  const instant = value instanceof Date ? value : new Date(typeof value === "string" ? value : Number.NaN);
  if (Number.isNaN(instant.getTime())) throw new UnreadableValueError("an instant", value);
  return instant;
}

/** A wall-clock time: text on SQLite; SQL Server's driver gives a `Date` whose UTC parts are the wall clock's. */
export function readWallTime(value: unknown): WallTime {
  if (value instanceof Date) return wallTime(value.toISOString().slice(0, 19));
  if (typeof value === "string") return wallTime(value);
  throw new UnreadableValueError("a wall-clock time", value);
}

/** A yes or no: 0 and 1 on SQLite, a boolean from `bit`. */
export function readFlag(value: unknown): boolean {
  return value === true || value === 1;
}

/** Absent columns are null in SQL and undefined here. */
export function readOptional<T>(value: unknown, read: (value: unknown) => T): T | undefined {
  return value === null || value === undefined ? undefined : read(value);
}

/** Text and numbers as text; an absent one is empty. */
export function readText(value: unknown): string {
  if (value === null || value === undefined) return "";
  if (typeof value === "string" || typeof value === "number" || typeof value === "bigint") return String(value);
  throw new UnreadableValueError("text", value);
}

/**
 * How many values one statement may carry, with room for those of its conditions. SQLite would take 32,766: lists of
 * ids are long, since some queries go through all of a user's entries each time; long inserts are only slower.
 */
function parameterLimit(dialect: Dialect, perItem: number): number {
  if (dialect === "mssql") return 2000;
  return perItem === 1 ? 5000 : 900;
}

/** Cuts a list so that each piece fits into one statement. @param perItem values each item takes */
export function inPieces<T>(dialect: Dialect, items: readonly T[], perItem = 1): readonly (readonly T[])[] {
  // SQL Server takes at most 1000 rows in one INSERT, SQLite 500 as knex writes them.
  const rows = dialect === "sqlite" ? 500 : 1000;
  const size = Math.max(
    1,
    Math.min(perItem === 1 ? Infinity : rows, Math.floor(parameterLimit(dialect, perItem) / perItem)),
  );
  return chunksOf(items, size);
}

/** SQL for a row version as text, to be compared for inequality only. */
export function versionText(dialect: Dialect, table: string): string {
  return dialect === "sqlite"
    ? `cast(${table}.row_version as text)`
    : `convert(varchar(20), convert(bigint, ${table}.row_version))`;
}
