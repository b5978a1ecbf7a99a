ALTER TABLE "invoice_line" ADD COLUMN "edited" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "invoice_line" ADD COLUMN "vat_fixed" boolean DEFAULT false NOT NULL;