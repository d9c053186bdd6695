exec sp_getapplock @Resource = 'spectra-migrations', @LockMode = 'Exclusive', @LockOwner = 'Transaction', @LockTimeout = 60000
GO
SELECT TABLE_NAME FROM INFORMATION_SCHEMA.TABLES WHERE TABLE_NAME = @p0
GO
CREATE TABLE [applied_migrations] ([scope] nvarchar(120) not null, [name] nvarchar(120) not null, [applied_at] datetime2(3) not null, CONSTRAINT [applied_migrations_pkey] PRIMARY KEY ([scope], [name]))
GO
select [name] from [applied_migrations] where [scope] = @p0 order by [name] asc
GO
exec sp_getapplock @Resource = 'spectra-migrations', @LockMode = 'Exclusive', @LockOwner = 'Transaction', @LockTimeout = 60000
GO
select [name] from [applied_migrations] where [scope] = @p0 order by [name] asc
GO
CREATE TABLE [company] ([id] int, [guid] nvarchar(36) not null, [name] nvarchar(200) not null, [edition] nvarchar(20) not null, [locale] nvarchar(35) not null, [time_zone] nvarchar(60) not null, [is_security_on] bit not null CONSTRAINT [company_is_security_on_default] DEFAULT '0', CONSTRAINT [company_pkey] PRIMARY KEY ([id]))
GO
CREATE TABLE [security_groups] ([id] int identity(1,1) not null primary key, [name] nvarchar(100) collate Latin1_General_CI_AS not null)
GO
ALTER TABLE [security_groups] ADD CONSTRAINT [security_groups_name_unique] UNIQUE ([name])
GO
CREATE TABLE [clearances] ([id] int identity(1,1) not null primary key, [security_group_id] int not null, [area] nvarchar(40) not null, [level] nvarchar(20) not null, CONSTRAINT [clearances_security_group_id_foreign] FOREIGN KEY ([security_group_id]) REFERENCES [security_groups] ([id]))
GO
ALTER TABLE [clearances] ADD CONSTRAINT [clearances_security_group_id_area_unique] UNIQUE ([security_group_id], [area])
GO
CREATE TABLE [users] ([id] int identity(1,1) not null primary key, [guid] nvarchar(36) not null, [initials] nvarchar(20) collate Latin1_General_CI_AS not null, [first_name] nvarchar(100) not null, [last_name] nvarchar(100) not null, [email] nvarchar(254), [password_hash] nvarchar(400), [security_group_id] int, [colour] nvarchar(20), [is_inactive] bit not null CONSTRAINT [users_is_inactive_default] DEFAULT '0', [row_version] rowversion, [changed_at] datetime2(3) not null CONSTRAINT [users_changed_at_default] DEFAULT (sysutcdatetime()), CONSTRAINT [users_security_group_id_foreign] FOREIGN KEY ([security_group_id]) REFERENCES [security_groups] ([id]))
GO
ALTER TABLE [users] ADD CONSTRAINT [users_guid_unique] UNIQUE ([guid])
GO
ALTER TABLE [users] ADD CONSTRAINT [users_initials_unique] UNIQUE ([initials])
GO
create trigger users_changed on users after update as
       begin
         set nocount on;
         if not exists (select 1 from inserted) return;
         update t set changed_at = sysutcdatetime() from users t
         inner join inserted i on i.id = t.id inner join deleted d on d.id = t.id
         where i.changed_at = d.changed_at;
       end
GO
CREATE TABLE [preferences] ([id] int identity(1,1) not null primary key, [owner_kind] nvarchar(20) not null, [owner_id] int not null, [page_id] nvarchar(120) not null, [values_json] nvarchar(max) not null)
GO
ALTER TABLE [preferences] ADD CONSTRAINT [preferences_page_id_owner_kind_owner_id_unique] UNIQUE ([page_id], [owner_kind], [owner_id])
GO
CREATE TABLE [sign_in_sessions] ([token_hash] nvarchar(100) not null, [user_id] int not null, [created_at] datetime2(3) not null, [expires_at] datetime2(3) not null, CONSTRAINT [sign_in_sessions_pkey] PRIMARY KEY ([token_hash]), CONSTRAINT [sign_in_sessions_user_id_foreign] FOREIGN KEY ([user_id]) REFERENCES [users] ([id]))
GO
select sysutcdatetime() as instant
GO
insert into [applied_migrations] ([applied_at], [name], [scope]) values (@p0, @p1, @p2)
GO
exec sp_getapplock @Resource = 'spectra-migrations', @LockMode = 'Exclusive', @LockOwner = 'Transaction', @LockTimeout = 60000
GO
select [name] from [applied_migrations] where [scope] = @p0 order by [name] asc
GO
CREATE TABLE [clients] ([id] int identity(1,1) not null primary key, [guid] nvarchar(36) not null, [first_name] nvarchar(100) not null CONSTRAINT [clients_first_name_default] DEFAULT '', [last_name] nvarchar(100) not null CONSTRAINT [clients_last_name_default] DEFAULT '', [company] nvarchar(200) not null CONSTRAINT [clients_company_default] DEFAULT '', [job_title] nvarchar(100) not null CONSTRAINT [clients_job_title_default] DEFAULT '', [salutation] nvarchar(50) not null CONSTRAINT [clients_salutation_default] DEFAULT '', [email] nvarchar(254) not null CONSTRAINT [clients_email_default] DEFAULT '', [main_street] nvarchar(200) not null CONSTRAINT [clients_main_street_default] DEFAULT '', [main_city] nvarchar(100) not null CONSTRAINT [clients_main_city_default] DEFAULT '', [main_region] nvarchar(100) not null CONSTRAINT [clients_main_region_default] DEFAULT '', [main_postal_code] nvarchar(20) not null CONSTRAINT [clients_main_postal_code_default] DEFAULT '', [main_country] nvarchar(100) not null CONSTRAINT [clients_main_country_default] DEFAULT '', [mailing_street] nvarchar(200) not null CONSTRAINT [clients_mailing_street_default] DEFAULT '', [mailing_city] nvarchar(100) not null CONSTRAINT [clients_mailing_city_default] DEFAULT '', [mailing_region] nvarchar(100) not null CONSTRAINT [clients_mailing_region_default] DEFAULT '', [mailing_postal_code] nvarchar(20) not null CONSTRAINT [clients_mailing_postal_code_default] DEFAULT '', [mailing_country] nvarchar(100) not null CONSTRAINT [clients_mailing_country_default] DEFAULT '', [birth_date] nvarchar(10), [anniversary] nvarchar(10), [notes] nvarchar(max), [status] nvarchar(40) not null CONSTRAINT [clients_status_default] DEFAULT '', [is_inactive] bit not null CONSTRAINT [clients_is_inactive_default] DEFAULT '0', [merged_into] int, [deleted_at] datetime2(3), [row_version] rowversion, [changed_at] datetime2(3) not null CONSTRAINT [clients_changed_at_default] DEFAULT (sysutcdatetime()), CONSTRAINT [clients_merged_into_foreign] FOREIGN KEY ([merged_into]) REFERENCES [clients] ([id]))
GO
ALTER TABLE [clients] ADD CONSTRAINT [clients_guid_unique] UNIQUE ([guid])
GO
CREATE INDEX [clients_last_name_first_name_index] ON [clients] ([last_name], [first_name])
GO
create trigger clients_changed on clients after update as
       begin
         set nocount on;
         if not exists (select 1 from inserted) return;
         update t set changed_at = sysutcdatetime() from clients t
         inner join inserted i on i.id = t.id inner join deleted d on d.id = t.id
         where i.changed_at = d.changed_at;
       end
