import { randomUUID } from "node:crypto";
import { copyFileSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import type {
  Claims,
  Clearances,
  Clients,
  Clock,
  PluginDatabase,
  PluginMigration,
  Schedule,
  UnitOfWork,
  Users,
} from "../../src/api/index.js";
import {
  KnexClaims,
  ClientGroupStore,
  KnexClearances,
  KnexClients,
  KnexNotifications,
  KnexPluginDatabase,
  KnexSchedule,
  KnexUnitOfWork,
  KnexUsers,
  migrateStudio,
  openStudioConnection,
} from "../../src/host/studio-data/index.js";
import type { DatabaseClock, Lease, StudioConnection } from "../../src/host/studio-data/index.js";

import { openMssqlStandIn } from "./mssql-stand-in.js";
import type { StatementListener } from "./mssql-stand-in.js";
import { noteStatement } from "./noted-statements.js";
import { openServerStudio } from "./server-studio.js";
import { tSqlSchema } from "./t-sql-schema.js";

export * from "./studio-builders.js";

/** A studio on an embedded database of its own, gone when closed. Its builders are `studio-builders.ts`, found here too. */
export interface TestStudio {
  readonly connection: StudioConnection;
  readonly users: Users;
  readonly schedule: Schedule;
  readonly clients: Clients;
  readonly unitOfWork: UnitOfWork;
  /** What builders say the time is; the database says it where a studio has no clock. */
  readonly now?: () => Date;
  readonly clearances: Clearances;
  readonly notifications: KnexNotifications;
  /** The studio's database as the plugin of this id sees it. */
  pluginDatabase(pluginId?: string): PluginDatabase;
  /** Claims of one computer, renewed by the clock. */
  claims(options: ClaimsOptions): Claims;
  close(): Promise<void>;
}

export interface ClaimsOptions {
  readonly clock: Clock;
  readonly pluginId?: string;
  readonly computer?: string;
  /** What decides leases; the database itself when not given. */
  readonly databaseClock?: DatabaseClock;
  readonly lease?: Lease;
}

const folder = mkdtempSync(join(tmpdir(), "spectra-test-studio-"));
process.once("exit", () => rmSync(folder, { recursive: true, force: true }));
const templates = new Map<string, Promise<string>>();

/** What all the studio asks its database goes through. */
type Wrap = (connection: StudioConnection) => StudioConnection;
const asItIs: Wrap = (connection) => connection;

/**
 * Opens a new, empty, migrated studio. Migrating happens once in a process; each studio is a copy of the file.
 * `SPECTRA_TEST_DATABASE` names another database for all of them: `stand-in` (see `openMssqlStandIn`) or the URL of one
 * on a real server, which has one studio at a time (`npm run test:mssql`).
 * @param migrations the plugin's tables, when the test needs some
 */
export async function openTestStudio(migrations: readonly PluginMigration[] = [], wrap = asItIs): Promise<TestStudio> {
  const database = process.env["SPECTRA_TEST_DATABASE"] ?? "";
  if (database === "stand-in") return mssqlStandInStudio(noteStatement, migrations, wrap);
  if (database !== "") return studioOn(wrap(await openServerStudio(database, migrations)));
  const file = await copyOfTemplate(migrations);
  return studioOn(wrap(await openStudioConnection(`sqlite:${file}`)), () => remove(file));
}

async function copyOfTemplate(migrations: readonly PluginMigration[]): Promise<string> {
  const names = migrations.map(({ name }) => name).join();
  const template = templates.get(names) ?? makeTemplate(migrations);
  templates.set(names, template);
  const file = join(folder, `${randomUUID()}.sqlite`);
  copyFileSync(await template, file);
  return file;
}

function remove(file: string): void {
  for (const suffix of ["", "-wal", "-shm"]) rmSync(`${file}${suffix}`, { force: true });
}

/** Like `openTestStudio`, but everything that is sent is SQL Server's dialect (see `openMssqlStandIn`). */
export async function mssqlStandInStudio(
  listen: StatementListener,
  migrations: readonly PluginMigration[] = [],
  wrap = asItIs,
): Promise<TestStudio> {
  // The stand-in builds no tables.
  const file = await copyOfTemplate(migrations);
  const connection = openMssqlStandIn(file, listen, await tSqlSchema());
  return studioOn(wrap(connection), () => remove(file));
}

/** The services on a connection somebody else opened, such as one to a real server. */
export function studioOn(connection: StudioConnection, afterClose: () => void = () => {}): TestStudio {
  const clearances = new KnexClearances(connection);
  return {
    connection,
    clearances,
    notifications: new KnexNotifications(connection, clearances),
    users: new KnexUsers(connection),
    schedule: new KnexSchedule(connection),
    clients: new KnexClients(connection, new ClientGroupStore(connection)),
    unitOfWork: new KnexUnitOfWork(connection),
    pluginDatabase: (pluginId = "google-sync") => new KnexPluginDatabase(pluginId, connection),
    claims: ({ clock, pluginId = "google-sync", computer = "FRONT-DESK", databaseClock = connection, lease }) =>
      new KnexClaims({ prefix: pluginId, computer }, connection, databaseClock, clock, lease),
    async close() {
      await connection.close();
      afterClose();
    },
  };
}

async function makeTemplate(migrations: readonly PluginMigration[]): Promise<string> {
  const file = join(folder, `template-${randomUUID()}.sqlite`);
  const connection = await openStudioConnection(`sqlite:${file}`);
  await migrateStudio(connection);
  if (migrations.length > 0) await studioOn(connection).pluginDatabase().migrate(migrations);
  // Everything into the one file that is copied.
  await connection.query().raw("pragma wal_checkpoint(truncate)");
  await connection.close();
  return file;
}
