CREATE TABLE "notice_choice" (
	"user_id" text NOT NULL,
	"kind" text NOT NULL,
	"bell" boolean NOT NULL,
	"mail" boolean NOT NULL,
	CONSTRAINT "notice_choice_user_id_kind_pk" PRIMARY KEY("user_id","kind")
);
--> statement-breakpoint
ALTER TABLE "notification" ADD COLUMN "kind" text;--> statement-breakpoint
UPDATE "notification" SET "kind" = case "sentence"->>'key'
	when 'hours.toApprove' then 'hours-to-approve'
	when 'hours.alert' then 'hours-alert'
	when 'hours.rejected' then 'sent-back'
	when 'expense.wasRejected' then 'sent-back'
	when 'expense.waits' then 'expenses-to-approve'
	else 'integration' end;--> statement-breakpoint
ALTER TABLE "notification" ALTER COLUMN "kind" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "notification" ADD COLUMN "bell" boolean DEFAULT true NOT NULL;--> statement-breakpoint
ALTER TABLE "notification" ADD COLUMN "mail_due_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "notification" ADD COLUMN "mailed_at" timestamp with time zone;--> statement-breakpoint
CREATE INDEX "notification_to_mail" ON "notification" USING btree ("user_id") WHERE mail_due_at is not null;