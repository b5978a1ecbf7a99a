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
-- Asked once a statement and not once a row: a draft of five thousand hours writes ten thousand rows. The documents stay locked
-- while their number is read: what is written at the moment in which another finalizes the draft is either on the document or
-- refused.
create function refuse_change_in_final() returns trigger language plpgsql as $$
declare
  number text;
begin
  for number in select i.number from invoice i where i.id in (select invoice_id from touched) for share loop
    if number is not null then
      raise exception 'Invoice % is finalized and stays as it is: % of % is refused. Credit it instead.',
        number, lower(tg_op), tg_table_name using errcode = 'restrict_violation';
    end if;
  end loop;
  return null;
end $$;
--> statement-breakpoint
create trigger invoice_line_is_final after insert on invoice_line
  referencing new table as touched for each statement execute function refuse_change_in_final();
--> statement-breakpoint
create trigger invoice_line_stays after delete on invoice_line
  referencing old table as touched for each statement execute function refuse_change_in_final();
--> statement-breakpoint
create trigger invoice_line_stays_as_it_was after update on invoice_line
  referencing old table as touched for each statement execute function refuse_change_in_final();
--> statement-breakpoint
create trigger invoice_line_moves_to_no_final after update on invoice_line
  referencing new table as touched for each statement execute function refuse_change_in_final();
--> statement-breakpoint
create trigger invoice_vat_is_final after insert on invoice_vat
  referencing new table as touched for each statement execute function refuse_change_in_final();
--> statement-breakpoint
create trigger invoice_vat_stays after delete on invoice_vat
  referencing old table as touched for each statement execute function refuse_change_in_final();
--> statement-breakpoint
create trigger invoice_vat_stays_as_it_was after update on invoice_vat
  referencing old table as touched for each statement execute function refuse_change_in_final();
--> statement-breakpoint
create trigger invoice_vat_moves_to_no_final after update on invoice_vat
  referencing new table as touched for each statement execute function refuse_change_in_final();
--> statement-breakpoint
create function refuse_change_of_final_source() returns trigger language plpgsql as $$
declare
  number text;
begin
  for number in
    select i.number from invoice i
     where i.id in (select l.invoice_id from invoice_line l where l.id in (select line_id from touched)) for share
  loop
    if number is not null then
      raise exception 'Invoice % is finalized and stays as it is: % of % is refused. Credit it instead.',
        number, lower(tg_op), tg_table_name using errcode = 'restrict_violation';
    end if;
  end loop;
  return null;
end $$;
--> statement-breakpoint
create trigger invoice_line_source_is_final after insert on invoice_line_source
  referencing new table as touched for each statement execute function refuse_change_of_final_source();
--> statement-breakpoint
create trigger invoice_line_source_stays after delete on invoice_line_source
  referencing old table as touched for each statement execute function refuse_change_of_final_source();
--> statement-breakpoint
create trigger invoice_line_source_stays_as_it_was after update on invoice_line_source
  referencing old table as touched for each statement execute function refuse_change_of_final_source();
--> statement-breakpoint
create trigger invoice_line_source_moves_to_no_final after update on invoice_line_source
  referencing new table as touched for each statement execute function refuse_change_of_final_source();
--> statement-breakpoint
create function refuse_truncate_of_final() returns trigger language plpgsql as $$
begin
  if exists (select from invoice where state = 'finalized') then
    raise exception 'There are finalized invoices: truncate of % is refused.', tg_table_name using errcode = 'restrict_violation';
  end if;
  return null;
end $$;
--> statement-breakpoint
create trigger invoice_is_never_emptied before truncate on invoice execute function refuse_truncate_of_final();
--> statement-breakpoint
create trigger invoice_line_is_never_emptied before truncate on invoice_line execute function refuse_truncate_of_final();
--> statement-breakpoint
create trigger invoice_line_source_is_never_emptied before truncate on invoice_line_source execute function refuse_truncate_of_final();
--> statement-breakpoint
create trigger invoice_vat_is_never_emptied before truncate on invoice_vat execute function refuse_truncate_of_final();
--> statement-breakpoint
create trigger stored_file_is_final before update on stored_file
  for each row execute function refuse_change();
--> statement-breakpoint
-- Hours that were approved, billed or locked say for five years what they said (working time law, 1 July 2024): who, when and how
-- long never changes; how they stand may.
-- Further hours on a locked day, or hours moved onto one, change what that day was as much as altered ones do. The code refuses
-- them with a sentence of its own; this is for everything else that writes into the table.
create function refuse_change_of_hours() returns trigger language plpgsql as $$
declare
  own_lock date;
  lock_day date;
  kept_day date;
begin
  if tg_op <> 'INSERT' then
    select t.locked_until into own_lock from timesheet_setting t where t.user_id = old.user_id;
    select greatest(h.locked_until, own_lock) into lock_day from hours_setting h;
    if (old.approval = 'approved' or old.billing <> 'open' or old.worked_on <= lock_day) and (tg_op = 'DELETE'
         or (old.user_id, old.project_id, old.activity_id, old.worked_on, old.minutes)
            is distinct from (new.user_id, new.project_id, new.activity_id, new.worked_on, new.minutes)) then
      kept_day := old.worked_on;
    end if;
  end if;
  if tg_op = 'INSERT' or (tg_op = 'UPDATE' and (old.user_id, old.worked_on) is distinct from (new.user_id, new.worked_on)) then
    select t.locked_until into own_lock from timesheet_setting t where t.user_id = new.user_id;
    select greatest(h.locked_until, own_lock) into lock_day from hours_setting h;
    if kept_day is null and new.worked_on <= lock_day then
      kept_day := new.worked_on;
    end if;
  end if;
  if kept_day is not null then
    raise exception 'Hours of % are approved, billed or locked: % is refused.', kept_day, lower(tg_op)
      using errcode = 'restrict_violation';
  end if;
  if tg_op = 'DELETE' then return old; end if;
  return new;
end $$;
--> statement-breakpoint
create trigger time_entry_is_kept before insert or delete on time_entry
  for each row execute function refuse_change_of_hours();
--> statement-breakpoint
-- How hours stand changes often; the function has nothing to say about it.
create trigger time_entry_is_kept_as_it_was before update on time_entry
  for each row when ((old.user_id, old.project_id, old.activity_id, old.worked_on, old.minutes)
    is distinct from (new.user_id, new.project_id, new.activity_id, new.worked_on, new.minutes))
  execute function refuse_change_of_hours();
--> statement-breakpoint
create function refuse_truncate_of_hours() returns trigger language plpgsql as $$
begin
  if exists (select from time_entry) then
    raise exception 'Hours are kept for five years: truncate of % is refused.', tg_table_name using errcode = 'restrict_violation';
  end if;
  return null;
end $$;
--> statement-breakpoint
create trigger time_entry_is_never_emptied before truncate on time_entry execute function refuse_truncate_of_hours();