GO
CREATE TABLE [client_phones] ([id] int identity(1,1) not null primary key, [client_id] int not null, [label] nvarchar(50) not null CONSTRAINT [client_phones_label_default] DEFAULT '', [number] nvarchar(50) not null, [position] int not null CONSTRAINT [client_phones_position_default] DEFAULT '0', [row_version] rowversion, [changed_at] datetime2(3) not null CONSTRAINT [client_phones_changed_at_default] DEFAULT (sysutcdatetime()), CONSTRAINT [client_phones_client_id_foreign] FOREIGN KEY ([client_id]) REFERENCES [clients] ([id]))
GO
CREATE INDEX [client_phones_client_id_position_index] ON [client_phones] ([client_id], [position])
GO
create trigger client_phones_changed on client_phones after update as
       begin
         set nocount on;
         if not exists (select 1 from inserted) return;
         update t set changed_at = sysutcdatetime() from client_phones t
         inner join inserted i on i.id = t.id inner join deleted d on d.id = t.id
         where i.changed_at = d.changed_at;
       end
GO
CREATE TABLE [client_groups] ([id] int identity(1,1) not null primary key, [guid] nvarchar(36) not null, [name] nvarchar(100) not null, [is_inactive] bit not null CONSTRAINT [client_groups_is_inactive_default] DEFAULT '0', [row_version] rowversion, [changed_at] datetime2(3) not null CONSTRAINT [client_groups_changed_at_default] DEFAULT (sysutcdatetime()))
GO
ALTER TABLE [client_groups] ADD CONSTRAINT [client_groups_guid_unique] UNIQUE ([guid])
GO
create trigger client_groups_changed on client_groups after update as
       begin
         set nocount on;
         if not exists (select 1 from inserted) return;
         update t set changed_at = sysutcdatetime() from client_groups t
         inner join inserted i on i.id = t.id inner join deleted d on d.id = t.id
         where i.changed_at = d.changed_at;
       end
GO
CREATE TABLE [client_group_members] ([id] int identity(1,1) not null primary key, [client_group_id] int not null, [client_id] int not null, CONSTRAINT [client_group_members_client_group_id_foreign] FOREIGN KEY ([client_group_id]) REFERENCES [client_groups] ([id]), CONSTRAINT [client_group_members_client_id_foreign] FOREIGN KEY ([client_id]) REFERENCES [clients] ([id]))
GO
ALTER TABLE [client_group_members] ADD CONSTRAINT [client_group_members_client_group_id_client_id_unique] UNIQUE ([client_group_id], [client_id])
GO
CREATE INDEX [client_group_members_client_id_index] ON [client_group_members] ([client_id])
GO
select sysutcdatetime() as instant
GO
insert into [applied_migrations] ([applied_at], [name], [scope]) values (@p0, @p1, @p2)
GO
exec sp_getapplock @Resource = 'spectra-migrations', @LockMode = 'Exclusive', @LockOwner = 'Transaction', @LockTimeout = 60000
GO
select [name] from [applied_migrations] where [scope] = @p0 order by [name] asc
GO
CREATE TABLE [resources] ([id] int identity(1,1) not null primary key, [name] nvarchar(100) not null, [is_inactive] bit not null CONSTRAINT [resources_is_inactive_default] DEFAULT '0')
GO
CREATE TABLE [repeats] ([id] int identity(1,1) not null primary key, [rule] nvarchar(200) not null, [created_at] datetime2(3) not null)
GO
CREATE TABLE [sessions] ([id] int identity(1,1) not null primary key, [entry_guid] nvarchar(36) not null, [description] nvarchar(200) not null CONSTRAINT [sessions_description_default] DEFAULT '', [starts_at] datetime2(0) not null, [ends_at] datetime2(0) not null, [is_all_day] bit not null CONSTRAINT [sessions_is_all_day_default] DEFAULT '0', [deleted_at] datetime2(3), [row_version] rowversion, [changed_at] datetime2(3) not null CONSTRAINT [sessions_changed_at_default] DEFAULT (sysutcdatetime()), [client_id] int not null, [session_type] nvarchar(100) not null CONSTRAINT [sessions_session_type_default] DEFAULT '', [location] nvarchar(200) not null CONSTRAINT [sessions_location_default] DEFAULT '', [notes] nvarchar(max), [status] nvarchar(20) not null CONSTRAINT [sessions_status_default] DEFAULT 'scheduled', [is_confirmed] bit not null CONSTRAINT [sessions_is_confirmed_default] DEFAULT '0', [photographer_id] int, [assistant_id] int, [booked_by_user_id] int, [has_advanced_scheduling] bit not null CONSTRAINT [sessions_has_advanced_scheduling_default] DEFAULT '0', CONSTRAINT [sessions_client_id_foreign] FOREIGN KEY ([client_id]) REFERENCES [clients] ([id]), CONSTRAINT [sessions_photographer_id_foreign] FOREIGN KEY ([photographer_id]) REFERENCES [users] ([id]), CONSTRAINT [sessions_assistant_id_foreign] FOREIGN KEY ([assistant_id]) REFERENCES [users] ([id]), CONSTRAINT [sessions_booked_by_user_id_foreign] FOREIGN KEY ([booked_by_user_id]) REFERENCES [users] ([id]))
GO
ALTER TABLE [sessions] ADD CONSTRAINT [sessions_entry_guid_unique] UNIQUE ([entry_guid])
GO
CREATE INDEX [sessions_photographer_id_index] ON [sessions] ([photographer_id])
GO
CREATE INDEX [sessions_assistant_id_index] ON [sessions] ([assistant_id])
GO
CREATE INDEX [sessions_client_id_index] ON [sessions] ([client_id])
GO
CREATE INDEX [sessions_starts_at_index] ON [sessions] ([starts_at])
GO
create trigger sessions_changed on sessions after update as
       begin
         set nocount on;
         if not exists (select 1 from inserted) return;
         update t set changed_at = sysutcdatetime() from sessions t
         inner join inserted i on i.id = t.id inner join deleted d on d.id = t.id
         where i.changed_at = d.changed_at;
       end
GO
CREATE TABLE [session_event_lines] ([id] int identity(1,1) not null primary key, [entry_guid] nvarchar(36) not null, [description] nvarchar(200) not null CONSTRAINT [session_event_lines_description_default] DEFAULT '', [starts_at] datetime2(0) not null, [ends_at] datetime2(0) not null, [is_all_day] bit not null CONSTRAINT [session_event_lines_is_all_day_default] DEFAULT '0', [deleted_at] datetime2(3), [row_version] rowversion, [changed_at] datetime2(3) not null CONSTRAINT [session_event_lines_changed_at_default] DEFAULT (sysutcdatetime()), [session_id] int not null, [user_id] int, [resource_id] int, [is_visible] bit not null CONSTRAINT [session_event_lines_is_visible_default] DEFAULT '1', [is_primary] bit not null CONSTRAINT [session_event_lines_is_primary_default] DEFAULT '0', CONSTRAINT [session_event_lines_session_id_foreign] FOREIGN KEY ([session_id]) REFERENCES [sessions] ([id]), CONSTRAINT [session_event_lines_user_id_foreign] FOREIGN KEY ([user_id]) REFERENCES [users] ([id]), CONSTRAINT [session_event_lines_resource_id_foreign] FOREIGN KEY ([resource_id]) REFERENCES [resources] ([id]))
GO
ALTER TABLE [session_event_lines] ADD CONSTRAINT [session_event_lines_entry_guid_unique] UNIQUE ([entry_guid])
GO
CREATE INDEX [session_event_lines_session_id_index] ON [session_event_lines] ([session_id])
GO
CREATE INDEX [session_event_lines_user_id_session_id_index] ON [session_event_lines] ([user_id], [session_id])
GO
create trigger session_event_lines_changed on session_event_lines after update as
       begin
         set nocount on;
         if not exists (select 1 from inserted) return;
         update t set changed_at = sysutcdatetime() from session_event_lines t
         inner join inserted i on i.id = t.id inner join deleted d on d.id = t.id
         where i.changed_at = d.changed_at;
       end
