ALTER TABLE "invoice_standing" ADD COLUMN "released_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "invoice_standing" ADD COLUMN "released_by" text;--> statement-breakpoint
ALTER TABLE "invoice_standing" ADD COLUMN "release_reason" text;--> statement-breakpoint
ALTER TABLE "sync_kind" ADD COLUMN "number_waits" boolean DEFAULT false NOT NULL;--> statement-breakpoint
UPDATE "sync_kind" SET "number_waits" = coalesce((SELECT ("settings" ->> 'numberLeavesWhenSettled')::boolean FROM "integration" LIMIT 1), true) WHERE "kind" = 'invoice.post' AND "wanted";