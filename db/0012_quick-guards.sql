-- The same guards, asked once a statement and not once a row: a draft of five thousand hours writes ten thousand rows.
drop trigger time_entry_is_kept on time_entry;
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
drop trigger invoice_line_is_final on invoice_line;
--> statement-breakpoint
drop trigger invoice_vat_is_final on invoice_vat;
--> statement-breakpoint
drop trigger invoice_line_source_is_final on invoice_line_source;
--> statement-breakpoint
drop function refuse_change_in_final;
--> statement-breakpoint
drop function refuse_change_of_final_source;
--> statement-breakpoint
-- The documents stay locked while their number is read: what is written at the moment in which another finalizes the draft is
-- either on the document or refused.
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