GO
CREATE TABLE [session_resources] ([id] int identity(1,1) not null primary key, [session_id] int not null, [resource_id] int not null, CONSTRAINT [session_resources_session_id_foreign] FOREIGN KEY ([session_id]) REFERENCES [sessions] ([id]), CONSTRAINT [session_resources_resource_id_foreign] FOREIGN KEY ([resource_id]) REFERENCES [resources] ([id]))
GO
ALTER TABLE [session_resources] ADD CONSTRAINT [session_resources_session_id_resource_id_unique] UNIQUE ([session_id], [resource_id])
GO
CREATE TABLE [appointments] ([id] int identity(1,1) not null primary key, [entry_guid] nvarchar(36) not null, [description] nvarchar(200) not null CONSTRAINT [appointments_description_default] DEFAULT '', [starts_at] datetime2(0) not null, [ends_at] datetime2(0) not null, [is_all_day] bit not null CONSTRAINT [appointments_is_all_day_default] DEFAULT '0', [deleted_at] datetime2(3), [row_version] rowversion, [changed_at] datetime2(3) not null CONSTRAINT [appointments_changed_at_default] DEFAULT (sysutcdatetime()), [client_id] int, [location] nvarchar(200) not null CONSTRAINT [appointments_location_default] DEFAULT '', [notes] nvarchar(max), [status] nvarchar(20) not null CONSTRAINT [appointments_status_default] DEFAULT 'scheduled', [booked_by_user_id] int, [repeat_id] int, [origin] nvarchar(10) not null CONSTRAINT [appointments_origin_default] DEFAULT 'studio', [is_private] bit not null CONSTRAINT [appointments_is_private_default] DEFAULT '0', [private_owner_user_id] int, [is_free] bit not null CONSTRAINT [appointments_is_free_default] DEFAULT '0', [converted_to_session_id] int, CONSTRAINT [appointments_client_id_foreign] FOREIGN KEY ([client_id]) REFERENCES [clients] ([id]), CONSTRAINT [appointments_booked_by_user_id_foreign] FOREIGN KEY ([booked_by_user_id]) REFERENCES [users] ([id]), CONSTRAINT [appointments_repeat_id_foreign] FOREIGN KEY ([repeat_id]) REFERENCES [repeats] ([id]), CONSTRAINT [appointments_private_owner_user_id_foreign] FOREIGN KEY ([private_owner_user_id]) REFERENCES [users] ([id]), CONSTRAINT [appointments_converted_to_session_id_foreign] FOREIGN KEY ([converted_to_session_id]) REFERENCES [sessions] ([id]))
GO
ALTER TABLE [appointments] ADD CONSTRAINT [appointments_entry_guid_unique] UNIQUE ([entry_guid])
GO
CREATE INDEX [appointments_client_id_index] ON [appointments] ([client_id])
GO
CREATE INDEX [appointments_repeat_id_index] ON [appointments] ([repeat_id])
GO
CREATE INDEX [appointments_starts_at_index] ON [appointments] ([starts_at])
GO
create trigger appointments_changed on appointments after update as
       begin
         set nocount on;
         if not exists (select 1 from inserted) return;
         update t set changed_at = sysutcdatetime() from appointments t
         inner join inserted i on i.id = t.id inner join deleted d on d.id = t.id
         where i.changed_at = d.changed_at;
       end
GO
CREATE TABLE [appointment_users] ([id] int identity(1,1) not null primary key, [appointment_id] int not null, [user_id] int not null, [row_version] rowversion, [changed_at] datetime2(3) not null CONSTRAINT [appointment_users_changed_at_default] DEFAULT (sysutcdatetime()), CONSTRAINT [appointment_users_appointment_id_foreign] FOREIGN KEY ([appointment_id]) REFERENCES [appointments] ([id]), CONSTRAINT [appointment_users_user_id_foreign] FOREIGN KEY ([user_id]) REFERENCES [users] ([id]))
GO
ALTER TABLE [appointment_users] ADD CONSTRAINT [appointment_users_user_id_appointment_id_unique] UNIQUE ([user_id], [appointment_id])
GO
CREATE INDEX [appointment_users_appointment_id_index] ON [appointment_users] ([appointment_id])
GO
create trigger appointment_users_changed on appointment_users after update as
       begin
         set nocount on;
         if not exists (select 1 from inserted) return;
         update t set changed_at = sysutcdatetime() from appointment_users t
         inner join inserted i on i.id = t.id inner join deleted d on d.id = t.id
         where i.changed_at = d.changed_at;
       end
GO
CREATE TABLE [appointment_resources] ([id] int identity(1,1) not null primary key, [appointment_id] int not null, [resource_id] int not null, CONSTRAINT [appointment_resources_appointment_id_foreign] FOREIGN KEY ([appointment_id]) REFERENCES [appointments] ([id]), CONSTRAINT [appointment_resources_resource_id_foreign] FOREIGN KEY ([resource_id]) REFERENCES [resources] ([id]))
GO
ALTER TABLE [appointment_resources] ADD CONSTRAINT [appointment_resources_appointment_id_resource_id_unique] UNIQUE ([appointment_id], [resource_id])
GO
CREATE TABLE [status_notes] ([id] int identity(1,1) not null primary key, [entry_guid] nvarchar(36) not null, [note] nvarchar(max) not null, [created_at] datetime2(3) not null)
GO
CREATE INDEX [status_notes_entry_guid_index] ON [status_notes] ([entry_guid])
GO
select sysutcdatetime() as instant
GO
insert into [applied_migrations] ([applied_at], [name], [scope]) values (@p0, @p1, @p2)
GO
exec sp_getapplock @Resource = 'spectra-migrations', @LockMode = 'Exclusive', @LockOwner = 'Transaction', @LockTimeout = 60000
GO
select [name] from [applied_migrations] where [scope] = @p0 order by [name] asc
GO
CREATE TABLE [schedule_removals] ([id] int identity(1,1) not null primary key, [entry_guid] nvarchar(36) not null, [user_id] int not null, [role] nvarchar(20) not null, [removed_at] datetime2(3) not null)
GO
CREATE INDEX [schedule_removals_entry_guid_user_id_index] ON [schedule_removals] ([entry_guid], [user_id])
GO
create trigger appointment_users_removed on appointment_users after delete as
         begin
           set nocount on;
           insert into schedule_removals (entry_guid, user_id, role, removed_at) select a.entry_guid, d.user_id, 'assigned', sysutcdatetime()
           from deleted d inner join appointments a on a.id = d.appointment_id;
         end
