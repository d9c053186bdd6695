delete from [appointment_users] where [user_id] = @p;select @@rowcount
delete from [appointment_users];select @@rowcount
delete from [client_group_members] where [client_group_id] = @p and [client_id] = @p;select @@rowcount
delete from [client_phones] where [client_id] = @p;select @@rowcount
delete from [google_sync_accounts] where [user_id] = @p;select @@rowcount
delete from [google_sync_consents] where [expires_at] <= @p;select @@rowcount
delete from [google_sync_consents] where [state_hash] = @p;select @@rowcount
delete from [google_sync_contact_links] where [client_id] = @p;select @@rowcount
delete from [google_sync_contact_links];select @@rowcount
delete from [google_sync_journal] where [run_id] in (select [id] from [google_sync_runs] where [ended_at] < @p);select @@rowcount
delete from [google_sync_links] where [event_id] = @p;select @@rowcount
delete from [google_sync_runs] where [ended_at] < @p;select @@rowcount
insert into [appointment_users] ([appointment_id], [changed_at], [user_id]) values (@p, …)
insert into [appointments] ([booked_by_user_id], [changed_at], [description], [ends_at], [entry_guid], [is_all_day], [is_free], [is_private], [location], [notes], [origin], [private_owner_user_id], [starts_at], [status]) output inserted.[id], inserted.[entry_guid] values (@p, …)
insert into [client_groups] ([changed_at], [guid], [is_inactive], [name]) output inserted.[id] values (@p, …)
insert into [client_phones] ([changed_at], [client_id], [label], [number], [position]) output inserted.[id] values (@p, …)
insert into [client_phones] ([client_id], [number]) values (@p, …)
insert into [clients] ([anniversary], [birth_date], [changed_at], [company], [deleted_at], [email], [first_name], [guid], [is_inactive], [job_title], [last_name], [mailing_city], [mailing_country], [mailing_postal_code], [mailing_region], [mailing_street], [main_city], [main_country], [main_postal_code], [main_region], [main_street], [merged_into], [notes], [salutation], [status]) output inserted.[id] values (@p, …)
insert into [clients] ([company], [guid]) values (@p, …), …
insert into [google_sync_accounts] ([email], [is_confirmed], [may_list_calendars], [may_use_calendar], [may_use_contacts], [state], [state_since], [sub], [tokens], [user_id]) values (@p, …)
insert into [google_sync_consents] ([code_verifier], [expires_at], [redirect_uri], [state_hash], [user_id]) values (@p, …)
insert into [google_sync_contact_links] ([agreed_google], [agreed_studio], [attempts], [client_guid], [client_id], [client_version], [create_sent_at], [decided_etag], [directive], [is_deleted_in_google], [is_labelled], [is_made_by_us], [is_parked], [listing], [lost_values], [problem], [question_id], [resource_name], [retry_at], [review], [seen], [seen_etag], [seen_updated_at], [state], [stream_id], [tried_etag], [tried_version]) values (@p, …), …
insert into [google_sync_contact_links] ([agreed_google], [agreed_studio], [attempts], [client_guid], [client_id], [create_sent_at], [decided_etag], [is_deleted_in_google], [is_labelled], [is_made_by_us], [is_parked], [resource_name], [seen], [seen_etag], [seen_updated_at], [state], [stream_id]) values (@p, …), …
insert into [google_sync_contact_links] ([attempts], [client_guid], [client_id], [is_deleted_in_google], [is_labelled], [is_made_by_us], [is_parked], [resource_name], [state], [stream_id]) values (@p, …)
insert into [google_sync_contact_links] ([attempts], [decided_etag], [is_deleted_in_google], [is_labelled], [is_made_by_us], [is_parked], [resource_name], [seen], [seen_etag], [seen_updated_at], [state], [stream_id]) values (@p, …)
insert into [google_sync_contact_links] ([attempts], [decided_etag], [is_deleted_in_google], [is_labelled], [is_made_by_us], [is_parked], [resource_name], [seen], [seen_etag], [seen_updated_at], [state], [stream_id]) values (@p, …), …
insert into [google_sync_links] ([agreed_google], [agreed_studio], [attempts], [decided_etag], [directive], [ends_at], [entry_guid], [event_id], [generation], [is_deleted_in_google], [is_made_by_us], [is_old], [is_parked], [left_out_reason], [listing], [lost_values], [problem], [question_id], [repeat_id], [retry_at], [seen], [seen_etag], [state], [stream_id], [studio_version], [told], [tried_etag], [tried_version]) output inserted.[id] values (@p, …)
insert into [google_sync_links] ([agreed_google], [agreed_studio], [attempts], [decided_etag], [directive], [ends_at], [entry_guid], [event_id], [generation], [is_deleted_in_google], [is_made_by_us], [is_old], [is_parked], [left_out_reason], [listing], [lost_values], [problem], [question_id], [repeat_id], [retry_at], [seen], [seen_etag], [state], [stream_id], [studio_version], [told], [tried_etag], [tried_version]) values (@p, …)
insert into [google_sync_links] ([agreed_google], [agreed_studio], [attempts], [decided_etag], [directive], [ends_at], [entry_guid], [generation], [is_deleted_in_google], [is_made_by_us], [is_old], [is_parked], [listing], [lost_values], [problem], [question_id], [repeat_id], [retry_at], [state], [stream_id], [studio_version], [tried_etag], [tried_version]) output inserted.[id] values (@p, …)
insert into [google_sync_links] ([agreed_google], [agreed_studio], [attempts], [ends_at], [event_id], [generation], [is_deleted_in_google], [is_made_by_us], [is_old], [is_parked], [listing], [state], [stream_id]) output inserted.[id] values (@p, …)
insert into [google_sync_links] ([agreed_google], [agreed_studio], [attempts], [generation], [is_deleted_in_google], [is_made_by_us], [is_old], [is_parked], [listing], [state], [stream_id]) output inserted.[id] values (@p, …)
insert into [google_sync_links] ([attempts], [directive], [event_id], [generation], [is_deleted_in_google], [is_made_by_us], [is_old], [is_parked], [listing], [state], [stream_id]) output inserted.[id] values (@p, …)
insert into [session_event_lines] ([changed_at], [deleted_at], [description], [ends_at], [entry_guid], [is_all_day], [is_primary], [is_visible], [session_id], [starts_at], [user_id]) output inserted.[id] values (@p, …)
insert into [sessions] ([assistant_id], [booked_by_user_id], [changed_at], [client_id], [deleted_at], [description], [ends_at], [entry_guid], [has_advanced_scheduling], [is_all_day], [is_confirmed], [location], [notes], [photographer_id], [session_type], [starts_at], [status]) output inserted.[id] values (@p, …)
insert into [users] ([changed_at], [email], [first_name], [guid], [initials], [is_inactive], [last_name]) output inserted.[id] values (@p, …)
insert into client_group_members (client_group_id, client_id) select @p, id from clients where company = 'Five Thousand'
select * from [applied_migrations]
select * from [appointment_resources]
select * from [appointment_users]
select * from [appointment_users] order by [id] asc
select * from [appointments]
select * from [appointments] order by [id] asc
select * from [appointments] where [description] = @p
select * from [claims]
select * from [clearances]
select * from [client_groups]
select * from [clients] order by [id] asc
select * from [clients] order by [id] desc
select * from [clients] where [deleted_at] is null and [last_name] = @p
select * from [clients] where [id] = @p
select * from [company]
select * from [computers]
select * from [google_sync_accounts]
select * from [google_sync_accounts] order by [user_id] asc
select * from [google_sync_consents]
select * from [google_sync_contact_links]
select * from [google_sync_contact_links] order by [id] asc
select * from [google_sync_contact_links] where [client_id] is not null order by [client_id] asc
select * from [google_sync_contact_links] where [client_id] is not null order by [id] asc
select * from [google_sync_contact_streams]
select * from [google_sync_journal]
select * from [google_sync_links] order by [id] asc
select * from [google_sync_links] where [id] in (@p, …) order by [id] asc
select * from [google_sync_mail_state]
select * from [google_sync_questions]
select * from [google_sync_runs]
select * from [google_sync_streams]
select * from [google_sync_upkeep]
select * from [job_requests]
select * from [job_run_users]
select * from [job_runs]
select * from [job_settings]
select * from [live_events]
select * from [outgoing_mails]
select * from [preferences]
select * from [repeats]
select * from [resources]
select * from [row_version_counter]
select * from [schedule_conflicts]
select * from [schedule_removals]
select * from [security_groups]
select * from [session_event_lines]
select * from [session_event_lines] order by [id] asc
select * from [session_resources]
select * from [sessions] order by [id] asc
select * from [sign_in_sessions]
select * from [status_notes]
select * from [status_notes] order by [id] asc
select * from [users]
select [answer] from [google_sync_questions]
select [c].[id], [c].[first_name], [c].[last_name], [c].[email] from [clients] as [c] inner join [client_group_members] as [m] on [m].[client_id] = [c].[id] where [m].[client_group_id] = @p and [c].[deleted_at] is null
select [client_id], [label], [number] from [client_phones] order by [client_id] asc, [position] asc
select [company], [email] from [clients] order by [id] asc
select [deleted_at] from [sessions] where [id] = @p
select [e].[entry_guid] as [on_schedule], [l].* from [schedule_entries] as [e] left join [google_sync_links] as [l] on [l].[entry_guid] = [e].[entry_guid] and [l].[stream_id] = @p where [e].[user_id] = @p and ([l].[id] is null or (([l].[directive] is not null or ([l].[state] = @p and ([l].[studio_version] is null or e.version <> l.studio_version or 1 = 1)) or ([l].[state] = @p and e.version is not null) or ([l].[state] in (@p, …) and [l].[entry_guid] is not null and ([l].[state] = @p or e.version <> l.studio_version))) and ([l].[question_id] is null or (1 = @p and (coalesce(e.version, '') <> coalesce(l.studio_version, '') or ([l].[entry_guid] is null and [l].[is_deleted_in_google] = @p) or ([l].[state] = @p and [l].[is_deleted_in_google] = @p)))) and ([l].[attempts] = @p or ([l].[is_parked] = @p and [l].[retry_at] <= @p) or coalesce(l.tried_version, '') <> coalesce(e.version, '') or coalesce(l.tried_etag, '') <> coalesce(l.seen_etag, '')))) order by [e].[starts_at] asc
select [e].[entry_guid] as [on_schedule], [l].* from [schedule_entries] as [e] left join [google_sync_links] as [l] on [l].[entry_guid] = [e].[entry_guid] and [l].[stream_id] = @p where [e].[user_id] = @p and ([l].[id] is null or (([l].[directive] is not null or ([l].[state] = @p and ([l].[studio_version] is null or e.version <> l.studio_version or coalesce(l.seen_etag, '') <> coalesce(l.decided_etag, '') or 1 = 1)) or ([l].[state] = @p and e.version is not null) or ([l].[state] in (@p, …) and [l].[entry_guid] is not null)) and ([l].[question_id] is null or (1 = @p and (coalesce(e.version, '') <> coalesce(l.studio_version, '') or ([l].[entry_guid] is null and [l].[is_deleted_in_google] = @p) or ([l].[state] = @p and [l].[is_deleted_in_google] = @p)))) and ([l].[attempts] = @p or ([l].[is_parked] = @p and [l].[retry_at] <= @p) or coalesce(l.tried_version, '') <> coalesce(e.version, '') or coalesce(l.tried_etag, '') <> coalesce(l.seen_etag, '')))) order by [e].[starts_at] asc
select [e].[entry_guid] as [on_schedule], [l].* from [schedule_entries] as [e] left join [google_sync_links] as [l] on [l].[entry_guid] = [e].[entry_guid] and [l].[stream_id] = @p where [e].[user_id] = @p and ([l].[id] is null or (([l].[directive] is not null or ([l].[state] = @p and ([l].[studio_version] is null or e.version <> l.studio_version or coalesce(l.seen_etag, '') <> coalesce(l.decided_etag, ''))) or ([l].[state] = @p and e.version is not null) or ([l].[state] in (@p, …) and [l].[entry_guid] is not null and ([l].[state] = @p or e.version <> l.studio_version)) or ([l].[state] = @p and [l].[is_old] = @p and [l].[left_out_reason] in (@p, …))) and ([l].[question_id] is null or ([l].[question_id] in (@p, …) and (coalesce(e.version, '') <> coalesce(l.studio_version, '') or ([l].[entry_guid] is null and [l].[is_deleted_in_google] = @p) or ([l].[state] = @p and [l].[is_deleted_in_google] = @p)))) and ([l].[attempts] = @p or ([l].[is_parked] = @p and [l].[retry_at] <= @p) or coalesce(l.tried_version, '') <> coalesce(e.version, '') or coalesce(l.tried_etag, '') <> coalesce(l.seen_etag, '')))) order by [e].[starts_at] asc
select [e].[entry_guid] as [on_schedule], [l].* from [schedule_entries] as [e] left join [google_sync_links] as [l] on [l].[entry_guid] = [e].[entry_guid] and [l].[stream_id] = @p where [e].[user_id] = @p and ([l].[id] is null or (([l].[directive] is not null or ([l].[state] = @p and ([l].[studio_version] is null or e.version <> l.studio_version or coalesce(l.seen_etag, '') <> coalesce(l.decided_etag, ''))) or ([l].[state] = @p and e.version is not null) or ([l].[state] in (@p, …) and [l].[entry_guid] is not null and ([l].[state] = @p or e.version <> l.studio_version))) and ([l].[question_id] is null or (1 = @p and (coalesce(e.version, '') <> coalesce(l.studio_version, '') or ([l].[entry_guid] is null and [l].[is_deleted_in_google] = @p) or ([l].[state] = @p and [l].[is_deleted_in_google] = @p)))) and ([l].[attempts] = @p or ([l].[is_parked] = @p and [l].[retry_at] <= @p) or coalesce(l.tried_version, '') <> coalesce(e.version, '') or coalesce(l.tried_etag, '') <> coalesce(l.seen_etag, '')))) order by [e].[starts_at] asc
select [e].[entry_guid] as [on_schedule], [l].* from [schedule_entries] as [e] left join [google_sync_links] as [l] on [l].[entry_guid] = [e].[entry_guid] and [l].[stream_id] = @p where [e].[user_id] = @p and ([l].[id] is null or (([l].[directive] is not null or ([l].[state] = @p and ([l].[studio_version] is null or e.version <> l.studio_version or coalesce(l.seen_etag, '') <> coalesce(l.decided_etag, ''))) or ([l].[state] = @p and e.version is not null) or ([l].[state] in (@p, …) and [l].[entry_guid] is not null)) and ([l].[question_id] is null or (1 = @p and (coalesce(e.version, '') <> coalesce(l.studio_version, '') or ([l].[entry_guid] is null and [l].[is_deleted_in_google] = @p) or ([l].[state] = @p and [l].[is_deleted_in_google] = @p)))) and ([l].[attempts] = @p or ([l].[is_parked] = @p and [l].[retry_at] <= @p) or coalesce(l.tried_version, '') <> coalesce(e.version, '') or coalesce(l.tried_etag, '') <> coalesce(l.seen_etag, '')))) order by [e].[starts_at] asc
select [e].[entry_guid] as [on_schedule], [l].* from [schedule_entries] as [e] left join [google_sync_links] as [l] on [l].[entry_guid] = [e].[entry_guid] and [l].[stream_id] = @p where [e].[user_id] = @p and ([l].[id] is null or (([l].[directive] is not null or ([l].[state] = @p and ([l].[studio_version] is null or e.version <> l.studio_version)) or ([l].[state] = @p and e.version is not null) or ([l].[state] in (@p, …) and [l].[entry_guid] is not null and ([l].[state] = @p or e.version <> l.studio_version))) and ([l].[question_id] is null or (1 = @p and (coalesce(e.version, '') <> coalesce(l.studio_version, '') or ([l].[entry_guid] is null and [l].[is_deleted_in_google] = @p) or ([l].[state] = @p and [l].[is_deleted_in_google] = @p)))) and ([l].[attempts] = @p or ([l].[is_parked] = @p and [l].[retry_at] <= @p) or coalesce(l.tried_version, '') <> coalesce(e.version, '') or coalesce(l.tried_etag, '') <> coalesce(l.seen_etag, '')))) order by [e].[starts_at] asc
select [id] from [appointments] where [description] = @p
select [id] from [google_sync_journal]
select [l].* from [google_sync_links] as [l] where [l].[stream_id] = @p and [l].[state] in (@p, …) and [l].[entry_guid] is null and (([l].[directive] is not null or ([l].[state] = @p and ([l].[studio_version] is null or 1 = 1 or 1 = 1)) or ([l].[state] = @p and cast(null as varchar(120)) is not null) or ([l].[state] in (@p, …) and [l].[entry_guid] is not null and ([l].[state] = @p or 1 = 1))) and ([l].[question_id] is null or (1 = @p and (coalesce(cast(null as varchar(120)), '') <> coalesce(l.studio_version, '') or ([l].[entry_guid] is null and [l].[is_deleted_in_google] = @p) or ([l].[state] = @p and [l].[is_deleted_in_google] = @p)))) and ([l].[attempts] = @p or ([l].[is_parked] = @p and [l].[retry_at] <= @p) or coalesce(l.tried_version, '') <> coalesce(cast(null as varchar(120)), '') or coalesce(l.tried_etag, '') <> coalesce(l.seen_etag, '')))
select [l].* from [google_sync_links] as [l] where [l].[stream_id] = @p and [l].[state] in (@p, …) and [l].[entry_guid] is null and (([l].[directive] is not null or ([l].[state] = @p and ([l].[studio_version] is null or 1 = 1 or coalesce(l.seen_etag, '') <> coalesce(l.decided_etag, '') or 1 = 1)) or ([l].[state] = @p and cast(null as varchar(120)) is not null) or ([l].[state] in (@p, …) and [l].[entry_guid] is not null) or ([l].[state] in (@p, …) and [l].[entry_guid] is null)) and ([l].[question_id] is null or (1 = @p and (coalesce(cast(null as varchar(120)), '') <> coalesce(l.studio_version, '') or ([l].[entry_guid] is null and [l].[is_deleted_in_google] = @p) or ([l].[state] = @p and [l].[is_deleted_in_google] = @p)))) and ([l].[attempts] = @p or ([l].[is_parked] = @p and [l].[retry_at] <= @p) or coalesce(l.tried_version, '') <> coalesce(cast(null as varchar(120)), '') or coalesce(l.tried_etag, '') <> coalesce(l.seen_etag, '')))
select [l].* from [google_sync_links] as [l] where [l].[stream_id] = @p and [l].[state] in (@p, …) and [l].[entry_guid] is null and (([l].[directive] is not null or ([l].[state] = @p and ([l].[studio_version] is null or 1 = 1 or coalesce(l.seen_etag, '') <> coalesce(l.decided_etag, ''))) or ([l].[state] = @p and cast(null as varchar(120)) is not null) or ([l].[state] in (@p, …) and [l].[entry_guid] is not null and ([l].[state] = @p or 1 = 1)) or ([l].[state] = @p and [l].[is_old] = @p and [l].[left_out_reason] in (@p, …)) or ([l].[state] in (@p, …) and [l].[entry_guid] is null and ([l].[state] = @p or coalesce(l.seen_etag, '') <> coalesce(l.decided_etag, '')))) and ([l].[question_id] is null or ([l].[question_id] in (@p, …) and (coalesce(cast(null as varchar(120)), '') <> coalesce(l.studio_version, '') or ([l].[entry_guid] is null and [l].[is_deleted_in_google] = @p) or ([l].[state] = @p and [l].[is_deleted_in_google] = @p)))) and ([l].[attempts] = @p or ([l].[is_parked] = @p and [l].[retry_at] <= @p) or coalesce(l.tried_version, '') <> coalesce(cast(null as varchar(120)), '') or coalesce(l.tried_etag, '') <> coalesce(l.seen_etag, '')))
select [l].* from [google_sync_links] as [l] where [l].[stream_id] = @p and [l].[state] in (@p, …) and [l].[entry_guid] is null and (([l].[directive] is not null or ([l].[state] = @p and ([l].[studio_version] is null or 1 = 1 or coalesce(l.seen_etag, '') <> coalesce(l.decided_etag, ''))) or ([l].[state] = @p and cast(null as varchar(120)) is not null) or ([l].[state] in (@p, …) and [l].[entry_guid] is not null and ([l].[state] = @p or 1 = 1)) or ([l].[state] in (@p, …) and [l].[entry_guid] is null and ([l].[state] = @p or coalesce(l.seen_etag, '') <> coalesce(l.decided_etag, '')))) and ([l].[question_id] is null or (1 = @p and (coalesce(cast(null as varchar(120)), '') <> coalesce(l.studio_version, '') or ([l].[entry_guid] is null and [l].[is_deleted_in_google] = @p) or ([l].[state] = @p and [l].[is_deleted_in_google] = @p)))) and ([l].[attempts] = @p or ([l].[is_parked] = @p and [l].[retry_at] <= @p) or coalesce(l.tried_version, '') <> coalesce(cast(null as varchar(120)), '') or coalesce(l.tried_etag, '') <> coalesce(l.seen_etag, '')))
select [l].* from [google_sync_links] as [l] where [l].[stream_id] = @p and [l].[state] in (@p, …) and [l].[entry_guid] is null and (([l].[directive] is not null or ([l].[state] = @p and ([l].[studio_version] is null or 1 = 1 or coalesce(l.seen_etag, '') <> coalesce(l.decided_etag, ''))) or ([l].[state] = @p and cast(null as varchar(120)) is not null) or ([l].[state] in (@p, …) and [l].[entry_guid] is not null) or ([l].[state] in (@p, …) and [l].[entry_guid] is null)) and ([l].[question_id] is null or (1 = @p and (coalesce(cast(null as varchar(120)), '') <> coalesce(l.studio_version, '') or ([l].[entry_guid] is null and [l].[is_deleted_in_google] = @p) or ([l].[state] = @p and [l].[is_deleted_in_google] = @p)))) and ([l].[attempts] = @p or ([l].[is_parked] = @p and [l].[retry_at] <= @p) or coalesce(l.tried_version, '') <> coalesce(cast(null as varchar(120)), '') or coalesce(l.tried_etag, '') <> coalesce(l.seen_etag, '')))
select [l].* from [google_sync_links] as [l] where [l].[stream_id] = @p and [l].[state] in (@p, …) and [l].[entry_guid] is null and (([l].[directive] is not null or ([l].[state] = @p and ([l].[studio_version] is null or 1 = 1)) or ([l].[state] = @p and cast(null as varchar(120)) is not null) or ([l].[state] in (@p, …) and [l].[entry_guid] is not null and ([l].[state] = @p or 1 = 1))) and ([l].[question_id] is null or (1 = @p and (coalesce(cast(null as varchar(120)), '') <> coalesce(l.studio_version, '') or ([l].[entry_guid] is null and [l].[is_deleted_in_google] = @p) or ([l].[state] = @p and [l].[is_deleted_in_google] = @p)))) and ([l].[attempts] = @p or ([l].[is_parked] = @p and [l].[retry_at] <= @p) or coalesce(l.tried_version, '') <> coalesce(cast(null as varchar(120)), '') or coalesce(l.tried_etag, '') <> coalesce(l.seen_etag, '')))
select [name] from [sqlite_master] where [type] = @p and not [name] like @p
select [note] from [status_notes] where [entry_guid] = @p
select [notes] from [appointments] where [id] = @p
select [state], [client_guid], [seen] from [google_sync_contact_links]
select [status], [deleted_at] from [sessions]
select top (@p) * from [appointments] where [id] = @p
select top (@p) * from [google_sync_accounts] where [calendar_id] = @p
select top (@p) * from [google_sync_accounts] where [sub] = @p
select top (@p) * from [google_sync_accounts] where [user_id] = @p
select top (@p) * from [google_sync_consents] where [state_hash] = @p
select top (@p) * from [google_sync_links] where [stream_id] = @p and [event_id] = @p
select top (@p) * from [google_sync_runs] order by [id] desc
select top (@p) * from [session_event_lines] where [id] = @p
select top (@p) * from [sessions] where [id] = @p
select top (@p) [client_id] from [client_members] where [client_group_id] = @p and [client_id] = @p
select top (@p) [id] from [clients] where [first_name] = @p
select top (@p) [label] from [google_sync_contact_streams]
select top (@p) [starts_at], [ends_at] from [appointments] where [id] = @p
select top (@p) [version] from [client_members] where [client_group_id] = @p and [client_id] = @p
update [appointments] set [client_id] = @p, [changed_at] = @p where [id] = @p;select @@rowcount
update [appointments] set [client_id] = @p, [description] = @p, [notes] = @p, [location] = @p, [changed_at] = @p where [id] = @p;select @@rowcount
update [appointments] set [converted_to_session_id] = @p, [changed_at] = @p where [id] = @p;select @@rowcount
update [appointments] set [deleted_at] = @p where [description] = @p;select @@rowcount
update [appointments] set [deleted_at] = @p, [changed_at] = @p where [id] = @p;select @@rowcount
update [appointments] set [deleted_at] = @p;select @@rowcount
update [appointments] set [description] = @p, [changed_at] = @p where [id] = @p;select @@rowcount
update [appointments] set [description] = @p, [location] = @p, [changed_at] = @p where [id] = @p and convert(varchar(20), convert(bigint, appointments.row_version)) = @p;select @@rowcount
update [appointments] set [description] = @p, [location] = @p, [changed_at] = @p where [id] = @p;select @@rowcount
update [appointments] set [description] = @p, [location] = @p, [starts_at] = @p, [ends_at] = @p, [is_all_day] = @p, [status] = case when status = 'confirmed' then 'scheduled' else status end, [changed_at] = @p where [id] = @p and convert(varchar(20), convert(bigint, appointments.row_version)) = @p;select @@rowcount
update [appointments] set [description] = @p, [notes] = @p, [changed_at] = @p where [id] = @p;select @@rowcount
update [appointments] set [description] = @p, [starts_at] = @p, [ends_at] = @p, [is_all_day] = @p, [status] = case when status = 'confirmed' then 'scheduled' else status end, [changed_at] = @p where [id] = @p and convert(varchar(20), convert(bigint, appointments.row_version)) = @p;select @@rowcount
update [appointments] set [ends_at] = @p, [changed_at] = @p where [id] = @p;select @@rowcount
update [appointments] set [is_private] = @p, [private_owner_user_id] = @p, [changed_at] = @p where [id] = @p and convert(varchar(20), convert(bigint, appointments.row_version)) = @p;select @@rowcount
update [appointments] set [is_private] = @p, [private_owner_user_id] = @p, [is_free] = @p, [changed_at] = @p where [id] = @p and convert(varchar(20), convert(bigint, appointments.row_version)) = @p;select @@rowcount
update [appointments] set [location] = @p, [changed_at] = @p where [id] = @p and convert(varchar(20), convert(bigint, appointments.row_version)) = @p;select @@rowcount
update [appointments] set [location] = @p, [changed_at] = @p where [id] = @p;select @@rowcount
update [appointments] set [location] = @p, [description] = @p, [changed_at] = @p where [id] = @p;select @@rowcount
update [appointments] set [location] = @p, [notes] = @p, [changed_at] = @p where [id] = @p and convert(varchar(20), convert(bigint, appointments.row_version)) = @p;select @@rowcount
update [appointments] set [location] = @p, [starts_at] = @p, [ends_at] = @p, [is_all_day] = @p, [status] = case when status = 'confirmed' then 'scheduled' else status end, [changed_at] = @p where [id] = @p and convert(varchar(20), convert(bigint, appointments.row_version)) = @p;select @@rowcount
update [appointments] set [notes] = @p, [changed_at] = @p where [id] = @p and convert(varchar(20), convert(bigint, appointments.row_version)) = @p;select @@rowcount
update [appointments] set [notes] = @p, [changed_at] = @p where [id] = @p;select @@rowcount
update [appointments] set [notes] = @p, [description] = @p, [changed_at] = @p where [id] = @p;select @@rowcount
update [appointments] set [notes] = @p, [location] = @p, [changed_at] = @p where [id] = @p;select @@rowcount
update [appointments] set [starts_at] = @p, [changed_at] = @p where [id] = @p;select @@rowcount
update [appointments] set [starts_at] = @p, [ends_at] = @p, [changed_at] = @p where [id] = @p;select @@rowcount
update [appointments] set [starts_at] = @p, [ends_at] = @p, [is_all_day] = @p, [changed_at] = @p where [id] = @p;select @@rowcount
update [appointments] set [starts_at] = @p, [location] = @p, [notes] = @p, [changed_at] = @p where [id] = @p;select @@rowcount
update [appointments] set [status] = @p, [changed_at] = @p where [id] = @p and convert(varchar(20), convert(bigint, appointments.row_version)) = @p;select @@rowcount
update [appointments] set [status] = @p, [changed_at] = @p where [id] = @p;select @@rowcount
update [appointments] set [status] = @p, [starts_at] = @p, [changed_at] = @p where [id] = @p;select @@rowcount
update [client_groups] set [is_inactive] = @p where [id] = @p;select @@rowcount
update [client_groups] set [is_inactive] = @p, [changed_at] = @p where [id] = @p;select @@rowcount
update [client_groups] set [name] = @p, [changed_at] = @p where [id] = @p;select @@rowcount
update [client_phones] set [number] = @p, [changed_at] = @p where [client_id] = @p;select @@rowcount
update [client_phones] set [number] = @p, [changed_at] = @p where [id] = @p;select @@rowcount
update [client_phones] set [number] = @p;select @@rowcount
update [clients] set [company] = @p, [changed_at] = @p where [id] = @p and exists (select [client_cards].[client_id] from [client_cards] where client_cards.client_id = clients.id and [client_cards].[version] = @p);select @@rowcount
update [clients] set [company] = @p, [changed_at] = @p where [id] = @p;select @@rowcount
update [clients] set [deleted_at] = @p, [changed_at] = @p where [id] = @p;select @@rowcount
update [clients] set [email] = @p where [id] = @p;select @@rowcount
update [clients] set [email] = @p, [changed_at] = @p where [id] = @p and exists (select [client_cards].[client_id] from [client_cards] where client_cards.client_id = clients.id and [client_cards].[version] = @p);select @@rowcount
update [clients] set [email] = @p, [changed_at] = @p where [id] = @p;select @@rowcount
update [clients] set [email] = @p, [company] = @p, [changed_at] = @p where [id] = @p;select @@rowcount
update [clients] set [email] = @p, [main_city] = @p, [main_street] = @p, [changed_at] = @p where [id] = @p;select @@rowcount
update [clients] set [first_name] = @p, [changed_at] = @p where [id] = @p;select @@rowcount
update [clients] set [first_name] = @p, [email] = @p, [changed_at] = @p where [id] = @p;select @@rowcount
update [clients] set [first_name] = @p, [last_name] = @p, [changed_at] = @p where [id] = @p and exists (select [client_cards].[client_id] from [client_cards] where client_cards.client_id = clients.id and [client_cards].[version] = @p);select @@rowcount
update [clients] set [first_name] = @p, [last_name] = @p, [company] = @p, [email] = @p, [changed_at] = @p where [id] = @p and exists (select [client_cards].[client_id] from [client_cards] where client_cards.client_id = clients.id and [client_cards].[version] = @p);select @@rowcount
update [clients] set [first_name] = @p, [last_name] = @p, [email] = @p, [changed_at] = @p where [id] = @p and exists (select [client_cards].[client_id] from [client_cards] where client_cards.client_id = clients.id and [client_cards].[version] = @p);select @@rowcount
update [clients] set [first_name] = @p, [last_name] = @p, [salutation] = @p, [company] = @p, [job_title] = @p, [email] = @p, [birth_date] = @p, [anniversary] = @p, [main_street] = @p, [main_city] = @p, [main_region] = @p, [main_postal_code] = @p, [main_country] = @p, [changed_at] = @p where [id] = @p and exists (select [client_cards].[client_id] from [client_cards] where client_cards.client_id = clients.id and [client_cards].[version] = @p);select @@rowcount
update [clients] set [last_name] = @p, [changed_at] = @p where [id] = @p;select @@rowcount
update [clients] set [last_name] = @p, [main_city] = @p, [changed_at] = @p where [id] = @p;select @@rowcount
update [clients] set [main_street] = @p, [main_city] = @p, [main_region] = @p, [main_postal_code] = @p, [main_country] = @p, [changed_at] = @p where [id] = @p and exists (select [client_cards].[client_id] from [client_cards] where client_cards.client_id = clients.id and [client_cards].[version] = @p);select @@rowcount
update [clients] set [merged_into] = @p, [deleted_at] = @p, [changed_at] = @p where [id] = @p;select @@rowcount
update [erasures] set [erased_at] = @p;select @@rowcount
update [google_sync_accounts] set [calendar_id] = @p, [calendar_name] = @p, [calendar_zone] = @p where [user_id] = @p;select @@rowcount
update [google_sync_accounts] set [email] = @p, [may_use_calendar] = @p, [may_list_calendars] = @p, [may_use_contacts] = @p, [state] = @p, [state_since] = @p, [tokens] = @p where [user_id] = @p and [sub] = @p;select @@rowcount
update [google_sync_accounts] set [is_confirmed] = @p where [user_id] = @p;select @@rowcount
update [google_sync_accounts] set [state] = @p, [state_since] = @p where [user_id] = @p and not [state] = @p;select @@rowcount
update [google_sync_accounts] set [tokens] = @p where [user_id] = @p and [sub] = @p;select @@rowcount
update [google_sync_accounts] set [tokens] = @p where [user_id] = @p;select @@rowcount
update [google_sync_contact_links] set [client_guid] = @p, [client_id] = @p where [id] = @p;select @@rowcount
update [google_sync_contact_links] set [question_id] = @p where [client_id] = @p;select @@rowcount
update [google_sync_contact_links] set [question_id] = @p;select @@rowcount
update [google_sync_contact_streams] set [enabled_at] = @p, [matched_at] = @p, [google_baseline_at] = @p, [sync_token] = @p, [link_count] = @p, [two_way_since] = @p where [id] = @p;select @@rowcount
update [google_sync_contact_streams] set [label_name] = @p where [id] = @p;select @@rowcount
update [google_sync_contact_streams] set [matched_at] = @p, [sync_token] = @p where [id] = @p;select @@rowcount
update [google_sync_links] set [attempts] = @p, [directive] = @p, [agreed_studio] = @p, [agreed_google] = @p where [id] = @p;select @@rowcount
update [google_sync_links] set [directive] = @p, [agreed_studio] = @p, [agreed_google] = @p where [id] = @p;select @@rowcount
update [google_sync_links] set [directive] = @p, [is_deleted_in_google] = @p where [id] = @p;select @@rowcount
update [google_sync_links] set [entry_guid] = @p where [id] = @p;select @@rowcount
update [google_sync_links] set [entry_guid] = @p, [studio_version] = @p;select @@rowcount
update [google_sync_links] set [is_deleted_in_google] = @p, [seen_etag] = @p where [id] in (@p, …);select @@rowcount
update [google_sync_links] set [question_id] = @p where [id] = @p;select @@rowcount
update [google_sync_links] set [question_id] = @p;select @@rowcount
update [google_sync_links] set [seen_etag] = @p, [seen] = @p where [id] = @p;select @@rowcount
update [google_sync_links] set [state] = @p where [id] = @p;select @@rowcount
update [google_sync_links] set [state] = @p, [event_id] = @p, [seen_etag] = @p, [decided_etag] = @p, [seen] = @p, [is_deleted_in_google] = @p, [agreed_studio] = @p, [agreed_google] = @p where [id] = @p;select @@rowcount
update [google_sync_links] set [state] = @p;select @@rowcount
update [google_sync_links] set [studio_version] = @p, [decided_etag] = @p where [id] = @p;select @@rowcount
update [google_sync_links] set [told] = @p where [id] = @p;select @@rowcount
update [google_sync_questions] set [text] = @p, [options] = @p where [id] = @p;select @@rowcount
update [google_sync_streams] set [enabled_at] = @p, [studio_baseline_at] = @p, [google_baseline_at] = @p, [sync_token] = @p, [link_count] = @p where [id] = @p;select @@rowcount
update [google_sync_streams] set [kept_zone] = @p where [id] = @p;select @@rowcount
update [google_sync_streams] set [studio_baseline_at] = @p, [google_baseline_at] = @p, [sync_zone] = @p, [link_count] = @p, [last_success_at] = @p where [id] = @p;select @@rowcount
update [google_sync_streams] set [studio_baseline_at] = @p, [title_settings] = @p, [sync_zone] = @p, [link_count] = @p, [last_success_at] = @p where [id] = @p;select @@rowcount
update [google_sync_streams] set [sync_token] = @p;select @@rowcount
update [google_sync_streams] set [two_way_since] = @p, [google_baseline_at] = @p where [id] = @p;select @@rowcount
update [session_event_lines] set [deleted_at] = @p, [changed_at] = @p where [id] = @p;select @@rowcount
update [session_event_lines] set [description] = @p, [changed_at] = @p where [session_id] = @p and [is_primary] = @p and [deleted_at] is null;select @@rowcount
update [session_event_lines] set [is_visible] = @p, [changed_at] = @p where [id] = @p;select @@rowcount
update [session_event_lines] set [user_id] = @p, [changed_at] = @p where [id] = @p;select @@rowcount
update [sessions] set [assistant_id] = @p, [changed_at] = @p where [id] = @p;select @@rowcount
update [sessions] set [description] = @p, [changed_at] = @p where [id] = @p and convert(varchar(20), convert(bigint, sessions.row_version)) = @p;select @@rowcount
update [sessions] set [description] = @p, [location] = @p, [changed_at] = @p where [id] = @p and convert(varchar(20), convert(bigint, sessions.row_version)) = @p;select @@rowcount
update [sessions] set [description] = @p, [notes] = @p, [location] = @p, [changed_at] = @p where [id] = @p;select @@rowcount
update [sessions] set [has_advanced_scheduling] = @p, [changed_at] = @p where [id] = @p;select @@rowcount
update [sessions] set [location] = @p, [changed_at] = @p where [id] = @p and convert(varchar(20), convert(bigint, sessions.row_version)) = @p;select @@rowcount
update [sessions] set [location] = @p, [changed_at] = @p where [id] = @p;select @@rowcount
update [sessions] set [notes] = @p, [location] = @p, [changed_at] = @p where [id] = @p;select @@rowcount
update [sessions] set [starts_at] = @p, [ends_at] = @p, [changed_at] = @p where [id] = @p;select @@rowcount
update [sessions] set [status] = @p, [changed_at] = @p where [id] = @p;select @@rowcount
update google_sync_contact_links set agreed_studio = @p, agreed_google = @p where id = @p
update google_sync_contact_links set client_version = @p, agreed_studio = @p, agreed_google = @p where id = @p
update google_sync_contact_links set client_version = @p, create_sent_at = @p, attempts = @p, retry_at = @p, is_parked = @p, tried_version = @p, tried_etag = @p, problem = @p where id = @p
update google_sync_contact_links set client_version = @p, create_sent_at = @p, attempts = @p, retry_at = @p, is_parked = @p, tried_version = @p, tried_etag = @p, problem = @p, question_id = @p, directive = @p, review = @p, lost_values = @p where id = @p
update google_sync_contact_links set client_version = @p, decided_etag = @p where id = @p
update google_sync_contact_links set client_version = @p, seen_etag = @p, is_deleted_in_google = @p where id = @p
update google_sync_contact_links set create_sent_at = @p where id = @p
update google_sync_contact_links set create_sent_at = @p, attempts = @p, retry_at = @p, is_parked = @p, tried_version = @p, tried_etag = @p, problem = @p, question_id = @p, directive = @p, review = @p, lost_values = @p from (select @p as id, …) as v where google_sync_contact_links.id = v.id
update google_sync_contact_links set directive = @p from (select @p as id, …) as v where google_sync_contact_links.id = v.id
update google_sync_contact_links set directive = @p where id = @p
update google_sync_contact_links set is_deleted_in_google = @p where id = @p
update google_sync_contact_links set lost_values = @p where id = @p
update google_sync_contact_links set question_id = @p where id = @p
update google_sync_contact_links set question_id = @p, directive = @p from (select @p as id, …) as v where google_sync_contact_links.id = v.id
update google_sync_contact_links set question_id = @p, directive = @p where id = @p
update google_sync_contact_links set resource_name = @p, seen_etag = @p, is_deleted_in_google = @p where id = @p
update google_sync_contact_links set seen = @p, seen_updated_at = @p where id = @p
update google_sync_contact_links set seen = @p, seen_updated_at = @p, seen_etag = @p, decided_etag = @p where id = @p
update google_sync_contact_links set seen_updated_at = @p, is_deleted_in_google = @p, seen = v.seen, seen_etag = v.seen_etag from (select @p as id, @p as seen, @p as seen_etag, …) as v where google_sync_contact_links.id = v.id
update google_sync_contact_links set seen_updated_at = @p, is_labelled = @p, seen = v.seen from (select @p as id, @p as seen, …) as v where google_sync_contact_links.id = v.id
update google_sync_contact_links set state = @p, attempts = @p, retry_at = @p, is_parked = @p, problem = @p, review = @p, agreed_studio = @p, agreed_google = @p where id = @p
update google_sync_contact_links set state = @p, client_id = @p, client_guid = @p, client_version = @p, agreed_studio = @p, agreed_google = @p where id = @p
update google_sync_contact_links set state = @p, client_id = @p, client_guid = @p, decided_etag = @p, create_sent_at = @p, is_labelled = @p, attempts = @p, retry_at = @p, is_parked = @p, tried_version = @p, tried_etag = @p, problem = @p, question_id = @p, directive = @p, review = @p, lost_values = @p where id = @p
update google_sync_contact_links set state = @p, client_id = @p, client_guid = @p, resource_name = @p, client_version = @p, seen = @p, seen_updated_at = @p, seen_etag = @p, is_deleted_in_google = @p, decided_etag = @p, create_sent_at = @p, attempts = @p, retry_at = @p, is_parked = @p, tried_version = @p, tried_etag = @p, problem = @p, question_id = @p, directive = @p, review = @p, lost_values = @p, agreed_studio = @p, agreed_google = @p where id = @p
update google_sync_contact_links set state = @p, client_id = @p, client_guid = @p, resource_name = @p, client_version = @p, seen = @p, seen_updated_at = @p, seen_etag = @p, is_deleted_in_google = @p, decided_etag = @p, create_sent_at = @p, is_labelled = @p, attempts = @p, retry_at = @p, is_parked = @p, tried_version = @p, tried_etag = @p, problem = @p, question_id = @p, directive = @p, review = @p, lost_values = @p, agreed_studio = @p, agreed_google = @p where id = @p
update google_sync_contact_links set state = @p, client_id = @p, client_guid = @p, resource_name = @p, client_version = @p, seen = @p, seen_updated_at = @p, seen_etag = @p, is_deleted_in_google = @p, decided_etag = @p, create_sent_at = @p, is_made_by_us = @p, attempts = @p, retry_at = @p, is_parked = @p, tried_version = @p, tried_etag = @p, problem = @p, question_id = @p, directive = @p, review = @p, lost_values = @p where id = @p
update google_sync_contact_links set state = @p, client_id = @p, client_guid = @p, resource_name = @p, client_version = @p, seen = @p, seen_updated_at = @p, seen_etag = @p, is_deleted_in_google = @p, decided_etag = @p, create_sent_at = @p, is_made_by_us = @p, attempts = @p, retry_at = @p, is_parked = @p, tried_version = @p, tried_etag = @p, problem = @p, question_id = @p, directive = @p, review = @p, lost_values = @p, agreed_studio = @p, agreed_google = @p where id = @p
update google_sync_contact_links set state = @p, create_sent_at = @p, attempts = @p, retry_at = @p, is_parked = @p, tried_version = @p, tried_etag = @p, problem = @p, question_id = @p, directive = @p, review = @p, lost_values = @p where id = @p
update google_sync_contact_links set state = @p, create_sent_at = @p, attempts = @p, retry_at = @p, is_parked = @p, tried_version = @p, tried_etag = @p, problem = @p, question_id = @p, directive = @p, review = @p, lost_values = @p, decided_etag = v.decided_etag from (select @p as id, @p as decided_etag, …) as v where google_sync_contact_links.id = v.id
update google_sync_contact_links set state = @p, decided_etag = @p, create_sent_at = @p, attempts = @p, retry_at = @p, is_parked = @p, tried_version = @p, tried_etag = @p, problem = @p, question_id = @p, directive = @p, review = @p, lost_values = @p where id = @p
update google_sync_contact_links set state = @p, is_labelled = @p where id = @p
update google_sync_contact_links set state = @p, resource_name = @p, seen = @p, seen_updated_at = @p, seen_etag = @p, is_deleted_in_google = @p, decided_etag = @p, create_sent_at = @p, attempts = @p, retry_at = @p, is_parked = @p, tried_version = @p, tried_etag = @p, problem = @p, question_id = @p, directive = @p, review = @p, lost_values = @p where id = @p
update google_sync_contact_links set state = @p, resource_name = @p, seen = @p, seen_updated_at = @p, seen_etag = @p, is_deleted_in_google = @p, decided_etag = @p, question_id = @p, review = @p where id = @p
update google_sync_contact_links set state = @p, seen_updated_at = @p, is_deleted_in_google = @p, create_sent_at = @p, is_labelled = @p, attempts = @p, retry_at = @p, is_parked = @p, tried_version = @p, tried_etag = @p, problem = @p, question_id = @p, directive = @p, review = @p, lost_values = @p, client_id = v.client_id, client_guid = v.client_guid, resource_name = v.resource_name, client_version = v.client_version, seen = v.seen, seen_etag = v.seen_etag, decided_etag = v.decided_etag, agreed_studio = v.agreed_studio, agreed_google = v.agreed_google from (select @p as id, @p as client_id, @p as client_guid, @p as resource_name, @p as client_version, @p as seen, @p as seen_etag, @p as decided_etag, @p as agreed_studio, @p as agreed_google, …) as v where google_sync_contact_links.id = v.id
update google_sync_contact_links set state = @p, seen_updated_at = @p, is_deleted_in_google = @p, create_sent_at = @p, is_made_by_us = @p, is_labelled = @p, attempts = @p, retry_at = @p, is_parked = @p, tried_version = @p, tried_etag = @p, problem = @p, question_id = @p, directive = @p, review = @p, lost_values = @p, client_id = v.client_id, client_guid = v.client_guid, resource_name = v.resource_name, client_version = v.client_version, seen = v.seen, seen_etag = v.seen_etag, decided_etag = v.decided_etag, agreed_studio = v.agreed_studio, agreed_google = v.agreed_google from (select @p as id, @p as client_id, @p as client_guid, @p as resource_name, @p as client_version, @p as seen, @p as seen_etag, @p as decided_etag, @p as agreed_studio, @p as agreed_google, …) as v where google_sync_contact_links.id = v.id
update google_sync_links set event_id = @p, question_id = @p where id = @p
update google_sync_links set state = @p, attempts = @p, problem = @p, tried_version = @p, tried_etag = @p, ends_at = @p, retry_at = @p, directive = @p, lost_values = @p, is_made_by_us = @p, is_parked = @p, agreed_google = @p, entry_guid = v.entry_guid, studio_version = v.studio_version, decided_etag = v.decided_etag, agreed_studio = v.agreed_studio from (select @p as id, @p as entry_guid, @p as studio_version, @p as decided_etag, @p as agreed_studio, …) as v where google_sync_links.id = v.id
update google_sync_links set state = @p, attempts = @p, problem = @p, tried_version = @p, tried_etag = @p, ends_at = @p, retry_at = @p, directive = @p, lost_values = @p, is_old = @p, is_parked = @p, agreed_google = @p, decided_etag = v.decided_etag, agreed_studio = v.agreed_studio from (select @p as id, @p as decided_etag, @p as agreed_studio, …) as v where google_sync_links.id = v.id
update google_sync_links set state = @p, attempts = @p, problem = @p, tried_version = @p, tried_etag = @p, repeat_id = @p, retry_at = @p, directive = @p, lost_values = @p, is_made_by_us = @p, is_parked = @p, agreed_google = @p, entry_guid = v.entry_guid, studio_version = v.studio_version, decided_etag = v.decided_etag, ends_at = v.ends_at, agreed_studio = v.agreed_studio from (select @p as id, @p as entry_guid, @p as studio_version, @p as decided_etag, @p as ends_at, @p as agreed_studio, …) as v where google_sync_links.id = v.id
update google_sync_links set state = @p, attempts = @p, problem = @p, tried_version = @p, tried_etag = @p, repeat_id = @p, retry_at = @p, directive = @p, lost_values = @p, is_parked = @p, agreed_google = @p, studio_version = v.studio_version, decided_etag = v.decided_etag, ends_at = v.ends_at, agreed_studio = v.agreed_studio from (select @p as id, @p as studio_version, @p as decided_etag, @p as ends_at, @p as agreed_studio, …) as v where google_sync_links.id = v.id
update google_sync_links set state = @p, decided_etag = @p, attempts = @p, problem = @p, tried_version = @p, tried_etag = @p, ends_at = @p, retry_at = @p, directive = @p, lost_values = @p, is_old = @p, is_parked = @p, agreed_studio = @p, agreed_google = @p where id = @p
update google_sync_links set state = @p, decided_etag = @p, left_out_reason = @p, attempts = @p, problem = @p, tried_version = @p, tried_etag = @p, ends_at = @p, retry_at = @p, directive = @p, lost_values = @p, is_old = @p, is_parked = @p, agreed_studio = @p, agreed_google = @p where id = @p
update google_sync_links set state = @p, entry_guid = @p, studio_version = @p, decided_etag = @p, left_out_reason = @p, attempts = @p, problem = @p, tried_version = @p, tried_etag = @p, repeat_id = @p, retry_at = @p, directive = @p, lost_values = @p, is_made_by_us = @p, is_parked = @p, agreed_studio = @p, agreed_google = @p where id = @p
update google_sync_links set state = @p, event_id = @p, generation = @p, studio_version = @p, seen_etag = @p, decided_etag = @p, attempts = @p, problem = @p, tried_version = @p, tried_etag = @p, question_id = @p, repeat_id = @p, ends_at = @p, retry_at = @p, seen = @p, directive = @p, lost_values = @p, is_deleted_in_google = @p, is_made_by_us = @p, is_parked = @p, agreed_studio = @p, agreed_google = @p where id = @p
update google_sync_links set state = @p, generation = @p, attempts = @p, problem = @p, tried_version = @p, tried_etag = @p, repeat_id = @p, retry_at = @p, directive = @p, lost_values = @p, is_deleted_in_google = @p, is_parked = @p, agreed_google = @p, studio_version = v.studio_version, seen_etag = v.seen_etag, decided_etag = v.decided_etag, ends_at = v.ends_at, seen = v.seen, agreed_studio = v.agreed_studio from (select @p as id, @p as studio_version, @p as seen_etag, @p as decided_etag, @p as ends_at, @p as seen, @p as agreed_studio, …) as v where google_sync_links.id = v.id
update google_sync_links set state = @p, studio_version = @p, attempts = @p, problem = @p, tried_version = @p, tried_etag = @p, retry_at = @p, directive = @p, lost_values = @p, is_parked = @p where id = @p
update google_sync_links set state = @p, studio_version = @p, attempts = @p, problem = @p, tried_version = @p, tried_etag = @p, retry_at = @p, is_parked = @p where id = @p
update google_sync_links set state = @p, studio_version = @p, decided_etag = @p, attempts = @p, problem = @p, tried_version = @p, tried_etag = @p, question_id = @p, repeat_id = @p, ends_at = @p, retry_at = @p, directive = @p, lost_values = @p, is_parked = @p, agreed_studio = @p, agreed_google = @p where id = @p
update google_sync_links set state = @p, studio_version = @p, decided_etag = @p, attempts = @p, problem = @p, tried_version = @p, tried_etag = @p, repeat_id = @p, ends_at = @p, retry_at = @p, directive = @p, lost_values = @p, is_parked = @p where id = @p
update google_sync_links set studio_version = @p, attempts = @p, problem = @p, tried_version = @p, tried_etag = @p, retry_at = @p, is_parked = @p where id = @p
with [entry] as (select [entry_guid] from [schedule_entries] where [user_id] = @p) select [l].* from [google_sync_links] as [l] left join [entry] as [e] on [e].[entry_guid] = [l].[entry_guid] where [l].[stream_id] = @p and [l].[entry_guid] is not null and [e].[entry_guid] is null and (([l].[directive] is not null or ([l].[state] = @p and ([l].[studio_version] is null or 1 = 1)) or ([l].[state] = @p and cast(null as varchar(120)) is not null) or ([l].[state] in (@p, …) and [l].[entry_guid] is not null and ([l].[state] = @p or 1 = 1))) and ([l].[question_id] is null or (1 = @p and (coalesce(cast(null as varchar(120)), '') <> coalesce(l.studio_version, '') or ([l].[entry_guid] is null and [l].[is_deleted_in_google] = @p) or ([l].[state] = @p and [l].[is_deleted_in_google] = @p)))) and ([l].[attempts] = @p or ([l].[is_parked] = @p and [l].[retry_at] <= @p) or coalesce(l.tried_version, '') <> coalesce(cast(null as varchar(120)), '') or coalesce(l.tried_etag, '') <> coalesce(l.seen_etag, '')))
