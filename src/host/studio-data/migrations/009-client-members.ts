import type { Dialect, PluginMigration } from "../../../api/index.js";

/**
 * The view `client_members` promised to plugins (`Clients`), and below it `client_cards` with the
 * version and the changed-at of every client, whatever their phones and groups.
 */
export const clientMembers: PluginMigration = {
  name: "009-client-members",
  async up(db, dialect) {
    await db.raw(clientCardsSql(dialect));
    await db.raw(
      `create view client_members as
         select m.client_group_id as client_group_id, c.client_id as client_id, c.client_guid as client_guid,
           c.version as version
         from client_group_members m
         inner join client_groups g on g.id = m.client_group_id
         inner join client_cards c on c.client_id = m.client_id
         where g.is_inactive = 0 and c.is_inactive = 0 and c.deleted_at is null and c.merged_into is null`,
    );
  },
  async down(db) {
    await db.raw("drop view client_members");
    await db.raw("drop view client_cards");
  },
};

/** The version covers the client's own row, and how many phones with the newest of them. */
function clientCardsSql(dialect: Dialect): string {
  const isSqlite = dialect === "sqlite";
  const version = (table: string): string =>
    isSqlite ? `${table}.row_version` : `convert(bigint, ${table}.row_version)`;
  const phones = (what: string): string => `(select ${what} from client_phones p where p.client_id = c.id)`;
  const newest = isSqlite
    ? `max(c.changed_at, coalesce(${phones("max(p.changed_at)")}, ''))`
    : `(select max(moment) from (values (c.changed_at), (${phones("max(p.changed_at)")})) as moments(moment))`;
  return `create view client_cards as
    select c.id as client_id, c.guid as client_guid, c.is_inactive as is_inactive, c.deleted_at as deleted_at,
      c.merged_into as merged_into,
      concat(${version("c")}, '.', ${phones("count(*)")}, '.', ${phones(`max(${version("p")})`)}) as version,
      ${newest} as changed_at
    from clients c`;
}
