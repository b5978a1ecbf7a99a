CREATE TABLE "uniconta_import" (
	"company_id" integer PRIMARY KEY NOT NULL,
	"scope" text NOT NULL,
	"account_filter" text NOT NULL,
	"first_journal" integer,
	"cursor" integer DEFAULT 0 NOT NULL,
	"moved_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "uniconta_import_run" (
	"id" uuid PRIMARY KEY NOT NULL,
	"company_id" integer NOT NULL,
	"kind" text NOT NULL,
	"scope" text NOT NULL,
	"started_at" timestamp with time zone NOT NULL,
	"finished_at" timestamp with time zone,
	"next" integer NOT NULL,
	"rows" integer DEFAULT 0 NOT NULL,
	"imported" integer DEFAULT 0 NOT NULL,
	"changed" integer DEFAULT 0 NOT NULL,
	"removed" integer DEFAULT 0 NOT NULL,
	"skipped" integer DEFAULT 0 NOT NULL,
	"flagged" integer DEFAULT 0 NOT NULL,
	"calls" integer DEFAULT 0 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "uniconta_ledger_row" (
	"company_id" integer NOT NULL,
	"journal_id" integer NOT NULL,
	"voucher" integer NOT NULL,
	"line" integer NOT NULL,
	"account" text NOT NULL,
	"series" text NOT NULL,
	"project_key" text NOT NULL,
	"state" text NOT NULL,
	"reason" text,
	"facts" jsonb NOT NULL,
	"written" jsonb,
	"expense_id" uuid,
	"gone_at" timestamp with time zone,
	"seen_at" timestamp with time zone NOT NULL,
	CONSTRAINT "uniconta_ledger_row_company_id_journal_id_voucher_line_account_pk" PRIMARY KEY("company_id","journal_id","voucher","line","account")
);
--> statement-breakpoint
CREATE INDEX "uniconta_import_run_started" ON "uniconta_import_run" USING btree ("started_at");--> statement-breakpoint
CREATE INDEX "uniconta_ledger_row_project" ON "uniconta_ledger_row" USING btree ("project_key") WHERE state = 'skipped';--> statement-breakpoint
CREATE INDEX "uniconta_ledger_row_state" ON "uniconta_ledger_row" USING btree ("state") WHERE state in ('skipped', 'flagged');--> statement-breakpoint
CREATE INDEX "uniconta_ledger_row_expense" ON "uniconta_ledger_row" USING btree ("expense_id");