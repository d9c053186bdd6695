import type { PluginMigration } from "../../../api/index.js";

/** What an undo puts back is written as it was, not as it is compared (R2, K5). */
export const writtenFormsMigration: PluginMigration = {
  name: "013-written-forms",
  async up(db) {
    await db.schema.alterTable("google_sync_journal", (table) => void table.text("fields_written"));
  },
  async down(db) {
    await db.schema.alterTable("google_sync_journal", (table) => void table.dropColumn("fields_written"));
  },
};
