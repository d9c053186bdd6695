import type { PluginMigration } from "../../../api/index.js";

/** Where the items of a user's part of a job run are shown. */
export const jobRunItems: PluginMigration = {
  name: "013-job-run-items",
  async up(db) {
    await db.schema.alterTable("job_run_users", (table) => {
      table.text("items_json");
    });
  },
  async down(db) {
    await db.schema.alterTable("job_run_users", (table) => {
      table.dropColumn("items_json");
    });
  },
};
