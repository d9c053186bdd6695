import type { PluginMigration } from "../../../api/index.js";

/** Google accounts of users, and consents under way. Instants are ISO 8601 texts in UTC. */
export const accountsMigration: PluginMigration = {
  name: "004-accounts",
  async up(db) {
    await db.schema.createTable("google_sync_accounts", (table) => {
      table.integer("user_id").notNullable().primary();
      table.string("sub", 64).notNullable();
      table.string("email", 254).notNullable();
      table.integer("may_use_calendar").notNullable();
      table.integer("may_list_calendars").notNullable();
      table.integer("may_use_contacts").notNullable();
      table.string("calendar_id", 255);
      table.string("calendar_name", 255);
      table.string("calendar_zone", 64);
      table.string("state", 32).notNullable();
      table.string("state_since", 24).notNullable();
      table.integer("is_confirmed").notNullable();
      table.text("tokens").notNullable();
      table.unique(["sub"], { indexName: "google_sync_accounts_sub" });
    });
    // Both dialects know filtered indexes; SQL Server allows only one NULL in a plain unique one.
    await db.raw(
      "create unique index google_sync_accounts_calendar on google_sync_accounts (calendar_id) where calendar_id is not null",
    );
    await db.schema.createTable("google_sync_consents", (table) => {
      table.string("state_hash", 64).notNullable().primary();
      table.integer("user_id").notNullable();
      table.string("redirect_uri", 400).notNullable();
      table.text("code_verifier").notNullable();
      table.string("expires_at", 24).notNullable();
    });
  },
  async down(db) {
    await db.schema.dropTable("google_sync_consents");
    await db.schema.dropTable("google_sync_accounts");
  },
};
