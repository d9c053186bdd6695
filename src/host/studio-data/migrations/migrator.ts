import type { Knex } from "knex";

import type { PluginMigration, Transaction } from "../../../api/index.js";
import type { StudioConnection } from "../connection/studio-connection.js";
import { UnknownMigrationError } from "../errors.js";
import { instant } from "./schema-columns.js";
import { studioMigrations } from "./studio-migrations.js";

/** Under which name the studio's own migrations are recorded; a plugin's are under its id. */
const studioScope = "studio";
const table = "applied_migrations";

/** What of a schema is applied and what is still to do. */
export interface MigrationStatus {
  readonly applied: readonly string[];
  readonly pending: readonly string[];
}

/** Brings the studio's tables up to date. Safe in several processes at once. @throws UnknownMigrationError */
export function migrateStudio(connection: StudioConnection): Promise<void> {
  return migrateUp(connection, studioScope, studioMigrations);
}

/** Takes the studio's tables back, newest step first. */
export function revertStudio(connection: StudioConnection): Promise<void> {
  return migrateDown(connection, studioScope, studioMigrations);
}

export async function studioMigrationStatus(connection: StudioConnection): Promise<MigrationStatus> {
  const isThere = await connection.query().schema.hasTable(table);
  const applied = isThere ? await appliedNames(connection.query(), studioScope) : [];
  return {
    applied,
    pending: studioMigrations.map(({ name }) => name).filter((name) => !applied.includes(name)),
  };
}

/** Each step in a transaction of its own, with the note that it is done. @throws UnknownMigrationError */
export async function migrateUp(
  connection: StudioConnection,
  scope: string,
  migrations: readonly PluginMigration[],
): Promise<void> {
  const names = migrations.map(({ name }) => name);
  const applied = await connection.transaction(async (transaction) => {
    const db = await exclusively(connection, transaction);
    await createTable(db, connection);
    return appliedNames(db, scope);
  });
  const unknown = applied.filter((name) => !names.includes(name));
  if (unknown.length > 0) throw new UnknownMigrationError(scope, unknown);
  for (const migration of migrations) {
    if (applied.includes(migration.name)) continue;
    await connection.transaction(async (transaction) => {
      const db = await exclusively(connection, transaction);
      // Another process may have been faster.
      if ((await appliedNames(db, scope)).includes(migration.name)) return;
      await migration.up(db, connection.dialect);
      const now = await connection.databaseNow(transaction);
      await db(table).insert({ scope, name: migration.name, applied_at: now.toISOString() });
    });
  }
}

async function migrateDown(
  connection: StudioConnection,
  scope: string,
  migrations: readonly PluginMigration[],
): Promise<void> {
  for (const migration of migrations.toReversed()) {
    await connection.transaction(async (transaction) => {
      const db = await exclusively(connection, transaction);
      const removed = await db(table).where({ scope, name: migration.name }).del();
      if (removed > 0) await migration.down(db, connection.dialect);
    });
  }
}

/** One process at a time: SQLite's transactions are exclusive anyway, SQL Server has application locks. */
async function exclusively(connection: StudioConnection, transaction: Transaction): Promise<Knex> {
  const db = connection.query(transaction);
  if (connection.dialect === "mssql") {
    await db.raw(
      "exec sp_getapplock @Resource = 'spectra-migrations', @LockMode = 'Exclusive', @LockOwner = 'Transaction', @LockTimeout = 60000",
    );
  }
  return db;
}

async function createTable(db: Knex, connection: StudioConnection): Promise<void> {
  if (await db.schema.hasTable(table)) return;
  await db.schema.createTable(table, (builder) => {
    builder.string("scope", 120).notNullable();
    builder.string("name", 120).notNullable();
    instant(builder, connection.dialect, "applied_at").notNullable();
    builder.primary(["scope", "name"]);
  });
}

async function appliedNames(db: Knex, scope: string): Promise<string[]> {
  const rows: readonly { readonly name: string }[] = await db(table).select("name").where({ scope }).orderBy("name");
  return rows.map(({ name }) => name);
}
