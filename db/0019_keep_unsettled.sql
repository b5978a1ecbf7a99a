-- Which coupled documents are not settled is told by two tables of any length. This keeps the few that are not, in the transaction that
-- finalizes or settles one, whoever writes it.
create function keep_finalized_unsettled() returns trigger language plpgsql as $$
begin
  insert into uniconta_unsettled (invoice_id, serial)
    select new.id, new.serial where not exists (select from uniconta_posting p where p.invoice_id = new.id and p.step = 'settled')
    on conflict do nothing;
  return null;
end $$;
--> statement-breakpoint
create trigger invoice_is_unsettled after insert on invoice
  for each row when (new.state = 'finalized' and new.series <> 'invoice-local') execute function keep_finalized_unsettled();
--> statement-breakpoint
create trigger invoice_becomes_unsettled after update on invoice
  for each row when (new.state = 'finalized' and new.series <> 'invoice-local') execute function keep_finalized_unsettled();
--> statement-breakpoint
create function keep_unsettled() returns trigger language plpgsql as $$
begin
  if new.step = 'settled' then
    delete from uniconta_unsettled where invoice_id = new.invoice_id;
  else
    insert into uniconta_unsettled (invoice_id, serial) values (new.invoice_id, new.serial) on conflict do nothing;
  end if;
  return null;
end $$;
--> statement-breakpoint
create trigger posting_is_unsettled after insert on uniconta_posting for each row execute function keep_unsettled();
--> statement-breakpoint
create trigger posting_becomes_unsettled after update on uniconta_posting
  for each row when ((old.step = 'settled') <> (new.step = 'settled')) execute function keep_unsettled();
--> statement-breakpoint
insert into uniconta_unsettled (invoice_id, serial)
  select i.id, i.serial from invoice i left join uniconta_posting p on p.invoice_id = i.id
   where i.state = 'finalized' and i.series <> 'invoice-local' and p.step is distinct from 'settled';
