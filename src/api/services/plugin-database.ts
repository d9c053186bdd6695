import type { Knex } from "knex";

import { serviceToken } from "../../base/service-token.js";
import type { Transaction } from "./unit-of-work.js";

/** The two databases a studio may run on. */
export type Dialect = "sqlite" | "mssql";

/** One step of a plugin's own schema. Steps run in order, each once, each in a transaction. */
export interface PluginMigration {
  /** Unique within the plugin, sorts in order: `001-links`. */
  readonly name: string;
  up(db: Knex, dialect: Dialect): Promise<void>;
  down(db: Knex, dialect: Dialect): Promise<void>;
}

/**
 * The plugin's own tables, in the studio's database. Table names start with the
 * plugin's id, dashes as underscores (`google_sync_links`).
 *
 * A plugin may read these views of the host (and no host table): `schedule_entries`
 * with `user_id`, `entry_guid`, `kind`, `record_id`, `version`, `changed_at`,
 * `starts_at`, `ends_at`, `is_all_day`, `is_linked`, one row per entry and user that
 * is on the user's schedule now (C1). `version` is text to be compared for inequality.
 */
export interface PluginDatabase {
  readonly dialect: Dialect;
  /** Brings the plugin's tables up to date. Safe in several processes at once. */
  migrate(migrations: readonly PluginMigration[]): Promise<void>;
  /** A query builder, inside the transaction when one is given. */
  query(transaction?: Transaction): Knex;
  /** The database's present time, an instant in UTC; the only clock that leases and claims trust. */
  databaseNow(transaction?: Transaction): Promise<Date>;
}
export const PluginDatabase = serviceToken<PluginDatabase>("plugin-database");
