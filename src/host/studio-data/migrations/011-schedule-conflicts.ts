import type { PluginMigration } from "../../../api/index.js";
import { instant } from "./schema-columns.js";

/** Overlaps somebody is asked to resolve (S1). */
export const scheduleConflicts: PluginMigration = {
  name: "011-schedule-conflicts",
  async up(db, dialect) {
    await db.schema.createTable("schedule_conflicts", (table) => {
      table.increments("id");
      table.integer("user_id").notNullable().references("id").inTable("users");
      // The room or other resource both are booked with; 0 where the user is double booked.
      table.integer("resource_id").notNullable().defaultTo(0);
      table.string("first_entry_guid", 36).notNullable();
      table.string("second_entry_guid", 36).notNullable();
      instant(table, dialect, "found_at").notNullable();
      // The times for which somebody said "Keep both"; other times are another conflict.
      table.string("kept_as", 100).notNullable().defaultTo("");
      table.unique(["user_id", "resource_id", "first_entry_guid", "second_entry_guid"], {
        indexName: "schedule_conflicts_key",
      });
    });
  },
  async down(db) {
    await db.schema.dropTable("schedule_conflicts");
  },
};
