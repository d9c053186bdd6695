import type { PluginMigration } from "../../../api/index.js";

/** Values of a client or contact that did not survive a merge stay on offer with the link (C15). */
export const lostContactValuesMigration: PluginMigration = {
  name: "012-lost-contact-values",
  async up(db) {
    await db.schema.alterTable("google_sync_contact_links", (table) => {
      table.text("lost_values");
    });
  },
  async down(db) {
    await db.schema.alterTable("google_sync_contact_links", (table) => {
      table.dropColumn("lost_values");
    });
  },
};
