import type { PluginMigration } from "../../../api/index.js";

/** The log of job runs grows to many thousands: what is asked every few seconds, and what is counted, is in an index. */
export const jobRunIndexes: PluginMigration = {
  name: "014-job-run-indexes",
  async up(db) {
    await db.schema.alterTable("job_runs", (table) => {
      table.dropIndex(["job_id", "started_at"]);
      // Counted by job without a look at the runs themselves, which carry their details.
      table.index(["job_id", "started_at", "outcome", "ended_at"], "job_runs_of_job_index");
      table.index(["job_id", "planned_for"]);
      // Those that run: they have no end.
      table.index(["ended_at", "started_at"]);
    });
  },
  async down(db) {
    await db.schema.alterTable("job_runs", (table) => {
      table.dropIndex(["ended_at", "started_at"]);
      table.dropIndex(["job_id", "planned_for"]);
      table.dropIndex([], "job_runs_of_job_index");
      table.index(["job_id", "started_at"]);
    });
  },
};
