-- What the tables in TypeScript cannot say: rows that must be there, indexes for searching, and what may never be altered.
insert into number_series (kind, prefix, next, digits, overridable) values
  ('customer', '', 10001, 5, true),
  ('project', '', 1001, 4, true);
--> statement-breakpoint
create extension if not exists pg_trgm;
--> statement-breakpoint
create index customer_search on customer using gin (search_text gin_trgm_ops) where deleted_at is null;
--> statement-breakpoint
create index project_search on project using gin (search_text gin_trgm_ops) where deleted_at is null;
--> statement-breakpoint
create index contact_search on contact using gin (search_text gin_trgm_ops) where deleted_at is null;
--> statement-breakpoint
create index sync_log_search on sync_log using gin (search_text gin_trgm_ops);
--> statement-breakpoint
create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% is append-only: % is refused.', tg_table_name, lower(tg_op) using errcode = 'restrict_violation';
end $$;
--> statement-breakpoint
create trigger audit_entry_is_final before update on audit_entry
  for each row execute function refuse_change();
--> statement-breakpoint
-- Five years is how long bookkeeping material is kept in Denmark (Bogføringsloven § 12); what is older may be cleared away.
create trigger audit_entry_is_kept before delete on audit_entry
  for each row when (old.at > now() - interval '5 years') execute function refuse_change();
--> statement-breakpoint
create trigger sync_log_is_final before update on sync_log
  for each row execute function refuse_change();
--> statement-breakpoint
create trigger sync_log_is_kept before delete on sync_log
  for each row when (old.at > now() - interval '5 years') execute function refuse_change();
--> statement-breakpoint
create trigger sync_attempt_is_final before update on sync_attempt
  for each row when (old.finished_at is not null) execute function refuse_change();
--> statement-breakpoint
create trigger sync_attempt_is_kept before delete on sync_attempt
  for each row when (old.started_at > now() - interval '5 years') execute function refuse_change();