GO
create trigger sessions_photographer_removed on sessions after update as
           begin
             set nocount on;
             insert into schedule_removals (entry_guid, user_id, role, removed_at) select d.entry_guid, d.photographer_id, 'photographer', sysutcdatetime()
             from deleted d inner join inserted i on i.id = d.id
             where d.photographer_id is not null and (i.photographer_id is null or i.photographer_id <> d.photographer_id);
           end
GO
create trigger sessions_assistant_removed on sessions after update as
           begin
             set nocount on;
             insert into schedule_removals (entry_guid, user_id, role, removed_at) select d.entry_guid, d.assistant_id, 'assistant', sysutcdatetime()
             from deleted d inner join inserted i on i.id = d.id
             where d.assistant_id is not null and (i.assistant_id is null or i.assistant_id <> d.assistant_id);
           end
GO
create trigger session_event_lines_line_removed on session_event_lines after update as
           begin
             set nocount on;
             insert into schedule_removals (entry_guid, user_id, role, removed_at) select d.entry_guid, d.user_id, 'line', sysutcdatetime()
             from deleted d inner join inserted i on i.id = d.id
             where d.user_id is not null and (i.user_id is null or i.user_id <> d.user_id);
           end
GO
select sysutcdatetime() as instant
GO
insert into [applied_migrations] ([applied_at], [name], [scope]) values (@p0, @p1, @p2)
GO
exec sp_getapplock @Resource = 'spectra-migrations', @LockMode = 'Exclusive', @LockOwner = 'Transaction', @LockTimeout = 60000
GO
select [name] from [applied_migrations] where [scope] = @p0 order by [name] asc
GO
create view schedule_details as
    select au.user_id as user_id, a.entry_guid as entry_guid, 'appointment' as kind, a.id as record_id,
      concat(convert(bigint, a.row_version), '.', (select count(*) from appointment_users n where n.appointment_id = a.id),
        '.', convert(bigint, c.row_version), '.', (select count(*) from client_phones p where p.client_id = c.id), '.', (select max(convert(bigint, p.row_version)) from client_phones p where p.client_id = c.id)) as version,
      (select max(moment) from (values (a.changed_at), (au.changed_at), (c.changed_at), ((select max(p.changed_at) from client_phones p where p.client_id = c.id))) as moments(moment)) as changed_at,
      a.starts_at as starts_at, a.ends_at as ends_at, a.is_all_day as is_all_day,
      cast(case when a.client_id is null then 0 else 1 end as bit) as is_linked,
      a.location as location, a.notes as notes, c.id as client_id, c.first_name as client_first_name, c.last_name as client_last_name,
       c.company as client_company, (select top 1 p.number from client_phones p where p.client_id = c.id order by p.position, p.id) as client_phone,
      '' as session_type, a.repeat_id as repeat_id, a.origin as origin,
      a.is_private as is_private, a.private_owner_user_id as private_owner_user_id, a.is_free as is_free,
      a.description as description,
      (select count(*) from appointment_users n where n.appointment_id = a.id) as user_count,
      a.id as own_id, convert(bigint, a.row_version) as own_version
    from appointment_users au
    inner join appointments a on a.id = au.appointment_id
    left join clients c on c.id = a.client_id
    where a.deleted_at is null and a.status <> 'cancelled' and a.converted_to_session_id is null
    union all
    select s.photographer_id as user_id, s.entry_guid as entry_guid, 'session' as kind, s.id as record_id,
       concat(convert(bigint, s.row_version), '.', convert(bigint, c.row_version), '.', (select count(*) from client_phones p where p.client_id = c.id), '.', (select max(convert(bigint, p.row_version)) from client_phones p where p.client_id = c.id)) as version,
       (select max(moment) from (values (s.changed_at), (c.changed_at), ((select max(p.changed_at) from client_phones p where p.client_id = c.id))) as moments(moment)) as changed_at,
       s.starts_at as starts_at, s.ends_at as ends_at, s.is_all_day as is_all_day, cast(1 as bit) as is_linked,
       s.location as location, s.notes as notes, c.id as client_id, c.first_name as client_first_name, c.last_name as client_last_name,
       c.company as client_company, (select top 1 p.number from client_phones p where p.client_id = c.id order by p.position, p.id) as client_phone,
       s.session_type as session_type, cast(null as int) as repeat_id, 'studio' as origin,
       cast(0 as bit) as is_private, cast(null as int) as private_owner_user_id, cast(0 as bit) as is_free, s.description as description,
       case when s.photographer_id is not null and s.assistant_id is not null
         and s.photographer_id <> s.assistant_id then 2 else 1 end as user_count,
       s.id as own_id, convert(bigint, s.row_version) as own_version
     from sessions s inner join clients c on c.id = s.client_id
     where s.photographer_id is not null and s.deleted_at is null and s.status <> 'cancelled' and not (s.has_advanced_scheduling = 1 and exists (select 1 from session_event_lines l
       where l.session_id = s.id and l.user_id = s.photographer_id and l.is_visible = 1 and l.deleted_at is null))
    union all
    select s.assistant_id as user_id, s.entry_guid as entry_guid, 'session' as kind, s.id as record_id,
       concat(convert(bigint, s.row_version), '.', convert(bigint, c.row_version), '.', (select count(*) from client_phones p where p.client_id = c.id), '.', (select max(convert(bigint, p.row_version)) from client_phones p where p.client_id = c.id)) as version,
       (select max(moment) from (values (s.changed_at), (c.changed_at), ((select max(p.changed_at) from client_phones p where p.client_id = c.id))) as moments(moment)) as changed_at,
       s.starts_at as starts_at, s.ends_at as ends_at, s.is_all_day as is_all_day, cast(1 as bit) as is_linked,
       s.location as location, s.notes as notes, c.id as client_id, c.first_name as client_first_name, c.last_name as client_last_name,
       c.company as client_company, (select top 1 p.number from client_phones p where p.client_id = c.id order by p.position, p.id) as client_phone,
       s.session_type as session_type, cast(null as int) as repeat_id, 'studio' as origin,
       cast(0 as bit) as is_private, cast(null as int) as private_owner_user_id, cast(0 as bit) as is_free, s.description as description,
       case when s.photographer_id is not null and s.assistant_id is not null
         and s.photographer_id <> s.assistant_id then 2 else 1 end as user_count,
       s.id as own_id, convert(bigint, s.row_version) as own_version
     from sessions s inner join clients c on c.id = s.client_id
     where s.assistant_id is not null and s.deleted_at is null and s.status <> 'cancelled' and (s.photographer_id is null or s.photographer_id <> s.assistant_id) and not (s.has_advanced_scheduling = 1 and exists (select 1 from session_event_lines l
       where l.session_id = s.id and l.user_id = s.assistant_id and l.is_visible = 1 and l.deleted_at is null))
    union all
    select l.user_id as user_id, case when exists (select 1 from session_event_lines f
       where f.session_id = l.session_id and f.user_id = l.user_id and f.is_visible = 1 and f.deleted_at is null
         and (f.is_primary > l.is_primary or (f.is_primary = l.is_primary and f.id < l.id))) then l.entry_guid else s.entry_guid end as entry_guid,
      'event-line' as kind, s.id as record_id,
      concat(convert(bigint, l.row_version), '.', convert(bigint, s.row_version), '.', convert(bigint, c.row_version), '.', (select count(*) from client_phones p where p.client_id = c.id), '.', (select max(convert(bigint, p.row_version)) from client_phones p where p.client_id = c.id)) as version,
      (select max(moment) from (values (l.changed_at), (s.changed_at), (c.changed_at), ((select max(p.changed_at) from client_phones p where p.client_id = c.id))) as moments(moment)) as changed_at,
      l.starts_at as starts_at, l.ends_at as ends_at, l.is_all_day as is_all_day, cast(1 as bit) as is_linked,
      s.location as location, s.notes as notes, c.id as client_id, c.first_name as client_first_name, c.last_name as client_last_name,
       c.company as client_company, (select top 1 p.number from client_phones p where p.client_id = c.id order by p.position, p.id) as client_phone,
       s.session_type as session_type, cast(null as int) as repeat_id, 'studio' as origin,
       cast(0 as bit) as is_private, cast(null as int) as private_owner_user_id, cast(0 as bit) as is_free, l.description as description, 1 as user_count,
      l.id as own_id, convert(bigint, l.row_version) as own_version
    from session_event_lines l
    inner join sessions s on s.id = l.session_id
    inner join clients c on c.id = s.client_id
    where l.user_id is not null and l.is_visible = 1 and l.deleted_at is null
      and s.has_advanced_scheduling = 1 and s.deleted_at is null and s.status <> 'cancelled'
