import type { Knex } from "knex";

import type { PluginMigration } from "../../../api/index.js";

/** Streams, links. Instants are ISO 8601 texts in UTC, so that both databases keep milliseconds alike. */
export const linksMigration: PluginMigration = {
  name: "001-links",
  async up(db) {
    await db.schema.createTable("google_sync_streams", (table) => {
      table.increments("id");
      table.integer("user_id").notNullable();
      table.string("account_sub", 64).notNullable();
      table.string("calendar_id", 255).notNullable();
      for (const instant of [
        "enabled_at",
        "two_way_since",
        "studio_baseline_at",
        "google_baseline_at",
        "last_success_at",
      ]) {
        table.string(instant, 24);
      }
      table.text("sync_token");
      table.string("sync_zone", 64);
      table.string("kept_zone", 64);
      table.string("title_settings", 400);
      table.integer("listing").notNullable().defaultTo(0);
      table.integer("link_count").notNullable().defaultTo(0);
      table.unique(["user_id", "account_sub", "calendar_id"], { indexName: "google_sync_streams_key" });
    });
    await db.schema.createTable("google_sync_links", (table) => {
      table.increments("id");
      table.integer("stream_id").notNullable().references("id").inTable("google_sync_streams");
      table.string("state", 12).notNullable();
      table.string("entry_guid", 36);
      table.string("event_id", 255);
      table.integer("generation").notNullable().defaultTo(0);
      table.text("agreed_studio");
      table.text("agreed_google");
      table.string("studio_version", 120);
      table.text("seen");
      table.string("seen_etag", 64);
      table.string("decided_etag", 64);
      table.integer("is_deleted_in_google").notNullable().defaultTo(0);
      table.string("left_out_reason", 24);
      table.integer("is_old").notNullable().defaultTo(0);
      table.integer("is_made_by_us").notNullable().defaultTo(0);
      table.integer("listing");
      table.integer("attempts").notNullable().defaultTo(0);
      table.string("retry_at", 24);
      table.integer("is_parked").notNullable().defaultTo(0);
      table.string("problem", 500);
      table.string("tried_version", 120);
      table.string("tried_etag", 64);
      table.integer("question_id");
      table.string("directive", 200);
      table.string("told", 100);
      table.integer("repeat_id");
      table.string("ends_at", 19);
      table.index(["question_id"], "google_sync_links_question");
    });
    await uniqueWherePresent(db, "google_sync_links_entry", "entry_guid");
    await uniqueWherePresent(db, "google_sync_links_event", "event_id");
    await db.raw("create index google_sync_links_by_entry on google_sync_links (entry_guid)");
  },
  async down(db) {
    await db.schema.dropTable("google_sync_links");
    await db.schema.dropTable("google_sync_streams");
  },
};

/** Both dialects know filtered indexes; SQL Server allows only one NULL in a plain unique one. */
async function uniqueWherePresent(db: Knex, name: string, column: string): Promise<void> {
  await db.raw(`create unique index ${name} on google_sync_links (stream_id, ${column}) where ${column} is not null`);
}
