-- A line that somebody adds to a draft at the moment in which another finalizes it: the draft is locked while its state is read, so
-- the line is either on the document or refused.
create or replace function refuse_change_in_final() returns trigger language plpgsql as $$
declare
  number text;
begin
  if tg_op <> 'INSERT' then
    select i.number into number from invoice i where i.id = old.invoice_id for share;
  end if;
  if number is null and tg_op <> 'DELETE' then
    select i.number into number from invoice i where i.id = new.invoice_id for share;
  end if;
  if number is not null then
    raise exception 'Invoice % is finalized and stays as it is: % of % is refused. Credit it instead.',
      number, lower(tg_op), tg_table_name using errcode = 'restrict_violation';
  end if;
  if tg_op = 'DELETE' then return old; end if;
  return new;
end $$;
--> statement-breakpoint
create or replace function refuse_change_of_final_source() returns trigger language plpgsql as $$
declare
  number text;
begin
  if tg_op <> 'INSERT' then
    select i.number into number from invoice i join invoice_line l on l.invoice_id = i.id where l.id = old.line_id for share of i;
  end if;
  if number is null and tg_op <> 'DELETE' then
    select i.number into number from invoice i join invoice_line l on l.invoice_id = i.id where l.id = new.line_id for share of i;
  end if;
  if number is not null then
    raise exception 'Invoice % is finalized and stays as it is: % of % is refused. Credit it instead.',
      number, lower(tg_op), tg_table_name using errcode = 'restrict_violation';
  end if;
  if tg_op = 'DELETE' then return old; end if;
  return new;
end $$;
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
