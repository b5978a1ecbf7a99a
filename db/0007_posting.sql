CREATE TABLE "uniconta_posting" (
	"invoice_id" uuid PRIMARY KEY NOT NULL,
	"serial" integer NOT NULL,
	"step" text NOT NULL,
	"order_number" integer,
	"quiet_at" timestamp with time zone,
	"is_refused" boolean DEFAULT false NOT NULL,
	"refusal" jsonb,
	"posting_on" date,
	"word" text,
	"reason" text,
	"said_by" text,
	"how" text,
	"settled_at" timestamp with time zone,
	"their_number" integer,
	"their_row_id" text,
	"voucher" text,
	"journal_id" text,
	"their_net" bigint,
	"their_vat" bigint,
	"their_gross" bigint,
	"their_due_on" date,
	"exchange_rate" numeric,
	"company_amount" bigint
);
--> statement-breakpoint
CREATE TABLE "uniconta_order" (
	"order_number" integer PRIMARY KEY NOT NULL,
	"invoice_id" uuid NOT NULL,
	"made_at" timestamp with time zone NOT NULL,
	"is_posted" boolean DEFAULT false NOT NULL,
	"is_gone" boolean DEFAULT false NOT NULL
);
--> statement-breakpoint
ALTER TABLE "uniconta_posting" ADD CONSTRAINT "uniconta_posting_invoice_id_invoice_id_fk" FOREIGN KEY ("invoice_id") REFERENCES "public"."invoice"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "uniconta_order" ADD CONSTRAINT "uniconta_order_invoice_id_uniconta_posting_invoice_id_fk" FOREIGN KEY ("invoice_id") REFERENCES "public"."uniconta_posting"("invoice_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "uniconta_posting_open" ON "uniconta_posting" USING btree ("serial") WHERE step <> 'settled';--> statement-breakpoint
CREATE INDEX "uniconta_posting_in_step" ON "uniconta_posting" USING btree ("serial") WHERE how = 'posted';--> statement-breakpoint
CREATE INDEX "uniconta_order_of" ON "uniconta_order" USING btree ("invoice_id");