GO
create view schedule_entries as select user_id, entry_guid, kind, record_id, version, changed_at,
       starts_at, ends_at, is_all_day, is_linked from schedule_details
GO
select sysutcdatetime() as instant
GO
insert into [applied_migrations] ([applied_at], [name], [scope]) values (@p0, @p1, @p2)
GO
exec sp_getapplock @Resource = 'spectra-migrations', @LockMode = 'Exclusive', @LockOwner = 'Transaction', @LockTimeout = 60000
GO
select [name] from [applied_migrations] where [scope] = @p0 order by [name] asc
GO
CREATE TABLE [notifications] ([id] int identity(1,1) not null primary key, [user_id] int, [severity] nvarchar(20) not null, [title] nvarchar(200) not null, [text] nvarchar(max) not null, [subject] nvarchar(200) not null, [command] nvarchar(120), [created_at] datetime2(3) not null, [read_at] datetime2(3), CONSTRAINT [notifications_user_id_foreign] FOREIGN KEY ([user_id]) REFERENCES [users] ([id]))
GO
CREATE INDEX [notifications_user_id_index] ON [notifications] ([user_id])
GO
CREATE INDEX [notifications_subject_index] ON [notifications] ([subject])
GO
CREATE TABLE [computers] ([id] int identity(1,1) not null primary key, [name] nvarchar(100) collate Latin1_General_CI_AS not null, [time_zone] nvarchar(60) not null, [version] nvarchar(40) not null, [heartbeat_at] datetime2(3) not null)
GO
ALTER TABLE [computers] ADD CONSTRAINT [computers_name_unique] UNIQUE ([name])
GO
CREATE TABLE [claims] ([subject] nvarchar(200) not null, [ticket] nvarchar(36), [held_by] nvarchar(300) not null, [expires_at] datetime2(3) not null, CONSTRAINT [claims_pkey] PRIMARY KEY ([subject]))
GO
CREATE TABLE [job_settings] ([job_id] nvarchar(120) not null, [is_enabled] bit not null CONSTRAINT [job_settings_is_enabled_default] DEFAULT '0', [schedule_json] nvarchar(max) not null, [computer_name] nvarchar(100), [notification_json] nvarchar(max) not null, [general_json] nvarchar(max) not null, CONSTRAINT [job_settings_pkey] PRIMARY KEY ([job_id]))
GO
CREATE TABLE [job_runs] ([id] nvarchar(36) not null, [job_id] nvarchar(120) not null, [computer_name] nvarchar(100) not null, [is_preview] bit not null CONSTRAINT [job_runs_is_preview_default] DEFAULT '0', [planned_for] datetime2(3), [started_at] datetime2(3) not null, [ended_at] datetime2(3), [outcome] nvarchar(30), [summary] nvarchar(max) not null, [details_json] nvarchar(max), CONSTRAINT [job_runs_pkey] PRIMARY KEY ([id]))
GO
CREATE INDEX [job_runs_job_id_started_at_index] ON [job_runs] ([job_id], [started_at])
GO
CREATE INDEX [job_runs_started_at_index] ON [job_runs] ([started_at])
GO
CREATE TABLE [job_run_users] ([id] int identity(1,1) not null primary key, [job_run_id] nvarchar(36) not null, [user_id] int not null, [outcome] nvarchar(30) not null, [summary] nvarchar(max) not null, [warnings_json] nvarchar(max) not null, [errors_json] nvarchar(max) not null, CONSTRAINT [job_run_users_job_run_id_foreign] FOREIGN KEY ([job_run_id]) REFERENCES [job_runs] ([id]), CONSTRAINT [job_run_users_user_id_foreign] FOREIGN KEY ([user_id]) REFERENCES [users] ([id]))
GO
ALTER TABLE [job_run_users] ADD CONSTRAINT [job_run_users_job_run_id_user_id_unique] UNIQUE ([job_run_id], [user_id])
GO
select sysutcdatetime() as instant
GO
insert into [applied_migrations] ([applied_at], [name], [scope]) values (@p0, @p1, @p2)
GO
exec sp_getapplock @Resource = 'spectra-migrations', @LockMode = 'Exclusive', @LockOwner = 'Transaction', @LockTimeout = 60000
GO
select [name] from [applied_migrations] where [scope] = @p0 order by [name] asc
GO
CREATE TABLE [outgoing_mails] ([id] int identity(1,1) not null primary key, [guid] nvarchar(36) not null, [user_id] int, [recipient] nvarchar(254) not null, [subject] nvarchar(400) not null, [blocks_json] nvarchar(max) not null, [queued_at] datetime2(3) not null, [attempts] int not null CONSTRAINT [outgoing_mails_attempts_default] DEFAULT '0', [next_try_at] datetime2(3) not null, CONSTRAINT [outgoing_mails_user_id_foreign] FOREIGN KEY ([user_id]) REFERENCES [users] ([id]))
GO
ALTER TABLE [outgoing_mails] ADD CONSTRAINT [outgoing_mails_guid_unique] UNIQUE ([guid])
GO
CREATE INDEX [outgoing_mails_next_try_at_index] ON [outgoing_mails] ([next_try_at])
GO
select sysutcdatetime() as instant
GO
insert into [applied_migrations] ([applied_at], [name], [scope]) values (@p0, @p1, @p2)
GO
exec sp_getapplock @Resource = 'spectra-migrations', @LockMode = 'Exclusive', @LockOwner = 'Transaction', @LockTimeout = 60000
GO
select [name] from [applied_migrations] where [scope] = @p0 order by [name] asc
GO
drop view schedule_entries
GO
drop view schedule_details
GO
create view schedule_details as
    select au.user_id as user_id, a.entry_guid as entry_guid, 'appointment' as kind, a.id as record_id,
      concat(convert(bigint, a.row_version), '.', (select count(*) from appointment_users n where n.appointment_id = a.id),
        '.', convert(bigint, c.row_version), '.', (select count(*) from client_phones p where p.client_id = c.id), '.', (select max(convert(bigint, p.row_version)) from client_phones p where p.client_id = c.id)) as version,
      (select max(moment) from (values (a.changed_at), (au.changed_at), (c.changed_at), ((select max(p.changed_at) from client_phones p where p.client_id = c.id))) as moments(moment)) as changed_at,
      a.starts_at as starts_at, a.ends_at as ends_at, a.is_all_day as is_all_day,
      cast(case when a.client_id is null then 0 else 1 end as bit) as is_linked,
      a.location as location, a.notes as notes, c.id as client_id, c.first_name as client_first_name, c.last_name as client_last_name,
       c.company as client_company, (select top 1 p.number from client_phones p where p.client_id = c.id order by p.position, p.id) as client_phone,
      '' as session_type, a.repeat_id as repeat_id, a.origin as origin,
      a.is_private as is_private, a.private_owner_user_id as private_owner_user_id, a.is_free as is_free,
      a.description as description,
      (select count(*) from appointment_users n where n.appointment_id = a.id) as user_count,
      a.id as own_id, convert(bigint, a.row_version) as own_version
    from appointment_users au
    inner join appointments a on a.id = au.appointment_id
    left join clients c on c.id = a.client_id
    where a.deleted_at is null and a.status <> 'cancelled' and a.converted_to_session_id is null
    union all
    select s.photographer_id as user_id, s.entry_guid as entry_guid, 'session' as kind, s.id as record_id,
       concat(convert(bigint, s.row_version), '.', convert(bigint, c.row_version), '.', (select count(*) from client_phones p where p.client_id = c.id), '.', (select max(convert(bigint, p.row_version)) from client_phones p where p.client_id = c.id)) as version,
       (select max(moment) from (values (s.changed_at), (c.changed_at), ((select max(p.changed_at) from client_phones p where p.client_id = c.id))) as moments(moment)) as changed_at,
       s.starts_at as starts_at, s.ends_at as ends_at, s.is_all_day as is_all_day, cast(1 as bit) as is_linked,
       s.location as location, s.notes as notes, c.id as client_id, c.first_name as client_first_name, c.last_name as client_last_name,
       c.company as client_company, (select top 1 p.number from client_phones p where p.client_id = c.id order by p.position, p.id) as client_phone,
       s.session_type as session_type, cast(null as int) as repeat_id, 'studio' as origin,
       cast(0 as bit) as is_private, cast(null as int) as private_owner_user_id, cast(0 as bit) as is_free, s.description as description,
       case when s.photographer_id is not null and s.assistant_id is not null
         and s.photographer_id <> s.assistant_id then 2 else 1 end as user_count,
       s.id as own_id, convert(bigint, s.row_version) as own_version
     from sessions s inner join clients c on c.id = s.client_id
     where s.photographer_id is not null and s.deleted_at is null and s.status <> 'cancelled' and not (s.has_advanced_scheduling = 1 and exists (select 1 from session_event_lines l
       where l.session_id = s.id and l.user_id = s.photographer_id and l.is_visible = 1 and l.deleted_at is null))
    union all
    select s.assistant_id as user_id, s.entry_guid as entry_guid, 'session' as kind, s.id as record_id,
       concat(convert(bigint, s.row_version), '.', convert(bigint, c.row_version), '.', (select count(*) from client_phones p where p.client_id = c.id), '.', (select max(convert(bigint, p.row_version)) from client_phones p where p.client_id = c.id)) as version,
       (select max(moment) from (values (s.changed_at), (c.changed_at), ((select max(p.changed_at) from client_phones p where p.client_id = c.id))) as moments(moment)) as changed_at,
       s.starts_at as starts_at, s.ends_at as ends_at, s.is_all_day as is_all_day, cast(1 as bit) as is_linked,
       s.location as location, s.notes as notes, c.id as client_id, c.first_name as client_first_name, c.last_name as client_last_name,
       c.company as client_company, (select top 1 p.number from client_phones p where p.client_id = c.id order by p.position, p.id) as client_phone,
       s.session_type as session_type, cast(null as int) as repeat_id, 'studio' as origin,
       cast(0 as bit) as is_private, cast(null as int) as private_owner_user_id, cast(0 as bit) as is_free, s.description as description,
       case when s.photographer_id is not null and s.assistant_id is not null
         and s.photographer_id <> s.assistant_id then 2 else 1 end as user_count,
       s.id as own_id, convert(bigint, s.row_version) as own_version
     from sessions s inner join clients c on c.id = s.client_id
     where s.assistant_id is not null and s.deleted_at is null and s.status <> 'cancelled' and (s.photographer_id is null or s.photographer_id <> s.assistant_id) and not (s.has_advanced_scheduling = 1 and exists (select 1 from session_event_lines l
       where l.session_id = s.id and l.user_id = s.assistant_id and l.is_visible = 1 and l.deleted_at is null))
    union all
    select l.user_id as user_id, case when exists (select 1 from session_event_lines f
       where f.session_id = l.session_id and f.user_id = l.user_id and f.is_visible = 1 and f.deleted_at is null
         and (f.is_primary > l.is_primary or (f.is_primary = l.is_primary and f.id < l.id))) then l.entry_guid else s.entry_guid end as entry_guid,
      'event-line' as kind, s.id as record_id,
      concat(convert(bigint, l.row_version), '.', convert(bigint, s.row_version), '.', convert(bigint, c.row_version), '.', (select count(*) from client_phones p where p.client_id = c.id), '.', (select max(convert(bigint, p.row_version)) from client_phones p where p.client_id = c.id)) as version,
      (select max(moment) from (values (l.changed_at), (s.changed_at), (c.changed_at), ((select max(p.changed_at) from client_phones p where p.client_id = c.id))) as moments(moment)) as changed_at,
      l.starts_at as starts_at, l.ends_at as ends_at, l.is_all_day as is_all_day, cast(1 as bit) as is_linked,
      s.location as location, s.notes as notes, c.id as client_id, c.first_name as client_first_name, c.last_name as client_last_name,
       c.company as client_company, (select top 1 p.number from client_phones p where p.client_id = c.id order by p.position, p.id) as client_phone,
       s.session_type as session_type, cast(null as int) as repeat_id, 'studio' as origin,
       cast(0 as bit) as is_private, cast(null as int) as private_owner_user_id, cast(0 as bit) as is_free, l.description as description, 1 as user_count,
      l.id as own_id, convert(bigint, l.row_version) as own_version
    from session_event_lines l
    inner join sessions s on s.id = l.session_id
    inner join clients c on c.id = s.client_id
    where l.user_id is not null and l.is_visible = 1 and l.deleted_at is null
      and s.has_advanced_scheduling = 1 and s.deleted_at is null and s.status <> 'cancelled'
