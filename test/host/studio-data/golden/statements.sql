delete from [appointment_resources] where [appointment_id] = @p and [resource_id] in (@p, …);select @@rowcount
delete from [appointment_users] where [appointment_id] = @p and [user_id] = @p;select @@rowcount
delete from [appointment_users] where [appointment_id] = @p and [user_id] in (@p, …);select @@rowcount
delete from [appointment_users] where [appointment_id] = @p;select @@rowcount
delete from [clearances] where [security_group_id] = @p;select @@rowcount
delete from [client_group_members] where [client_group_id] = @p and [client_id] in (@p, …);select @@rowcount
delete from [client_group_members] where [client_id] = @p;select @@rowcount
delete from [client_group_members] where [client_id] in (@p, …);select @@rowcount
delete from [client_phones] where [client_id] = @p and 1 = @p;select @@rowcount
delete from [client_phones] where [client_id] = @p and [id] not in (@p, …);select @@rowcount
delete from [client_phones] where [client_id] = @p and [position] = @p;select @@rowcount
delete from [client_phones] where [client_id] in (@p, …);select @@rowcount
delete from [job_requests] where [id] = @p;select @@rowcount
delete from [job_run_users] where [job_run_id] in (select [id] from [job_runs] where [started_at] < @p);select @@rowcount
delete from [job_runs] where [started_at] < @p;select @@rowcount
delete from [live_events] where [happened_at] < @p;select @@rowcount
delete from [notifications] where [subject] = @p and [read_at] is null;select @@rowcount
delete from [notifications] where [subject] = @p and [user_id] = @p and [read_at] is null;select @@rowcount
delete from [notifications] where [subject] = @p and [user_id] is null and [read_at] is null;select @@rowcount
delete from [notifications] where [text] like @p;select @@rowcount
delete from [outgoing_mails] where [blocks_json] like @p;select @@rowcount
delete from [outgoing_mails] where [id] = @p;select @@rowcount
delete from [schedule_conflicts] where [id] in (@p, …);select @@rowcount
delete from [session_resources] where [session_id] = @p;select @@rowcount
delete from [sign_in_sessions] where [expires_at] <= @p;select @@rowcount
delete from [sign_in_sessions] where [user_id] = @p;select @@rowcount
insert into [appointment_resources] ([appointment_id], [resource_id]) values (@p, …)
insert into [appointment_users] ([appointment_id], [changed_at], [user_id]) output inserted.[id] values (@p, …)
insert into [appointment_users] ([appointment_id], [changed_at], [user_id]) values (@p, …), …
insert into [appointment_users] ([appointment_id], [user_id]) output inserted.[id] values (@p, …)
insert into [appointment_users] ([appointment_id], [user_id]) values (@p, …)
insert into [appointment_users] ([appointment_id], [user_id]) values (@p, …), …
insert into [appointments] ([booked_by_user_id], [changed_at], [client_id], [converted_to_session_id], [deleted_at], [description], [ends_at], [entry_guid], [is_all_day], [is_free], [is_private], [location], [notes], [origin], [private_owner_user_id], [repeat_id], [starts_at], [status]) output inserted.[id] values (@p, …)
insert into [appointments] ([booked_by_user_id], [changed_at], [description], [ends_at], [entry_guid], [is_all_day], [is_free], [is_private], [location], [notes], [origin], [private_owner_user_id], [starts_at], [status]) output inserted.[id], inserted.[entry_guid] values (@p, …), …
insert into [appointments] ([booked_by_user_id], [client_id], [converted_to_session_id], [deleted_at], [description], [ends_at], [entry_guid], [is_all_day], [is_free], [is_private], [location], [notes], [origin], [private_owner_user_id], [repeat_id], [starts_at], [status]) output inserted.[id] values (@p, …)
insert into [appointments] ([booked_by_user_id], [client_id], [description], [ends_at], [entry_guid], [is_all_day], [is_free], [is_private], [location], [notes], [origin], [private_owner_user_id], [repeat_id], [starts_at], [status]) output inserted.[id], inserted.[entry_guid] as [guid] values (@p, …)
insert into [appointments] ([booked_by_user_id], [client_id], [description], [ends_at], [entry_guid], [is_all_day], [is_free], [is_private], [location], [notes], [origin], [private_owner_user_id], [repeat_id], [starts_at], [status]) output inserted.[id], inserted.[entry_guid] as [guid] values (@p, …), …
insert into [claims] ([expires_at], [held_by], [subject], [ticket]) values (@p, …)
insert into [clearances] ([area], [level], [security_group_id]) values (@p, …)
insert into [clearances] ([area], [level], [security_group_id]) values (@p, …), …
insert into [client_group_members] ([client_group_id], [client_id]) output inserted.[id] values (@p, …)
insert into [client_group_members] ([client_group_id], [client_id]) values (@p, …)
insert into [client_group_members] ([client_group_id], [client_id]) values (@p, …), …
insert into [client_groups] ([guid], [is_inactive], [name]) output inserted.[id] values (@p, …)
insert into [client_groups] ([guid], [is_inactive], [name]) output inserted.[id], inserted.[guid] values (@p, …)
insert into [client_phones] ([changed_at], [client_id], [label], [number], [position]) values (@p, …)
insert into [client_phones] ([changed_at], [client_id], [label], [number], [position]) values (@p, …), …
insert into [client_phones] ([client_id], [label], [number], [position]) output inserted.[id] values (@p, …)
insert into [client_phones] ([client_id], [label], [number], [position]) values (@p, …)
insert into [client_phones] ([client_id], [label], [number], [position]) values (@p, …), …
insert into [client_phones] ([client_id], [number], [position]) values (@p, …)
insert into [clients] ([anniversary], [birth_date], [changed_at], [company], [email], [first_name], [guid], [job_title], [last_name], [mailing_city], [mailing_country], [mailing_postal_code], [mailing_region], [mailing_street], [main_city], [main_country], [main_postal_code], [main_region], [main_street], [salutation]) output inserted.[id], inserted.[guid] values (@p, …)
insert into [clients] ([anniversary], [birth_date], [changed_at], [company], [email], [first_name], [guid], [job_title], [last_name], [mailing_city], [mailing_country], [mailing_postal_code], [mailing_region], [mailing_street], [main_city], [main_country], [main_postal_code], [main_region], [main_street], [salutation]) output inserted.[id], inserted.[guid] values (@p, …), …
insert into [clients] ([anniversary], [birth_date], [company], [deleted_at], [email], [first_name], [guid], [is_inactive], [job_title], [last_name], [mailing_city], [mailing_country], [mailing_postal_code], [mailing_region], [mailing_street], [main_city], [main_country], [main_postal_code], [main_region], [main_street], [merged_into], [notes], [salutation], [status]) output inserted.[id] values (@p, …)
insert into [clients] ([anniversary], [birth_date], [company], [email], [first_name], [guid], [is_inactive], [job_title], [last_name], [mailing_city], [mailing_country], [mailing_postal_code], [mailing_region], [mailing_street], [main_city], [main_country], [main_postal_code], [main_region], [main_street], [notes], [salutation], [status]) output inserted.[id], inserted.[guid] values (@p, …)
insert into [clients] ([anniversary], [birth_date], [company], [email], [first_name], [guid], [is_inactive], [job_title], [last_name], [mailing_city], [mailing_country], [mailing_postal_code], [mailing_region], [mailing_street], [main_city], [main_country], [main_postal_code], [main_region], [main_street], [notes], [salutation], [status]) output inserted.[id], inserted.[guid] values (@p, …), …
insert into [company] ([edition], [guid], [id], [is_security_on], [locale], [name], [time_zone]) values (@p, …)
insert into [computers] ([heartbeat_at], [name], [time_zone], [version]) values (@p, …)
insert into [erasures] ([client_guid], [entry_guids_json], [erased_at]) output inserted.[id] values (@p, …)
insert into [job_requests] ([job_id], [requested_at], [requested_by]) values (@p, …)
insert into [job_run_users] ([errors_json], [items_json], [job_run_id], [outcome], [summary], [user_id], [warnings_json]) values (@p, …)
insert into [job_runs] ([computer_name], [id], [is_preview], [job_id], [planned_for], [requested_by], [started_at], [summary]) values (@p, …)
insert into [job_settings] ([computer_name], [general_json], [is_enabled], [job_id], [notification_json], [schedule_json]) values (@p, …)
insert into [live_events] ([event_json], [happened_at], [origin]) values (@p, …)
insert into [live_events] ([event_json], [happened_at], [origin]) values (@p, …), …
insert into [notifications] ([command], [created_at], [severity], [subject], [text], [title], [user_id]) values (@p, …)
insert into [outgoing_mails] ([attempts], [blocks_json], [guid], [next_try_at], [queued_at], [recipient], [subject], [user_id]) values (@p, …)
insert into [preferences] ([owner_id], [owner_kind], [page_id], [values_json]) values (@p, …)
insert into [repeats] ([created_at], [rule]) output inserted.[id] values (@p, …)
insert into [resources] ([is_inactive], [name]) output inserted.[id] values (@p, …)
insert into [resources] ([name]) values (@p)
insert into [schedule_conflicts] ([first_entry_guid], [found_at], [resource_id], [second_entry_guid], [user_id]) values (@p, …), …
insert into [security_groups] ([name]) output inserted.[id] values (@p)
insert into [session_event_lines] ([deleted_at], [description], [ends_at], [entry_guid], [is_all_day], [is_primary], [is_visible], [session_id], [starts_at], [user_id]) output inserted.[id] values (@p, …)
insert into [session_event_lines] ([description], [ends_at], [entry_guid], [is_all_day], [is_primary], [is_visible], [resource_id], [session_id], [starts_at], [user_id]) values (@p, …)
insert into [session_resources] ([resource_id], [session_id]) values (@p, …)
insert into [sessions] ([assistant_id], [booked_by_user_id], [client_id], [deleted_at], [description], [ends_at], [entry_guid], [has_advanced_scheduling], [is_all_day], [is_confirmed], [location], [notes], [photographer_id], [session_type], [starts_at], [status]) output inserted.[id] values (@p, …)
insert into [sessions] ([assistant_id], [booked_by_user_id], [client_id], [description], [ends_at], [entry_guid], [has_advanced_scheduling], [is_all_day], [is_confirmed], [location], [notes], [photographer_id], [session_type], [starts_at], [status]) output inserted.[id], inserted.[entry_guid] as [guid] values (@p, …)
insert into [sign_in_sessions] ([created_at], [expires_at], [token_hash], [user_id]) values (@p, …)
insert into [status_notes] ([created_at], [entry_guid], [note]) values (@p, …)
insert into [users] ([colour], [email], [first_name], [guid], [initials], [is_inactive], [last_name], [security_group_id]) output inserted.[id], inserted.[guid] values (@p, …)
insert into [users] ([email], [first_name], [guid], [initials], [is_inactive], [last_name]) output inserted.[id] values (@p, …)
select * from [client_group_members]
select * from [client_phones]
select * from [clients]
select * from [erasures]
select * from [notifications]
select * from [sessions]
select [client_group_id] from [client_group_members] where [client_id] = @p order by [client_group_id] asc
select [client_groups].[id], [client_groups].[guid], [client_groups].[name], [client_groups].[is_inactive], [counted].[member_count], convert(varchar(20), convert(bigint, client_groups.row_version)) as own_version from [client_groups] left join (select [m].[client_group_id], count(*) as member_count from [client_group_members] as [m] inner join [clients] as [c] on [c].[id] = [m].[client_id] where [c].[deleted_at] is null group by [m].[client_group_id]) as [counted] on [counted].[client_group_id] = [client_groups].[id] order by [client_groups].[name] asc
select [client_id] from [client_group_members] inner join [clients] on [clients].[id] = [client_group_members].[client_id] where [client_group_id] = @p and [clients].[deleted_at] is null order by [client_id] asc
select [client_id] from [client_group_members] where [client_group_id] = @p and [client_id] in (@p, …)
select [client_id], [number] from [client_phones] where [client_id] in (@p, …) order by [client_id] asc, [position] asc, [id] asc
select [client_id], [version] from [client_members] where [client_group_id] = @p order by [client_id] asc
select [clients].[id] from [clients] inner join [client_phones] on [client_phones].[client_id] = [clients].[id] where [clients].[is_inactive] = @p and [clients].[deleted_at] is null and [clients].[merged_into] is null and right(replace(replace(replace(replace(replace(replace(replace(client_phones.number, ' ', ''), '-', ''), '(', ''), ')', ''), '.', ''), '/', ''), '+', ''), 7) in (@p, …)
select [clients].[id] from [clients] where [clients].[deleted_at] is null
select [clients].[id] from [clients] where [clients].[deleted_at] is null and [clients].[id] in (select [client_id] from [client_group_members] where [client_group_id] = @p)
select [clients].[id] from [clients] where [clients].[deleted_at] is null and [clients].[is_inactive] = @p and [clients].[id] in (select [client_id] from [client_group_members] where [client_group_id] = @p)
select [clients].[id] from [clients] where [clients].[deleted_at] is null and [clients].[is_inactive] = @p and [clients].[id] not in (select [client_id] from [client_group_members] where [client_group_id] = @p)
select [clients].[id] from [clients] where [clients].[is_inactive] = @p and [clients].[deleted_at] is null and [clients].[merged_into] is null and lower(clients.email) in (@p, …)
select [clients].[id], [clients].[first_name] from [clients] where [clients].[is_inactive] = @p and [clients].[deleted_at] is null and [clients].[merged_into] is null and lower(clients.last_name) in (@p, …)
select [clients].[id], [clients].[guid], [clients].[first_name], [clients].[last_name], [clients].[company], [clients].[job_title], [clients].[salutation], [clients].[email], [clients].[main_street], [clients].[main_city], [clients].[main_region], [clients].[main_postal_code], [clients].[main_country], [clients].[mailing_street], [clients].[mailing_city], [clients].[mailing_region], [clients].[mailing_postal_code], [clients].[mailing_country], [clients].[birth_date], [clients].[anniversary], [clients].[is_inactive], [clients].[merged_into], [clients].[deleted_at], [client_cards].[version], [client_cards].[changed_at] as [card_changed_at] from [clients] inner join [client_cards] on [client_cards].[client_id] = [clients].[id] where [clients].[id] in (@p, …) order by [clients].[id] asc
select [clients].[id], [clients].[guid], [clients].[first_name], [clients].[last_name], [clients].[company], [clients].[job_title], [clients].[salutation], [clients].[email], [clients].[main_street], [clients].[main_city], [clients].[main_region], [clients].[main_postal_code], [clients].[main_country], [clients].[mailing_street], [clients].[mailing_city], [clients].[mailing_region], [clients].[mailing_postal_code], [clients].[mailing_country], [clients].[birth_date], [clients].[anniversary], [clients].[notes], [clients].[status], [clients].[is_inactive], [clients].[merged_into], [clients].[deleted_at], [client_cards].[version] from [clients] inner join [client_cards] on [client_cards].[client_id] = [clients].[id] where [clients].[id] in (@p, …) order by [clients].[id] asc
select [description] from [appointments]
select [entry_guid] from [appointments] where [client_id] = @p
select [entry_guid] from [session_event_lines] where [session_id] in (select [id] from [sessions] where [client_id] = @p)
select [entry_guid] from [sessions] where [client_id] = @p
select [entry_guid], [version] from [schedule_entries] where [user_id] = @p and [entry_guid] in (@p, …)
select [id] from [appointments] where [deleted_at] is null
select [id] from [clients] where [id] in (@p, …) and [deleted_at] is null
select [id] from [clients] where [merged_into] = @p
select [id] from [users] where [password_hash] is not null
select [id], [client_guid], [entry_guids_json], [erased_at] from [erasures] where [id] > @p order by [id] asc
select [id], [client_id], [label], [number] from [client_phones] where [client_id] in (@p, …) order by [client_id] asc, [position] asc, [id] asc
select [id], [entry_guid], [description], [starts_at], [ends_at], [is_all_day], [user_id], [resource_id], [is_visible], [is_primary], convert(varchar(20), convert(bigint, session_event_lines.row_version)) as own_version from [session_event_lines] where [session_id] = @p and [deleted_at] is null order by [is_primary] desc, [id] asc
select [id], [guid], [initials], [first_name], [last_name], [email], [is_inactive] from [users] order by [initials] asc
select [id], [guid], [name], [is_inactive] from [client_groups] order by [name] asc
select [id], [job_id], [requested_by] from [job_requests] where [job_id] in (@p, …) order by [id] asc
select [id], [name], [is_inactive] from [resources] order by [name] asc
select [id], [origin], [event_json] from [live_events] where [id] > @p and not [origin] = @p order by [id] asc
select [id], [user_id], [resource_id], [first_entry_guid], [second_entry_guid], [kept_as] from [schedule_conflicts] where [user_id] in (@p, …) order by [id] asc
select [job_id], count(*) as runs, max(started_at) as newest_at, sum(case when outcome = @p then 1 else 0 end) as failed, sum(case when outcome = @p then 1 else 0 end) as with_problems, sum(case when ended_at is null then 1 else 0 end) as running from [job_runs] group by [job_id] order by [job_id] asc
select [job_id], count(*) as runs, max(started_at) as newest_at, sum(case when outcome = @p then 1 else 0 end) as failed, sum(case when outcome = @p then 1 else 0 end) as with_problems, sum(case when ended_at is null then 1 else 0 end) as running from [job_runs] where [ended_at] is null and [started_at] >= @p group by [job_id] order by [job_id] asc
select [l].[entry_guid], [l].[user_id], [l].[deleted_at], [r].[removed_at] from [session_event_lines] as [l] left join [schedule_removals] as [r] on [r].[entry_guid] = [l].[entry_guid] and [r].[user_id] = @p and [r].[role] = @p where [l].[session_id] = @p and ([l].[user_id] = @p or ([l].[user_id] is null and [r].[id] is not null)) order by [l].[is_primary] desc, [l].[id] asc
select [name], [time_zone], [version], [heartbeat_at] from [computers] order by [name] asc
select [note] from [status_notes]
select [owner_id], [values_json] from [preferences] where [page_id] = @p and [owner_kind] = @p
select [photographer_id] from [sessions]
select [resource_id] from [appointment_resources] where [appointment_id] = @p order by [resource_id] asc
select [resource_id] from [session_resources] where [session_id] = @p order by [resource_id] asc
select [role] from [schedule_removals] where [entry_guid] = @p and [user_id] = @p order by [id] desc
select [schedule_details].[user_id], [schedule_details].[entry_guid], [schedule_details].[kind], [schedule_details].[record_id], [schedule_details].[version], [schedule_details].[changed_at], [schedule_details].[starts_at], [schedule_details].[ends_at], [schedule_details].[is_all_day], [schedule_details].[description], [schedule_details].[location], [schedule_details].[notes], [schedule_details].[client_id], [schedule_details].[client_first_name], [schedule_details].[client_last_name], [schedule_details].[client_company], [schedule_details].[client_phone], [schedule_details].[session_type], [schedule_details].[user_count], [schedule_details].[repeat_id], [schedule_details].[origin], [schedule_details].[is_private], [schedule_details].[private_owner_user_id], [schedule_details].[is_free], [schedule_details].[own_id], [schedule_details].[own_version], [appointment_resources].[resource_id] from [schedule_details] inner join [appointment_resources] on [appointment_resources].[appointment_id] = [schedule_details].[record_id] where [appointment_resources].[resource_id] in (@p, …) and [schedule_details].[kind] in (@p, …) and [schedule_details].[starts_at] < @p and [schedule_details].[ends_at] > @p order by [schedule_details].[starts_at] asc, [schedule_details].[entry_guid] asc, [schedule_details].[user_id] asc
select [schedule_details].[user_id], [schedule_details].[entry_guid], [schedule_details].[kind], [schedule_details].[record_id], [schedule_details].[version], [schedule_details].[changed_at], [schedule_details].[starts_at], [schedule_details].[ends_at], [schedule_details].[is_all_day], [schedule_details].[description], [schedule_details].[location], [schedule_details].[notes], [schedule_details].[client_id], [schedule_details].[client_first_name], [schedule_details].[client_last_name], [schedule_details].[client_company], [schedule_details].[client_phone], [schedule_details].[session_type], [schedule_details].[user_count], [schedule_details].[repeat_id], [schedule_details].[origin], [schedule_details].[is_private], [schedule_details].[private_owner_user_id], [schedule_details].[is_free], [schedule_details].[own_id], [schedule_details].[own_version], [session_resources].[resource_id] from [schedule_details] inner join [session_resources] on [session_resources].[session_id] = [schedule_details].[record_id] where [session_resources].[resource_id] in (@p, …) and [schedule_details].[kind] in (@p, …) and [schedule_details].[starts_at] < @p and [schedule_details].[ends_at] > @p order by [schedule_details].[starts_at] asc, [schedule_details].[entry_guid] asc, [schedule_details].[user_id] asc
select [security_groups].[id], [security_groups].[name], [clearances].[area], [clearances].[level] from [security_groups] left join [clearances] on [clearances].[security_group_id] = [security_groups].[id] order by [security_groups].[name] asc
select [status] from [appointments]
select [user_id] from [appointment_users] where [appointment_id] = @p
select [user_id] from [appointment_users] where [appointment_id] = @p order by [user_id] asc
select [user_id] from [session_event_lines] where [session_id] = @p and [is_visible] = @p and [deleted_at] is null
select [user_id], [entry_guid], [kind], [record_id], [version], [changed_at], [starts_at], [ends_at], [is_all_day], [description], [location], [notes], [client_id], [client_first_name], [client_last_name], [client_company], [client_phone], [session_type], [user_count], [repeat_id], [origin], [is_private], [private_owner_user_id], [is_free], [own_id], [own_version] from [schedule_details] where [entry_guid] in (@p, …) order by [entry_guid] asc, [user_id] asc
select [user_id], [entry_guid], [kind], [record_id], [version], [changed_at], [starts_at], [ends_at], [is_all_day], [description], [location], [notes], [client_id], [client_first_name], [client_last_name], [client_company], [client_phone], [session_type], [user_count], [repeat_id], [origin], [is_private], [private_owner_user_id], [is_free], [own_id], [own_version] from [schedule_details] where [user_id] = @p and [ends_at] > @p order by [starts_at] asc, [entry_guid] asc
select [user_id], [entry_guid], [kind], [record_id], [version], [changed_at], [starts_at], [ends_at], [is_all_day], [description], [location], [notes], [client_id], [client_first_name], [client_last_name], [client_company], [client_phone], [session_type], [user_count], [repeat_id], [origin], [is_private], [private_owner_user_id], [is_free], [own_id], [own_version] from [schedule_details] where [user_id] = @p and [entry_guid] in (@p, …)
select [user_id], [entry_guid], [kind], [record_id], [version], [changed_at], [starts_at], [ends_at], [is_all_day], [description], [location], [notes], [client_id], [client_first_name], [client_last_name], [client_company], [client_phone], [session_type], [user_count], [repeat_id], [origin], [is_private], [private_owner_user_id], [is_free], [own_id], [own_version] from [schedule_details] where [user_id] = @p order by [starts_at] asc, [entry_guid] asc
select [user_id], [entry_guid], [kind], [record_id], [version], [changed_at], [starts_at], [ends_at], [is_all_day], [description], [location], [notes], [client_id], [client_first_name], [client_last_name], [client_company], [client_phone], [session_type], [user_count], [repeat_id], [origin], [is_private], [private_owner_user_id], [is_free], [own_id], [own_version] from [schedule_details] where [user_id] in (@p, …) and [starts_at] < @p and [ends_at] > @p order by [starts_at] asc, [entry_guid] asc, [user_id] asc
select [user_id], [outcome], [summary], [warnings_json], [errors_json], [items_json] from [job_run_users] where [job_run_id] = @p order by [user_id] asc
select count(*) as [n] from [job_runs]
select count(*) as [n] from [outgoing_mails]
select count(*) as found from [clients] where [clients].[deleted_at] is null and [clients].[is_inactive] = @p
select distinct [appointment_resources].[resource_id], [appointment_resources].[resource_id] from [schedule_entries] inner join [appointment_resources] on [appointment_resources].[appointment_id] = [schedule_entries].[record_id] where [schedule_entries].[entry_guid] in (@p, …) and [schedule_entries].[kind] = @p
select distinct [label] from [client_phones] where not [label] = @p order by [label] asc
select distinct [session_resources].[resource_id], [session_resources].[resource_id] from [schedule_entries] inner join [session_resources] on [session_resources].[session_id] = [schedule_entries].[record_id] where [schedule_entries].[entry_guid] in (@p, …) and [schedule_entries].[kind] <> @p
select distinct [shared].[user_id], [shared].[entry_guid] from [schedule_entries] as [touched] inner join [schedule_entries] as [shared] on [shared].[record_id] = [touched].[record_id] and [shared].[kind] = [touched].[kind] where [touched].[entry_guid] in (@p, …)
select sysutcdatetime() as instant
select top (@p) * from [schedule_conflicts] where [id] = @p
select top (@p) * from [sessions] where [is_confirmed] = @p
select top (@p) [abort_requested_at] from [job_runs] where [id] = @p
select top (@p) [booked_by_user_id] from [appointments] where [id] = @p
select top (@p) [clients].[id], [clients].[first_name], [clients].[last_name], [clients].[company], [clients].[email], [clients].[is_inactive] from [clients] where [clients].[deleted_at] is null and [clients].[is_inactive] = @p and ([clients].[last_name] like @p or [clients].[first_name] like @p or [clients].[company] like @p or [clients].[email] like @p or [clients].[id] in (select [client_id] from [client_phones] where replace(replace(replace(replace(replace(replace(replace(client_phones.number, ' ', ''), '-', ''), '(', ''), ')', ''), '.', ''), '/', ''), '+', '') like @p)) order by clients.last_name, clients.first_name, clients.id
select top (@p) [clients].[id], [clients].[first_name], [clients].[last_name], [clients].[company], [clients].[email], [clients].[is_inactive] from [clients] where [clients].[deleted_at] is null and [clients].[is_inactive] = @p and ([clients].[last_name] like @p or [clients].[first_name] like @p or [clients].[company] like @p or [clients].[email] like @p) and ([clients].[last_name] like @p or [clients].[first_name] like @p or [clients].[company] like @p or [clients].[email] like @p) order by clients.last_name, clients.first_name, clients.id
select top (@p) [clients].[id], [clients].[first_name], [clients].[last_name], [clients].[company], [clients].[email], [clients].[is_inactive] from [clients] where [clients].[deleted_at] is null and [clients].[is_inactive] = @p and ([clients].[last_name] like @p or [clients].[first_name] like @p or [clients].[company] like @p or [clients].[email] like @p) order by clients.last_name, clients.first_name, clients.id
select top (@p) [clients].[id], [clients].[first_name], [clients].[last_name], [clients].[company], [clients].[email], [clients].[is_inactive] from [clients] where [clients].[deleted_at] is null and [clients].[is_inactive] = @p and clients.last_name >= @p and (clients.last_name > @p or clients.first_name > @p or (clients.first_name = @p and clients.id > @p)) order by clients.last_name, clients.first_name, clients.id
select top (@p) [clients].[id], [clients].[first_name], [clients].[last_name], [clients].[company], [clients].[email], [clients].[is_inactive] from [clients] where [clients].[deleted_at] is null and [clients].[is_inactive] = @p order by clients.last_name, clients.first_name, clients.id
select top (@p) [clients].[id], [clients].[guid], [clients].[first_name], [clients].[last_name], [clients].[company], [clients].[job_title], [clients].[salutation], [clients].[email], [clients].[main_street], [clients].[main_city], [clients].[main_region], [clients].[main_postal_code], [clients].[main_country], [clients].[mailing_street], [clients].[mailing_city], [clients].[mailing_region], [clients].[mailing_postal_code], [clients].[mailing_country], [clients].[birth_date], [clients].[anniversary], [clients].[notes], [clients].[status], [clients].[is_inactive], [clients].[merged_into], [clients].[deleted_at], [client_cards].[version] from [clients] inner join [client_cards] on [client_cards].[client_id] = [clients].[id] where [clients].[deleted_at] is null and [clients].[is_inactive] = @p and ([first_name] like @p or [last_name] like @p or [company] like @p or [email] like @p) order by [last_name] asc, [first_name] asc, [clients].[id] asc
select top (@p) [clients].[id], [clients].[guid], [clients].[first_name], [clients].[last_name], [clients].[company], [clients].[job_title], [clients].[salutation], [clients].[email], [clients].[main_street], [clients].[main_city], [clients].[main_region], [clients].[main_postal_code], [clients].[main_country], [clients].[mailing_street], [clients].[mailing_city], [clients].[mailing_region], [clients].[mailing_postal_code], [clients].[mailing_country], [clients].[birth_date], [clients].[anniversary], [clients].[notes], [clients].[status], [clients].[is_inactive], [clients].[merged_into], [clients].[deleted_at], [client_cards].[version] from [clients] inner join [client_cards] on [client_cards].[client_id] = [clients].[id] where [clients].[deleted_at] is null and [clients].[is_inactive] = @p and [clients].[id] in (select [client_id] from [client_group_members] where [client_group_id] = @p) order by [last_name] asc, [first_name] asc, [clients].[id] asc
select top (@p) [clients].[id], [clients].[guid], [clients].[first_name], [clients].[last_name], [clients].[company], [clients].[job_title], [clients].[salutation], [clients].[email], [clients].[main_street], [clients].[main_city], [clients].[main_region], [clients].[main_postal_code], [clients].[main_country], [clients].[mailing_street], [clients].[mailing_city], [clients].[mailing_region], [clients].[mailing_postal_code], [clients].[mailing_country], [clients].[birth_date], [clients].[anniversary], [clients].[notes], [clients].[status], [clients].[is_inactive], [clients].[merged_into], [clients].[deleted_at], [client_cards].[version] from [clients] inner join [client_cards] on [client_cards].[client_id] = [clients].[id] where [clients].[deleted_at] is null and [clients].[is_inactive] = @p order by [last_name] asc, [first_name] asc, [clients].[id] asc
select top (@p) [details_json] from [job_runs] where [id] = @p
select top (@p) [ended_at] from [job_runs] where [job_id] = @p and [is_preview] = @p and [outcome] in (@p, …) order by [started_at] desc
select top (@p) [entry_guid] from [sessions] where [id] = @p
select top (@p) [entry_guid], [photographer_id], [assistant_id], [booked_by_user_id], [has_advanced_scheduling] from [sessions] where [id] = @p
select top (@p) [guid], [name], [edition], [locale], [time_zone], [is_security_on] from [company] where [id] = @p
select top (@p) [id] from [appointment_users] where [appointment_id] = @p and [user_id] = @p
select top (@p) [id] from [appointments] where [client_id] = @p and [deleted_at] is null
select top (@p) [id] from [appointments] where [entry_guid] = @p and [converted_to_session_id] is null
select top (@p) [id] from [job_requests] where [job_id] = @p
select top (@p) [id] from [resources]
select top (@p) [id] from [session_event_lines] where [session_id] = @p and [user_id] = @p and [is_visible] = @p and [deleted_at] is null
select top (@p) [id] from [sessions] where [client_id] = @p and [deleted_at] is null
select top (@p) [id], [entry_guid], [client_id], [session_type], [description], [starts_at], [ends_at], [is_all_day], [location], [notes], [status], [is_confirmed], [photographer_id], [assistant_id], [booked_by_user_id], [has_advanced_scheduling], [deleted_at], convert(varchar(20), convert(bigint, sessions.row_version)) as own_version from [sessions] where [id] = @p
select top (@p) [id], [entry_guid], [description], [starts_at], [ends_at], [is_all_day], [location], [notes], [status], [client_id], [booked_by_user_id], [is_private], [private_owner_user_id], [is_free], [origin], [repeat_id], [converted_to_session_id], [deleted_at], convert(varchar(20), convert(bigint, appointments.row_version)) as own_version from [appointments] where [id] = @p
select top (@p) [id], [guid], [initials], [first_name], [last_name], [email], [is_inactive] from [users] where [id] = @p
select top (@p) [id], [guid], [initials], [first_name], [last_name], [email], [is_inactive] from [users] where [initials] = @p
select top (@p) [id], [guid], [user_id], [recipient], [subject], [blocks_json], [queued_at], [attempts] from [outgoing_mails] where [next_try_at] <= @p order by [id] asc
select top (@p) [id], [initials], [password_hash] from [users] where [initials] = @p and [is_inactive] = @p
select top (@p) [id], [job_id], [computer_name], [is_preview], [planned_for], [requested_by], [started_at], [ended_at], [outcome], [summary] from [job_runs] order by [started_at] desc, [id] desc
select top (@p) [id], [job_id], [computer_name], [is_preview], [planned_for], [requested_by], [started_at], [ended_at], [outcome], [summary] from [job_runs] where (summary like @p escape '\' or [id] in (select [job_run_id] from [job_run_users] where (summary like @p escape '\' or warnings_json like @p escape '\' or errors_json like @p escape '\'))) order by [started_at] desc, [id] desc
select top (@p) [id], [job_id], [computer_name], [is_preview], [planned_for], [requested_by], [started_at], [ended_at], [outcome], [summary] from [job_runs] where [id] = @p
select top (@p) [id], [job_id], [computer_name], [is_preview], [planned_for], [requested_by], [started_at], [ended_at], [outcome], [summary] from [job_runs] where [job_id] = @p and [outcome] = @p order by [started_at] desc, [id] desc
select top (@p) [id], [job_id], [computer_name], [is_preview], [planned_for], [requested_by], [started_at], [ended_at], [outcome], [summary] from [job_runs] where [started_at] < @p order by [started_at] desc, [id] desc
select top (@p) [id], [photographer_id], [assistant_id], [has_advanced_scheduling] from [sessions] where [entry_guid] = @p
select top (@p) [id], [user_id], [severity], [title], [text], [subject], [command], [created_at], [read_at] from [notifications] where ([user_id] = @p or [user_id] is null) order by [id] desc
select top (@p) [id], [user_id], [severity], [title], [text], [subject], [command], [created_at], [read_at] from [notifications] where ([user_id] = @p) order by [id] desc
select top (@p) [is_enabled], [schedule_json], [computer_name], [notification_json], [general_json] from [job_settings] where [job_id] = @p
select top (@p) [is_inactive] from [users] where [id] = @p
select top (@p) [is_security_on] from [company] where [id] = @p
select top (@p) [last_name], [first_name] from [clients] where [id] = @p
select top (@p) [name], [time_zone], [version], [heartbeat_at] from [computers] where [name] = @p
select top (@p) [session_event_lines].[is_primary], convert(varchar(20), convert(bigint, sessions.row_version)) as session_version from [session_event_lines] inner join [sessions] on [sessions].[id] = [session_event_lines].[session_id] where [session_event_lines].[id] = @p
select top (@p) [sessions].[id], [photographer_id], [assistant_id], [has_advanced_scheduling] from [session_event_lines] inner join [sessions] on [sessions].[id] = [session_event_lines].[session_id] where [session_event_lines].[entry_guid] = @p
select top (@p) [started_at] from [job_runs] order by [started_at] asc
select top (@p) [subject] from [claims] where [subject] = @p
select top (@p) [ticket], [held_by], [expires_at] from [claims] where [subject] = @p
select top (@p) [user_id] from [sign_in_sessions] where [token_hash] = @p and [expires_at] > @p
select top (@p) [user_id], [entry_guid], [kind], [record_id], [version], [changed_at], [starts_at], [ends_at], [is_all_day], [description], [location], [notes], [client_id], [client_first_name], [client_last_name], [client_company], [client_phone], [session_type], [user_count], [repeat_id], [origin], [is_private], [private_owner_user_id], [is_free], [own_id], [own_version] from [schedule_details] where [user_id] = @p and [entry_guid] = @p and [version] = @p
select top (@p) [users].[is_inactive], [clearances].[level] from [users] left join [clearances] on [clearances].[security_group_id] = [users].[security_group_id] and [clearances].[area] = @p where [users].[id] = @p
select top (@p) [values_json] from [preferences] where [page_id] = @p and [owner_kind] = @p and [owner_id] = @p
select top (@p) max([id]) as [id] from [live_events]
select top (@p) max([planned_for]) as [planned_for] from [job_runs] where [job_id] = @p
update [appointments] set [changed_at] = @p where [id] = @p and convert(varchar(20), convert(bigint, appointments.row_version)) = @p;select @@rowcount
update [appointments] set [changed_at] = @p where [id] = @p;select @@rowcount
update [appointments] set [changed_at] = @p, [deleted_at] = @p where [id] = @p and convert(varchar(20), convert(bigint, appointments.row_version)) = @p;select @@rowcount
update [appointments] set [client_id] = @p where [client_id] = @p;select @@rowcount
update [appointments] set [converted_to_session_id] = @p, [client_id] = @p where [id] = @p and convert(varchar(20), convert(bigint, appointments.row_version)) = @p;select @@rowcount
update [appointments] set [deleted_at] = @p where [id] = @p and convert(varchar(20), convert(bigint, appointments.row_version)) = @p;select @@rowcount
update [appointments] set [deleted_at] = @p where [id] = @p;select @@rowcount
update [appointments] set [description] = @p where [id] = @p;select @@rowcount
update [appointments] set [description] = @p, [changed_at] = @p where [id] = @p and convert(varchar(20), convert(bigint, appointments.row_version)) = @p;select @@rowcount
update [appointments] set [description] = @p, [is_private] = @p, [private_owner_user_id] = @p, [changed_at] = @p where [id] = @p and convert(varchar(20), convert(bigint, appointments.row_version)) = @p;select @@rowcount
update [appointments] set [description] = @p, [starts_at] = @p, [ends_at] = @p, [is_all_day] = @p, [location] = @p, [notes] = @p, [status] = @p, [client_id] = @p, [booked_by_user_id] = @p, [is_private] = @p, [private_owner_user_id] = @p, [is_free] = @p where [id] = @p and convert(varchar(20), convert(bigint, appointments.row_version)) = @p;select @@rowcount
update [appointments] set [notes] = @p where [id] = @p;select @@rowcount
update [appointments] set [starts_at] = @p, [ends_at] = @p, [is_all_day] = @p, [status] = case when status = 'confirmed' then 'scheduled' else status end, [changed_at] = @p where [id] = @p and convert(varchar(20), convert(bigint, appointments.row_version)) = @p;select @@rowcount
update [appointments] set [status] = @p where [id] = @p and [status] = @p;select @@rowcount
update [claims] set [expires_at] = @p where [subject] = @p and [ticket] = @p and [expires_at] > @p;select @@rowcount
update [claims] set [ticket] = @p where [subject] = @p and [ticket] = @p;select @@rowcount
update [claims] set [ticket] = @p, [held_by] = @p, [expires_at] = @p where [subject] = @p and ([ticket] is null or [expires_at] <= @p);select @@rowcount
update [client_group_members] set [client_id] = @p where [client_id] = @p and [client_group_id] not in (select [client_group_id] from [client_group_members] where [client_id] = @p);select @@rowcount
update [client_groups] set [name] = @p, [is_inactive] = @p where [id] = @p and convert(varchar(20), convert(bigint, client_groups.row_version)) = @p;select @@rowcount
update [client_groups] set [name] = @p, [is_inactive] = @p where [id] = @p;select @@rowcount
update [client_phones] set [label] = @p, [number] = @p, [position] = @p where [id] = @p and [client_id] = @p and (not [label] = @p or not [number] = @p or not [position] = @p);select @@rowcount
update [client_phones] set [label] = @p, [number] = @p, [position] = @p, [changed_at] = @p where [id] = @p and [client_id] = @p and (not [label] = @p or not [number] = @p or not [position] = @p);select @@rowcount
update [client_phones] set [number] = @p where [client_id] = @p;select @@rowcount
update [clients] set [changed_at] = @p where [id] = @p and exists (select [client_cards].[client_id] from [client_cards] where client_cards.client_id = clients.id and [client_cards].[version] = @p);select @@rowcount
update [clients] set [company] = @p where [id] = @p;select @@rowcount
update [clients] set [company] = @p, [birth_date] = @p, [changed_at] = @p where [id] = @p and exists (select [client_cards].[client_id] from [client_cards] where client_cards.client_id = clients.id and [client_cards].[version] = @p);select @@rowcount
update [clients] set [deleted_at] = @p where [id] = @p and exists (select [client_cards].[client_id] from [client_cards] where client_cards.client_id = clients.id and [client_cards].[version] = @p);select @@rowcount
update [clients] set [first_name] = @p, [changed_at] = @p where [id] = @p and exists (select [client_cards].[client_id] from [client_cards] where client_cards.client_id = clients.id and [client_cards].[version] = @p);select @@rowcount
update [clients] set [first_name] = @p, [last_name] = @p, [company] = @p, [job_title] = @p, [salutation] = @p, [email] = @p, [main_street] = @p, [main_city] = @p, [main_region] = @p, [main_postal_code] = @p, [main_country] = @p, [mailing_street] = @p, [mailing_city] = @p, [mailing_region] = @p, [mailing_postal_code] = @p, [mailing_country] = @p, [birth_date] = @p, [anniversary] = @p, [notes] = @p, [status] = @p, [is_inactive] = @p where [id] = @p and exists (select [client_cards].[client_id] from [client_cards] where client_cards.client_id = clients.id and [client_cards].[version] = @p);select @@rowcount
update [clients] set [first_name] = @p, [last_name] = @p, [company] = @p, [job_title] = @p, [salutation] = @p, [email] = @p, [main_street] = @p, [main_city] = @p, [main_region] = @p, [main_postal_code] = @p, [main_country] = @p, [mailing_street] = @p, [mailing_city] = @p, [mailing_region] = @p, [mailing_postal_code] = @p, [mailing_country] = @p, [birth_date] = @p, [anniversary] = @p, [notes] = @p, [status] = @p, [is_inactive] = @p, [deleted_at] = @p where [id] in (@p, …);select @@rowcount
update [clients] set [is_inactive] = @p where [id] = @p;select @@rowcount
update [clients] set [job_title] = @p where [id] = @p;select @@rowcount
update [clients] set [last_name] = @p where [id] = @p;select @@rowcount
update [clients] set [merged_into] = @p, [deleted_at] = @p where [id] = @p and exists (select [client_cards].[client_id] from [client_cards] where client_cards.client_id = clients.id and [client_cards].[version] = @p);select @@rowcount
update [clients] set [merged_into] = @p, [deleted_at] = @p where [id] = @p;select @@rowcount
update [company] set [name] = @p, [edition] = @p, [locale] = @p, [time_zone] = @p, [is_security_on] = @p where [id] = @p;select @@rowcount
update [computers] set [time_zone] = @p, [version] = @p, [heartbeat_at] = @p where [name] = @p;select @@rowcount
update [job_run_users] set [errors_json] = @p where [errors_json] like @p;select @@rowcount
update [job_run_users] set [warnings_json] = @p where [warnings_json] like @p;select @@rowcount
update [job_runs] set [abort_requested_at] = @p where [id] = @p and [ended_at] is null;select @@rowcount
update [job_runs] set [details_json] = @p where [details_json] like @p;select @@rowcount
update [job_runs] set [ended_at] = @p, [outcome] = @p, [summary] = @p, [details_json] = @p where [id] = @p and [ended_at] is null;select @@rowcount
update [job_settings] set [is_enabled] = @p, [schedule_json] = @p, [computer_name] = @p, [notification_json] = @p, [general_json] = @p where [job_id] = @p;select @@rowcount
update [notifications] set [read_at] = @p where [id] <= @p and [read_at] is null and ([user_id] = @p or [user_id] is null);select @@rowcount
update [outgoing_mails] set [next_try_at] = @p where [next_try_at] > @p;select @@rowcount
update [outgoing_mails] set [next_try_at] = @p, [attempts] = [attempts] + @p where [id] = @p;select @@rowcount
update [preferences] set [values_json] = @p where [page_id] = @p and [owner_kind] = @p and [owner_id] = @p;select @@rowcount
update [schedule_conflicts] set [kept_as] = @p where [id] in (@p, …);select @@rowcount
update [security_groups] set [name] = @p where [id] = @p;select @@rowcount
update [session_event_lines] set [deleted_at] = @p where [id] = @p;select @@rowcount
update [session_event_lines] set [description] = @p, [starts_at] = @p, [ends_at] = @p, [is_all_day] = @p where [session_id] = @p and [is_primary] = @p and [deleted_at] is null;select @@rowcount
update [session_event_lines] set [description] = @p, [starts_at] = @p, [ends_at] = @p, [is_all_day] = @p, [user_id] = @p, [resource_id] = @p, [is_visible] = @p where [id] = @p and [session_id] = @p;select @@rowcount
update [session_event_lines] set [description] = @p;select @@rowcount
update [session_event_lines] set [starts_at] = @p, [ends_at] = @p, [is_all_day] = @p, [changed_at] = @p where [id] = @p and convert(varchar(20), convert(bigint, session_event_lines.row_version)) = @p;select @@rowcount
update [session_event_lines] set [starts_at] = @p, [ends_at] = @p, [is_all_day] = @p, [changed_at] = @p where [session_id] = @p and [is_primary] = @p and [deleted_at] is null;select @@rowcount
update [session_event_lines] set [user_id] = @p, [changed_at] = @p where [id] = @p and convert(varchar(20), convert(bigint, session_event_lines.row_version)) = @p;select @@rowcount
update [session_event_lines] set [user_id] = @p, [is_visible] = @p, [deleted_at] = @p where [entry_guid] = @p and ([user_id] = @p or [user_id] is null);select @@rowcount
update [sessions] set [assistant_id] = @p where [id] = @p;select @@rowcount
update [sessions] set [client_id] = @p where [client_id] = @p;select @@rowcount
update [sessions] set [client_id] = @p, [session_type] = @p, [description] = @p, [starts_at] = @p, [ends_at] = @p, [is_all_day] = @p, [location] = @p, [notes] = @p, [status] = @p, [is_confirmed] = @p, [photographer_id] = @p, [assistant_id] = @p, [booked_by_user_id] = @p where [id] = @p and convert(varchar(20), convert(bigint, sessions.row_version)) = @p;select @@rowcount
update [sessions] set [deleted_at] = @p where [id] = @p and convert(varchar(20), convert(bigint, sessions.row_version)) = @p;select @@rowcount
update [sessions] set [deleted_at] = @p, [assistant_id] = @p where [id] = @p;select @@rowcount
update [sessions] set [deleted_at] = @p, [photographer_id] = @p where [id] = @p;select @@rowcount
update [sessions] set [has_advanced_scheduling] = @p where [id] = @p and [has_advanced_scheduling] = @p;select @@rowcount
update [sessions] set [has_advanced_scheduling] = @p where [id] = @p and convert(varchar(20), convert(bigint, sessions.row_version)) = @p;select @@rowcount
update [sessions] set [has_advanced_scheduling] = @p where [id] = @p;select @@rowcount
update [sessions] set [has_advanced_scheduling] = @p, [starts_at] = @p, [ends_at] = @p, [is_all_day] = @p where [id] = @p and convert(varchar(20), convert(bigint, sessions.row_version)) = @p;select @@rowcount
update [sessions] set [is_confirmed] = @p, [changed_at] = @p where [id] = @p and convert(varchar(20), convert(bigint, sessions.row_version)) = @p;select @@rowcount
update [sessions] set [location] = @p where [id] = @p;select @@rowcount
update [sessions] set [photographer_id] = @p, [assistant_id] = @p where [id] = @p;select @@rowcount
update [sessions] set [photographer_id] = case when photographer_id = @p then null else photographer_id end, [assistant_id] = case when assistant_id = @p then null else assistant_id end, [changed_at] = @p where [id] = @p and ([photographer_id] = @p or ([assistant_id] = @p));select @@rowcount
update [sessions] set [starts_at] = @p, [ends_at] = @p, [is_all_day] = @p, [is_confirmed] = @p, [changed_at] = @p where [id] = @p and convert(varchar(20), convert(bigint, sessions.row_version)) = @p;select @@rowcount
update [sessions] set [status] = @p where [id] = @p and [status] = @p;select @@rowcount
update [sessions] set [status] = @p, [changed_at] = @p where [id] = @p and convert(varchar(20), convert(bigint, sessions.row_version)) = @p;select @@rowcount
update [users] set [initials] = @p, [first_name] = @p, [last_name] = @p, [email] = @p, [security_group_id] = @p, [colour] = @p, [is_inactive] = @p where [id] = @p;select @@rowcount
update [users] set [password_hash] = @p where [id] = @p;select @@rowcount
update [users] set [security_group_id] = @p where [id] = @p;select @@rowcount
with [busy] as (select [user_id], [entry_guid], [record_id], [is_linked], [kind], [starts_at], [ends_at] from [schedule_details] where [user_id] in (@p, …) and [ends_at] > @p and [is_free] = @p), [next_up] as (select [user_id], [entry_guid], [record_id], [kind], [starts_at], [ends_at], max(ends_at) over (partition by user_id order by starts_at, entry_guid rows between unbounded preceding and 1 preceding) as busy_until from [busy]) select [n].[user_id], [b].[entry_guid] as [first], [n].[entry_guid] as [second] from [next_up] as [n] inner join [busy] as [b] on [b].[user_id] = [n].[user_id] and [b].[starts_at] < [n].[ends_at] and [b].[ends_at] > [n].[starts_at] where n.busy_until > n.starts_at and (b.starts_at < n.starts_at or (b.starts_at = n.starts_at and b.entry_guid < n.entry_guid)) and not (b.record_id = n.record_id and (b.kind = 'appointment' and n.kind = 'appointment' or b.kind <> 'appointment' and n.kind <> 'appointment')) order by [n].[user_id] asc, [n].[starts_at] asc, [n].[entry_guid] asc, [b].[entry_guid] asc
