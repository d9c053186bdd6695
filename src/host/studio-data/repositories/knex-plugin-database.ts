import type { Knex } from "knex";

import type { Dialect, PluginDatabase, PluginMigration, Transaction } from "../../../api/index.js";
import type { StudioConnection } from "../connection/studio-connection.js";
import { PluginMigrationError } from "../errors.js";
import { migrateUp } from "../migrations/migrator.js";
import { guardedSchema } from "./guarded-schema.js";

/** The studio's database as one plugin sees it. Made by the plugin's container, one for each plugin. */
export class KnexPluginDatabase implements PluginDatabase {
  readonly dialect: Dialect;

  constructor(
    private readonly pluginId: string,
    private readonly connection: StudioConnection,
  ) {
    this.dialect = connection.dialect;
  }

  /** @throws PluginMigrationError when two steps share a name, are out of order, or reach for a table of somebody else */
  async migrate(migrations: readonly PluginMigration[]): Promise<void> {
    const names = migrations.map(({ name }) => name);
    if (names.join() !== [...new Set(names)].toSorted().join()) {
      throw new PluginMigrationError(`The migrations of ${this.pluginId} must have different names, in order`);
    }
    const prefix = `${this.pluginId.replaceAll("-", "_")}_`;
    await migrateUp(
      this.connection,
      this.pluginId,
      migrations.map((migration) => ({
        name: migration.name,
        up: (db, dialect) => migration.up(guardedSchema(db, prefix), dialect),
        down: (db, dialect) => migration.down(guardedSchema(db, prefix), dialect),
      })),
    );
  }

  query(transaction?: Transaction): Knex {
    return this.connection.query(transaction);
  }

  databaseNow(transaction?: Transaction): Promise<Date> {
    return this.connection.databaseNow(transaction);
  }
}