GO
create view schedule_entries as select user_id, entry_guid, kind, record_id, version, changed_at,
       starts_at, ends_at, is_all_day, is_linked from schedule_details
GO
select sysutcdatetime() as instant
GO
insert into [applied_migrations] ([applied_at], [name], [scope]) values (@p0, @p1, @p2)
GO
exec sp_getapplock @Resource = 'spectra-migrations', @LockMode = 'Exclusive', @LockOwner = 'Transaction', @LockTimeout = 60000
GO
select [name] from [applied_migrations] where [scope] = @p0 order by [name] asc
GO
create view client_cards as
    select c.id as client_id, c.guid as client_guid, c.is_inactive as is_inactive, c.deleted_at as deleted_at,
      c.merged_into as merged_into,
      concat(convert(bigint, c.row_version), '.', (select count(*) from client_phones p where p.client_id = c.id), '.', (select max(convert(bigint, p.row_version)) from client_phones p where p.client_id = c.id)) as version,
      (select max(moment) from (values (c.changed_at), ((select max(p.changed_at) from client_phones p where p.client_id = c.id))) as moments(moment)) as changed_at
    from clients c
GO
create view client_members as
         select m.client_group_id as client_group_id, c.client_id as client_id, c.client_guid as client_guid,
           c.version as version
         from client_group_members m
         inner join client_groups g on g.id = m.client_group_id
         inner join client_cards c on c.client_id = m.client_id
         where g.is_inactive = 0 and c.is_inactive = 0 and c.deleted_at is null and c.merged_into is null
