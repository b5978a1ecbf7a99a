DROP INDEX "uniconta_posting_in_step";--> statement-breakpoint
ALTER TABLE "invoicing" ADD COLUMN "credit_note_series" text DEFAULT 'invoice' NOT NULL;--> statement-breakpoint
-- Until now there was one series that marches in step.
ALTER TABLE "uniconta_posting" ADD COLUMN "series" text DEFAULT 'invoice' NOT NULL;--> statement-breakpoint
ALTER TABLE "uniconta_posting" ALTER COLUMN "series" DROP DEFAULT;--> statement-breakpoint
ALTER TABLE "uniconta_posting" ADD COLUMN "their_serie" text;--> statement-breakpoint
CREATE INDEX "uniconta_posting_in_step" ON "uniconta_posting" USING btree ("series","serial") WHERE how = 'posted';--> statement-breakpoint
-- No two series of invoices may write the same number, and K may be taken.
insert into number_series (kind, prefix, next, digits, overridable)
select 'credit-note', case when exists (select from number_series where kind like 'invoice%' and prefix ilike 'K%') then 'CRN-' else 'K' end, 1, 1, false;
