import type { Knex } from "knex";

import type { Dialect, PluginMigration } from "../../../api/index.js";
import { entryLimits } from "../entry-limits.js";
import { versionColumns, versionTriggers } from "./row-versions.js";
import { guid, instant, unique, uniqueGuid, wallTimeColumn } from "./schema-columns.js";

/** Columns every kind of entry has. */
function entryColumns(table: Knex.CreateTableBuilder, db: Knex, dialect: Dialect): void {
  table.increments("id");
  uniqueGuid(table, "entry_guid");
  table.string("description", entryLimits.description).notNullable().defaultTo("");
  wallTimeColumn(table, dialect, "starts_at").notNullable();
  wallTimeColumn(table, dialect, "ends_at").notNullable();
  table.boolean("is_all_day").notNullable().defaultTo(false);
  instant(table, dialect, "deleted_at");
  versionColumns(table, db, dialect);
}

/** Appointments, sessions, their event lines and rooms. */
export const schedule: PluginMigration = {
  name: "003-schedule",
  async up(db, dialect) {
    await db.schema.createTable("resources", (table) => {
      table.increments("id");
      table.string("name", 100).notNullable();
      table.boolean("is_inactive").notNullable().defaultTo(false);
    });
    await db.schema.createTable("repeats", (table) => {
      table.increments("id");
      table.string("rule", 200).notNullable();
      instant(table, dialect, "created_at").notNullable();
    });
    await db.schema.createTable("sessions", (table) => {
      entryColumns(table, db, dialect);
      table.integer("client_id").notNullable().references("id").inTable("clients");
      table.string("session_type", 100).notNullable().defaultTo("");
      table.string("location", entryLimits.location).notNullable().defaultTo("");
      table.text("notes");
      table.string("status", 20).notNullable().defaultTo("scheduled");
      table.boolean("is_confirmed").notNullable().defaultTo(false);
      table.integer("photographer_id").references("id").inTable("users");
      table.integer("assistant_id").references("id").inTable("users");
      table.integer("booked_by_user_id").references("id").inTable("users");
      table.boolean("has_advanced_scheduling").notNullable().defaultTo(false);
      for (const column of ["photographer_id", "assistant_id", "client_id", "starts_at"]) table.index([column]);
    });
    await versionTriggers(db, dialect, "sessions");
    await db.schema.createTable("session_event_lines", (table) => {
      entryColumns(table, db, dialect);
      table.integer("session_id").notNullable().references("id").inTable("sessions");
      table.integer("user_id").references("id").inTable("users");
      table.integer("resource_id").references("id").inTable("resources");
      table.boolean("is_visible").notNullable().defaultTo(true);
      table.boolean("is_primary").notNullable().defaultTo(false);
      table.index(["session_id"]);
      table.index(["user_id", "session_id"]);
    });
    await versionTriggers(db, dialect, "session_event_lines");
    await db.schema.createTable("session_resources", (table) => {
      table.increments("id");
      table.integer("session_id").notNullable().references("id").inTable("sessions");
      table.integer("resource_id").notNullable().references("id").inTable("resources");
      unique(table, "session_id", "resource_id");
    });
    await db.schema.createTable("appointments", (table) => {
      entryColumns(table, db, dialect);
      table.integer("client_id").references("id").inTable("clients");
      table.string("location", entryLimits.location).notNullable().defaultTo("");
      table.text("notes");
      table.string("status", 20).notNullable().defaultTo("scheduled");
      table.integer("booked_by_user_id").references("id").inTable("users");
      table.integer("repeat_id").references("id").inTable("repeats");
      table.string("origin", 10).notNullable().defaultTo("studio");
      table.boolean("is_private").notNullable().defaultTo(false);
      table.integer("private_owner_user_id").references("id").inTable("users");
      table.boolean("is_free").notNullable().defaultTo(false);
      table.integer("converted_to_session_id").references("id").inTable("sessions");
      for (const column of ["client_id", "repeat_id", "starts_at"]) table.index([column]);
    });
    await versionTriggers(db, dialect, "appointments");
    await db.schema.createTable("appointment_users", (table) => {
      table.increments("id");
      table.integer("appointment_id").notNullable().references("id").inTable("appointments");
      table.integer("user_id").notNullable().references("id").inTable("users");
      versionColumns(table, db, dialect);
      unique(table, "user_id", "appointment_id");
      table.index(["appointment_id"]);
    });
    await versionTriggers(db, dialect, "appointment_users");
    await db.schema.createTable("appointment_resources", (table) => {
      table.increments("id");
      table.integer("appointment_id").notNullable().references("id").inTable("appointments");
      table.integer("resource_id").notNullable().references("id").inTable("resources");
      unique(table, "appointment_id", "resource_id");
    });
    await db.schema.createTable("status_notes", (table) => {
      table.increments("id");
      guid(table, "entry_guid").index();
      table.text("note").notNullable();
      instant(table, dialect, "created_at").notNullable();
    });
  },
  async down(db) {
    const tables = [
      "status_notes",
      "appointment_resources",
      "appointment_users",
      "appointments",
      "session_resources",
      "session_event_lines",
      "sessions",
      "repeats",
      "resources",
    ];
    for (const table of tables) await db.schema.dropTable(table);
  },
};
