-- Filled anew below: documents that were finalized before the books were covered are never settled, so each series needs its own place.
DELETE FROM "uniconta_unsettled";--> statement-breakpoint
DROP INDEX "uniconta_unsettled_serial";--> statement-breakpoint
ALTER TABLE "uniconta_unsettled" ADD COLUMN "series" text NOT NULL;--> statement-breakpoint
CREATE INDEX "uniconta_unsettled_serial" ON "uniconta_unsettled" USING btree ("series","serial");
--> statement-breakpoint
create or replace function keep_finalized_unsettled() returns trigger language plpgsql as $$
begin
  insert into uniconta_unsettled (invoice_id, series, serial)
    select new.id, new.series, new.serial
     where not exists (select from uniconta_posting p where p.invoice_id = new.id and p.step = 'settled')
    on conflict do nothing;
  return null;
end $$;
--> statement-breakpoint
create or replace function keep_unsettled() returns trigger language plpgsql as $$
begin
  if new.step = 'settled' then
    delete from uniconta_unsettled where invoice_id = new.invoice_id;
  else
    insert into uniconta_unsettled (invoice_id, series, serial) values (new.invoice_id, new.series, new.serial) on conflict do nothing;
  end if;
  return null;
end $$;
--> statement-breakpoint
insert into uniconta_unsettled (invoice_id, series, serial)
  select i.id, i.series, i.serial from invoice i left join uniconta_posting p on p.invoice_id = i.id
   where i.state = 'finalized' and i.series <> 'invoice-local' and p.step is distinct from 'settled';
