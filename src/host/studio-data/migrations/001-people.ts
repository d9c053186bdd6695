import type { PluginMigration } from "../../../api/index.js";
import { versionColumns, versionTriggers } from "./row-versions.js";
import { caselessText, guid, instant, unique, uniqueGuid } from "./schema-columns.js";

/** The company, its users, and what they may do. */
export const people: PluginMigration = {
  name: "001-people",
  async up(db, dialect) {
    if (dialect === "sqlite") {
      await db.schema.createTable("row_version_counter", (table) => {
        table.integer("value").notNullable();
      });
      await db("row_version_counter").insert({ value: 0 });
    }
    await db.schema.createTable("company", (table) => {
      table.integer("id").primary();
      guid(table);
      table.string("name", 200).notNullable();
      table.string("edition", 20).notNullable();
      table.string("locale", 35).notNullable();
      table.string("time_zone", 60).notNullable();
      table.boolean("is_security_on").notNullable().defaultTo(false);
    });
    await db.schema.createTable("security_groups", (table) => {
      table.increments("id");
      caselessText(table, dialect, "name", 100).notNullable();
      unique(table, "name");
    });
    await db.schema.createTable("clearances", (table) => {
      table.increments("id");
      table.integer("security_group_id").notNullable().references("id").inTable("security_groups");
      table.string("area", 40).notNullable();
      table.string("level", 20).notNullable();
      unique(table, "security_group_id", "area");
    });
    await db.schema.createTable("users", (table) => {
      table.increments("id");
      uniqueGuid(table);
      caselessText(table, dialect, "initials", 20).notNullable();
      unique(table, "initials");
      table.string("first_name", 100).notNullable();
      table.string("last_name", 100).notNullable();
      table.string("email", 254);
      table.string("password_hash", 400);
      table.integer("security_group_id").references("id").inTable("security_groups");
      table.string("colour", 20);
      table.boolean("is_inactive").notNullable().defaultTo(false);
      versionColumns(table, db, dialect);
    });
    await versionTriggers(db, dialect, "users");
    await db.schema.createTable("preferences", (table) => {
      table.increments("id");
      table.string("owner_kind", 20).notNullable();
      table.integer("owner_id").notNullable();
      table.string("page_id", 120).notNullable();
      table.text("values_json").notNullable();
      unique(table, "page_id", "owner_kind", "owner_id");
    });
    await db.schema.createTable("sign_in_sessions", (table) => {
      table.string("token_hash", 100).notNullable().primary();
      table.integer("user_id").notNullable().references("id").inTable("users");
      instant(table, dialect, "created_at").notNullable();
      instant(table, dialect, "expires_at").notNullable();
    });
  },
  async down(db, dialect) {
    const tables = ["sign_in_sessions", "preferences", "users", "clearances", "security_groups", "company"];
    for (const table of tables) await db.schema.dropTable(table);
    if (dialect === "sqlite") await db.schema.dropTable("row_version_counter");
  },
};
