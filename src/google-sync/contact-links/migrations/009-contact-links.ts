import type { Knex } from "knex";

import type { PluginMigration } from "../../../api/index.js";

/** Streams and links of contacts. Instants are ISO 8601 texts in UTC, so that both databases keep milliseconds alike. */
export const contactLinksMigration: PluginMigration = {
  name: "009-contact-links",
  async up(db) {
    await db.schema.createTable("google_sync_contact_streams", (table) => {
      table.increments("id");
      table.integer("user_id").notNullable();
      table.string("account_sub", 64).notNullable();
      table.string("group_guid", 36);
      for (const instant of [
        "enabled_at",
        "two_way_since",
        "matched_at",
        "google_baseline_at",
        "read_at",
        "last_success_at",
      ]) {
        table.string(instant, 24);
      }
      table.text("sync_token");
      table.string("label", 255);
      table.string("label_name", 255);
      table.integer("is_label_remade").notNullable().defaultTo(0);
      table.integer("listing").notNullable().defaultTo(0);
      table.integer("link_count").notNullable().defaultTo(0);
      table.unique(["user_id", "account_sub"], { indexName: "google_sync_contact_streams_key" });
    });
    await db.schema.createTable("google_sync_contact_links", (table) => {
      table.increments("id");
      table.integer("stream_id").notNullable().references("id").inTable("google_sync_contact_streams");
      table.string("state", 12).notNullable();
      table.integer("client_id");
      table.string("client_guid", 36);
      table.string("resource_name", 255);
      table.text("agreed_studio");
      table.text("agreed_google");
      table.text("client_version");
      table.text("seen");
      table.string("seen_etag", 120);
      table.string("seen_updated_at", 24);
      table.integer("is_deleted_in_google").notNullable().defaultTo(0);
      table.string("decided_etag", 120);
      table.string("create_sent_at", 24);
      table.integer("is_made_by_us").notNullable().defaultTo(0);
      table.integer("is_labelled").notNullable().defaultTo(0);
      table.integer("listing");
      table.integer("attempts").notNullable().defaultTo(0);
      table.string("retry_at", 24);
      table.integer("is_parked").notNullable().defaultTo(0);
      table.text("tried_version");
      table.string("tried_etag", 120);
      table.string("problem", 500);
      table.integer("question_id");
      table.string("directive", 200);
      table.text("review");
      table.index(["question_id"], "google_sync_contact_links_question");
      table.index(["client_id"], "google_sync_contact_links_client_id");
    });
    await uniqueWherePresent(db, "google_sync_contact_links_client", "client_guid");
    await uniqueWherePresent(db, "google_sync_contact_links_contact", "resource_name");
  },
  async down(db) {
    await db.schema.dropTable("google_sync_contact_links");
    await db.schema.dropTable("google_sync_contact_streams");
  },
};

/** Both dialects know filtered indexes; SQL Server allows only one NULL in a plain unique one. */
async function uniqueWherePresent(db: Knex, name: string, column: string): Promise<void> {
  await db.raw(
    `create unique index ${name} on google_sync_contact_links (stream_id, ${column}) where ${column} is not null`,
  );
}
