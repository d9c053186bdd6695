import type { PluginMigration } from "../../../api/index.js";

/** How far the plugin's nightly upkeep is. */
export const upkeepMigration: PluginMigration = {
  name: "010-upkeep",
  async up(db) {
    await db.schema.createTable("google_sync_upkeep", (table) => {
      table.string("name", 40).notNullable().primary();
      table.string("value", 40).notNullable();
    });
  },
  async down(db) {
    await db.schema.dropTable("google_sync_upkeep");
  },
};
