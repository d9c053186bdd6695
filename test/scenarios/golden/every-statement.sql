delete from [appointment_users] where [appointment_id] = @p and [user_id] = @p;select @@rowcount
delete from [appointment_users] where [user_id] = @p;select @@rowcount
delete from [appointment_users];select @@rowcount
delete from [client_group_members] where [client_group_id] = @p and [client_id] = @p;select @@rowcount
delete from [client_group_members] where [client_id] = @p;select @@rowcount
delete from [client_group_members] where [client_id] in (@p, …);select @@rowcount
delete from [client_phones] where [client_id] = @p and 1 = @p;select @@rowcount
delete from [client_phones] where [client_id] = @p and [id] not in (@p, …);select @@rowcount
delete from [client_phones] where [client_id] in (@p, …);select @@rowcount
delete from [google_sync_accounts] where [user_id] = @p;select @@rowcount
delete from [google_sync_consents] where [expires_at] <= @p;select @@rowcount
delete from [google_sync_consents] where [state_hash] = @p;select @@rowcount
delete from [google_sync_contact_links] where [client_guid] = @p and [resource_name] is null;select @@rowcount
delete from [google_sync_contact_links] where [client_id] = @p;select @@rowcount
delete from [google_sync_contact_links] where [client_id] is null;select @@rowcount
delete from [google_sync_contact_links] where [id] in (@p, …);select @@rowcount
delete from [google_sync_contact_links] where [stream_id] = @p and [client_guid] is null and [question_id] is null and ([listing] is null or [listing] <> @p);select @@rowcount
delete from [google_sync_contact_links];select @@rowcount
delete from [google_sync_journal] where [entry_guid] in (@p, …) and not [state] = @p;select @@rowcount
delete from [google_sync_journal] where [run_id] in (select [id] from [google_sync_runs] where [ended_at] < @p);select @@rowcount
delete from [google_sync_journal] where [run_id] in (select [id] from [google_sync_runs] where [started_at] < @p);select @@rowcount
delete from [google_sync_links] where [event_id] = @p;select @@rowcount
delete from [google_sync_links] where [id] in (@p, …);select @@rowcount
delete from [google_sync_links] where [stream_id] = @p and [state] in (@p, …) and [entry_guid] is null and ([listing] is null or [listing] <> @p) and [question_id] is null;select @@rowcount
delete from [google_sync_links];select @@rowcount
delete from [google_sync_mail_state] where [user_id] = @p and [problem] in (@p, …);select @@rowcount
delete from [google_sync_questions] where [answered_at] < @p;select @@rowcount
delete from [google_sync_runs] where [ended_at] < @p;select @@rowcount
delete from [google_sync_runs] where [started_at] < @p;select @@rowcount
delete from [notifications] where [text] like @p;select @@rowcount
delete from [outgoing_mails] where [blocks_json] like @p;select @@rowcount
delete from [sign_in_sessions] where [token_hash] = @p;select @@rowcount
insert into [appointment_users] ([appointment_id], [changed_at], [user_id]) output inserted.[id] values (@p, …)
insert into [appointment_users] ([appointment_id], [changed_at], [user_id]) values (@p, …)
insert into [appointment_users] ([appointment_id], [changed_at], [user_id]) values (@p, …), …
insert into [appointment_users] ([appointment_id], [user_id]) values (@p, …)
insert into [appointments] ([booked_by_user_id], [changed_at], [client_id], [converted_to_session_id], [deleted_at], [description], [ends_at], [entry_guid], [is_all_day], [is_free], [is_private], [location], [notes], [origin], [private_owner_user_id], [repeat_id], [starts_at], [status]) output inserted.[id] values (@p, …)
insert into [appointments] ([booked_by_user_id], [changed_at], [description], [ends_at], [entry_guid], [is_all_day], [is_free], [is_private], [location], [notes], [origin], [private_owner_user_id], [starts_at], [status]) output inserted.[id], inserted.[entry_guid] values (@p, …)
insert into [appointments] ([booked_by_user_id], [changed_at], [description], [ends_at], [entry_guid], [is_all_day], [is_free], [is_private], [location], [notes], [origin], [private_owner_user_id], [starts_at], [status]) output inserted.[id], inserted.[entry_guid] values (@p, …), …
insert into [client_group_members] ([client_group_id], [client_id]) output inserted.[id] values (@p, …)
insert into [client_group_members] ([client_group_id], [client_id]) values (@p, …)
insert into [client_group_members] ([client_group_id], [client_id]) values (@p, …), …
insert into [client_groups] ([changed_at], [guid], [is_inactive], [name]) output inserted.[id] values (@p, …)
insert into [client_groups] ([guid], [is_inactive], [name]) output inserted.[id] values (@p, …)
insert into [client_phones] ([changed_at], [client_id], [label], [number], [position]) output inserted.[id] values (@p, …)
insert into [client_phones] ([changed_at], [client_id], [label], [number], [position]) values (@p, …)
insert into [client_phones] ([client_id], [label], [number], [position]) values (@p, …)
insert into [client_phones] ([client_id], [number]) values (@p, …)
insert into [clients] ([anniversary], [birth_date], [changed_at], [company], [deleted_at], [email], [first_name], [guid], [is_inactive], [job_title], [last_name], [mailing_city], [mailing_country], [mailing_postal_code], [mailing_region], [mailing_street], [main_city], [main_country], [main_postal_code], [main_region], [main_street], [merged_into], [notes], [salutation], [status]) output inserted.[id] values (@p, …)
insert into [clients] ([anniversary], [birth_date], [changed_at], [company], [email], [first_name], [guid], [job_title], [last_name], [mailing_city], [mailing_country], [mailing_postal_code], [mailing_region], [mailing_street], [main_city], [main_country], [main_postal_code], [main_region], [main_street], [salutation]) output inserted.[id], inserted.[guid] values (@p, …)
insert into [clients] ([anniversary], [birth_date], [changed_at], [company], [email], [first_name], [guid], [job_title], [last_name], [mailing_city], [mailing_country], [mailing_postal_code], [mailing_region], [mailing_street], [main_city], [main_country], [main_postal_code], [main_region], [main_street], [salutation]) output inserted.[id], inserted.[guid] values (@p, …), …
insert into [clients] ([anniversary], [birth_date], [company], [deleted_at], [email], [first_name], [guid], [is_inactive], [job_title], [last_name], [mailing_city], [mailing_country], [mailing_postal_code], [mailing_region], [mailing_street], [main_city], [main_country], [main_postal_code], [main_region], [main_street], [merged_into], [notes], [salutation], [status]) output inserted.[id] values (@p, …)
insert into [clients] ([company], [guid]) values (@p, …), …
insert into [erasures] ([client_guid], [entry_guids_json], [erased_at]) output inserted.[id] values (@p, …)
insert into [google_sync_accounts] ([email], [is_confirmed], [may_list_calendars], [may_use_calendar], [may_use_contacts], [state], [state_since], [sub], [tokens], [user_id]) values (@p, …)
insert into [google_sync_consents] ([code_verifier], [expires_at], [redirect_uri], [state_hash], [user_id]) values (@p, …)
insert into [google_sync_contact_links] ([agreed_google], [agreed_studio], [attempts], [client_guid], [client_id], [client_version], [create_sent_at], [decided_etag], [directive], [is_deleted_in_google], [is_labelled], [is_made_by_us], [is_parked], [listing], [lost_values], [problem], [question_id], [resource_name], [retry_at], [review], [seen], [seen_etag], [seen_updated_at], [state], [stream_id], [tried_etag], [tried_version]) values (@p, …), …
insert into [google_sync_contact_links] ([agreed_google], [agreed_studio], [attempts], [client_guid], [client_id], [client_version], [create_sent_at], [decided_etag], [directive], [is_deleted_in_google], [is_labelled], [is_made_by_us], [is_parked], [listing], [problem], [question_id], [resource_name], [retry_at], [review], [seen], [seen_etag], [seen_updated_at], [state], [stream_id], [tried_etag], [tried_version]) values (@p, …), …
insert into [google_sync_contact_links] ([agreed_google], [agreed_studio], [attempts], [client_guid], [client_id], [client_version], [create_sent_at], [decided_etag], [directive], [is_deleted_in_google], [is_labelled], [is_made_by_us], [is_parked], [problem], [question_id], [resource_name], [retry_at], [review], [seen], [seen_etag], [seen_updated_at], [state], [stream_id], [tried_etag], [tried_version]) values (@p, …)
insert into [google_sync_contact_links] ([agreed_google], [agreed_studio], [attempts], [client_guid], [client_id], [create_sent_at], [decided_etag], [is_deleted_in_google], [is_labelled], [is_made_by_us], [is_parked], [resource_name], [seen], [seen_etag], [seen_updated_at], [state], [stream_id]) values (@p, …)
insert into [google_sync_contact_links] ([agreed_google], [agreed_studio], [attempts], [client_guid], [client_id], [create_sent_at], [decided_etag], [is_deleted_in_google], [is_labelled], [is_made_by_us], [is_parked], [resource_name], [seen], [seen_etag], [seen_updated_at], [state], [stream_id]) values (@p, …), …
insert into [google_sync_contact_links] ([attempts], [client_guid], [client_id], [client_version], [decided_etag], [directive], [is_deleted_in_google], [is_labelled], [is_made_by_us], [is_parked], [resource_name], [seen], [seen_etag], [seen_updated_at], [state], [stream_id]) values (@p, …)
insert into [google_sync_contact_links] ([attempts], [client_guid], [client_id], [client_version], [decided_etag], [is_deleted_in_google], [is_labelled], [is_made_by_us], [is_parked], [question_id], [resource_name], [review], [seen], [seen_etag], [seen_updated_at], [state], [stream_id]) values (@p, …)
insert into [google_sync_contact_links] ([attempts], [client_guid], [client_id], [client_version], [decided_etag], [is_deleted_in_google], [is_labelled], [is_made_by_us], [is_parked], [question_id], [resource_name], [seen], [seen_etag], [seen_updated_at], [state], [stream_id]) values (@p, …)
insert into [google_sync_contact_links] ([attempts], [client_guid], [client_id], [client_version], [decided_etag], [is_deleted_in_google], [is_labelled], [is_made_by_us], [is_parked], [question_id], [review], [state], [stream_id]) values (@p, …)
insert into [google_sync_contact_links] ([attempts], [client_guid], [client_id], [client_version], [decided_etag], [is_deleted_in_google], [is_labelled], [is_made_by_us], [is_parked], [resource_name], [retry_at], [seen], [seen_etag], [seen_updated_at], [state], [stream_id], [tried_etag], [tried_version]) values (@p, …)
insert into [google_sync_contact_links] ([attempts], [client_guid], [client_id], [client_version], [decided_etag], [is_deleted_in_google], [is_labelled], [is_made_by_us], [is_parked], [resource_name], [seen], [seen_etag], [seen_updated_at], [state], [stream_id]) values (@p, …)
insert into [google_sync_contact_links] ([attempts], [client_guid], [client_id], [is_deleted_in_google], [is_labelled], [is_made_by_us], [is_parked], [resource_name], [state], [stream_id]) values (@p, …)
insert into [google_sync_contact_links] ([attempts], [client_guid], [client_id], [is_deleted_in_google], [is_labelled], [is_made_by_us], [is_parked], [state], [stream_id]) values (@p, …)
insert into [google_sync_contact_links] ([attempts], [client_guid], [is_deleted_in_google], [is_labelled], [is_made_by_us], [is_parked], [resource_name], [seen], [seen_etag], [seen_updated_at], [state], [stream_id]) values (@p, …)
insert into [google_sync_contact_links] ([attempts], [client_guid], [is_deleted_in_google], [is_labelled], [is_made_by_us], [is_parked], [state], [stream_id]) values (@p, …)
insert into [google_sync_contact_links] ([attempts], [create_sent_at], [is_deleted_in_google], [is_labelled], [is_made_by_us], [is_parked], [state], [stream_id]) values (@p, …)
insert into [google_sync_contact_links] ([attempts], [decided_etag], [is_deleted_in_google], [is_labelled], [is_made_by_us], [is_parked], [resource_name], [seen], [seen_etag], [seen_updated_at], [state], [stream_id]) values (@p, …)
insert into [google_sync_contact_links] ([attempts], [decided_etag], [is_deleted_in_google], [is_labelled], [is_made_by_us], [is_parked], [resource_name], [seen], [seen_etag], [seen_updated_at], [state], [stream_id]) values (@p, …), …
insert into [google_sync_contact_links] ([attempts], [is_deleted_in_google], [is_labelled], [is_made_by_us], [is_parked], [listing], [resource_name], [seen], [seen_etag], [seen_updated_at], [state], [stream_id]) values (@p, …)
insert into [google_sync_contact_links] ([attempts], [is_deleted_in_google], [is_labelled], [is_made_by_us], [is_parked], [listing], [resource_name], [seen], [seen_etag], [seen_updated_at], [state], [stream_id]) values (@p, …), …
insert into [google_sync_contact_links] ([attempts], [is_deleted_in_google], [is_labelled], [is_made_by_us], [is_parked], [resource_name], [state], [stream_id]) values (@p, …)
insert into [google_sync_contact_links] ([attempts], [is_deleted_in_google], [is_labelled], [is_made_by_us], [is_parked], [state], [stream_id]) values (@p, …)
insert into [google_sync_contact_streams] ([account_sub], [enabled_at], [user_id]) values (@p, …)
insert into [google_sync_journal] ([action], [entry_guid], [event_id], [fields_after], [fields_before], [is_private], [problem], [run_id], [side], [state]) output inserted.[id], inserted.[event_id] values (@p, …)
insert into [google_sync_journal] ([action], [entry_guid], [event_id], [fields_after], [fields_before], [is_private], [problem], [run_id], [side], [state]) output inserted.[id], inserted.[event_id] values (@p, …), …
insert into [google_sync_links] ([agreed_google], [agreed_studio], [attempts], [decided_etag], [directive], [ends_at], [entry_guid], [event_id], [generation], [is_deleted_in_google], [is_made_by_us], [is_old], [is_parked], [left_out_reason], [listing], [lost_values], [problem], [question_id], [repeat_id], [retry_at], [seen], [seen_etag], [state], [stream_id], [studio_version], [told], [tried_etag], [tried_version]) values (@p, …)
insert into [google_sync_links] ([agreed_google], [agreed_studio], [attempts], [decided_etag], [directive], [ends_at], [entry_guid], [event_id], [generation], [is_deleted_in_google], [is_made_by_us], [is_old], [is_parked], [left_out_reason], [lost_values], [problem], [question_id], [repeat_id], [retry_at], [seen], [seen_etag], [state], [stream_id], [studio_version], [told], [tried_etag], [tried_version]) output inserted.[id] values (@p, …)
insert into [google_sync_links] ([agreed_google], [agreed_studio], [attempts], [decided_etag], [directive], [ends_at], [entry_guid], [event_id], [generation], [is_deleted_in_google], [is_made_by_us], [is_old], [is_parked], [lost_values], [problem], [question_id], [repeat_id], [retry_at], [seen], [seen_etag], [state], [stream_id], [studio_version], [tried_etag], [tried_version]) output inserted.[id] values (@p, …)
insert into [google_sync_links] ([agreed_google], [agreed_studio], [attempts], [decided_etag], [directive], [ends_at], [entry_guid], [event_id], [generation], [is_deleted_in_google], [is_made_by_us], [is_old], [is_parked], [lost_values], [problem], [question_id], [repeat_id], [retry_at], [seen], [seen_etag], [state], [stream_id], [studio_version], [tried_etag], [tried_version]) output inserted.[id] values (@p, …), …
insert into [google_sync_links] ([agreed_google], [agreed_studio], [attempts], [decided_etag], [directive], [ends_at], [entry_guid], [generation], [is_deleted_in_google], [is_made_by_us], [is_old], [is_parked], [lost_values], [problem], [question_id], [repeat_id], [retry_at], [state], [stream_id], [studio_version], [tried_etag], [tried_version]) output inserted.[id] values (@p, …)
insert into [google_sync_links] ([agreed_google], [agreed_studio], [attempts], [ends_at], [entry_guid], [generation], [is_deleted_in_google], [is_made_by_us], [is_old], [is_parked], [repeat_id], [state], [stream_id], [studio_version]) output inserted.[id] values (@p, …)
insert into [google_sync_links] ([agreed_google], [agreed_studio], [attempts], [ends_at], [event_id], [generation], [is_deleted_in_google], [is_made_by_us], [is_old], [is_parked], [state], [stream_id]) output inserted.[id] values (@p, …)
insert into [google_sync_links] ([agreed_google], [agreed_studio], [attempts], [generation], [is_deleted_in_google], [is_made_by_us], [is_old], [is_parked], [state], [stream_id]) output inserted.[id] values (@p, …)
insert into [google_sync_links] ([attempts], [directive], [event_id], [generation], [is_deleted_in_google], [is_made_by_us], [is_old], [is_parked], [state], [stream_id]) output inserted.[id] values (@p, …)
insert into [google_sync_links] ([attempts], [entry_guid], [generation], [is_deleted_in_google], [is_made_by_us], [is_old], [is_parked], [problem], [retry_at], [state], [stream_id], [studio_version], [tried_etag], [tried_version]) output inserted.[id] values (@p, …)
insert into [google_sync_links] ([attempts], [entry_guid], [generation], [is_deleted_in_google], [is_made_by_us], [is_old], [is_parked], [state], [stream_id]) output inserted.[id] values (@p, …)
insert into [google_sync_links] ([attempts], [event_id], [generation], [is_deleted_in_google], [is_made_by_us], [is_old], [is_parked], [listing], [seen], [seen_etag], [state], [stream_id]) values (@p, …)
insert into [google_sync_links] ([attempts], [event_id], [generation], [is_deleted_in_google], [is_made_by_us], [is_old], [is_parked], [listing], [seen], [seen_etag], [state], [stream_id]) values (@p, …), …
insert into [google_sync_mail_state] ([mailed_at], [problem], [text], [user_id]) values (@p, …)
insert into [google_sync_questions] ([asked_at], [item_count], [kind], [options], [stream_id], [text], [user_id]) output inserted.[id] values (@p, …)
insert into [google_sync_runs] ([job_run_id], [started_at], [user_id]) output inserted.[id] values (@p, …)
insert into [google_sync_streams] ([account_sub], [calendar_id], [enabled_at], [listing], [user_id]) values (@p, …)
insert into [google_sync_upkeep] ([name], [value]) values (@p, …)
insert into [repeats] ([created_at], [rule]) output inserted.[id] values (@p, …)
insert into [session_event_lines] ([changed_at], [deleted_at], [description], [ends_at], [entry_guid], [is_all_day], [is_primary], [is_visible], [session_id], [starts_at], [user_id]) output inserted.[id] values (@p, …)
insert into [sessions] ([assistant_id], [booked_by_user_id], [changed_at], [client_id], [deleted_at], [description], [ends_at], [entry_guid], [has_advanced_scheduling], [is_all_day], [is_confirmed], [location], [notes], [photographer_id], [session_type], [starts_at], [status]) output inserted.[id] values (@p, …)
insert into [status_notes] ([created_at], [entry_guid], [note]) values (@p, …)
insert into [users] ([changed_at], [email], [first_name], [guid], [initials], [is_inactive], [last_name]) output inserted.[id] values (@p, …)
insert into [users] ([email], [first_name], [guid], [initials], [is_inactive], [last_name]) output inserted.[id] values (@p, …)
insert into client_group_members (client_group_id, client_id) select @p, id from clients where company = 'Five Thousand'
insert into google_sync_contact_links (stream_id, state, client_id, client_guid, client_version, resource_name, seen_etag, decided_etag, is_labelled) select @p, 'linked', m.client_id, m.client_guid, m.version, concat('people/c', m.client_id), 'e', 'e', 1 from client_members m inner join clients c on c.id = m.client_id where c.company = 'Five Thousand'
select (select count(*) from [schedule_entries] where [user_id] = @p) as [entries], (select count(*) from [google_sync_links] where [stream_id] = @p and [entry_guid] is not null) as [links]
select * from [appointment_users] order by [id] asc
select * from [appointments] order by [id] asc
select * from [appointments] where [description] = @p
select * from [clients] order by [id] asc
select * from [clients] order by [id] desc
select * from [clients] where [deleted_at] is null and [last_name] = @p
select * from [clients] where [id] = @p
select * from [google_sync_accounts]
select * from [google_sync_accounts] order by [user_id] asc
select * from [google_sync_consents]
select * from [google_sync_contact_links]
select * from [google_sync_contact_links] order by [id] asc
select * from [google_sync_contact_links] where [client_guid] in (@p, …) and [stream_id] = @p order by [id] asc
select * from [google_sync_contact_links] where [client_id] = @p order by [id] asc
select * from [google_sync_contact_links] where [client_id] is not null order by [client_id] asc
select * from [google_sync_contact_links] where [client_id] is not null order by [id] asc
select * from [google_sync_contact_links] where [id] in (@p, …) order by [id] asc
select * from [google_sync_contact_links] where [question_id] = @p order by [id] asc
select * from [google_sync_contact_links] where [resource_name] in (@p, …) and [stream_id] = @p order by [id] asc
select * from [google_sync_contact_links] where [stream_id] = @p and [create_sent_at] is not null order by [id] asc
select * from [google_sync_contact_links] where [stream_id] = @p and [is_deleted_in_google] = @p and [client_guid] is null and [seen] is not null order by [id] asc
select * from [google_sync_contact_links] where [stream_id] = @p and [is_deleted_in_google] = @p and [resource_name] is not null and [client_guid] is not null and ([listing] is null or [listing] <> @p)
select * from [google_sync_contact_links] where [stream_id] = @p and [review] is not null and [question_id] is not null order by [id] asc
select * from [google_sync_contact_links] where [stream_id] = @p and [state] = @p and [is_labelled] = @p and [is_deleted_in_google] = @p and [seen] is not null and [question_id] is null order by [id] asc
select * from [google_sync_contact_links] where [stream_id] = @p and [state] in (@p, …) order by [id] asc
select * from [google_sync_contact_streams]
select * from [google_sync_journal]
select * from [google_sync_journal] where [run_id] = @p and [side] = @p and [state] = @p and [entry_guid] is not null and ([event_id] is null or [event_id] not like @p) and [action] = @p order by [id] asc
select * from [google_sync_journal] where [run_id] = @p order by [id] asc
select * from [google_sync_journal] where [side] = @p and [action] = @p and [entry_guid] in (@p, …) order by [id] asc
select * from [google_sync_links]
select * from [google_sync_links] order by [id] asc
select * from [google_sync_links] where [entry_guid] = @p
select * from [google_sync_links] where [id] in (@p, …) order by [id] asc
select * from [google_sync_links] where [question_id] = @p order by [id] asc
select * from [google_sync_links] where [stream_id] = @p and [state] = @p and [is_deleted_in_google] = @p and [event_id] is not null and ([listing] is null or [listing] <> @p)
select * from [google_sync_links] where [stream_id] = @p and [state] in (@p, …) order by [id] asc
select * from [google_sync_mail_state]
select * from [google_sync_mail_state] where [user_id] = @p order by [problem] asc
select * from [google_sync_questions]
select * from [google_sync_questions] where [answer] is null and [stream_id] = @p and [kind] = @p order by [id] asc
select * from [google_sync_questions] where [answer] is null and [stream_id] = @p order by [id] asc
select * from [google_sync_questions] where [answer] is null and [user_id] = @p order by [id] asc
select * from [google_sync_questions] where [answer] is null order by [id] asc
select * from [google_sync_runs]
select * from [google_sync_streams]
select * from [google_sync_streams] where [user_id] = @p order by [id] desc
select * from [session_event_lines] order by [id] asc
select * from [sessions] order by [id] asc
select * from [status_notes] order by [id] asc
select [answer] from [google_sync_questions]
select [c].[id], [c].[first_name], [c].[last_name], [c].[email] from [clients] as [c] inner join [client_group_members] as [m] on [m].[client_id] = [c].[id] where [m].[client_group_id] = @p and [c].[deleted_at] is null
select [client_id] from [client_group_members] where [client_group_id] = @p and [client_id] in (@p, …)
select [client_id], [label], [number] from [client_phones] order by [client_id] asc, [position] asc
select [clients].[id] from [clients] inner join [client_phones] on [client_phones].[client_id] = [clients].[id] where [clients].[is_inactive] = @p and [clients].[deleted_at] is null and [clients].[merged_into] is null and right(replace(replace(replace(replace(replace(replace(replace(client_phones.number, ' ', ''), '-', ''), '(', ''), ')', ''), '.', ''), '/', ''), '+', ''), 7) in (@p, …)
select [clients].[id] from [clients] where [clients].[is_inactive] = @p and [clients].[deleted_at] is null and [clients].[merged_into] is null and lower(clients.email) in (@p, …)
select [clients].[id], [clients].[first_name] from [clients] where [clients].[is_inactive] = @p and [clients].[deleted_at] is null and [clients].[merged_into] is null and lower(clients.last_name) in (@p, …)
select [clients].[id], [clients].[guid], [clients].[first_name], [clients].[last_name], [clients].[company], [clients].[job_title], [clients].[salutation], [clients].[email], [clients].[main_street], [clients].[main_city], [clients].[main_region], [clients].[main_postal_code], [clients].[main_country], [clients].[mailing_street], [clients].[mailing_city], [clients].[mailing_region], [clients].[mailing_postal_code], [clients].[mailing_country], [clients].[birth_date], [clients].[anniversary], [clients].[is_inactive], [clients].[merged_into], [clients].[deleted_at], [client_cards].[version], [client_cards].[changed_at] as [card_changed_at] from [clients] inner join [client_cards] on [client_cards].[client_id] = [clients].[id] where [clients].[id] in (@p, …) order by [clients].[id] asc
select [clients].[id], [clients].[guid], [clients].[first_name], [clients].[last_name], [clients].[company], [clients].[job_title], [clients].[salutation], [clients].[email], [clients].[main_street], [clients].[main_city], [clients].[main_region], [clients].[main_postal_code], [clients].[main_country], [clients].[mailing_street], [clients].[mailing_city], [clients].[mailing_region], [clients].[mailing_postal_code], [clients].[mailing_country], [clients].[birth_date], [clients].[anniversary], [clients].[notes], [clients].[status], [clients].[is_inactive], [clients].[merged_into], [clients].[deleted_at], [client_cards].[version] from [clients] inner join [client_cards] on [client_cards].[client_id] = [clients].[id] where [clients].[id] in (@p, …) order by [clients].[id] asc
select [company], [email] from [clients] order by [id] asc
select [deleted_at] from [sessions] where [id] = @p
select [e].[entry_guid] as [on_schedule], [l].* from [schedule_entries] as [e] left join [google_sync_links] as [l] on [l].[entry_guid] = [e].[entry_guid] and [l].[stream_id] = @p where [e].[user_id] = @p and ([l].[id] is null or (([l].[question_id] is null or (1 = @p and (coalesce(e.version, '') <> coalesce(l.studio_version, '') or ([l].[entry_guid] is null and [l].[is_deleted_in_google] = @p)))) and ([l].[attempts] = @p or ([l].[is_parked] = @p and [l].[retry_at] <= @p) or coalesce(l.tried_version, '') <> coalesce(e.version, '') or coalesce(l.tried_etag, '') <> coalesce(l.seen_etag, '')) and ([l].[directive] is not null or ([l].[state] = @p and (e.version is null or [l].[studio_version] is null or e.version <> l.studio_version or 1 = 1)) or ([l].[state] in (@p, …) and [l].[entry_guid] is not null and ([l].[state] = @p or e.version is null or e.version <> l.studio_version))))) order by [e].[starts_at] asc
select [e].[entry_guid] as [on_schedule], [l].* from [schedule_entries] as [e] left join [google_sync_links] as [l] on [l].[entry_guid] = [e].[entry_guid] and [l].[stream_id] = @p where [e].[user_id] = @p and ([l].[id] is null or (([l].[question_id] is null or (1 = @p and (coalesce(e.version, '') <> coalesce(l.studio_version, '') or ([l].[entry_guid] is null and [l].[is_deleted_in_google] = @p)))) and ([l].[attempts] = @p or ([l].[is_parked] = @p and [l].[retry_at] <= @p) or coalesce(l.tried_version, '') <> coalesce(e.version, '') or coalesce(l.tried_etag, '') <> coalesce(l.seen_etag, '')) and ([l].[directive] is not null or ([l].[state] = @p and (e.version is null or [l].[studio_version] is null or e.version <> l.studio_version or coalesce(l.seen_etag, '') <> coalesce(l.decided_etag, '') or 1 = 1)) or ([l].[state] in (@p, …) and [l].[entry_guid] is not null and ([l].[state] = @p or e.version is null or e.version <> l.studio_version)) or ([l].[state] = @p and [l].[is_old] = @p and [l].[left_out_reason] in (@p, …)) or ([l].[state] in (@p, …) and [l].[entry_guid] is null and ([l].[state] = @p or coalesce(l.seen_etag, '') <> coalesce(l.decided_etag, '')))))) order by [e].[starts_at] asc
select [e].[entry_guid] as [on_schedule], [l].* from [schedule_entries] as [e] left join [google_sync_links] as [l] on [l].[entry_guid] = [e].[entry_guid] and [l].[stream_id] = @p where [e].[user_id] = @p and ([l].[id] is null or (([l].[question_id] is null or (1 = @p and (coalesce(e.version, '') <> coalesce(l.studio_version, '') or ([l].[entry_guid] is null and [l].[is_deleted_in_google] = @p)))) and ([l].[attempts] = @p or ([l].[is_parked] = @p and [l].[retry_at] <= @p) or coalesce(l.tried_version, '') <> coalesce(e.version, '') or coalesce(l.tried_etag, '') <> coalesce(l.seen_etag, '')) and ([l].[directive] is not null or ([l].[state] = @p and (e.version is null or [l].[studio_version] is null or e.version <> l.studio_version or coalesce(l.seen_etag, '') <> coalesce(l.decided_etag, '') or 1 = 1)) or ([l].[state] in (@p, …) and [l].[entry_guid] is not null and ([l].[state] = @p or e.version is null or e.version <> l.studio_version)) or ([l].[state] in (@p, …) and [l].[entry_guid] is null and ([l].[state] = @p or coalesce(l.seen_etag, '') <> coalesce(l.decided_etag, '')))))) order by [e].[starts_at] asc
select [e].[entry_guid] as [on_schedule], [l].* from [schedule_entries] as [e] left join [google_sync_links] as [l] on [l].[entry_guid] = [e].[entry_guid] and [l].[stream_id] = @p where [e].[user_id] = @p and ([l].[id] is null or (([l].[question_id] is null or (1 = @p and (coalesce(e.version, '') <> coalesce(l.studio_version, '') or ([l].[entry_guid] is null and [l].[is_deleted_in_google] = @p)))) and ([l].[attempts] = @p or ([l].[is_parked] = @p and [l].[retry_at] <= @p) or coalesce(l.tried_version, '') <> coalesce(e.version, '') or coalesce(l.tried_etag, '') <> coalesce(l.seen_etag, '')) and ([l].[directive] is not null or ([l].[state] = @p and (e.version is null or [l].[studio_version] is null or e.version <> l.studio_version or coalesce(l.seen_etag, '') <> coalesce(l.decided_etag, '') or 1 = 1)) or ([l].[state] in (@p, …) and [l].[entry_guid] is not null) or ([l].[state] in (@p, …) and [l].[entry_guid] is null)))) order by [e].[starts_at] asc
select [e].[entry_guid] as [on_schedule], [l].* from [schedule_entries] as [e] left join [google_sync_links] as [l] on [l].[entry_guid] = [e].[entry_guid] and [l].[stream_id] = @p where [e].[user_id] = @p and ([l].[id] is null or (([l].[question_id] is null or (1 = @p and (coalesce(e.version, '') <> coalesce(l.studio_version, '') or ([l].[entry_guid] is null and [l].[is_deleted_in_google] = @p)))) and ([l].[attempts] = @p or ([l].[is_parked] = @p and [l].[retry_at] <= @p) or coalesce(l.tried_version, '') <> coalesce(e.version, '') or coalesce(l.tried_etag, '') <> coalesce(l.seen_etag, '')) and ([l].[directive] is not null or ([l].[state] = @p and (e.version is null or [l].[studio_version] is null or e.version <> l.studio_version or coalesce(l.seen_etag, '') <> coalesce(l.decided_etag, ''))) or ([l].[state] in (@p, …) and [l].[entry_guid] is not null and ([l].[state] = @p or e.version is null or e.version <> l.studio_version)) or ([l].[state] = @p and [l].[is_old] = @p and [l].[left_out_reason] in (@p, …)) or ([l].[state] in (@p, …) and [l].[entry_guid] is null and ([l].[state] = @p or coalesce(l.seen_etag, '') <> coalesce(l.decided_etag, '')))))) order by [e].[starts_at] asc
select [e].[entry_guid] as [on_schedule], [l].* from [schedule_entries] as [e] left join [google_sync_links] as [l] on [l].[entry_guid] = [e].[entry_guid] and [l].[stream_id] = @p where [e].[user_id] = @p and ([l].[id] is null or (([l].[question_id] is null or (1 = @p and (coalesce(e.version, '') <> coalesce(l.studio_version, '') or ([l].[entry_guid] is null and [l].[is_deleted_in_google] = @p)))) and ([l].[attempts] = @p or ([l].[is_parked] = @p and [l].[retry_at] <= @p) or coalesce(l.tried_version, '') <> coalesce(e.version, '') or coalesce(l.tried_etag, '') <> coalesce(l.seen_etag, '')) and ([l].[directive] is not null or ([l].[state] = @p and (e.version is null or [l].[studio_version] is null or e.version <> l.studio_version or coalesce(l.seen_etag, '') <> coalesce(l.decided_etag, ''))) or ([l].[state] in (@p, …) and [l].[entry_guid] is not null and ([l].[state] = @p or e.version is null or e.version <> l.studio_version)) or ([l].[state] in (@p, …) and [l].[entry_guid] is null and ([l].[state] = @p or coalesce(l.seen_etag, '') <> coalesce(l.decided_etag, '')))))) order by [e].[starts_at] asc
select [e].[entry_guid] as [on_schedule], [l].* from [schedule_entries] as [e] left join [google_sync_links] as [l] on [l].[entry_guid] = [e].[entry_guid] and [l].[stream_id] = @p where [e].[user_id] = @p and ([l].[id] is null or (([l].[question_id] is null or (1 = @p and (coalesce(e.version, '') <> coalesce(l.studio_version, '') or ([l].[entry_guid] is null and [l].[is_deleted_in_google] = @p)))) and ([l].[attempts] = @p or ([l].[is_parked] = @p and [l].[retry_at] <= @p) or coalesce(l.tried_version, '') <> coalesce(e.version, '') or coalesce(l.tried_etag, '') <> coalesce(l.seen_etag, '')) and ([l].[directive] is not null or ([l].[state] = @p and (e.version is null or [l].[studio_version] is null or e.version <> l.studio_version or coalesce(l.seen_etag, '') <> coalesce(l.decided_etag, ''))) or ([l].[state] in (@p, …) and [l].[entry_guid] is not null) or ([l].[state] in (@p, …) and [l].[entry_guid] is null)))) order by [e].[starts_at] asc
select [e].[entry_guid] as [on_schedule], [l].* from [schedule_entries] as [e] left join [google_sync_links] as [l] on [l].[entry_guid] = [e].[entry_guid] and [l].[stream_id] = @p where [e].[user_id] = @p and ([l].[id] is null or (([l].[question_id] is null or (1 = @p and (coalesce(e.version, '') <> coalesce(l.studio_version, '') or ([l].[entry_guid] is null and [l].[is_deleted_in_google] = @p)))) and ([l].[attempts] = @p or ([l].[is_parked] = @p and [l].[retry_at] <= @p) or coalesce(l.tried_version, '') <> coalesce(e.version, '') or coalesce(l.tried_etag, '') <> coalesce(l.seen_etag, '')) and ([l].[directive] is not null or ([l].[state] = @p and (e.version is null or [l].[studio_version] is null or e.version <> l.studio_version)) or ([l].[state] in (@p, …) and [l].[entry_guid] is not null and ([l].[state] = @p or e.version is null or e.version <> l.studio_version))))) order by [e].[starts_at] asc
select [e].[entry_guid] as [on_schedule], [l].* from [schedule_entries] as [e] left join [google_sync_links] as [l] on [l].[entry_guid] = [e].[entry_guid] and [l].[stream_id] = @p where [e].[user_id] = @p and ([l].[id] is null or (([l].[question_id] is null or ([l].[question_id] in (@p, …) and (coalesce(e.version, '') <> coalesce(l.studio_version, '') or ([l].[entry_guid] is null and [l].[is_deleted_in_google] = @p)))) and ([l].[attempts] = @p or ([l].[is_parked] = @p and [l].[retry_at] <= @p) or coalesce(l.tried_version, '') <> coalesce(e.version, '') or coalesce(l.tried_etag, '') <> coalesce(l.seen_etag, '')) and ([l].[directive] is not null or ([l].[state] = @p and (e.version is null or [l].[studio_version] is null or e.version <> l.studio_version or coalesce(l.seen_etag, '') <> coalesce(l.decided_etag, ''))) or ([l].[state] in (@p, …) and [l].[entry_guid] is not null and ([l].[state] = @p or e.version is null or e.version <> l.studio_version)) or ([l].[state] in (@p, …) and [l].[entry_guid] is null and ([l].[state] = @p or coalesce(l.seen_etag, '') <> coalesce(l.decided_etag, '')))))) order by [e].[starts_at] asc
select [entry_guid] from [appointments] where [client_id] = @p
select [entry_guid] from [google_sync_journal] where [run_id] = @p and [side] = @p and [state] = @p and [entry_guid] is not null and ([event_id] is null or [event_id] not like @p) and [action] in (@p, …) order by [id] asc
select [entry_guid] from [session_event_lines] where [session_id] in (select [id] from [sessions] where [client_id] = @p)
select [entry_guid] from [sessions] where [client_id] = @p
select [entry_guid], [version] from [schedule_entries] where [kind] = @p and [entry_guid] in (@p, …)
select [id] from [appointments] where [description] = @p
select [id] from [clients] where [merged_into] = @p
select [id] from [google_sync_journal]
select [id], [agreed_studio], [agreed_google], [seen] from [google_sync_links] where [entry_guid] in (@p, …)
select [id], [client_guid], [entry_guids_json], [erased_at] from [erasures] where [id] > @p order by [id] asc
select [id], [client_id], [label], [number] from [client_phones] where [client_id] in (@p, …) order by [client_id] asc, [position] asc, [id] asc
select [id], [event_id], [seen_etag], [is_deleted_in_google] from [google_sync_links] where [stream_id] = @p and [event_id] in (@p, …)
select [id], [guid], [initials], [first_name], [last_name], [email], [is_inactive] from [users] order by [initials] asc
select [id], [guid], [name], [is_inactive] from [client_groups] order by [name] asc
select [id], [initials], [first_name], [last_name], [email], [security_group_id], [colour], [is_inactive], convert(varchar(20), convert(bigint, users.row_version)) as own_version from [users] order by [initials] asc
select [id], [options] from [google_sync_questions] where [id] in (select [question_id] from [google_sync_contact_links] where ([client_guid] = @p or [review] like @p))
select [id], [resource_name], [seen_etag], [seen_updated_at], [is_deleted_in_google] from [google_sync_contact_links] where [stream_id] = @p and [resource_name] in (@p, …)
select [l].* from [google_sync_links] as [l] where [l].[stream_id] = @p and [l].[state] in (@p, …) and [l].[entry_guid] is null and (([l].[question_id] is null or (1 = @p and (coalesce(cast(null as varchar(120)), '') <> coalesce(l.studio_version, '') or ([l].[entry_guid] is null and [l].[is_deleted_in_google] = @p)))) and ([l].[attempts] = @p or ([l].[is_parked] = @p and [l].[retry_at] <= @p) or coalesce(l.tried_version, '') <> coalesce(cast(null as varchar(120)), '') or coalesce(l.tried_etag, '') <> coalesce(l.seen_etag, '')) and ([l].[directive] is not null or ([l].[state] = @p and (cast(null as varchar(120)) is null or [l].[studio_version] is null or cast(null as varchar(120)) <> l.studio_version or 1 = 1)) or ([l].[state] in (@p, …) and [l].[entry_guid] is not null and ([l].[state] = @p or cast(null as varchar(120)) is null or cast(null as varchar(120)) <> l.studio_version))))
select [l].* from [google_sync_links] as [l] where [l].[stream_id] = @p and [l].[state] in (@p, …) and [l].[entry_guid] is null and (([l].[question_id] is null or (1 = @p and (coalesce(cast(null as varchar(120)), '') <> coalesce(l.studio_version, '') or ([l].[entry_guid] is null and [l].[is_deleted_in_google] = @p)))) and ([l].[attempts] = @p or ([l].[is_parked] = @p and [l].[retry_at] <= @p) or coalesce(l.tried_version, '') <> coalesce(cast(null as varchar(120)), '') or coalesce(l.tried_etag, '') <> coalesce(l.seen_etag, '')) and ([l].[directive] is not null or ([l].[state] = @p and (cast(null as varchar(120)) is null or [l].[studio_version] is null or cast(null as varchar(120)) <> l.studio_version or coalesce(l.seen_etag, '') <> coalesce(l.decided_etag, '') or 1 = 1)) or ([l].[state] in (@p, …) and [l].[entry_guid] is not null and ([l].[state] = @p or cast(null as varchar(120)) is null or cast(null as varchar(120)) <> l.studio_version)) or ([l].[state] = @p and [l].[is_old] = @p and [l].[left_out_reason] in (@p, …)) or ([l].[state] in (@p, …) and [l].[entry_guid] is null and ([l].[state] = @p or coalesce(l.seen_etag, '') <> coalesce(l.decided_etag, '')))))
select [l].* from [google_sync_links] as [l] where [l].[stream_id] = @p and [l].[state] in (@p, …) and [l].[entry_guid] is null and (([l].[question_id] is null or (1 = @p and (coalesce(cast(null as varchar(120)), '') <> coalesce(l.studio_version, '') or ([l].[entry_guid] is null and [l].[is_deleted_in_google] = @p)))) and ([l].[attempts] = @p or ([l].[is_parked] = @p and [l].[retry_at] <= @p) or coalesce(l.tried_version, '') <> coalesce(cast(null as varchar(120)), '') or coalesce(l.tried_etag, '') <> coalesce(l.seen_etag, '')) and ([l].[directive] is not null or ([l].[state] = @p and (cast(null as varchar(120)) is null or [l].[studio_version] is null or cast(null as varchar(120)) <> l.studio_version or coalesce(l.seen_etag, '') <> coalesce(l.decided_etag, '') or 1 = 1)) or ([l].[state] in (@p, …) and [l].[entry_guid] is not null and ([l].[state] = @p or cast(null as varchar(120)) is null or cast(null as varchar(120)) <> l.studio_version)) or ([l].[state] in (@p, …) and [l].[entry_guid] is null and ([l].[state] = @p or coalesce(l.seen_etag, '') <> coalesce(l.decided_etag, '')))))
select [l].* from [google_sync_links] as [l] where [l].[stream_id] = @p and [l].[state] in (@p, …) and [l].[entry_guid] is null and (([l].[question_id] is null or (1 = @p and (coalesce(cast(null as varchar(120)), '') <> coalesce(l.studio_version, '') or ([l].[entry_guid] is null and [l].[is_deleted_in_google] = @p)))) and ([l].[attempts] = @p or ([l].[is_parked] = @p and [l].[retry_at] <= @p) or coalesce(l.tried_version, '') <> coalesce(cast(null as varchar(120)), '') or coalesce(l.tried_etag, '') <> coalesce(l.seen_etag, '')) and ([l].[directive] is not null or ([l].[state] = @p and (cast(null as varchar(120)) is null or [l].[studio_version] is null or cast(null as varchar(120)) <> l.studio_version or coalesce(l.seen_etag, '') <> coalesce(l.decided_etag, '') or 1 = 1)) or ([l].[state] in (@p, …) and [l].[entry_guid] is not null) or ([l].[state] in (@p, …) and [l].[entry_guid] is null)))
select [l].* from [google_sync_links] as [l] where [l].[stream_id] = @p and [l].[state] in (@p, …) and [l].[entry_guid] is null and (([l].[question_id] is null or (1 = @p and (coalesce(cast(null as varchar(120)), '') <> coalesce(l.studio_version, '') or ([l].[entry_guid] is null and [l].[is_deleted_in_google] = @p)))) and ([l].[attempts] = @p or ([l].[is_parked] = @p and [l].[retry_at] <= @p) or coalesce(l.tried_version, '') <> coalesce(cast(null as varchar(120)), '') or coalesce(l.tried_etag, '') <> coalesce(l.seen_etag, '')) and ([l].[directive] is not null or ([l].[state] = @p and (cast(null as varchar(120)) is null or [l].[studio_version] is null or cast(null as varchar(120)) <> l.studio_version or coalesce(l.seen_etag, '') <> coalesce(l.decided_etag, ''))) or ([l].[state] in (@p, …) and [l].[entry_guid] is not null and ([l].[state] = @p or cast(null as varchar(120)) is null or cast(null as varchar(120)) <> l.studio_version)) or ([l].[state] = @p and [l].[is_old] = @p and [l].[left_out_reason] in (@p, …)) or ([l].[state] in (@p, …) and [l].[entry_guid] is null and ([l].[state] = @p or coalesce(l.seen_etag, '') <> coalesce(l.decided_etag, '')))))
select [l].* from [google_sync_links] as [l] where [l].[stream_id] = @p and [l].[state] in (@p, …) and [l].[entry_guid] is null and (([l].[question_id] is null or (1 = @p and (coalesce(cast(null as varchar(120)), '') <> coalesce(l.studio_version, '') or ([l].[entry_guid] is null and [l].[is_deleted_in_google] = @p)))) and ([l].[attempts] = @p or ([l].[is_parked] = @p and [l].[retry_at] <= @p) or coalesce(l.tried_version, '') <> coalesce(cast(null as varchar(120)), '') or coalesce(l.tried_etag, '') <> coalesce(l.seen_etag, '')) and ([l].[directive] is not null or ([l].[state] = @p and (cast(null as varchar(120)) is null or [l].[studio_version] is null or cast(null as varchar(120)) <> l.studio_version or coalesce(l.seen_etag, '') <> coalesce(l.decided_etag, ''))) or ([l].[state] in (@p, …) and [l].[entry_guid] is not null and ([l].[state] = @p or cast(null as varchar(120)) is null or cast(null as varchar(120)) <> l.studio_version)) or ([l].[state] in (@p, …) and [l].[entry_guid] is null and ([l].[state] = @p or coalesce(l.seen_etag, '') <> coalesce(l.decided_etag, '')))))
select [l].* from [google_sync_links] as [l] where [l].[stream_id] = @p and [l].[state] in (@p, …) and [l].[entry_guid] is null and (([l].[question_id] is null or (1 = @p and (coalesce(cast(null as varchar(120)), '') <> coalesce(l.studio_version, '') or ([l].[entry_guid] is null and [l].[is_deleted_in_google] = @p)))) and ([l].[attempts] = @p or ([l].[is_parked] = @p and [l].[retry_at] <= @p) or coalesce(l.tried_version, '') <> coalesce(cast(null as varchar(120)), '') or coalesce(l.tried_etag, '') <> coalesce(l.seen_etag, '')) and ([l].[directive] is not null or ([l].[state] = @p and (cast(null as varchar(120)) is null or [l].[studio_version] is null or cast(null as varchar(120)) <> l.studio_version or coalesce(l.seen_etag, '') <> coalesce(l.decided_etag, ''))) or ([l].[state] in (@p, …) and [l].[entry_guid] is not null) or ([l].[state] in (@p, …) and [l].[entry_guid] is null)))
select [l].* from [google_sync_links] as [l] where [l].[stream_id] = @p and [l].[state] in (@p, …) and [l].[entry_guid] is null and (([l].[question_id] is null or (1 = @p and (coalesce(cast(null as varchar(120)), '') <> coalesce(l.studio_version, '') or ([l].[entry_guid] is null and [l].[is_deleted_in_google] = @p)))) and ([l].[attempts] = @p or ([l].[is_parked] = @p and [l].[retry_at] <= @p) or coalesce(l.tried_version, '') <> coalesce(cast(null as varchar(120)), '') or coalesce(l.tried_etag, '') <> coalesce(l.seen_etag, '')) and ([l].[directive] is not null or ([l].[state] = @p and (cast(null as varchar(120)) is null or [l].[studio_version] is null or cast(null as varchar(120)) <> l.studio_version)) or ([l].[state] in (@p, …) and [l].[entry_guid] is not null and ([l].[state] = @p or cast(null as varchar(120)) is null or cast(null as varchar(120)) <> l.studio_version))))
select [l].* from [google_sync_links] as [l] where [l].[stream_id] = @p and [l].[state] in (@p, …) and [l].[entry_guid] is null and (([l].[question_id] is null or ([l].[question_id] in (@p, …) and (coalesce(cast(null as varchar(120)), '') <> coalesce(l.studio_version, '') or ([l].[entry_guid] is null and [l].[is_deleted_in_google] = @p)))) and ([l].[attempts] = @p or ([l].[is_parked] = @p and [l].[retry_at] <= @p) or coalesce(l.tried_version, '') <> coalesce(cast(null as varchar(120)), '') or coalesce(l.tried_etag, '') <> coalesce(l.seen_etag, '')) and ([l].[directive] is not null or ([l].[state] = @p and (cast(null as varchar(120)) is null or [l].[studio_version] is null or cast(null as varchar(120)) <> l.studio_version or coalesce(l.seen_etag, '') <> coalesce(l.decided_etag, ''))) or ([l].[state] in (@p, …) and [l].[entry_guid] is not null and ([l].[state] = @p or cast(null as varchar(120)) is null or cast(null as varchar(120)) <> l.studio_version)) or ([l].[state] in (@p, …) and [l].[entry_guid] is null and ([l].[state] = @p or coalesce(l.seen_etag, '') <> coalesce(l.decided_etag, '')))))
select [l].[entry_guid], [l].[user_id], [l].[deleted_at], [r].[removed_at] from [session_event_lines] as [l] left join [schedule_removals] as [r] on [r].[entry_guid] = [l].[entry_guid] and [r].[user_id] = @p and [r].[role] = @p where [l].[session_id] = @p and ([l].[user_id] = @p or ([l].[user_id] is null and [r].[id] is not null)) order by [l].[is_primary] desc, [l].[id] asc
select [m].[client_id] from [client_members] as [m] left join [google_sync_contact_links] as [l] on [l].[client_guid] = [m].[client_guid] and [l].[stream_id] = @p where [m].[client_group_id] = @p and [l].[id] is null order by [m].[client_id] asc
select [note] from [status_notes] where [entry_guid] = @p
select [note] from [status_notes] where [entry_guid] = @p order by [id] asc
select [notes] from [appointments] where [id] = @p
select [role] from [schedule_removals] where [entry_guid] = @p and [user_id] = @p order by [id] desc
select [state], [client_guid], [seen] from [google_sync_contact_links]
select [state], count(*) as items from [google_sync_contact_links] where [stream_id] = @p group by [state]
select [status], [deleted_at] from [sessions]
select [user_id] from [appointment_users] where [appointment_id] = @p
select [user_id] from [session_event_lines] where [session_id] = @p and [is_visible] = @p and [deleted_at] is null
select [user_id], [entry_guid], [kind], [record_id], [version], [changed_at], [starts_at], [ends_at], [is_all_day], [description], [location], [notes], [client_id], [client_first_name], [client_last_name], [client_company], [client_phone], [session_type], [user_count], [repeat_id], [origin], [is_private], [private_owner_user_id], [is_free], [own_id], [own_version] from [schedule_details] where [user_id] = @p and [entry_guid] in (@p, …)
select [user_id], [entry_guid], [kind], [record_id], [version], [changed_at], [starts_at], [ends_at], [is_all_day], [description], [location], [notes], [client_id], [client_first_name], [client_last_name], [client_company], [client_phone], [session_type], [user_count], [repeat_id], [origin], [is_private], [private_owner_user_id], [is_free], [own_id], [own_version] from [schedule_details] where [user_id] = @p order by [starts_at] asc, [entry_guid] asc
select count(*) as all_links, sum(case when attempts > 0 and is_parked = 0 then 1 else 0 end) as waiting, sum(is_parked) as parked from [google_sync_links] where [stream_id] = @p
select count(*) as items from [google_sync_contact_links] where [stream_id] = @p and [is_parked] = @p and ([attempts] > @p or [create_sent_at] is not null)
select count(distinct coalesce(repeat_id, -id)) as total, count(distinct case when ends_at > @p then coalesce(repeat_id, -id) end) as to_come from [google_sync_links] where [stream_id] = @p and [state] = @p
select distinct [user_id] from [google_sync_runs] where [id] in (select [run_id] from [google_sync_journal] where [entry_guid] in (@p, …))
select distinct [user_id] from [google_sync_streams] where [id] in (select [stream_id] from [google_sync_links] where [entry_guid] in (@p, …))
select sysutcdatetime() as instant
select top (@p) * from [appointments] where [id] = @p
select top (@p) * from [google_sync_accounts] where [calendar_id] = @p
select top (@p) * from [google_sync_accounts] where [sub] = @p
select top (@p) * from [google_sync_accounts] where [user_id] = @p
select top (@p) * from [google_sync_consents] where [state_hash] = @p
select top (@p) * from [google_sync_contact_streams] where [id] = @p
select top (@p) * from [google_sync_contact_streams] where [user_id] = @p and [account_sub] = @p
select top (@p) * from [google_sync_links] where [stream_id] = @p and [event_id] = @p
select top (@p) * from [google_sync_questions] where [id] = @p
select top (@p) * from [google_sync_runs] order by [id] desc
select top (@p) * from [google_sync_runs] where [id] = @p
select top (@p) * from [google_sync_runs] where [user_id] = @p order by [id] desc
select top (@p) * from [google_sync_streams] where [id] = @p
select top (@p) * from [google_sync_streams] where [user_id] = @p and [account_sub] = @p and [calendar_id] = @p
select top (@p) * from [session_event_lines] where [id] = @p
select top (@p) * from [sessions] where [id] = @p
select top (@p) [booked_by_user_id] from [appointments] where [id] = @p
select top (@p) [client_id] from [client_members] where [client_group_id] = @p and [client_id] = @p
select top (@p) [entry_guid], [photographer_id], [assistant_id], [booked_by_user_id], [has_advanced_scheduling] from [sessions] where [id] = @p
select top (@p) [id] from [appointment_users] where [appointment_id] = @p and [user_id] = @p
select top (@p) [id] from [appointments] where [client_id] = @p and [deleted_at] is null
select top (@p) [id] from [appointments] where [entry_guid] = @p and [converted_to_session_id] is null
select top (@p) [id] from [clients] where [first_name] = @p
select top (@p) [id] from [google_sync_links] where [stream_id] = @p
select top (@p) [id] from [sessions] where [client_id] = @p and [deleted_at] is null
select top (@p) [id], [guid], [initials], [first_name], [last_name], [email], [is_inactive] from [users] where [id] = @p
select top (@p) [id], [photographer_id], [assistant_id], [has_advanced_scheduling] from [sessions] where [entry_guid] = @p
select top (@p) [is_inactive] from [users] where [id] = @p
select top (@p) [session_event_lines].[is_primary], convert(varchar(20), convert(bigint, sessions.row_version)) as session_version from [session_event_lines] inner join [sessions] on [sessions].[id] = [session_event_lines].[session_id] where [session_event_lines].[id] = @p
select top (@p) [sessions].[id], [photographer_id], [assistant_id], [has_advanced_scheduling] from [session_event_lines] inner join [sessions] on [sessions].[id] = [session_event_lines].[session_id] where [session_event_lines].[entry_guid] = @p
select top (@p) [starts_at], [ends_at] from [appointments] where [id] = @p
select top (@p) [user_id], [entry_guid], [kind], [record_id], [version], [changed_at], [starts_at], [ends_at], [is_all_day], [description], [location], [notes], [client_id], [client_first_name], [client_last_name], [client_company], [client_phone], [session_type], [user_count], [repeat_id], [origin], [is_private], [private_owner_user_id], [is_free], [own_id], [own_version] from [schedule_details] where [user_id] = @p and [entry_guid] = @p and [version] = @p
select top (@p) [value] from [google_sync_upkeep] where [name] = @p
select top (@p) [version] from [client_members] where [client_group_id] = @p and [client_id] = @p
select top (@p) [version] from [schedule_entries] where [user_id] = @p and [entry_guid] = @p
update [appointments] set [changed_at] = @p where [id] = @p and convert(varchar(20), convert(bigint, appointments.row_version)) = @p;select @@rowcount
update [appointments] set [changed_at] = @p, [deleted_at] = @p where [id] = @p and convert(varchar(20), convert(bigint, appointments.row_version)) = @p;select @@rowcount
update [appointments] set [client_id] = @p where [client_id] = @p;select @@rowcount
update [appointments] set [client_id] = @p, [changed_at] = @p where [id] = @p;select @@rowcount
update [appointments] set [client_id] = @p, [description] = @p, [notes] = @p, [location] = @p, [changed_at] = @p where [id] = @p;select @@rowcount
update [appointments] set [converted_to_session_id] = @p, [changed_at] = @p where [id] = @p;select @@rowcount
update [appointments] set [deleted_at] = @p where [id] = @p;select @@rowcount
update [appointments] set [deleted_at] = @p, [changed_at] = @p where [id] = @p;select @@rowcount
update [appointments] set [deleted_at] = @p;select @@rowcount
update [appointments] set [description] = @p, [changed_at] = @p where [id] = @p and convert(varchar(20), convert(bigint, appointments.row_version)) = @p;select @@rowcount
update [appointments] set [description] = @p, [changed_at] = @p where [id] = @p;select @@rowcount
update [appointments] set [description] = @p, [location] = @p, [changed_at] = @p where [id] = @p and convert(varchar(20), convert(bigint, appointments.row_version)) = @p;select @@rowcount
update [appointments] set [description] = @p, [location] = @p, [changed_at] = @p where [id] = @p;select @@rowcount
update [appointments] set [description] = @p, [location] = @p, [starts_at] = @p, [ends_at] = @p, [is_all_day] = @p, [status] = case when status = 'confirmed' then 'scheduled' else status end, [changed_at] = @p where [id] = @p and convert(varchar(20), convert(bigint, appointments.row_version)) = @p;select @@rowcount
update [appointments] set [description] = @p, [notes] = @p, [changed_at] = @p where [id] = @p;select @@rowcount
update [appointments] set [description] = @p, [starts_at] = @p, [ends_at] = @p, [is_all_day] = @p, [status] = case when status = 'confirmed' then 'scheduled' else status end, [changed_at] = @p where [id] = @p and convert(varchar(20), convert(bigint, appointments.row_version)) = @p;select @@rowcount
update [appointments] set [ends_at] = @p, [changed_at] = @p where [id] = @p;select @@rowcount
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
update [appointments] set [starts_at] = @p, [ends_at] = @p, [is_all_day] = @p, [status] = case when status = 'confirmed' then 'scheduled' else status end, [changed_at] = @p where [id] = @p and convert(varchar(20), convert(bigint, appointments.row_version)) = @p;select @@rowcount
update [appointments] set [starts_at] = @p, [location] = @p, [notes] = @p, [changed_at] = @p where [id] = @p;select @@rowcount
update [appointments] set [status] = @p where [id] = @p and [status] = @p;select @@rowcount
update [appointments] set [status] = @p, [changed_at] = @p where [id] = @p and convert(varchar(20), convert(bigint, appointments.row_version)) = @p;select @@rowcount
update [appointments] set [status] = @p, [changed_at] = @p where [id] = @p;select @@rowcount
update [appointments] set [status] = @p, [starts_at] = @p, [changed_at] = @p where [id] = @p;select @@rowcount
update [client_group_members] set [client_id] = @p where [client_id] = @p and [client_group_id] not in (select [client_group_id] from [client_group_members] where [client_id] = @p);select @@rowcount
update [client_groups] set [is_inactive] = @p where [id] = @p;select @@rowcount
update [client_groups] set [is_inactive] = @p, [changed_at] = @p where [id] = @p;select @@rowcount
update [client_phones] set [label] = @p, [number] = @p, [position] = @p, [changed_at] = @p where [id] = @p and [client_id] = @p and (not [label] = @p or not [number] = @p or not [position] = @p);select @@rowcount
update [client_phones] set [number] = @p where [client_id] = @p;select @@rowcount
update [client_phones] set [number] = @p, [changed_at] = @p where [client_id] = @p;select @@rowcount
update [client_phones] set [number] = @p, [changed_at] = @p where [id] = @p;select @@rowcount
update [client_phones] set [number] = @p;select @@rowcount
update [clients] set [changed_at] = @p where [id] = @p and exists (select [client_cards].[client_id] from [client_cards] where client_cards.client_id = clients.id and [client_cards].[version] = @p);select @@rowcount
update [clients] set [company] = @p, [changed_at] = @p where [id] = @p and exists (select [client_cards].[client_id] from [client_cards] where client_cards.client_id = clients.id and [client_cards].[version] = @p);select @@rowcount
update [clients] set [company] = @p, [changed_at] = @p where [id] = @p;select @@rowcount
update [clients] set [deleted_at] = @p where [id] = @p and exists (select [client_cards].[client_id] from [client_cards] where client_cards.client_id = clients.id and [client_cards].[version] = @p);select @@rowcount
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
update [clients] set [first_name] = @p, [last_name] = @p, [company] = @p, [job_title] = @p, [salutation] = @p, [email] = @p, [main_street] = @p, [main_city] = @p, [main_region] = @p, [main_postal_code] = @p, [main_country] = @p, [mailing_street] = @p, [mailing_city] = @p, [mailing_region] = @p, [mailing_postal_code] = @p, [mailing_country] = @p, [birth_date] = @p, [anniversary] = @p, [notes] = @p, [status] = @p, [is_inactive] = @p where [id] = @p and exists (select [client_cards].[client_id] from [client_cards] where client_cards.client_id = clients.id and [client_cards].[version] = @p);select @@rowcount
update [clients] set [first_name] = @p, [last_name] = @p, [company] = @p, [job_title] = @p, [salutation] = @p, [email] = @p, [main_street] = @p, [main_city] = @p, [main_region] = @p, [main_postal_code] = @p, [main_country] = @p, [mailing_street] = @p, [mailing_city] = @p, [mailing_region] = @p, [mailing_postal_code] = @p, [mailing_country] = @p, [birth_date] = @p, [anniversary] = @p, [notes] = @p, [status] = @p, [is_inactive] = @p, [deleted_at] = @p where [id] in (@p, …);select @@rowcount
update [clients] set [first_name] = @p, [last_name] = @p, [email] = @p, [changed_at] = @p where [id] = @p and exists (select [client_cards].[client_id] from [client_cards] where client_cards.client_id = clients.id and [client_cards].[version] = @p);select @@rowcount
update [clients] set [first_name] = @p, [last_name] = @p, [salutation] = @p, [company] = @p, [job_title] = @p, [email] = @p, [birth_date] = @p, [anniversary] = @p, [main_street] = @p, [main_city] = @p, [main_region] = @p, [main_postal_code] = @p, [main_country] = @p, [changed_at] = @p where [id] = @p and exists (select [client_cards].[client_id] from [client_cards] where client_cards.client_id = clients.id and [client_cards].[version] = @p);select @@rowcount
update [clients] set [is_inactive] = @p where [id] = @p;select @@rowcount
update [clients] set [last_name] = @p, [changed_at] = @p where [id] = @p;select @@rowcount
update [clients] set [last_name] = @p, [main_city] = @p, [changed_at] = @p where [id] = @p;select @@rowcount
update [clients] set [main_street] = @p, [main_city] = @p, [main_region] = @p, [main_postal_code] = @p, [main_country] = @p, [changed_at] = @p where [id] = @p and exists (select [client_cards].[client_id] from [client_cards] where client_cards.client_id = clients.id and [client_cards].[version] = @p);select @@rowcount
update [clients] set [merged_into] = @p, [deleted_at] = @p where [id] = @p and exists (select [client_cards].[client_id] from [client_cards] where client_cards.client_id = clients.id and [client_cards].[version] = @p);select @@rowcount
update [clients] set [merged_into] = @p, [deleted_at] = @p, [changed_at] = @p where [id] = @p;select @@rowcount
update [erasures] set [erased_at] = @p;select @@rowcount
update [google_sync_accounts] set [calendar_id] = @p, [calendar_name] = @p, [calendar_zone] = @p where [user_id] = @p;select @@rowcount
update [google_sync_accounts] set [email] = @p, [may_use_calendar] = @p, [may_list_calendars] = @p, [may_use_contacts] = @p, [state] = @p, [state_since] = @p, [tokens] = @p where [user_id] = @p and [sub] = @p;select @@rowcount
update [google_sync_accounts] set [is_confirmed] = @p where [user_id] = @p;select @@rowcount
update [google_sync_accounts] set [state] = @p, [state_since] = @p where [user_id] = @p and not [state] = @p;select @@rowcount
update [google_sync_accounts] set [tokens] = @p where [user_id] = @p and [sub] = @p;select @@rowcount
update [google_sync_accounts] set [tokens] = @p where [user_id] = @p;select @@rowcount
update [google_sync_contact_links] set [agreed_studio] = @p, [agreed_google] = @p, [seen] = @p, [review] = @p, [problem] = @p where [state] = @p and [client_guid] is null and [seen] is not null;select @@rowcount
update [google_sync_contact_links] set [agreed_studio] = @p, [agreed_google] = @p, [seen] = @p, [review] = @p, [problem] = @p, [state] = @p, [client_id] = @p, [client_guid] = @p, [is_labelled] = @p where [client_guid] = @p;select @@rowcount
update [google_sync_contact_links] set [client_guid] = @p, [client_id] = @p where [id] = @p;select @@rowcount
update [google_sync_contact_links] set [is_labelled] = @p where [stream_id] = @p and [is_labelled] = @p;select @@rowcount
update [google_sync_contact_links] set [listing] = @p where [id] in (@p, …);select @@rowcount
update [google_sync_contact_links] set [listing] = @p where [stream_id] = @p and [resource_name] in (@p, …);select @@rowcount
update [google_sync_contact_links] set [question_id] = @p where [client_id] = @p;select @@rowcount
update [google_sync_contact_links] set [question_id] = @p;select @@rowcount
update [google_sync_contact_streams] set [enabled_at] = @p, [matched_at] = @p, [google_baseline_at] = @p, [sync_token] = @p, [link_count] = @p, [two_way_since] = @p where [id] = @p;select @@rowcount
update [google_sync_contact_streams] set [group_guid] = @p, [enabled_at] = @p, [two_way_since] = @p, [matched_at] = @p, [google_baseline_at] = @p, [sync_token] = @p, [read_at] = @p, [label] = @p, [label_name] = @p, [is_label_remade] = @p, [listing] = @p, [link_count] = @p, [last_success_at] = @p where [id] = @p;select @@rowcount
update [google_sync_contact_streams] set [group_guid] = @p, [google_baseline_at] = @p, [link_count] = @p, [last_success_at] = @p where [id] = @p;select @@rowcount
update [google_sync_contact_streams] set [group_guid] = @p, [link_count] = @p, [last_success_at] = @p where [id] = @p;select @@rowcount
update [google_sync_contact_streams] set [label] = @p, [label_name] = @p where [id] = @p;select @@rowcount
update [google_sync_contact_streams] set [label] = @p, [label_name] = @p, [is_label_remade] = @p where [id] = @p;select @@rowcount
update [google_sync_contact_streams] set [link_count] = @p where [id] = @p;select @@rowcount
update [google_sync_contact_streams] set [link_count] = @p where [link_count] > @p and not exists (select [id] from [google_sync_contact_links] where google_sync_contact_links.stream_id = google_sync_contact_streams.id);select @@rowcount
update [google_sync_contact_streams] set [listing] = @p, [sync_token] = @p where [id] = @p;select @@rowcount
update [google_sync_contact_streams] set [matched_at] = @p, [sync_token] = @p where [id] = @p;select @@rowcount
update [google_sync_contact_streams] set [sync_token] = @p where [id] = @p;select @@rowcount
update [google_sync_contact_streams] set [sync_token] = @p, [read_at] = @p, [matched_at] = @p where [id] = @p;select @@rowcount
update [google_sync_contact_streams] set [two_way_since] = @p where [id] = @p;select @@rowcount
update [google_sync_contact_streams] set [two_way_since] = @p, [google_baseline_at] = @p where [id] = @p;select @@rowcount
update [google_sync_journal] set [state] = @p, [problem] = @p where [id] in (@p, …);select @@rowcount
update [google_sync_links] set [agreed_studio] = @p, [agreed_google] = @p where [id] = @p;select @@rowcount
update [google_sync_links] set [agreed_studio] = @p, [agreed_google] = @p, [seen] = @p, [lost_values] = @p, [problem] = @p where [id] = @p;select @@rowcount
update [google_sync_links] set [agreed_studio] = @p, [agreed_google] = @p, [seen] = @p, [lost_values] = @p, [problem] = @p where [state] = @p and [event_id] in (select [event_id] from [google_sync_journal] where [entry_guid] in (@p, …) and [event_id] is not null);select @@rowcount
update [google_sync_links] set [agreed_studio] = @p, [agreed_google] = @p, [seen] = @p, [lost_values] = @p, [problem] = @p where [state] = @p and [seen] is not null and ([ends_at] is null or [ends_at] < @p);select @@rowcount
update [google_sync_links] set [attempts] = @p, [directive] = @p, [agreed_studio] = @p, [agreed_google] = @p where [id] = @p;select @@rowcount
update [google_sync_links] set [attempts] = @p, [problem] = @p, [tried_version] = @p, [tried_etag] = @p, [question_id] = @p, [retry_at] = @p, [directive] = @p, [lost_values] = @p, [is_parked] = @p where [id] = @p;select @@rowcount
update [google_sync_links] set [directive] = @p, [agreed_studio] = @p, [agreed_google] = @p where [id] = @p;select @@rowcount
update [google_sync_links] set [directive] = @p, [is_deleted_in_google] = @p where [id] = @p;select @@rowcount
update [google_sync_links] set [entry_guid] = @p where [id] = @p;select @@rowcount
update [google_sync_links] set [entry_guid] = @p, [studio_version] = @p;select @@rowcount
update [google_sync_links] set [is_deleted_in_google] = @p, [seen_etag] = @p where [id] in (@p, …);select @@rowcount
update [google_sync_links] set [is_deleted_in_google] = @p, [seen_etag] = @p where [stream_id] = @p and [state] in (@p, …) and [entry_guid] is null and ([listing] is null or [listing] <> @p) and [question_id] is not null;select @@rowcount
update [google_sync_links] set [listing] = @p where [id] in (@p, …);select @@rowcount
update [google_sync_links] set [question_id] = @p where [id] = @p;select @@rowcount
update [google_sync_links] set [question_id] = @p;select @@rowcount
update [google_sync_links] set [seen_etag] = @p, [decided_etag] = @p, [seen] = @p where [id] = @p;select @@rowcount
update [google_sync_links] set [seen_etag] = @p, [seen] = @p where [id] = @p;select @@rowcount
update [google_sync_links] set [state] = @p where [id] = @p;select @@rowcount
update [google_sync_links] set [state] = @p, [entry_guid] = @p, [studio_version] = @p, [repeat_id] = @p, [is_made_by_us] = @p, [agreed_studio] = @p, [agreed_google] = @p where [id] = @p;select @@rowcount
update [google_sync_links] set [state] = @p, [event_id] = @p, [seen_etag] = @p, [decided_etag] = @p, [seen] = @p, [is_deleted_in_google] = @p, [agreed_studio] = @p, [agreed_google] = @p where [id] = @p;select @@rowcount
update [google_sync_links] set [state] = @p;select @@rowcount
update [google_sync_links] set [studio_version] = @p, [agreed_studio] = @p, [agreed_google] = @p where [id] = @p;select @@rowcount
update [google_sync_links] set [studio_version] = @p, [decided_etag] = @p where [id] = @p;select @@rowcount
update [google_sync_links] set [told] = @p where [id] = @p;select @@rowcount
update [google_sync_questions] set [answer] = @p, [answered_at] = @p where [id] = @p and [answer] is null;select @@rowcount
update [google_sync_questions] set [item_count] = @p where [id] = @p and [answer] is null;select @@rowcount
update [google_sync_questions] set [text] = @p where [id] in (select [question_id] from [google_sync_links] where [entry_guid] in (@p, …));select @@rowcount
update [google_sync_questions] set [text] = @p where [user_id] in (@p, …) and [answered_at] <= @p;select @@rowcount
update [google_sync_questions] set [text] = @p, [options] = @p where [id] = @p;select @@rowcount
update [google_sync_runs] set [ended_at] = @p, [outcome] = @p, [summary] = @p, [report] = @p where [id] = @p;select @@rowcount
update [google_sync_runs] set [report] = @p where [user_id] in (@p, …) and [started_at] <= @p and [report] is not null;select @@rowcount
update [google_sync_streams] set [enabled_at] = @p, [studio_baseline_at] = @p, [google_baseline_at] = @p, [sync_token] = @p, [link_count] = @p where [id] = @p;select @@rowcount
update [google_sync_streams] set [enabled_at] = @p, [studio_baseline_at] = @p, [google_baseline_at] = @p, [sync_token] = @p, [link_count] = @p, [two_way_since] = @p where [id] = @p;select @@rowcount
update [google_sync_streams] set [kept_zone] = @p where [id] = @p;select @@rowcount
update [google_sync_streams] set [link_count] = @p where [link_count] > @p and not exists (select [id] from [google_sync_links] where google_sync_links.stream_id = google_sync_streams.id);select @@rowcount
update [google_sync_streams] set [listing] = @p, [sync_token] = @p where [id] = @p;select @@rowcount
update [google_sync_streams] set [studio_baseline_at] = @p, [google_baseline_at] = @p, [sync_zone] = @p, [link_count] = @p, [last_success_at] = @p where [id] = @p;select @@rowcount
update [google_sync_streams] set [studio_baseline_at] = @p, [google_baseline_at] = @p, [title_settings] = @p, [sync_zone] = @p, [link_count] = @p, [last_success_at] = @p where [id] = @p;select @@rowcount
update [google_sync_streams] set [studio_baseline_at] = @p, [title_settings] = @p, [sync_zone] = @p, [link_count] = @p, [last_success_at] = @p where [id] = @p;select @@rowcount
update [google_sync_streams] set [sync_token] = @p where [id] = @p;select @@rowcount
update [google_sync_streams] set [sync_token] = @p;select @@rowcount
update [google_sync_streams] set [sync_zone] = @p where [id] = @p;select @@rowcount
update [google_sync_streams] set [two_way_since] = @p where [id] = @p;select @@rowcount
update [google_sync_streams] set [two_way_since] = @p, [google_baseline_at] = @p where [id] = @p;select @@rowcount
update [google_sync_upkeep] set [value] = @p where [name] = @p;select @@rowcount
update [job_run_users] set [errors_json] = @p where [errors_json] like @p;select @@rowcount
update [job_run_users] set [warnings_json] = @p where [warnings_json] like @p;select @@rowcount
update [job_runs] set [details_json] = @p where [details_json] like @p;select @@rowcount
update [session_event_lines] set [deleted_at] = @p, [changed_at] = @p where [id] = @p;select @@rowcount
update [session_event_lines] set [description] = @p, [changed_at] = @p where [session_id] = @p and [is_primary] = @p and [deleted_at] is null;select @@rowcount
update [session_event_lines] set [is_visible] = @p, [changed_at] = @p where [id] = @p;select @@rowcount
update [session_event_lines] set [starts_at] = @p, [ends_at] = @p, [is_all_day] = @p, [changed_at] = @p where [id] = @p and convert(varchar(20), convert(bigint, session_event_lines.row_version)) = @p;select @@rowcount
update [session_event_lines] set [starts_at] = @p, [ends_at] = @p, [is_all_day] = @p, [changed_at] = @p where [session_id] = @p and [is_primary] = @p and [deleted_at] is null;select @@rowcount
update [session_event_lines] set [user_id] = @p, [changed_at] = @p where [id] = @p;select @@rowcount
update [session_event_lines] set [user_id] = @p, [is_visible] = @p, [deleted_at] = @p where [entry_guid] = @p and ([user_id] = @p or [user_id] is null);select @@rowcount
update [sessions] set [assistant_id] = @p, [changed_at] = @p where [id] = @p;select @@rowcount
update [sessions] set [client_id] = @p where [client_id] = @p;select @@rowcount
update [sessions] set [deleted_at] = @p, [assistant_id] = @p where [id] = @p;select @@rowcount
update [sessions] set [description] = @p, [changed_at] = @p where [id] = @p and convert(varchar(20), convert(bigint, sessions.row_version)) = @p;select @@rowcount
update [sessions] set [description] = @p, [location] = @p, [changed_at] = @p where [id] = @p and convert(varchar(20), convert(bigint, sessions.row_version)) = @p;select @@rowcount
update [sessions] set [description] = @p, [notes] = @p, [location] = @p, [changed_at] = @p where [id] = @p;select @@rowcount
update [sessions] set [has_advanced_scheduling] = @p where [id] = @p and [has_advanced_scheduling] = @p;select @@rowcount
update [sessions] set [has_advanced_scheduling] = @p, [changed_at] = @p where [id] = @p;select @@rowcount
update [sessions] set [is_confirmed] = @p, [changed_at] = @p where [id] = @p and convert(varchar(20), convert(bigint, sessions.row_version)) = @p;select @@rowcount
update [sessions] set [location] = @p, [changed_at] = @p where [id] = @p and convert(varchar(20), convert(bigint, sessions.row_version)) = @p;select @@rowcount
update [sessions] set [location] = @p, [changed_at] = @p where [id] = @p;select @@rowcount
update [sessions] set [notes] = @p, [location] = @p, [changed_at] = @p where [id] = @p;select @@rowcount
update [sessions] set [photographer_id] = case when photographer_id = @p then null else photographer_id end, [assistant_id] = case when assistant_id = @p then null else assistant_id end, [changed_at] = @p where [id] = @p and ([photographer_id] = @p or ([assistant_id] = @p));select @@rowcount
update [sessions] set [starts_at] = @p, [ends_at] = @p, [changed_at] = @p where [id] = @p;select @@rowcount
update [sessions] set [starts_at] = @p, [ends_at] = @p, [is_all_day] = @p, [is_confirmed] = @p, [changed_at] = @p where [id] = @p and convert(varchar(20), convert(bigint, sessions.row_version)) = @p;select @@rowcount
update [sessions] set [status] = @p where [id] = @p and [status] = @p;select @@rowcount
update [sessions] set [status] = @p, [changed_at] = @p where [id] = @p and convert(varchar(20), convert(bigint, sessions.row_version)) = @p;select @@rowcount
update [sessions] set [status] = @p, [changed_at] = @p where [id] = @p;select @@rowcount
update [users] set [initials] = @p, [first_name] = @p, [last_name] = @p, [email] = @p, [security_group_id] = @p, [colour] = @p, [is_inactive] = @p where [id] = @p and convert(varchar(20), convert(bigint, users.row_version)) = @p;select @@rowcount
update google_sync_contact_links set agreed_studio = @p, agreed_google = @p where id = @p
update google_sync_contact_links set attempts = @p, directive = @p, review = @p, agreed_studio = @p, agreed_google = @p where id = @p
update google_sync_contact_links set client_version = @p, agreed_studio = @p, agreed_google = @p where id = @p
update google_sync_contact_links set client_version = @p, create_sent_at = @p, attempts = @p, retry_at = @p, is_parked = @p, tried_version = @p, tried_etag = @p, problem = @p where id = @p
update google_sync_contact_links set client_version = @p, create_sent_at = @p, attempts = @p, retry_at = @p, is_parked = @p, tried_version = @p, tried_etag = @p, problem = @p, question_id = @p, directive = @p, review = @p, lost_values = @p where id = @p
update google_sync_contact_links set client_version = @p, decided_etag = @p where id = @p
update google_sync_contact_links set client_version = @p, seen_etag = @p, is_deleted_in_google = @p where id = @p
update google_sync_contact_links set create_sent_at = @p, attempts = @p, retry_at = @p, is_parked = @p, tried_version = @p, tried_etag = @p, problem = @p, question_id = @p, directive = @p, review = @p, lost_values = @p where id = @p
update google_sync_contact_links set decided_etag = @p, question_id = @p, review = @p where id = @p
update google_sync_contact_links set directive = @p where id = @p
update google_sync_contact_links set is_deleted_in_google = @p where id = @p
update google_sync_contact_links set lost_values = @p where id = @p
update google_sync_contact_links set question_id = @p where id = @p
update google_sync_contact_links set question_id = @p, directive = @p where id = @p
update google_sync_contact_links set resource_name = @p, seen_etag = @p, is_deleted_in_google = @p where id = @p
update google_sync_contact_links set seen = @p, seen_updated_at = @p, is_labelled = @p where id = @p
update google_sync_contact_links set seen = @p, seen_updated_at = @p, seen_etag = @p, decided_etag = @p where id = @p
update google_sync_contact_links set seen = @p, seen_updated_at = @p, seen_etag = @p, is_deleted_in_google = @p where id = @p
update google_sync_contact_links set seen_etag = @p, is_deleted_in_google = @p where id = @p
update google_sync_contact_links set state = @p, attempts = @p, retry_at = @p, is_parked = @p, problem = @p, review = @p, agreed_studio = @p, agreed_google = @p where id = @p
update google_sync_contact_links set state = @p, client_guid = @p where id = @p
update google_sync_contact_links set state = @p, client_id = @p, client_guid = @p, client_version = @p, agreed_studio = @p, agreed_google = @p where id = @p
update google_sync_contact_links set state = @p, client_id = @p, client_guid = @p, decided_etag = @p, create_sent_at = @p, is_labelled = @p, attempts = @p, retry_at = @p, is_parked = @p, tried_version = @p, tried_etag = @p, problem = @p, question_id = @p, directive = @p, review = @p, lost_values = @p where id = @p
update google_sync_contact_links set state = @p, client_id = @p, client_guid = @p, resource_name = @p, client_version = @p, seen = @p, seen_updated_at = @p, seen_etag = @p, is_deleted_in_google = @p, decided_etag = @p, create_sent_at = @p, attempts = @p, retry_at = @p, is_parked = @p, tried_version = @p, tried_etag = @p, problem = @p, question_id = @p, directive = @p, review = @p, lost_values = @p, agreed_studio = @p, agreed_google = @p where id = @p
update google_sync_contact_links set state = @p, client_id = @p, client_guid = @p, resource_name = @p, client_version = @p, seen = @p, seen_updated_at = @p, seen_etag = @p, is_deleted_in_google = @p, decided_etag = @p, create_sent_at = @p, is_labelled = @p, attempts = @p, retry_at = @p, is_parked = @p, tried_version = @p, tried_etag = @p, problem = @p, question_id = @p, directive = @p, review = @p, lost_values = @p, agreed_studio = @p, agreed_google = @p where id = @p
update google_sync_contact_links set state = @p, client_id = @p, client_guid = @p, resource_name = @p, client_version = @p, seen = @p, seen_updated_at = @p, seen_etag = @p, is_deleted_in_google = @p, decided_etag = @p, create_sent_at = @p, is_made_by_us = @p, attempts = @p, retry_at = @p, is_parked = @p, tried_version = @p, tried_etag = @p, problem = @p, question_id = @p, directive = @p, review = @p, lost_values = @p where id = @p
update google_sync_contact_links set state = @p, client_id = @p, client_guid = @p, resource_name = @p, client_version = @p, seen = @p, seen_updated_at = @p, seen_etag = @p, is_deleted_in_google = @p, decided_etag = @p, create_sent_at = @p, is_made_by_us = @p, attempts = @p, retry_at = @p, is_parked = @p, tried_version = @p, tried_etag = @p, problem = @p, question_id = @p, directive = @p, review = @p, lost_values = @p, agreed_studio = @p, agreed_google = @p where id = @p
update google_sync_contact_links set state = @p, client_id = @p, client_guid = @p, resource_name = @p, client_version = @p, seen = @p, seen_updated_at = @p, seen_etag = @p, is_deleted_in_google = @p, decided_etag = @p, create_sent_at = @p, is_made_by_us = @p, is_labelled = @p, attempts = @p, retry_at = @p, is_parked = @p, tried_version = @p, tried_etag = @p, problem = @p, question_id = @p, directive = @p, review = @p, lost_values = @p, agreed_studio = @p, agreed_google = @p where id = @p
update google_sync_contact_links set state = @p, client_id = @p, client_guid = @p, resource_name = @p, seen = @p, seen_updated_at = @p, seen_etag = @p, is_deleted_in_google = @p, decided_etag = @p, create_sent_at = @p, is_labelled = @p, agreed_studio = @p, agreed_google = @p where id = @p
update google_sync_contact_links set state = @p, create_sent_at = @p, attempts = @p, retry_at = @p, is_parked = @p, tried_version = @p, tried_etag = @p, problem = @p, question_id = @p, directive = @p, review = @p, lost_values = @p where id = @p
update google_sync_contact_links set state = @p, decided_etag = @p where id = @p
update google_sync_contact_links set state = @p, decided_etag = @p, create_sent_at = @p, attempts = @p, retry_at = @p, is_parked = @p, tried_version = @p, tried_etag = @p, problem = @p, question_id = @p, directive = @p, review = @p, lost_values = @p where id = @p
update google_sync_contact_links set state = @p, decided_etag = @p, create_sent_at = @p, is_labelled = @p, attempts = @p, retry_at = @p, is_parked = @p, tried_version = @p, tried_etag = @p, problem = @p, question_id = @p, directive = @p, review = @p, lost_values = @p where id = @p
update google_sync_contact_links set state = @p, is_labelled = @p where id = @p
update google_sync_contact_links set state = @p, resource_name = @p, seen = @p, seen_updated_at = @p, seen_etag = @p, is_deleted_in_google = @p, decided_etag = @p, create_sent_at = @p, attempts = @p, retry_at = @p, is_parked = @p, tried_version = @p, tried_etag = @p, problem = @p, question_id = @p, directive = @p, review = @p, lost_values = @p where id = @p
update google_sync_contact_links set state = @p, resource_name = @p, seen = @p, seen_updated_at = @p, seen_etag = @p, is_deleted_in_google = @p, decided_etag = @p, question_id = @p, review = @p where id = @p
update google_sync_links set attempts = @p, problem = @p, tried_version = @p, tried_etag = @p, question_id = @p, retry_at = @p, directive = @p, lost_values = @p, is_parked = @p where id = @p
update google_sync_links set directive = @p where id = @p
update google_sync_links set entry_guid = @p, event_id = @p, studio_version = @p, decided_etag = @p, attempts = @p, problem = @p, tried_version = @p, tried_etag = @p, question_id = @p, repeat_id = @p, ends_at = @p, retry_at = @p, directive = @p, lost_values = @p, is_parked = @p where id = @p
update google_sync_links set question_id = @p, directive = @p where id = @p
update google_sync_links set seen_etag = @p, is_deleted_in_google = @p where id = @p
update google_sync_links set seen_etag = @p, seen = @p, is_deleted_in_google = @p where id = @p
update google_sync_links set state = @p, entry_guid = @p, attempts = @p, problem = @p, tried_version = @p, tried_etag = @p, question_id = @p, retry_at = @p, directive = @p, lost_values = @p, is_parked = @p where id = @p
update google_sync_links set state = @p, entry_guid = @p, event_id = @p, generation = @p, studio_version = @p, seen_etag = @p, decided_etag = @p, attempts = @p, problem = @p, tried_version = @p, tried_etag = @p, question_id = @p, repeat_id = @p, ends_at = @p, retry_at = @p, seen = @p, directive = @p, lost_values = @p, is_deleted_in_google = @p, is_made_by_us = @p, is_parked = @p, agreed_studio = @p, agreed_google = @p where id = @p
update google_sync_links set state = @p, entry_guid = @p, event_id = @p, generation = @p, studio_version = @p, seen_etag = @p, decided_etag = @p, attempts = @p, problem = @p, tried_version = @p, tried_etag = @p, question_id = @p, repeat_id = @p, ends_at = @p, retry_at = @p, seen = @p, directive = @p, lost_values = @p, is_deleted_in_google = @p, is_parked = @p, agreed_studio = @p, agreed_google = @p where id = @p
update google_sync_links set state = @p, entry_guid = @p, event_id = @p, studio_version = @p, decided_etag = @p, attempts = @p, problem = @p, tried_version = @p, tried_etag = @p, question_id = @p, ends_at = @p, retry_at = @p, directive = @p, lost_values = @p, is_made_by_us = @p, is_parked = @p, agreed_studio = @p, agreed_google = @p where id = @p
update google_sync_links set state = @p, entry_guid = @p, event_id = @p, studio_version = @p, decided_etag = @p, attempts = @p, problem = @p, tried_version = @p, tried_etag = @p, question_id = @p, repeat_id = @p, ends_at = @p, retry_at = @p, directive = @p, lost_values = @p, is_made_by_us = @p, is_parked = @p, agreed_studio = @p, agreed_google = @p where id = @p
update google_sync_links set state = @p, entry_guid = @p, event_id = @p, studio_version = @p, decided_etag = @p, attempts = @p, problem = @p, tried_version = @p, tried_etag = @p, question_id = @p, repeat_id = @p, ends_at = @p, retry_at = @p, directive = @p, lost_values = @p, is_parked = @p, agreed_studio = @p, agreed_google = @p where id = @p
update google_sync_links set state = @p, entry_guid = @p, studio_version = @p, decided_etag = @p, attempts = @p, problem = @p, tried_version = @p, tried_etag = @p, question_id = @p, repeat_id = @p, ends_at = @p, retry_at = @p, directive = @p, lost_values = @p, is_parked = @p, agreed_studio = @p, agreed_google = @p where id = @p
update google_sync_links set state = @p, event_id = @p, decided_etag = @p, attempts = @p, problem = @p, tried_version = @p, tried_etag = @p, question_id = @p, ends_at = @p, retry_at = @p, directive = @p, lost_values = @p, is_old = @p, is_parked = @p, agreed_studio = @p, agreed_google = @p where id = @p
update google_sync_links set state = @p, event_id = @p, decided_etag = @p, left_out_reason = @p, attempts = @p, problem = @p, tried_version = @p, tried_etag = @p, question_id = @p, ends_at = @p, retry_at = @p, directive = @p, lost_values = @p, is_old = @p, is_parked = @p, agreed_studio = @p, agreed_google = @p where id = @p
update google_sync_links set state = @p, studio_version = @p, attempts = @p, problem = @p, tried_version = @p, tried_etag = @p, retry_at = @p, is_parked = @p where id = @p
update google_sync_links set studio_version = @p, attempts = @p, problem = @p, tried_version = @p, tried_etag = @p, question_id = @p, retry_at = @p, directive = @p, lost_values = @p, is_parked = @p where id = @p
update google_sync_links set studio_version = @p, attempts = @p, problem = @p, tried_version = @p, tried_etag = @p, retry_at = @p, is_parked = @p where id = @p
with [entry] as (select [entry_guid] from [schedule_entries] where [user_id] = @p) select [l].* from [google_sync_links] as [l] left join [entry] as [e] on [e].[entry_guid] = [l].[entry_guid] where [l].[stream_id] = @p and [l].[entry_guid] is not null and [e].[entry_guid] is null and (([l].[question_id] is null or (1 = @p and (coalesce(cast(null as varchar(120)), '') <> coalesce(l.studio_version, '') or ([l].[entry_guid] is null and [l].[is_deleted_in_google] = @p)))) and ([l].[attempts] = @p or ([l].[is_parked] = @p and [l].[retry_at] <= @p) or coalesce(l.tried_version, '') <> coalesce(cast(null as varchar(120)), '') or coalesce(l.tried_etag, '') <> coalesce(l.seen_etag, '')) and ([l].[directive] is not null or ([l].[state] = @p and (cast(null as varchar(120)) is null or [l].[studio_version] is null or cast(null as varchar(120)) <> l.studio_version or coalesce(l.seen_etag, '') <> coalesce(l.decided_etag, ''))) or ([l].[state] in (@p, …) and [l].[entry_guid] is not null and ([l].[state] = @p or cast(null as varchar(120)) is null or cast(null as varchar(120)) <> l.studio_version)) or ([l].[state] in (@p, …) and [l].[entry_guid] is null and ([l].[state] = @p or coalesce(l.seen_etag, '') <> coalesce(l.decided_etag, '')))))
with [entry] as (select [entry_guid] from [schedule_entries] where [user_id] = @p) select [l].* from [google_sync_links] as [l] left join [entry] as [e] on [e].[entry_guid] = [l].[entry_guid] where [l].[stream_id] = @p and [l].[entry_guid] is not null and [e].[entry_guid] is null and (([l].[question_id] is null or (1 = @p and (coalesce(cast(null as varchar(120)), '') <> coalesce(l.studio_version, '') or ([l].[entry_guid] is null and [l].[is_deleted_in_google] = @p)))) and ([l].[attempts] = @p or ([l].[is_parked] = @p and [l].[retry_at] <= @p) or coalesce(l.tried_version, '') <> coalesce(cast(null as varchar(120)), '') or coalesce(l.tried_etag, '') <> coalesce(l.seen_etag, '')) and ([l].[directive] is not null or ([l].[state] = @p and (cast(null as varchar(120)) is null or [l].[studio_version] is null or cast(null as varchar(120)) <> l.studio_version)) or ([l].[state] in (@p, …) and [l].[entry_guid] is not null and ([l].[state] = @p or cast(null as varchar(120)) is null or cast(null as varchar(120)) <> l.studio_version))))
with [linked] as (select [k].*, (select [m].[version] from [client_members] as [m] where [m].[client_group_id] = @p and m.client_id = k.client_id) as [member_version] from [google_sync_contact_links] as [k] where [k].[stream_id] = @p) select [l].* from [linked] as [l] where ([l].[attempts] = @p or ([l].[is_parked] = @p and [l].[retry_at] <= @p) or coalesce(l.tried_version, '') <> coalesce(l.member_version, '') or coalesce(l.tried_etag, '') <> coalesce(l.seen_etag, '')) and ([l].[question_id] is null or ([l].[review] is not null and (coalesce(l.member_version, '') <> coalesce(l.client_version, '') or coalesce(l.seen_etag, '') <> coalesce(l.decided_etag, '')))) and ([l].[directive] is not null or ([l].[state] = @p and (coalesce(l.member_version, '') <> coalesce(l.client_version, '') or [l].[is_labelled] = @p or coalesce(l.seen_etag, '') <> coalesce(l.decided_etag, '') or 1 = 1)) or ([l].[state] = @p and [l].[client_guid] is not null) or ([l].[state] in (@p, …) and ([l].[member_version] is null or coalesce(l.seen_etag, '') <> coalesce(l.decided_etag, ''))) or ([l].[state] = @p and [l].[member_version] is not null) or ([l].[state] in (@p, …) and [l].[client_guid] is null and ([l].[state] = @p or coalesce(l.seen_etag, '') <> coalesce(l.decided_etag, '')))) order by [l].[id] asc
with [linked] as (select [k].*, (select [m].[version] from [client_members] as [m] where [m].[client_group_id] = @p and m.client_id = k.client_id) as [member_version] from [google_sync_contact_links] as [k] where [k].[stream_id] = @p) select [l].* from [linked] as [l] where ([l].[attempts] = @p or ([l].[is_parked] = @p and [l].[retry_at] <= @p) or coalesce(l.tried_version, '') <> coalesce(l.member_version, '') or coalesce(l.tried_etag, '') <> coalesce(l.seen_etag, '')) and ([l].[question_id] is null or ([l].[review] is not null and (coalesce(l.member_version, '') <> coalesce(l.client_version, '') or coalesce(l.seen_etag, '') <> coalesce(l.decided_etag, '')))) and ([l].[directive] is not null or ([l].[state] = @p and (coalesce(l.member_version, '') <> coalesce(l.client_version, '') or [l].[is_labelled] = @p or coalesce(l.seen_etag, '') <> coalesce(l.decided_etag, ''))) or ([l].[state] = @p and [l].[client_guid] is not null) or ([l].[state] in (@p, …) and ([l].[member_version] is null or coalesce(l.seen_etag, '') <> coalesce(l.decided_etag, ''))) or ([l].[state] = @p and [l].[member_version] is not null) or ([l].[state] in (@p, …) and [l].[client_guid] is null and ([l].[state] = @p or coalesce(l.seen_etag, '') <> coalesce(l.decided_etag, '')))) order by [l].[id] asc
with [linked] as (select [k].*, (select [m].[version] from [client_members] as [m] where [m].[client_group_id] = @p and m.client_id = k.client_id) as [member_version] from [google_sync_contact_links] as [k] where [k].[stream_id] = @p) select [l].* from [linked] as [l] where ([l].[attempts] = @p or ([l].[is_parked] = @p and [l].[retry_at] <= @p) or coalesce(l.tried_version, '') <> coalesce(l.member_version, '') or coalesce(l.tried_etag, '') <> coalesce(l.seen_etag, '')) and ([l].[question_id] is null or ([l].[review] is not null and (coalesce(l.member_version, '') <> coalesce(l.client_version, '') or coalesce(l.seen_etag, '') <> coalesce(l.decided_etag, '')))) and ([l].[directive] is not null or ([l].[state] = @p and (coalesce(l.member_version, '') <> coalesce(l.client_version, '') or [l].[is_labelled] = @p or coalesce(l.seen_etag, '') <> coalesce(l.decided_etag, ''))) or ([l].[state] = @p and [l].[client_guid] is not null) or ([l].[state] in (@p, …) and ([l].[member_version] is null or coalesce(l.seen_etag, '') <> coalesce(l.decided_etag, ''))) or ([l].[state] = @p and [l].[member_version] is not null) or ([l].[state] in (@p, …) and [l].[client_guid] is null)) order by [l].[id] asc
with [linked] as (select [k].*, (select [m].[version] from [client_members] as [m] where [m].[client_group_id] = @p and m.client_id = k.client_id) as [member_version] from [google_sync_contact_links] as [k] where [k].[stream_id] = @p) select [l].* from [linked] as [l] where ([l].[attempts] = @p or ([l].[is_parked] = @p and [l].[retry_at] <= @p) or coalesce(l.tried_version, '') <> coalesce(l.member_version, '') or coalesce(l.tried_etag, '') <> coalesce(l.seen_etag, '')) and ([l].[question_id] is null or ([l].[review] is not null and (coalesce(l.member_version, '') <> coalesce(l.client_version, '')))) and ([l].[directive] is not null or ([l].[state] = @p and (coalesce(l.member_version, '') <> coalesce(l.client_version, '') or [l].[is_labelled] = @p)) or ([l].[state] = @p and [l].[client_guid] is not null) or ([l].[state] in (@p, …) and ([l].[member_version] is null)) or ([l].[state] = @p and [l].[member_version] is not null)) order by [l].[id] asc
