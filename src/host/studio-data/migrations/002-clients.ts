import type { PluginMigration } from "../../../api/index.js";
import { versionColumns, versionTriggers } from "./row-versions.js";
import { dayColumn, instant, unique, uniqueGuid } from "./schema-columns.js";

/** Clients, their phones and groups. */
export const clients: PluginMigration = {
  name: "002-clients",
  async up(db, dialect) {
    await db.schema.createTable("clients", (table) => {
      table.increments("id");
      uniqueGuid(table);
      table.string("first_name", 100).notNullable().defaultTo("");
      table.string("last_name", 100).notNullable().defaultTo("");
      table.string("company", 200).notNullable().defaultTo("");
      table.string("job_title", 100).notNullable().defaultTo("");
      table.string("salutation", 50).notNullable().defaultTo("");
      table.string("email", 254).notNullable().defaultTo("");
      for (const address of ["main", "mailing"]) {
        table.string(`${address}_street`, 200).notNullable().defaultTo("");
        table.string(`${address}_city`, 100).notNullable().defaultTo("");
        table.string(`${address}_region`, 100).notNullable().defaultTo("");
        table.string(`${address}_postal_code`, 20).notNullable().defaultTo("");
        table.string(`${address}_country`, 100).notNullable().defaultTo("");
      }
      dayColumn(table, "birth_date");
      dayColumn(table, "anniversary");
      table.text("notes");
      table.string("status", 40).notNullable().defaultTo("");
      table.boolean("is_inactive").notNullable().defaultTo(false);
      table.integer("merged_into").references("id").inTable("clients");
      instant(table, dialect, "deleted_at");
      versionColumns(table, db, dialect);
      table.index(["last_name", "first_name"]);
    });
    await versionTriggers(db, dialect, "clients");
    await db.schema.createTable("client_phones", (table) => {
      table.increments("id");
      table.integer("client_id").notNullable().references("id").inTable("clients");
      table.string("label", 50).notNullable().defaultTo("");
      table.string("number", 50).notNullable();
      table.integer("position").notNullable().defaultTo(0);
      versionColumns(table, db, dialect);
      table.index(["client_id", "position"]);
    });
    await versionTriggers(db, dialect, "client_phones");
    await db.schema.createTable("client_groups", (table) => {
      table.increments("id");
      uniqueGuid(table);
      table.string("name", 100).notNullable();
      table.boolean("is_inactive").notNullable().defaultTo(false);
      versionColumns(table, db, dialect);
    });
    await versionTriggers(db, dialect, "client_groups");
    await db.schema.createTable("client_group_members", (table) => {
      table.increments("id");
      table.integer("client_group_id").notNullable().references("id").inTable("client_groups");
      table.integer("client_id").notNullable().references("id").inTable("clients");
      unique(table, "client_group_id", "client_id");
      table.index(["client_id"]);
    });
  },
  async down(db) {
    for (const table of ["client_group_members", "client_groups", "client_phones", "clients"]) {
      await db.schema.dropTable(table);
    }
  },
};