GO
select sysutcdatetime() as instant
GO
insert into [applied_migrations] ([applied_at], [name], [scope]) values (@p0, @p1, @p2)
GO
exec sp_getapplock @Resource = 'spectra-migrations', @LockMode = 'Exclusive', @LockOwner = 'Transaction', @LockTimeout = 60000
GO
select [name] from [applied_migrations] where [scope] = @p0 order by [name] asc
GO
update client_groups set name = concat(substring(name, 1, 85), ' (', id, ')')
       where exists (select 1 from client_groups o where lower(o.name) = lower(client_groups.name)
         and o.id < client_groups.id)
GO
create index clients_by_name on clients (last_name, first_name, id)
         include (company, email, is_inactive, deleted_at)
GO
alter table client_groups alter column name nvarchar(100) collate Latin1_General_CI_AS not null
GO
alter table client_groups add constraint client_groups_by_name unique (name)
GO
select sysutcdatetime() as instant
GO
insert into [applied_migrations] ([applied_at], [name], [scope]) values (@p0, @p1, @p2)
GO
exec sp_getapplock @Resource = 'spectra-migrations', @LockMode = 'Exclusive', @LockOwner = 'Transaction', @LockTimeout = 60000
GO
select [name] from [applied_migrations] where [scope] = @p0 order by [name] asc
GO
CREATE TABLE [schedule_conflicts] ([id] int identity(1,1) not null primary key, [user_id] int not null, [resource_id] int not null CONSTRAINT [schedule_conflicts_resource_id_default] DEFAULT '0', [first_entry_guid] nvarchar(36) not null, [second_entry_guid] nvarchar(36) not null, [found_at] datetime2(3) not null, [kept_as] nvarchar(100) not null CONSTRAINT [schedule_conflicts_kept_as_default] DEFAULT '', CONSTRAINT [schedule_conflicts_user_id_foreign] FOREIGN KEY ([user_id]) REFERENCES [users] ([id]))
GO
CREATE UNIQUE INDEX [schedule_conflicts_key] ON [schedule_conflicts] ([user_id], [resource_id], [first_entry_guid], [second_entry_guid]) WHERE [user_id] IS NOT NULL AND [resource_id] IS NOT NULL AND [first_entry_guid] IS NOT NULL AND [second_entry_guid] IS NOT NULL
GO
select sysutcdatetime() as instant
GO
insert into [applied_migrations] ([applied_at], [name], [scope]) values (@p0, @p1, @p2)
GO
exec sp_getapplock @Resource = 'spectra-migrations', @LockMode = 'Exclusive', @LockOwner = 'Transaction', @LockTimeout = 60000
GO
select [name] from [applied_migrations] where [scope] = @p0 order by [name] asc
GO
ALTER TABLE [job_runs] ADD [requested_by] int, [abort_requested_at] datetime2(3)
GO
CREATE INDEX [job_runs_outcome_started_at_index] ON [job_runs] ([outcome], [started_at])
GO
CREATE TABLE [job_requests] ([id] int identity(1,1) not null primary key, [job_id] nvarchar(120) not null, [requested_by] int, [requested_at] datetime2(3) not null)
GO
CREATE INDEX [job_requests_job_id_index] ON [job_requests] ([job_id])
GO
CREATE TABLE [live_events] ([id] int identity(1,1) not null primary key, [origin] nvarchar(36) not null, [event_json] nvarchar(max) not null, [happened_at] datetime2(3) not null)
GO
CREATE INDEX [live_events_happened_at_index] ON [live_events] ([happened_at])
GO
select sysutcdatetime() as instant
GO
insert into [applied_migrations] ([applied_at], [name], [scope]) values (@p0, @p1, @p2)
GO
exec sp_getapplock @Resource = 'spectra-migrations', @LockMode = 'Exclusive', @LockOwner = 'Transaction', @LockTimeout = 60000
GO
select [name] from [applied_migrations] where [scope] = @p0 order by [name] asc
GO
ALTER TABLE [job_run_users] ADD [items_json] nvarchar(max)
GO
select sysutcdatetime() as instant
GO
insert into [applied_migrations] ([applied_at], [name], [scope]) values (@p0, @p1, @p2)
GO
exec sp_getapplock @Resource = 'spectra-migrations', @LockMode = 'Exclusive', @LockOwner = 'Transaction', @LockTimeout = 60000
GO
select [name] from [applied_migrations] where [scope] = @p0 order by [name] asc
GO
CREATE TABLE [erasures] ([id] int identity(1,1) not null primary key, [client_guid] nvarchar(36) not null, [entry_guids_json] nvarchar(max) not null, [erased_at] datetime2(3) not null)
GO
select sysutcdatetime() as instant
GO
insert into [applied_migrations] ([applied_at], [name], [scope]) values (@p0, @p1, @p2)
GO
exec sp_getapplock @Resource = 'spectra-migrations', @LockMode = 'Exclusive', @LockOwner = 'Transaction', @LockTimeout = 60000
GO
select [name] from [applied_migrations] where [scope] = @p0 order by [name] asc
GO
DROP INDEX [job_runs_job_id_started_at_index] ON [job_runs]
GO
CREATE INDEX [job_runs_of_job_index] ON [job_runs] ([job_id], [started_at], [outcome], [ended_at])
GO
CREATE INDEX [job_runs_job_id_planned_for_index] ON [job_runs] ([job_id], [planned_for])
GO
CREATE INDEX [job_runs_ended_at_started_at_index] ON [job_runs] ([ended_at], [started_at])
GO
select sysutcdatetime() as instant
GO
insert into [applied_migrations] ([applied_at], [name], [scope]) values (@p0, @p1, @p2)
GO
exec sp_getapplock @Resource = 'spectra-migrations', @LockMode = 'Exclusive', @LockOwner = 'Transaction', @LockTimeout = 60000
GO
delete from [applied_migrations] where [scope] = @p0 and [name] = @p1;select @@rowcount
GO
DROP INDEX [job_runs_ended_at_started_at_index] ON [job_runs]
GO
DROP INDEX [job_runs_job_id_planned_for_index] ON [job_runs]
GO
DROP INDEX [job_runs_of_job_index] ON [job_runs]
GO
CREATE INDEX [job_runs_job_id_started_at_index] ON [job_runs] ([job_id], [started_at])
GO
exec sp_getapplock @Resource = 'spectra-migrations', @LockMode = 'Exclusive', @LockOwner = 'Transaction', @LockTimeout = 60000
GO
delete from [applied_migrations] where [scope] = @p0 and [name] = @p1;select @@rowcount
GO
DROP TABLE [erasures]
GO
exec sp_getapplock @Resource = 'spectra-migrations', @LockMode = 'Exclusive', @LockOwner = 'Transaction', @LockTimeout = 60000
GO
delete from [applied_migrations] where [scope] = @p0 and [name] = @p1;select @@rowcount
GO

              DECLARE @constraint varchar(100) = (SELECT default_constraints.name
                                                  FROM sys.all_columns
                                                  INNER JOIN sys.tables
                                                    ON all_columns.object_id = tables.object_id
                                                  INNER JOIN sys.schemas
                                                    ON tables.schema_id = schemas.schema_id
                                                  INNER JOIN sys.default_constraints
                                                    ON all_columns.default_object_id = default_constraints.object_id
                                                  WHERE schemas.name = 'dbo'
                                                  AND tables.name = 'job_run_users'
                                                  AND all_columns.name = 'items_json')

              IF @constraint IS NOT NULL EXEC('ALTER TABLE job_run_users DROP CONSTRAINT ' + @constraint)
