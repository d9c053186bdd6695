import type { Knex } from "knex";

import type { Dialect } from "../../../api/index.js";
import { instant, nowSql } from "./schema-columns.js";

/**
 * Row versions and changed-at times that hold for any program that writes: SQL Server
 * counts `rowversion` itself, on SQLite a trigger takes the next number of one counter.
 * `changed_at` is the database's time unless the writer set another one in the same
 * statement.
 */
export function versionColumns(table: Knex.CreateTableBuilder, db: Knex, dialect: Dialect): void {
  if (dialect === "sqlite") table.integer("row_version").notNullable().defaultTo(0);
  else table.specificType("row_version", "rowversion");
  instant(table, dialect, "changed_at")
    .notNullable()
    .defaultTo(db.raw(`(${nowSql(dialect)})`));
}

/** The triggers that keep the columns of `versionColumns`; the table has an `id`. */
export async function versionTriggers(db: Knex, dialect: Dialect, table: string): Promise<void> {
  if (dialect === "mssql") {
    await db.raw(
      `create trigger ${table}_changed on ${table} after update as
       begin
         set nocount on;
         if not exists (select 1 from inserted) return;
         update t set changed_at = ${nowSql(dialect)} from ${table} t
         inner join inserted i on i.id = t.id inner join deleted d on d.id = t.id
         where i.changed_at = d.changed_at;
       end`,
    );
    return;
  }
  const nextVersion = "update row_version_counter set value = value + 1;";
  const version = "row_version = (select value from row_version_counter)";
  await db.raw(
    `create trigger ${table}_inserted after insert on ${table} begin
       ${nextVersion}
       update ${table} set ${version} where id = new.id;
     end`,
  );
  await db.raw(
    // The condition keeps out the updates these triggers make themselves.
    `create trigger ${table}_changed after update on ${table} when new.row_version is old.row_version begin
       ${nextVersion}
       update ${table} set ${version},
         changed_at = case when new.changed_at is old.changed_at then ${nowSql(dialect)} else new.changed_at end
       where id = new.id;
     end`,
  );
}
