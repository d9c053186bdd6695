delete from [google_sync_contact_links] where [client_guid] = @p and [resource_name] is null;select @@rowcount
delete from [google_sync_journal] where [entry_guid] in (@p, …) and not [state] = @p;select @@rowcount
delete from [google_sync_journal] where [run_id] in (select [id] from [google_sync_runs] where [started_at] < @p);select @@rowcount
delete from [google_sync_links] where [id] in (@p, …);select @@rowcount
delete from [google_sync_links] where [stream_id] = @p and [state] in (@p, …) and [entry_guid] is null and ([listing] is null or [listing] <> @p) and [question_id] is null;select @@rowcount
delete from [google_sync_links];select @@rowcount
delete from [google_sync_mail_state] where [user_id] = @p and [problem] in (@p, …);select @@rowcount
delete from [google_sync_questions] where [answered_at] < @p;select @@rowcount
delete from [google_sync_runs] where [started_at] < @p;select @@rowcount
insert into [google_sync_journal] ([action], [entry_guid], [event_id], [fields_after], [fields_before], [is_private], [problem], [run_id], [side], [state]) output inserted.[id], inserted.[event_id] values (@p, …)
insert into [google_sync_journal] ([action], [entry_guid], [event_id], [fields_after], [fields_before], [is_private], [problem], [run_id], [side], [state]) output inserted.[id], inserted.[event_id] values (@p, …), …
insert into [google_sync_links] ([agreed_google], [agreed_studio], [attempts], [decided_etag], [directive], [ends_at], [entry_guid], [event_id], [generation], [is_deleted_in_google], [is_made_by_us], [is_old], [is_parked], [lost_values], [problem], [question_id], [repeat_id], [retry_at], [seen], [seen_etag], [state], [stream_id], [studio_version], [tried_etag], [tried_version]) output inserted.[id] values (@p, …)
insert into [google_sync_links] ([agreed_google], [agreed_studio], [attempts], [decided_etag], [directive], [ends_at], [entry_guid], [event_id], [generation], [is_deleted_in_google], [is_made_by_us], [is_old], [is_parked], [lost_values], [problem], [question_id], [repeat_id], [retry_at], [seen], [seen_etag], [state], [stream_id], [studio_version], [tried_etag], [tried_version]) output inserted.[id] values (@p, …), …
insert into [google_sync_links] ([agreed_google], [agreed_studio], [attempts], [ends_at], [entry_guid], [generation], [is_deleted_in_google], [is_made_by_us], [is_old], [is_parked], [repeat_id], [state], [stream_id], [studio_version]) output inserted.[id] values (@p, …)
insert into [google_sync_links] ([attempts], [entry_guid], [generation], [is_deleted_in_google], [is_made_by_us], [is_old], [is_parked], [problem], [retry_at], [state], [stream_id], [studio_version], [tried_etag], [tried_version]) output inserted.[id] values (@p, …)
insert into [google_sync_links] ([attempts], [entry_guid], [generation], [is_deleted_in_google], [is_made_by_us], [is_old], [is_parked], [state], [stream_id]) output inserted.[id] values (@p, …)
insert into [google_sync_links] ([attempts], [event_id], [generation], [is_deleted_in_google], [is_made_by_us], [is_old], [is_parked], [listing], [seen], [seen_etag], [state], [stream_id]) values (@p, …)
insert into [google_sync_links] ([attempts], [event_id], [generation], [is_deleted_in_google], [is_made_by_us], [is_old], [is_parked], [listing], [seen], [seen_etag], [state], [stream_id]) values (@p, …), …
insert into [google_sync_mail_state] ([mailed_at], [problem], [text], [user_id]) values (@p, …)
insert into [google_sync_questions] ([asked_at], [item_count], [kind], [options], [stream_id], [text], [user_id]) output inserted.[id] values (@p, …)
insert into [google_sync_runs] ([job_run_id], [started_at], [user_id]) output inserted.[id] values (@p, …)
insert into [google_sync_streams] ([account_sub], [calendar_id], [enabled_at], [listing], [user_id]) values (@p, …)
insert into [google_sync_upkeep] ([name], [value]) values (@p, …)
select * from [google_sync_contact_links] where [question_id] = @p order by [id] asc
select * from [google_sync_journal] where [run_id] = @p order by [id] asc
select * from [google_sync_journal] where [side] = @p and [action] = @p and [entry_guid] in (@p, …) order by [id] asc
select * from [google_sync_links]
select * from [google_sync_links] where [entry_guid] = @p
select * from [google_sync_links] where [question_id] = @p order by [id] asc
select * from [google_sync_links] where [stream_id] = @p and [state] = @p and [is_deleted_in_google] = @p and [event_id] is not null and ([listing] is null or [listing] <> @p)
select * from [google_sync_links] where [stream_id] = @p and [state] in (@p, …) order by [id] asc
select * from [google_sync_mail_state] where [user_id] = @p order by [problem] asc
select * from [google_sync_questions] where [answer] is null and [stream_id] = @p and [kind] = @p order by [id] asc
select * from [google_sync_questions] where [answer] is null and [stream_id] = @p order by [id] asc
select * from [google_sync_questions] where [answer] is null and [user_id] = @p order by [id] asc
select * from [google_sync_questions] where [answer] is null order by [id] asc
select [e].[entry_guid] from [schedule_entries] as [e] left join [google_sync_links] as [l] on [l].[entry_guid] = [e].[entry_guid] and [l].[stream_id] = @p where [e].[user_id] = @p and [l].[id] is null order by [e].[starts_at] asc
select [id], [agreed_studio], [agreed_google], [seen] from [google_sync_links] where [entry_guid] in (@p, …)
select [id], [event_id], [seen_etag], [is_deleted_in_google] from [google_sync_links] where [stream_id] = @p and [event_id] in (@p, …)
select [id], [options] from [google_sync_questions] where [id] in (select [question_id] from [google_sync_contact_links] where ([client_guid] = @p or [review] like @p))
select count(*) as all_links, sum(case when attempts > 0 and is_parked = 0 then 1 else 0 end) as waiting, sum(is_parked) as parked from [google_sync_links] where [stream_id] = @p
select count(distinct coalesce(repeat_id, -id)) as total, count(distinct case when ends_at > @p then coalesce(repeat_id, -id) end) as to_come from [google_sync_links] where [stream_id] = @p and [state] = @p
select distinct [user_id] from [google_sync_runs] where [id] in (select [run_id] from [google_sync_journal] where [entry_guid] in (@p, …))
select distinct [user_id] from [google_sync_streams] where [id] in (select [stream_id] from [google_sync_links] where [entry_guid] in (@p, …))
select top (@p) * from [google_sync_questions] where [id] = @p
select top (@p) * from [google_sync_runs] where [id] = @p
select top (@p) * from [google_sync_runs] where [user_id] = @p order by [id] desc
select top (@p) * from [google_sync_streams] where [user_id] = @p and [account_sub] = @p and [calendar_id] = @p
select top (@p) [id] from [google_sync_links] where [stream_id] = @p
select top (@p) [value] from [google_sync_upkeep] where [name] = @p
update [google_sync_contact_links] set [agreed_studio] = @p, [agreed_google] = @p, [seen] = @p, [review] = @p, [problem] = @p where [state] = @p and [client_guid] is null and [seen] is not null;select @@rowcount
update [google_sync_contact_links] set [agreed_studio] = @p, [agreed_google] = @p, [seen] = @p, [review] = @p, [problem] = @p, [state] = @p, [client_id] = @p, [client_guid] = @p, [is_labelled] = @p where [client_guid] = @p;select @@rowcount
update [google_sync_journal] set [state] = @p, [problem] = @p where [id] in (@p, …);select @@rowcount
update [google_sync_links] set [agreed_studio] = @p, [agreed_google] = @p where [id] = @p;select @@rowcount
update [google_sync_links] set [agreed_studio] = @p, [agreed_google] = @p, [seen] = @p, [lost_values] = @p, [problem] = @p where [id] = @p;select @@rowcount
update [google_sync_links] set [agreed_studio] = @p, [agreed_google] = @p, [seen] = @p, [lost_values] = @p, [problem] = @p where [state] = @p and [event_id] in (select [event_id] from [google_sync_journal] where [entry_guid] in (@p, …) and [event_id] is not null);select @@rowcount
update [google_sync_links] set [agreed_studio] = @p, [agreed_google] = @p, [seen] = @p, [lost_values] = @p, [problem] = @p where [state] = @p and [seen] is not null and ([ends_at] is null or [ends_at] < @p);select @@rowcount
update [google_sync_links] set [attempts] = @p, [problem] = @p, [tried_version] = @p, [tried_etag] = @p, [question_id] = @p, [retry_at] = @p, [directive] = @p, [lost_values] = @p, [is_parked] = @p where [id] = @p;select @@rowcount
update [google_sync_links] set [is_deleted_in_google] = @p, [seen_etag] = @p where [stream_id] = @p and [state] in (@p, …) and [entry_guid] is null and ([listing] is null or [listing] <> @p) and [question_id] is not null;select @@rowcount
update [google_sync_links] set [listing] = @p where [id] in (@p, …);select @@rowcount
update [google_sync_links] set [seen_etag] = @p, [decided_etag] = @p, [seen] = @p where [id] = @p;select @@rowcount
update [google_sync_links] set [state] = @p, [entry_guid] = @p, [studio_version] = @p, [repeat_id] = @p, [is_made_by_us] = @p, [agreed_studio] = @p, [agreed_google] = @p where [id] = @p;select @@rowcount
update [google_sync_links] set [studio_version] = @p, [agreed_studio] = @p, [agreed_google] = @p where [id] = @p;select @@rowcount
update [google_sync_questions] set [answer] = @p, [answered_at] = @p where [id] = @p and [answer] is null;select @@rowcount
update [google_sync_questions] set [text] = @p where [id] in (select [question_id] from [google_sync_links] where [entry_guid] in (@p, …));select @@rowcount
update [google_sync_questions] set [text] = @p where [user_id] in (@p, …) and [answered_at] <= @p;select @@rowcount
update [google_sync_runs] set [ended_at] = @p, [outcome] = @p, [summary] = @p, [report] = @p where [id] = @p;select @@rowcount
update [google_sync_runs] set [report] = @p where [user_id] in (@p, …) and [started_at] <= @p and [report] is not null;select @@rowcount
update [google_sync_streams] set [link_count] = @p where [link_count] > @p and not exists (select [id] from [google_sync_links] where google_sync_links.stream_id = google_sync_streams.id);select @@rowcount
update [google_sync_streams] set [listing] = @p, [sync_token] = @p where [id] = @p;select @@rowcount
update [google_sync_streams] set [studio_baseline_at] = @p, [google_baseline_at] = @p, [title_settings] = @p, [sync_zone] = @p, [link_count] = @p, [last_success_at] = @p where [id] = @p;select @@rowcount
update [google_sync_streams] set [sync_token] = @p where [id] = @p;select @@rowcount
update [google_sync_streams] set [sync_zone] = @p where [id] = @p;select @@rowcount
update [google_sync_streams] set [two_way_since] = @p where [id] = @p;select @@rowcount
update [google_sync_upkeep] set [value] = @p where [name] = @p;select @@rowcount
update google_sync_links set question_id = @p, directive = @p where id = @p
update google_sync_links set seen_etag = @p, is_deleted_in_google = @p where id = @p
update google_sync_links set seen_etag = @p, seen = @p, is_deleted_in_google = @p where id = @p
update google_sync_links set state = @p, entry_guid = @p, event_id = @p, generation = @p, studio_version = @p, seen_etag = @p, decided_etag = @p, attempts = @p, problem = @p, tried_version = @p, tried_etag = @p, question_id = @p, repeat_id = @p, ends_at = @p, retry_at = @p, seen = @p, directive = @p, lost_values = @p, is_deleted_in_google = @p, is_made_by_us = @p, is_parked = @p, agreed_studio = @p, agreed_google = @p where id = @p
update google_sync_links set state = @p, entry_guid = @p, event_id = @p, generation = @p, studio_version = @p, seen_etag = @p, decided_etag = @p, attempts = @p, problem = @p, tried_version = @p, tried_etag = @p, question_id = @p, repeat_id = @p, ends_at = @p, retry_at = @p, seen = @p, directive = @p, lost_values = @p, is_deleted_in_google = @p, is_parked = @p, agreed_studio = @p, agreed_google = @p where id = @p
update google_sync_links set state = @p, entry_guid = @p, event_id = @p, studio_version = @p, decided_etag = @p, attempts = @p, problem = @p, tried_version = @p, tried_etag = @p, question_id = @p, ends_at = @p, retry_at = @p, directive = @p, lost_values = @p, is_made_by_us = @p, is_parked = @p, agreed_studio = @p, agreed_google = @p where id = @p
update google_sync_links set state = @p, entry_guid = @p, event_id = @p, studio_version = @p, decided_etag = @p, attempts = @p, problem = @p, tried_version = @p, tried_etag = @p, question_id = @p, repeat_id = @p, ends_at = @p, retry_at = @p, directive = @p, lost_values = @p, is_made_by_us = @p, is_parked = @p, agreed_studio = @p, agreed_google = @p where id = @p
update google_sync_links set state = @p, entry_guid = @p, event_id = @p, studio_version = @p, decided_etag = @p, attempts = @p, problem = @p, tried_version = @p, tried_etag = @p, question_id = @p, repeat_id = @p, ends_at = @p, retry_at = @p, directive = @p, lost_values = @p, is_parked = @p, agreed_studio = @p, agreed_google = @p where id = @p
with [entry] as (select [entry_guid], [version] from [schedule_entries] where [user_id] = @p) select [l].* from [google_sync_links] as [l] left join [entry] as [e] on [e].[entry_guid] = [l].[entry_guid] where [l].[stream_id] = @p and ([l].[question_id] is null or (1 = @p and (coalesce(e.version, '') <> coalesce(l.studio_version, '') or ([l].[entry_guid] is null and [l].[is_deleted_in_google] = @p)))) and ([l].[attempts] = @p or ([l].[is_parked] = @p and [l].[retry_at] <= @p) or coalesce(l.tried_version, '') <> coalesce(e.version, '') or coalesce(l.tried_etag, '') <> coalesce(l.seen_etag, '')) and ([l].[directive] is not null or ([l].[state] = @p and ([e].[version] is null or [l].[studio_version] is null or e.version <> l.studio_version or coalesce(l.seen_etag, '') <> coalesce(l.decided_etag, '') or 1 = 1)) or ([l].[state] in (@p, …) and [l].[entry_guid] is not null) or ([l].[state] = @p and [l].[is_old] = @p and [l].[left_out_reason] in (@p, …)) or ([l].[state] in (@p, …) and [l].[entry_guid] is null)) order by [l].[id] asc
with [entry] as (select [entry_guid], [version] from [schedule_entries] where [user_id] = @p) select [l].* from [google_sync_links] as [l] left join [entry] as [e] on [e].[entry_guid] = [l].[entry_guid] where [l].[stream_id] = @p and ([l].[question_id] is null or (1 = @p and (coalesce(e.version, '') <> coalesce(l.studio_version, '') or ([l].[entry_guid] is null and [l].[is_deleted_in_google] = @p)))) and ([l].[attempts] = @p or ([l].[is_parked] = @p and [l].[retry_at] <= @p) or coalesce(l.tried_version, '') <> coalesce(e.version, '') or coalesce(l.tried_etag, '') <> coalesce(l.seen_etag, '')) and ([l].[directive] is not null or ([l].[state] = @p and ([e].[version] is null or [l].[studio_version] is null or e.version <> l.studio_version or coalesce(l.seen_etag, '') <> coalesce(l.decided_etag, '') or 1 = 1)) or ([l].[state] in (@p, …) and [l].[entry_guid] is not null) or ([l].[state] in (@p, …) and [l].[entry_guid] is null)) order by [l].[id] asc
with [entry] as (select [entry_guid], [version] from [schedule_entries] where [user_id] = @p) select [l].* from [google_sync_links] as [l] left join [entry] as [e] on [e].[entry_guid] = [l].[entry_guid] where [l].[stream_id] = @p and ([l].[question_id] is null or (1 = @p and (coalesce(e.version, '') <> coalesce(l.studio_version, '') or ([l].[entry_guid] is null and [l].[is_deleted_in_google] = @p)))) and ([l].[attempts] = @p or ([l].[is_parked] = @p and [l].[retry_at] <= @p) or coalesce(l.tried_version, '') <> coalesce(e.version, '') or coalesce(l.tried_etag, '') <> coalesce(l.seen_etag, '')) and ([l].[directive] is not null or ([l].[state] = @p and ([e].[version] is null or [l].[studio_version] is null or e.version <> l.studio_version or coalesce(l.seen_etag, '') <> coalesce(l.decided_etag, ''))) or ([l].[state] in (@p, …) and [l].[entry_guid] is not null and ([l].[state] = @p or [e].[version] is null or e.version <> l.studio_version)) or ([l].[state] = @p and [l].[is_old] = @p and [l].[left_out_reason] in (@p, …)) or ([l].[state] in (@p, …) and [l].[entry_guid] is null and ([l].[state] = @p or coalesce(l.seen_etag, '') <> coalesce(l.decided_etag, '')))) order by [l].[id] asc
with [entry] as (select [entry_guid], [version] from [schedule_entries] where [user_id] = @p) select [l].* from [google_sync_links] as [l] left join [entry] as [e] on [e].[entry_guid] = [l].[entry_guid] where [l].[stream_id] = @p and ([l].[question_id] is null or (1 = @p and (coalesce(e.version, '') <> coalesce(l.studio_version, '') or ([l].[entry_guid] is null and [l].[is_deleted_in_google] = @p)))) and ([l].[attempts] = @p or ([l].[is_parked] = @p and [l].[retry_at] <= @p) or coalesce(l.tried_version, '') <> coalesce(e.version, '') or coalesce(l.tried_etag, '') <> coalesce(l.seen_etag, '')) and ([l].[directive] is not null or ([l].[state] = @p and ([e].[version] is null or [l].[studio_version] is null or e.version <> l.studio_version or coalesce(l.seen_etag, '') <> coalesce(l.decided_etag, ''))) or ([l].[state] in (@p, …) and [l].[entry_guid] is not null and ([l].[state] = @p or [e].[version] is null or e.version <> l.studio_version)) or ([l].[state] in (@p, …) and [l].[entry_guid] is null and ([l].[state] = @p or coalesce(l.seen_etag, '') <> coalesce(l.decided_etag, '')))) order by [l].[id] asc
