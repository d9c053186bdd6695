import type { PluginMigration } from "../../../api/index.js";
import { instant } from "./schema-columns.js";

/** What processes of one studio ask of and tell each other: runs wanted, runs to end, and what happens live. */
export const controlCenter: PluginMigration = {
  name: "012-control-center",
  async up(db, dialect) {
    await db.schema.alterTable("job_runs", (table) => {
      // Who pressed "Run Now"; empty for the schedule and the command line.
      table.integer("requested_by");
      instant(table, dialect, "abort_requested_at");
      table.index(["outcome", "started_at"]);
    });
    await db.schema.createTable("job_requests", (table) => {
      table.increments("id");
      table.string("job_id", 120).notNullable();
      table.integer("requested_by");
      instant(table, dialect, "requested_at").notNullable();
      table.index(["job_id"]);
    });
    await db.schema.createTable("live_events", (table) => {
      table.increments("id");
      // The process it happened in.
      table.string("origin", 36).notNullable();
      table.text("event_json").notNullable();
      instant(table, dialect, "happened_at").notNullable();
      table.index(["happened_at"]);
    });
  },
  async down(db) {
    await db.schema.dropTable("live_events");
    await db.schema.dropTable("job_requests");
    await db.schema.alterTable("job_runs", (table) => {
      table.dropIndex(["outcome", "started_at"]);
      table.dropColumn("abort_requested_at");
      table.dropColumn("requested_by");
    });
  },
};
