CREATE TABLE "uniconta_open_item" (
	"invoice_id" uuid PRIMARY KEY NOT NULL,
	"account" text NOT NULL,
	"remaining" bigint NOT NULL,
	"over" bigint NOT NULL,
	"from_on" date NOT NULL,
	"seen_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "uniconta_open_item" ADD CONSTRAINT "uniconta_open_item_invoice_id_invoice_id_fk" FOREIGN KEY ("invoice_id") REFERENCES "public"."invoice"("id") ON DELETE no action ON UPDATE no action;