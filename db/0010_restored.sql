CREATE TABLE "sync_restore" (
	"id" uuid PRIMARY KEY NOT NULL,
	"noticed_at" timestamp with time zone NOT NULL,
	"sentence" jsonb NOT NULL,
	"ended_at" timestamp with time zone,
	"ended_by" text
);
--> statement-breakpoint
CREATE TABLE "uniconta_books_apart" (
	"key" text PRIMARY KEY NOT NULL,
	"number" integer NOT NULL,
	"reference" text NOT NULL,
	"said_by" text NOT NULL,
	"said_at" timestamp with time zone NOT NULL,
	"reason" text
);
--> statement-breakpoint
CREATE TABLE "uniconta_books_comparison" (
	"restore_id" uuid PRIMARY KEY NOT NULL,
	"step" text NOT NULL,
	"hurried_by" text,
	"series_is_empty" boolean DEFAULT false NOT NULL,
	"looked_at" timestamp with time zone,
	"found" jsonb,
	"decisions" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"finishing" jsonb,
	"result" jsonb
);
--> statement-breakpoint
ALTER TABLE "sync_kind" ADD COLUMN "waits_for_comparison" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "uniconta_books_comparison" ADD CONSTRAINT "uniconta_books_comparison_restore_id_sync_restore_id_fk" FOREIGN KEY ("restore_id") REFERENCES "public"."sync_restore"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "sync_restore_one_open" ON "sync_restore" USING btree ((true)) WHERE ended_at is null;