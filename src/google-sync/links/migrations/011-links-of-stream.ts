import type { PluginMigration } from "../../../api/index.js";

/**
 * What every run counts: a user's links by state, failed and parked ones. Without it a count walks through
 * everybody's links: 222 ms instead of 0.7 ms beside 200,000 of them.
 */
export const linksOfStreamMigration: PluginMigration = {
  name: "011-links-of-stream",
  async up(db) {
    await db.schema.alterTable("google_sync_links", (table) => {
      table.index(["stream_id", "state", "attempts", "is_parked"], "google_sync_links_stream");
    });
  },
  async down(db) {
    await db.schema.alterTable("google_sync_links", (table) => {
      table.dropIndex(["stream_id", "state", "attempts", "is_parked"], "google_sync_links_stream");
    });
  },
};
