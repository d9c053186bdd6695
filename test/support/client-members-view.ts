import type { PluginMigration } from "../../src/api/index.js";

/** Stands in for the host's view `client_members` (`Clients`) where a studio has none yet. */
export const clientMembersView: PluginMigration = {
  name: "000-client-members-view",
  async up(db, dialect) {
    if (dialect !== "sqlite") return;
    await db.raw(
      `create view if not exists client_members as
       select m.client_group_id as client_group_id, c.id as client_id, c.guid as client_guid,
         c.row_version || '.' || (select count(*) || '.' || coalesce(max(p.row_version), 0)
           from client_phones p where p.client_id = c.id) as version
       from client_group_members m
       inner join client_groups g on g.id = m.client_group_id and g.is_inactive = 0
       inner join clients c on c.id = m.client_id
         and c.is_inactive = 0 and c.deleted_at is null and c.merged_into is null`,
    );
  },
  down: () => Promise.resolve(),
};
