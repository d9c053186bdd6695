import type { PluginMigration } from "../../../api/index.js";

/** Values that did not survive a merge stay on offer with the link (C15). */
export const lostValuesMigration: PluginMigration = {
  name: "007-lost-values",
  async up(db) {
    await db.schema.alterTable("google_sync_links", (table) => {
      table.text("lost_values");
    });
  },
  async down(db) {
    await db.schema.alterTable("google_sync_links", (table) => {
      table.dropColumn("lost_values");
    });
  },
};
