import type { PluginMigration } from "../../../api/index.js";
import { caselessText, instant, unique } from "./schema-columns.js";

/** What the running software keeps: notifications, computers, claims, jobs and their runs. */
export const operations: PluginMigration = {
  name: "006-operations",
  async up(db, dialect) {
    await db.schema.createTable("notifications", (table) => {
      table.increments("id");
      // Empty for the administrators, whoever they are when they look.
      table.integer("user_id").references("id").inTable("users");
      table.string("severity", 20).notNullable();
      table.string("title", 200).notNullable();
      table.text("text").notNullable();
      table.string("subject", 200).notNullable();
      table.string("command", 120);
      instant(table, dialect, "created_at").notNullable();
      instant(table, dialect, "read_at");
      table.index(["user_id"]);
      table.index(["subject"]);
    });
    await db.schema.createTable("computers", (table) => {
      table.increments("id");
      caselessText(table, dialect, "name", 100).notNullable();
      unique(table, "name");
      table.string("time_zone", 60).notNullable();
      table.string("version", 40).notNullable();
      instant(table, dialect, "heartbeat_at").notNullable();
    });
    await db.schema.createTable("claims", (table) => {
      table.string("subject", 200).notNullable().primary();
      // No ticket: nobody holds it.
      table.string("ticket", 36);
      table.string("held_by", 300).notNullable();
      instant(table, dialect, "expires_at").notNullable();
    });
    await db.schema.createTable("job_settings", (table) => {
      table.string("job_id", 120).notNullable().primary();
      table.boolean("is_enabled").notNullable().defaultTo(false);
      table.text("schedule_json").notNullable();
      table.string("computer_name", 100);
      table.text("notification_json").notNullable();
      table.text("general_json").notNullable();
    });
    await db.schema.createTable("job_runs", (table) => {
      table.string("id", 36).notNullable().primary();
      table.string("job_id", 120).notNullable();
      table.string("computer_name", 100).notNullable();
      table.boolean("is_preview").notNullable().defaultTo(false);
      instant(table, dialect, "planned_for");
      instant(table, dialect, "started_at").notNullable();
      instant(table, dialect, "ended_at");
      table.string("outcome", 30);
      table.text("summary").notNullable();
      table.text("details_json");
      table.index(["job_id", "started_at"]);
      table.index(["started_at"]);
    });
    await db.schema.createTable("job_run_users", (table) => {
      table.increments("id");
      table.string("job_run_id", 36).notNullable().references("id").inTable("job_runs");
      table.integer("user_id").notNullable().references("id").inTable("users");
      table.string("outcome", 30).notNullable();
      table.text("summary").notNullable();
      table.text("warnings_json").notNullable();
      table.text("errors_json").notNullable();
      unique(table, "job_run_id", "user_id");
    });
  },
  async down(db) {
    const tables = ["job_run_users", "job_runs", "job_settings", "claims", "computers", "notifications"];
    for (const table of tables) await db.schema.dropTable(table);
  },
};
