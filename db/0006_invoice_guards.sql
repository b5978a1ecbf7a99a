-- What the tables in TypeScript cannot say: rows that must be there, references that would make folders need each other, and what
-- may never be altered.
insert into number_series (kind, prefix, next, digits, overridable) values
  ('invoice', '', 1001, 4, false),
  ('invoice-local', 'L', 1, 4, false);
--> statement-breakpoint
insert into invoicing (mark, vat_rounding, use_draft_approval, payment_id_kind)
  values (upper(substr(replace(gen_random_uuid()::text, '-', ''), 1, 4)), 'code', false, 'none');
--> statement-breakpoint
insert into hours_setting (approver, notes_required) values ('project-owner', false);
--> statement-breakpoint
-- 37 hours a week, the Danish norm.
insert into work_schedule (user_id, valid_from, minutes) values ('company', '1970-01-01', '{444,444,444,444,444,0,0}');
--> statement-breakpoint
insert into invoice_setting (level, subject_id, updated_at, payment_days, language, line_grouping, hour_specification, attach_receipts)
  values ('company', '00000000-0000-0000-0000-000000000000', now(), 14, 'da', 'activity-person', 'none', false);
--> statement-breakpoint
alter table price_rate add constraint price_rate_activity foreign key (activity_id) references activity (id) on delete cascade;
--> statement-breakpoint
alter table time_entry add constraint time_entry_invoice foreign key (invoice_id) references invoice (id);
--> statement-breakpoint
alter table project_expense add constraint project_expense_invoice foreign key (invoice_id) references invoice (id);
--> statement-breakpoint
alter table price_plan_item add constraint price_plan_item_invoice foreign key (invoice_id) references invoice (id);
--> statement-breakpoint
create index invoice_search on invoice using gin (search_text gin_trgm_ops);
--> statement-breakpoint
create index project_expense_search on project_expense using gin (search_text gin_trgm_ops);
--> statement-breakpoint
-- Bogføringsloven § 12 and MB § 58: what was issued stays as it was issued.
create function refuse_change_of_final() returns trigger language plpgsql as $$
begin
  raise exception 'Invoice % is finalized and stays as it is: % of % is refused. Credit it instead.',
    old.number, lower(tg_op), tg_table_name using errcode = 'restrict_violation';
end $$;
--> statement-breakpoint
create trigger invoice_is_final before update or delete on invoice
  for each row when (old.state = 'finalized') execute function refuse_change_of_final();
--> statement-breakpoint
create function refuse_change_in_final() returns trigger language plpgsql as $$
declare
  number text;
begin
  if tg_op <> 'INSERT' then
    select i.number into number from invoice i where i.id = old.invoice_id and i.state = 'finalized';
  end if;
  if number is null and tg_op <> 'DELETE' then
    select i.number into number from invoice i where i.id = new.invoice_id and i.state = 'finalized';
  end if;
  if number is not null then
    raise exception 'Invoice % is finalized and stays as it is: % of % is refused. Credit it instead.',
      number, lower(tg_op), tg_table_name using errcode = 'restrict_violation';
  end if;
  if tg_op = 'DELETE' then return old; end if;
  return new;
end $$;
--> statement-breakpoint
create trigger invoice_line_is_final before insert or update or delete on invoice_line
  for each row execute function refuse_change_in_final();
--> statement-breakpoint
create trigger invoice_vat_is_final before insert or update or delete on invoice_vat
  for each row execute function refuse_change_in_final();
--> statement-breakpoint
create function refuse_change_of_final_source() returns trigger language plpgsql as $$
declare
  number text;
begin
  if tg_op <> 'INSERT' then
    select i.number into number from invoice i join invoice_line l on l.invoice_id = i.id
     where l.id = old.line_id and i.state = 'finalized';
  end if;
  if number is null and tg_op <> 'DELETE' then
    select i.number into number from invoice i join invoice_line l on l.invoice_id = i.id
     where l.id = new.line_id and i.state = 'finalized';
  end if;
  if number is not null then
    raise exception 'Invoice % is finalized and stays as it is: % of % is refused. Credit it instead.',
      number, lower(tg_op), tg_table_name using errcode = 'restrict_violation';
  end if;
  if tg_op = 'DELETE' then return old; end if;
  return new;
end $$;
--> statement-breakpoint
create trigger invoice_line_source_is_final before insert or update or delete on invoice_line_source
  for each row execute function refuse_change_of_final_source();
--> statement-breakpoint
create trigger stored_file_is_final before update on stored_file
  for each row execute function refuse_change();
--> statement-breakpoint
-- Hours that were approved, billed or locked say for five years what they said (working time law, 1 July 2024): who, when and how
-- long never changes; how they stand may.
create function refuse_change_of_hours() returns trigger language plpgsql as $$
declare
  lock_day date;
begin
  select greatest(
           (select locked_until from hours_setting),
           (select locked_until from timesheet_setting t where t.user_id = old.user_id)) into lock_day;
  if old.approval <> 'approved' and old.billing = 'open' and (lock_day is null or old.worked_on > lock_day) then
    if tg_op = 'DELETE' then return old; end if;
    return new;
  end if;
  if tg_op = 'DELETE' or (old.user_id, old.project_id, old.activity_id, old.worked_on, old.minutes)
       is distinct from (new.user_id, new.project_id, new.activity_id, new.worked_on, new.minutes) then
    raise exception 'Hours of % are approved, billed or locked: % is refused.', old.worked_on, lower(tg_op)
      using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger time_entry_is_kept before update or delete on time_entry
  for each row execute function refuse_change_of_hours();
