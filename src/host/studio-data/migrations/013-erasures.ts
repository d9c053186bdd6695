import type { PluginMigration } from "../../../api/index.js";
import { guid, instant } from "./schema-columns.js";

/** Which clients were erased, without a word of what they were. */
export const erasures: PluginMigration = {
  name: "013-erasures",
  async up(db, dialect) {
    await db.schema.createTable("erasures", (table) => {
      table.increments("id");
      guid(table, "client_guid");
      table.text("entry_guids_json").notNullable();
      instant(table, dialect, "erased_at").notNullable();
    });
  },
  async down(db) {
    await db.schema.dropTable("erasures");
  },
};
