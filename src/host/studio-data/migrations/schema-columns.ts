import type { Knex } from "knex";

import type { Dialect } from "../../../api/index.js";

/** Column types both databases have under different names. */

export function guid(table: Knex.CreateTableBuilder, name = "guid"): Knex.ColumnBuilder {
  // Not `uniqueidentifier`: that comes back in capitals, and is compared with text nowhere else.
  return table.string(name, 36).notNullable();
}

/** A GUID that no two rows share. */
export function uniqueGuid(table: Knex.CreateTableBuilder, name = "guid"): void {
  guid(table, name);
  unique(table, name);
}

/** An instant in UTC: ISO 8601 text with milliseconds and Z, or `datetime2(3)`. */
export function instant(table: Knex.CreateTableBuilder, dialect: Dialect, name: string): Knex.ColumnBuilder {
  return table.specificType(name, dialect === "sqlite" ? "text" : "datetime2(3)");
}

/**
 * A wall-clock time without zone: `YYYY-MM-DDTHH:MM:SS`, or `datetime2(0)`. The embedded database
 * refuses what is no time just as SQL Server's type does: one such row would end every run (G3).
 */
export function wallTimeColumn(table: Knex.CreateTableBuilder, dialect: Dialect, name: string): Knex.ColumnBuilder {
  const isTime = `strftime('%Y-%m-%dT%H:%M:%S', ${name}) is replace(substr(${name}, 1, 19), ' ', 'T')`;
  return table.specificType(name, dialect === "sqlite" ? `text check (${isTime})` : "datetime2(0)");
}

/** A calendar day, `YYYY-MM-DD` text in both: year and time zone of a birthday are nobody's business. */
export function dayColumn(table: Knex.CreateTableBuilder, name: string): Knex.ColumnBuilder {
  return table.string(name, 10);
}

/** Text compared without case, such as initials. */
export function caselessText(
  table: Knex.CreateTableBuilder,
  dialect: Dialect,
  name: string,
  length: number,
): Knex.ColumnBuilder {
  return table.specificType(
    name,
    dialect === "sqlite" ? `varchar(${length}) collate nocase` : `nvarchar(${length}) collate Latin1_General_CI_AS`,
  );
}

/** SQL of the database's present instant, for defaults and triggers. */
export function nowSql(dialect: Dialect): string {
  return dialect === "sqlite" ? "strftime('%Y-%m-%dT%H:%M:%fZ', 'now')" : "sysutcdatetime()";
}

/**
 * No two rows with the same values; the columns are never null. A constraint: knex's unique
 * index on SQL Server is a filtered one, and those refuse the writes of programs with old SET options.
 */
export function unique(table: Knex.CreateTableBuilder, ...columns: readonly string[]): void {
  table.unique(columns, { useConstraint: true });
}
