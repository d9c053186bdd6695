import type { PluginMigration } from "../../../api/index.js";

/** Held questions. The items a question is about name it in `google_sync_links.question_id`. */
export const questionsMigration: PluginMigration = {
  name: "002-questions",
  async up(db) {
    await db.schema.createTable("google_sync_questions", (table) => {
      table.increments("id");
      table.integer("stream_id").notNullable().references("id").inTable("google_sync_streams");
      table.integer("user_id").notNullable();
      table.string("kind", 32).notNullable();
      table.string("text", 1000).notNullable();
      table.integer("item_count").notNullable();
      table.text("options");
      table.string("asked_at", 24).notNullable();
      table.string("answer", 16);
      table.string("answered_at", 24);
      table.index(["user_id", "answer"], "google_sync_questions_open");
    });
  },
  async down(db) {
    await db.schema.dropTable("google_sync_questions");
  },
};
