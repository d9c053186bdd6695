import type { PluginMigration } from "../../../api/index.js";

/** Runs and their effects (R1). */
export const journalMigration: PluginMigration = {
  name: "003-journal",
  async up(db) {
    await db.schema.createTable("google_sync_runs", (table) => {
      table.increments("id");
      table.integer("user_id").notNullable();
      table.string("job_run_id", 64).notNullable();
      table.string("started_at", 24).notNullable();
      table.string("ended_at", 24);
      table.string("outcome", 24);
      table.string("summary", 1000);
      table.text("report");
      table.index(["user_id", "id"], "google_sync_runs_user");
    });
    await db.schema.createTable("google_sync_journal", (table) => {
      table.increments("id");
      table.integer("run_id").notNullable().references("id").inTable("google_sync_runs");
      table.string("side", 8).notNullable();
      table.string("action", 24).notNullable();
      table.string("entry_guid", 36);
      table.string("event_id", 255);
      table.text("fields_before").notNullable();
      table.text("fields_after").notNullable();
      table.integer("is_private").notNullable();
      table.string("state", 8).notNullable();
      table.string("problem", 500);
      table.index(["run_id"], "google_sync_journal_run");
      table.index(["entry_guid"], "google_sync_journal_entry");
    });
  },
  async down(db) {
    await db.schema.dropTable("google_sync_journal");
    await db.schema.dropTable("google_sync_runs");
  },
};