GO
ALTER TABLE [job_run_users] DROP COLUMN [items_json]
GO
exec sp_getapplock @Resource = 'spectra-migrations', @LockMode = 'Exclusive', @LockOwner = 'Transaction', @LockTimeout = 60000
GO
delete from [applied_migrations] where [scope] = @p0 and [name] = @p1;select @@rowcount
GO
DROP TABLE [live_events]
GO
DROP TABLE [job_requests]
GO
DROP INDEX [job_runs_outcome_started_at_index] ON [job_runs]
GO

              DECLARE @constraint varchar(100) = (SELECT default_constraints.name
                                                  FROM sys.all_columns
                                                  INNER JOIN sys.tables
                                                    ON all_columns.object_id = tables.object_id
                                                  INNER JOIN sys.schemas
                                                    ON tables.schema_id = schemas.schema_id
                                                  INNER JOIN sys.default_constraints
                                                    ON all_columns.default_object_id = default_constraints.object_id
                                                  WHERE schemas.name = 'dbo'
                                                  AND tables.name = 'job_runs'
                                                  AND all_columns.name = 'abort_requested_at')

              IF @constraint IS NOT NULL EXEC('ALTER TABLE job_runs DROP CONSTRAINT ' + @constraint)
GO
ALTER TABLE [job_runs] DROP COLUMN [abort_requested_at]
GO

              DECLARE @constraint varchar(100) = (SELECT default_constraints.name
                                                  FROM sys.all_columns
                                                  INNER JOIN sys.tables
                                                    ON all_columns.object_id = tables.object_id
                                                  INNER JOIN sys.schemas
                                                    ON tables.schema_id = schemas.schema_id
                                                  INNER JOIN sys.default_constraints
                                                    ON all_columns.default_object_id = default_constraints.object_id
                                                  WHERE schemas.name = 'dbo'
                                                  AND tables.name = 'job_runs'
                                                  AND all_columns.name = 'requested_by')

              IF @constraint IS NOT NULL EXEC('ALTER TABLE job_runs DROP CONSTRAINT ' + @constraint)
GO
ALTER TABLE [job_runs] DROP COLUMN [requested_by]
GO
exec sp_getapplock @Resource = 'spectra-migrations', @LockMode = 'Exclusive', @LockOwner = 'Transaction', @LockTimeout = 60000
GO
delete from [applied_migrations] where [scope] = @p0 and [name] = @p1;select @@rowcount
GO
DROP TABLE [schedule_conflicts]
GO
exec sp_getapplock @Resource = 'spectra-migrations', @LockMode = 'Exclusive', @LockOwner = 'Transaction', @LockTimeout = 60000
GO
delete from [applied_migrations] where [scope] = @p0 and [name] = @p1;select @@rowcount
GO
drop index clients_by_name on clients
GO
alter table client_groups drop constraint client_groups_by_name
GO
exec sp_getapplock @Resource = 'spectra-migrations', @LockMode = 'Exclusive', @LockOwner = 'Transaction', @LockTimeout = 60000
GO
delete from [applied_migrations] where [scope] = @p0 and [name] = @p1;select @@rowcount
GO
drop view client_members
GO
drop view client_cards
GO
exec sp_getapplock @Resource = 'spectra-migrations', @LockMode = 'Exclusive', @LockOwner = 'Transaction', @LockTimeout = 60000
GO
delete from [applied_migrations] where [scope] = @p0 and [name] = @p1;select @@rowcount
GO
exec sp_getapplock @Resource = 'spectra-migrations', @LockMode = 'Exclusive', @LockOwner = 'Transaction', @LockTimeout = 60000
GO
delete from [applied_migrations] where [scope] = @p0 and [name] = @p1;select @@rowcount
GO
DROP TABLE [outgoing_mails]
GO
exec sp_getapplock @Resource = 'spectra-migrations', @LockMode = 'Exclusive', @LockOwner = 'Transaction', @LockTimeout = 60000
GO
delete from [applied_migrations] where [scope] = @p0 and [name] = @p1;select @@rowcount
GO
DROP TABLE [job_run_users]
GO
DROP TABLE [job_runs]
GO
DROP TABLE [job_settings]
GO
DROP TABLE [claims]
GO
DROP TABLE [computers]
GO
DROP TABLE [notifications]
GO
exec sp_getapplock @Resource = 'spectra-migrations', @LockMode = 'Exclusive', @LockOwner = 'Transaction', @LockTimeout = 60000
GO
delete from [applied_migrations] where [scope] = @p0 and [name] = @p1;select @@rowcount
GO
drop view schedule_entries
GO
drop view schedule_details
GO
exec sp_getapplock @Resource = 'spectra-migrations', @LockMode = 'Exclusive', @LockOwner = 'Transaction', @LockTimeout = 60000
GO
delete from [applied_migrations] where [scope] = @p0 and [name] = @p1;select @@rowcount
GO
drop trigger sessions_photographer_removed
GO
drop trigger sessions_assistant_removed
GO
drop trigger session_event_lines_line_removed
GO
drop trigger appointment_users_removed
GO
DROP TABLE [schedule_removals]
GO
exec sp_getapplock @Resource = 'spectra-migrations', @LockMode = 'Exclusive', @LockOwner = 'Transaction', @LockTimeout = 60000
GO
delete from [applied_migrations] where [scope] = @p0 and [name] = @p1;select @@rowcount
GO
DROP TABLE [status_notes]
GO
DROP TABLE [appointment_resources]
GO
DROP TABLE [appointment_users]
GO
DROP TABLE [appointments]
GO
DROP TABLE [session_resources]
GO
DROP TABLE [session_event_lines]
GO
DROP TABLE [sessions]
GO
DROP TABLE [repeats]
GO
DROP TABLE [resources]
GO
exec sp_getapplock @Resource = 'spectra-migrations', @LockMode = 'Exclusive', @LockOwner = 'Transaction', @LockTimeout = 60000
GO
delete from [applied_migrations] where [scope] = @p0 and [name] = @p1;select @@rowcount
GO
DROP TABLE [client_group_members]
GO
DROP TABLE [client_groups]
GO
DROP TABLE [client_phones]
GO
DROP TABLE [clients]
GO
exec sp_getapplock @Resource = 'spectra-migrations', @LockMode = 'Exclusive', @LockOwner = 'Transaction', @LockTimeout = 60000
GO
delete from [applied_migrations] where [scope] = @p0 and [name] = @p1;select @@rowcount
GO
DROP TABLE [sign_in_sessions]
GO
DROP TABLE [preferences]
GO
DROP TABLE [users]
GO
DROP TABLE [clearances]
GO
DROP TABLE [security_groups]
GO
DROP TABLE [company]
GO
