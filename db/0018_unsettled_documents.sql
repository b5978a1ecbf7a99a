CREATE TABLE "uniconta_unsettled" (
	"invoice_id" uuid PRIMARY KEY NOT NULL,
	"serial" integer NOT NULL
);
--> statement-breakpoint
ALTER TABLE "uniconta_unsettled" ADD CONSTRAINT "uniconta_unsettled_invoice_id_invoice_id_fk" FOREIGN KEY ("invoice_id") REFERENCES "public"."invoice"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "uniconta_unsettled_serial" ON "uniconta_unsettled" USING btree ("serial");