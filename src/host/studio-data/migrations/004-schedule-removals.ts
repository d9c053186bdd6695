import type { PluginMigration } from "../../../api/index.js";
import { guid, instant, nowSql } from "./schema-columns.js";

const seats = [
  { role: "photographer", column: "photographer_id", table: "sessions" },
  { role: "assistant", column: "assistant_id", table: "sessions" },
  { role: "line", column: "user_id", table: "session_event_lines" },
] as const;

/**
 * Who was taken off what, and as what they were on it: written by triggers, so that an
 * entry can be put back (`Schedule.restore`) whichever program took the user off.
 */
export const scheduleRemovals: PluginMigration = {
  name: "004-schedule-removals",
  async up(db, dialect) {
    await db.schema.createTable("schedule_removals", (table) => {
      table.increments("id");
      guid(table, "entry_guid");
      table.integer("user_id").notNullable();
      table.string("role", 20).notNullable();
      instant(table, dialect, "removed_at").notNullable();
      table.index(["entry_guid", "user_id"]);
    });
    const insert = "insert into schedule_removals (entry_guid, user_id, role, removed_at)";
    if (dialect === "sqlite") {
      await db.raw(
        `create trigger appointment_users_removed after delete on appointment_users begin
           ${insert} select a.entry_guid, old.user_id, 'assigned', ${nowSql(dialect)}
           from appointments a where a.id = old.appointment_id;
         end`,
      );
    } else {
      await db.raw(
        `create trigger appointment_users_removed on appointment_users after delete as
         begin
           set nocount on;
           ${insert} select a.entry_guid, d.user_id, 'assigned', ${nowSql(dialect)}
           from deleted d inner join appointments a on a.id = d.appointment_id;
         end`,
      );
    }
    for (const { role, column, table } of seats) {
      const name = `${table}_${role}_removed`;
      if (dialect === "sqlite") {
        await db.raw(
          `create trigger ${name} after update of ${column} on ${table}
           when old.${column} is not null and new.${column} is not old.${column} begin
             ${insert} values (old.entry_guid, old.${column}, '${role}', ${nowSql(dialect)});
           end`,
        );
      } else {
        await db.raw(
          `create trigger ${name} on ${table} after update as
           begin
             set nocount on;
             ${insert} select d.entry_guid, d.${column}, '${role}', ${nowSql(dialect)}
             from deleted d inner join inserted i on i.id = d.id
             where d.${column} is not null and (i.${column} is null or i.${column} <> d.${column});
           end`,
        );
      }
    }
  },
  async down(db) {
    for (const { role, table } of seats) await db.raw(`drop trigger ${table}_${role}_removed`);
    await db.raw("drop trigger appointment_users_removed");
    await db.schema.dropTable("schedule_removals");
  },
};
