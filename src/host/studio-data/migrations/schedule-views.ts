import type { Knex } from "knex";

import type { Dialect } from "../../../api/index.js";

/**
 * The view `schedule_entries` promised to plugins (`PluginDatabase`), and below it
 * `schedule_details` with everything the host's `Schedule` reads: one row per user and
 * entry that is on the user's schedule now (C1). A query for one user goes through the
 * indexes on the user in all four branches.
 *
 * A user's first visible line of a session (the primary one, else the oldest) bears the session's
 * GUID for that user, as their seat did before, so that switching advanced scheduling on or off
 * leaves everybody's entry what it was (C5, docs/adr).
 */
export async function createScheduleViews(db: Knex, dialect: Dialect): Promise<void> {
  await db.raw(scheduleDetailsSql(dialect));
  await db.raw(
    `create view schedule_entries as select user_id, entry_guid, kind, record_id, version, changed_at,
       starts_at, ends_at, is_all_day, is_linked from schedule_details`,
  );
}

export async function dropScheduleViews(db: Knex): Promise<void> {
  await db.raw("drop view schedule_entries");
  await db.raw("drop view schedule_details");
}

function scheduleDetailsSql(dialect: Dialect): string {
  const sql = dialectSql(dialect);
  const isNamedOnLine = (user: string): string =>
    `s.has_advanced_scheduling = 1 and exists (select 1 from session_event_lines l
       where l.session_id = s.id and l.user_id = ${user} and l.is_visible = 1 and l.deleted_at is null)`;
  const sessionSeat = (seat: string, isOtherSeat: string): string =>
    `select s.${seat} as user_id, s.entry_guid as entry_guid, 'session' as kind, s.id as record_id,
       concat(${sql.version("s")}, ${sql.clientVersion}) as version,
       ${sql.newest("s.changed_at", ...sql.clientChanges)} as changed_at,
       s.starts_at as starts_at, s.ends_at as ends_at, s.is_all_day as is_all_day, cast(1 as bit) as is_linked,
       ${sessionDetails}, s.description as description,
       case when s.photographer_id is not null and s.assistant_id is not null
         and s.photographer_id <> s.assistant_id then 2 else 1 end as user_count,
       s.id as own_id, ${sql.version("s")} as own_version
     from sessions s inner join clients c on c.id = s.client_id
     where s.${seat} is not null and ${isOnSchedule("s")}${isOtherSeat} and not (${isNamedOnLine(`s.${seat}`)})`;
  const isNotFirst = `exists (select 1 from session_event_lines f
       where f.session_id = l.session_id and f.user_id = l.user_id and f.is_visible = 1 and f.deleted_at is null
         and (f.is_primary > l.is_primary or (f.is_primary = l.is_primary and f.id < l.id)))`;
  const clientDetails = `c.id as client_id, c.first_name as client_first_name, c.last_name as client_last_name,
       c.company as client_company, ${sql.firstPhone} as client_phone`;
  const sessionDetails = `s.location as location, s.notes as notes, ${clientDetails},
       s.session_type as session_type, cast(null as int) as repeat_id, 'studio' as origin,
       cast(0 as bit) as is_private, cast(null as int) as private_owner_user_id, cast(0 as bit) as is_free`;

  return `create view schedule_details as
    select au.user_id as user_id, a.entry_guid as entry_guid, 'appointment' as kind, a.id as record_id,
      concat(${sql.version("a")}, '.', (select count(*) from appointment_users n where n.appointment_id = a.id),
        ${sql.clientVersion}) as version,
      ${sql.newest("a.changed_at", "au.changed_at", ...sql.clientChanges)} as changed_at,
      a.starts_at as starts_at, a.ends_at as ends_at, a.is_all_day as is_all_day,
      cast(case when a.client_id is null then 0 else 1 end as bit) as is_linked,
      a.location as location, a.notes as notes, ${clientDetails},
      '' as session_type, a.repeat_id as repeat_id, a.origin as origin,
      a.is_private as is_private, a.private_owner_user_id as private_owner_user_id, a.is_free as is_free,
      a.description as description,
      (select count(*) from appointment_users n where n.appointment_id = a.id) as user_count,
      a.id as own_id, ${sql.version("a")} as own_version
    from appointment_users au
    inner join appointments a on a.id = au.appointment_id
    left join clients c on c.id = a.client_id
    where ${isOnSchedule("a")} and a.converted_to_session_id is null
    union all
    ${sessionSeat("photographer_id", "")}
    union all
    ${sessionSeat("assistant_id", " and (s.photographer_id is null or s.photographer_id <> s.assistant_id)")}
    union all
    select l.user_id as user_id, case when ${isNotFirst} then l.entry_guid else s.entry_guid end as entry_guid,
      'event-line' as kind, s.id as record_id,
      concat(${sql.version("l")}, '.', ${sql.version("s")}, ${sql.clientVersion}) as version,
      ${sql.newest("l.changed_at", "s.changed_at", ...sql.clientChanges)} as changed_at,
      l.starts_at as starts_at, l.ends_at as ends_at, l.is_all_day as is_all_day, cast(1 as bit) as is_linked,
      ${sessionDetails}, l.description as description, 1 as user_count,
      l.id as own_id, ${sql.version("l")} as own_version
    from session_event_lines l
    inner join sessions s on s.id = l.session_id
    inner join clients c on c.id = s.client_id
    where l.user_id is not null and l.is_visible = 1 and l.deleted_at is null
      and s.has_advanced_scheduling = 1 and ${isOnSchedule("s")}`;
}

function isOnSchedule(table: string): string {
  return `${table}.deleted_at is null and ${table}.status <> 'cancelled'`;
}

/** What the two databases write differently. */
function dialectSql(dialect: Dialect) {
  const isSqlite = dialect === "sqlite";
  const version = (table: string): string =>
    isSqlite ? `${table}.row_version` : `convert(bigint, ${table}.row_version)`;
  const phones = (what: string): string => `(select ${what} from client_phones p where p.client_id = c.id)`;
  return {
    version,
    /** The client's own row, and how many phones with the newest of them. */
    clientVersion: `'.', ${version("c")}, '.', ${phones("count(*)")}, '.', ${phones(`max(${version("p")})`)}`,
    clientChanges: ["c.changed_at", phones("max(p.changed_at)")],
    firstPhone: isSqlite
      ? "(select p.number from client_phones p where p.client_id = c.id order by p.position, p.id limit 1)"
      : "(select top 1 p.number from client_phones p where p.client_id = c.id order by p.position, p.id)",
    /** SQLite's max() of several values is null when one of them is; the first never is. */
    newest: (first: string, ...others: readonly string[]): string =>
      isSqlite
        ? `max(${[first, ...others.map((other) => `coalesce(${other}, '')`)].join(", ")})`
        : `(select max(moment) from (values ${[first, ...others].map((one) => `(${one})`).join(", ")}) as moments(moment))`,
  };
}
