import type { PluginMigration } from "../../../api/index.js";
import { instant, uniqueGuid } from "./schema-columns.js";

/** Mails that wait for the mail server; a row goes when its mail was sent or given up. */
export const outgoingMails: PluginMigration = {
  name: "007-outgoing-mails",
  async up(db, dialect) {
    await db.schema.createTable("outgoing_mails", (table) => {
      table.increments("id");
      uniqueGuid(table);
      // Whom it is for; empty where that is nobody of the studio.
      table.integer("user_id").references("id").inTable("users");
      table.string("recipient", 254).notNullable();
      table.string("subject", 400).notNullable();
      table.text("blocks_json").notNullable();
      instant(table, dialect, "queued_at").notNullable();
      table.integer("attempts").notNullable().defaultTo(0);
      instant(table, dialect, "next_try_at").notNullable();
      table.index(["next_try_at"]);
    });
  },
  async down(db) {
    await db.schema.dropTable("outgoing_mails");
  },
};
