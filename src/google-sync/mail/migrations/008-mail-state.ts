import type { PluginMigration } from "../../../api/index.js";

/** What users were mailed about last, so that a lasting problem is not mailed at every run (J6). Instants are ISO 8601 texts in UTC. */
export const mailStateMigration: PluginMigration = {
  name: "008-mail-state",
  async up(db) {
    await db.schema.createTable("google_sync_mail_state", (table) => {
      table.integer("user_id").notNullable();
      table.string("problem", 80).notNullable();
      // Of a standing problem, for the mail that says it has cleared; never a private title (C8).
      table.string("text", 500).notNullable();
      table.string("mailed_at", 24).notNullable();
      table.primary(["user_id", "problem"]);
    });
  },
  async down(db) {
    await db.schema.dropTable("google_sync_mail_state");
  },
};
