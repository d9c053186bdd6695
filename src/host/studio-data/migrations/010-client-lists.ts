import type { PluginMigration } from "../../../api/index.js";

/**
 * Lists of clients by name from one index, which also answers what is searched for; clients by email;
 * and client groups of one name each, whatever its case.
 */
export const clientLists: PluginMigration = {
  name: "010-client-lists",
  async up(db, dialect) {
    // Groups of equal names that other programs made keep apart by their row numbers.
    await db.raw(
      `update client_groups set name = concat(substring(name, 1, 85), ' (', id, ')')
       where exists (select 1 from client_groups o where lower(o.name) = lower(client_groups.name)
         and o.id < client_groups.id)`,
    );
    if (dialect === "sqlite") {
      await db.raw(
        `create index clients_by_name on clients (last_name collate nocase, first_name collate nocase, id,
           company, email, is_inactive, deleted_at)`,
      );
      await db.raw("create index clients_by_email on clients (email collate nocase)");
      await db.raw("create unique index client_groups_by_name on client_groups (name collate nocase)");
      return;
    }
    await db.raw(
      `create index clients_by_name on clients (last_name, first_name, id)
         include (company, email, is_inactive, deleted_at)`,
    );
    await db.raw("alter table client_groups alter column name nvarchar(100) collate Latin1_General_CI_AS not null");
    await db.raw("alter table client_groups add constraint client_groups_by_name unique (name)");
  },
  async down(db, dialect) {
    if (dialect === "sqlite") {
      await db.raw("drop index clients_by_name");
      await db.raw("drop index clients_by_email");
      await db.raw("drop index client_groups_by_name");
      return;
    }
    await db.raw("drop index clients_by_name on clients");
    await db.raw("alter table client_groups drop constraint client_groups_by_name");
  },
};
