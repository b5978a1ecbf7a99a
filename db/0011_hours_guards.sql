-- Further hours on a locked day, or hours moved onto one, change what that day was as much as altered ones do. The code refuses
-- them with a sentence of its own; this is for everything else that writes into the table.
create or replace function refuse_change_of_hours() returns trigger language plpgsql as $$
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
drop trigger time_entry_is_kept on time_entry;
--> statement-breakpoint
create trigger time_entry_is_kept before insert or update or delete on time_entry
  for each row execute function refuse_change_of_hours();
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
