import type { PluginMigration } from "../../src/api/index.js";
import { googleSyncMigrations } from "../../src/google-sync/migrations.js";
import {
  KnexPluginDatabase,
  migrateStudio,
  openStudioConnection,
  revertStudio,
} from "../../src/host/studio-data/index.js";
import type { StudioConnection } from "../../src/host/studio-data/index.js";

/**
 * A connection to a database on a real server that belongs to the tests: its tables are taken back by every migration's
 * `down` and made anew, the plugin's too, so that each test finds an empty studio.
 */
export async function openServerStudio(
  address: string,
  migrations: readonly PluginMigration[],
): Promise<StudioConnection> {
  const connection = await openStudioConnection(address);
  await migrateStudio(connection);
  for (const migration of googleSyncMigrations.toReversed()) await takeBack(migration, connection);
  await revertStudio(connection);
  await migrateStudio(connection);
  if (migrations.length > 0) await new KnexPluginDatabase("google-sync", connection).migrate(migrations);
  return connection;
}

async function takeBack(migration: PluginMigration, connection: StudioConnection): Promise<void> {
  await connection.transaction(async (transaction) => {
    const db = connection.query(transaction);
    const removed = await db("applied_migrations").where({ scope: "google-sync", name: migration.name }).del();
    if (removed > 0) await migration.down(db, connection.dialect);
  });
}
