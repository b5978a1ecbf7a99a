CREATE TABLE "bookkeeping_account" (
	"id" uuid PRIMARY KEY NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	"number" text NOT NULL,
	"number_key" text collate "C" NOT NULL,
	"number_sort" text collate "C" NOT NULL,
	"name" text NOT NULL,
	"vat_code_id" uuid,
	"active" boolean NOT NULL
);
--> statement-breakpoint
CREATE TABLE "invoicing" (
	"id" integer PRIMARY KEY DEFAULT 1 NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"mark" text NOT NULL,
	"vat_rounding" text NOT NULL,
	"use_draft_approval" boolean NOT NULL,
	"books_locked_until" date,
	"payment_id_kind" text NOT NULL,
	"payment_id_format" text,
	"creditor_number" text,
	"bank_name" text,
	"bank_registration_number" text,
	"bank_account" text,
	"iban" text,
	"bic" text,
	"legal_note" text,
	"website" text,
	"logo_file_id" uuid,
	"vat_number" text,
	CONSTRAINT "invoicing_is_one" CHECK ("invoicing"."id" = 1)
);
--> statement-breakpoint
CREATE TABLE "payment_term" (
	"id" uuid PRIMARY KEY NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	"days" integer NOT NULL,
	"name" text NOT NULL,
	"active" boolean NOT NULL
);
--> statement-breakpoint
CREATE TABLE "vat_code" (
	"id" uuid PRIMARY KEY NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	"code" text NOT NULL,
	"name" text NOT NULL,
	"category" text NOT NULL,
	"active" boolean NOT NULL
);
--> statement-breakpoint
CREATE TABLE "vat_phrase" (
	"category" text PRIMARY KEY NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"da" text,
	"nb" text,
	"en" text
);
--> statement-breakpoint
CREATE TABLE "vat_rate" (
	"vat_code_id" uuid NOT NULL,
	"valid_from" date NOT NULL,
	"percent" numeric NOT NULL,
	CONSTRAINT "vat_rate_vat_code_id_valid_from_pk" PRIMARY KEY("vat_code_id","valid_from")
);
--> statement-breakpoint
CREATE TABLE "activity" (
	"id" uuid PRIMARY KEY NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	"project_id" uuid NOT NULL,
	"number" text NOT NULL,
	"number_key" text collate "C" NOT NULL,
	"number_sort" text collate "C" NOT NULL,
	"name" text NOT NULL,
	"name_sort" text collate "C" NOT NULL,
	"state" text NOT NULL,
	"start_on" date,
	"end_on" date,
	"takes_hours" boolean NOT NULL,
	"billable" boolean NOT NULL,
	"estimated_minutes" integer,
	"alert_minutes" integer,
	"alerted_at" timestamp with time zone,
	"price_model_id" uuid,
	"description" text
);
--> statement-breakpoint
CREATE TABLE "project_expense" (
	"id" uuid PRIMARY KEY NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	"project_id" uuid NOT NULL,
	"activity_id" uuid,
	"title" text NOT NULL,
	"search_text" text collate "C" NOT NULL,
	"description" text,
	"spent_on" date NOT NULL,
	"quantity" numeric NOT NULL,
	"amount" bigint NOT NULL,
	"currency" text NOT NULL,
	"exchange_rate" numeric NOT NULL,
	"company_amount" bigint NOT NULL,
	"supplier_name" text,
	"supplier_number" text,
	"voucher_number" text,
	"billable" boolean NOT NULL,
	"markup" numeric,
	"source" text NOT NULL,
	"receipt_id" uuid,
	"registered_by" text NOT NULL,
	"approval" text NOT NULL,
	"approved_by" text,
	"approved_at" timestamp with time zone,
	"rejected_because" text,
	"billing" text NOT NULL,
	"invoice_id" uuid
);
--> statement-breakpoint
CREATE TABLE "stored_file" (
	"id" uuid PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"mime_type" text NOT NULL,
	"size" integer NOT NULL,
	"sha256" text NOT NULL,
	"content" "bytea" NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"created_by" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "invoice_setting" (
	"level" text NOT NULL,
	"subject_id" uuid NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	"your_reference" text,
	"order_reference" text,
	"contract_reference" text,
	"contact_id" uuid,
	"name_line_above" text,
	"name_line_below" text,
	"invoice_text" text,
	"footer_text" text,
	"payment_days" integer,
	"language" text,
	"line_grouping" text,
	"hour_specification" text,
	"attach_receipts" boolean,
	"hours_account_domestic" uuid,
	"hours_account_foreign" uuid,
	"expenses_account_domestic" uuid,
	"expenses_account_foreign" uuid,
	"products_account_domestic" uuid,
	"products_account_foreign" uuid,
	CONSTRAINT "invoice_setting_level_subject_id_pk" PRIMARY KEY("level","subject_id")
);
--> statement-breakpoint
CREATE TABLE "invoice" (
	"id" uuid PRIMARY KEY NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	"kind" text NOT NULL,
	"state" text NOT NULL,
	"reference" text NOT NULL,
	"transfer" boolean NOT NULL,
	"series" text,
	"serial" integer,
	"number" text,
	"customer_id" uuid NOT NULL,
	"project_id" uuid NOT NULL,
	"price_model_id" uuid,
	"department_id" uuid,
	"currency" text NOT NULL,
	"invoiced_on" date,
	"due_on" date,
	"sources_until" date,
	"description" text,
	"your_reference" text,
	"order_reference" text,
	"contract_reference" text,
	"contact_id" uuid,
	"name_line_above" text,
	"name_line_below" text,
	"invoice_text" text,
	"footer_text" text,
	"payment_days" integer,
	"language" text,
	"line_grouping" text,
	"hour_specification" text,
	"attach_receipts" boolean,
	"credited_invoice_id" uuid,
	"credit_reason" text,
	"credited_hours" text,
	"on_account" boolean NOT NULL,
	"vat_rounding" text,
	"net" bigint NOT NULL,
	"vat" bigint NOT NULL,
	"gross" bigint NOT NULL,
	"company_currency" text,
	"exchange_rate" numeric,
	"rate_source" text,
	"rate_on" date,
	"company_net" bigint,
	"company_vat" bigint,
	"payment_id" text,
	"printed" jsonb,
	"search_text" text collate "C" NOT NULL,
	"approved_by" text,
	"approved_at" timestamp with time zone,
	"created_by" text NOT NULL,
	"finalized_by" text,
	"finalized_at" timestamp with time zone,
	CONSTRAINT "invoice_final_is_whole" CHECK (("invoice"."state" = 'finalized') = ("invoice"."number" is not null and "invoice"."invoiced_on" is not null and "invoice"."due_on" is not null and "invoice"."finalized_at" is not null and "invoice"."printed" is not null) or ("invoice"."state" <> 'finalized' and "invoice"."number" is null)),
	CONSTRAINT "invoice_adds_up" CHECK ("invoice"."gross" = "invoice"."net" + "invoice"."vat"),
	CONSTRAINT "invoice_credit_is_negative" CHECK ("invoice"."state" <> 'finalized' or "invoice"."kind" = 'credit-note' or "invoice"."gross" >= 0)
);
--> statement-breakpoint
CREATE TABLE "invoice_line" (
	"id" uuid PRIMARY KEY NOT NULL,
	"invoice_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"origin" text NOT NULL,
	"product_type" text,
	"text" text NOT NULL,
	"quantity" numeric NOT NULL,
	"unit" text NOT NULL,
	"unit_price" numeric NOT NULL,
	"discount_percent" numeric NOT NULL,
	"net" bigint NOT NULL,
	"registered_net" bigint,
	"adjustment_reason" text,
	"edited" boolean DEFAULT false NOT NULL,
	"account_id" uuid,
	"account_number" text,
	"vat_code_id" uuid,
	"vat_code" text,
	"vat_category" text,
	"vat_percent" numeric,
	"vat_fixed" boolean DEFAULT false NOT NULL,
	"vat" bigint NOT NULL,
	"activity_id" uuid,
	"period_from" date,
	"period_to" date,
	"deducts_invoice_id" uuid,
	"credited_line_id" uuid
);
--> statement-breakpoint
CREATE TABLE "invoice_line_source" (
	"line_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"source_id" uuid NOT NULL,
	"minutes" integer,
	"rate" numeric,
	"amount" bigint NOT NULL,
	CONSTRAINT "invoice_line_source_line_id_source_id_pk" PRIMARY KEY("line_id","source_id")
);
--> statement-breakpoint
CREATE TABLE "invoice_standing" (
	"invoice_id" uuid PRIMARY KEY NOT NULL,
	"paid" bigint NOT NULL,
	"credited" bigint NOT NULL,
	"open" bigint NOT NULL,
	"due_on" date NOT NULL,
	"pdf_file_id" uuid,
	"pdf_sha256" text,
	"mailed_at" timestamp with time zone,
	"mailed_to" text
);
--> statement-breakpoint
CREATE TABLE "invoice_vat" (
	"invoice_id" uuid NOT NULL,
	"vat_code" text NOT NULL,
	"percent" numeric NOT NULL,
	"category" text NOT NULL,
	"net" bigint NOT NULL,
	"vat" bigint NOT NULL,
	CONSTRAINT "invoice_vat_invoice_id_vat_code_percent_pk" PRIMARY KEY("invoice_id","vat_code","percent")
);
--> statement-breakpoint
CREATE TABLE "mail_attachment" (
	"mail_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"file_id" uuid NOT NULL,
	CONSTRAINT "mail_attachment_mail_id_position_pk" PRIMARY KEY("mail_id","position")
);
--> statement-breakpoint
CREATE TABLE "payment" (
	"id" uuid PRIMARY KEY NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	"invoice_id" uuid NOT NULL,
	"paid_on" date NOT NULL,
	"amount" bigint NOT NULL,
	"source" text NOT NULL,
	"description" text,
	"external_key" text,
	"created_by" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "co_worker_rate" (
	"user_id" text NOT NULL,
	"valid_from" date NOT NULL,
	"sales_price" numeric,
	"cost_price" numeric,
	CONSTRAINT "co_worker_rate_user_id_valid_from_pk" PRIMARY KEY("user_id","valid_from")
);
--> statement-breakpoint
CREATE TABLE "price_model" (
	"id" uuid PRIMARY KEY NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	"project_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"name" text NOT NULL,
	"kind" text NOT NULL,
	"customer_id" uuid,
	"hourly_base" text,
	"common_rate" numeric,
	"fixed_price" bigint,
	"cap" bigint,
	"expenses_included" boolean NOT NULL,
	"expense_markup" numeric NOT NULL,
	"active" boolean NOT NULL
);
--> statement-breakpoint
CREATE TABLE "price_plan_item" (
	"id" uuid PRIMARY KEY NOT NULL,
	"price_model_id" uuid NOT NULL,
	"due_on" date NOT NULL,
	"amount" bigint NOT NULL,
	"text" text NOT NULL,
	"billed_elsewhere" boolean NOT NULL,
	"invoice_id" uuid
);
--> statement-breakpoint
CREATE TABLE "price_rate" (
	"id" uuid PRIMARY KEY NOT NULL,
	"price_model_id" uuid NOT NULL,
	"user_id" text,
	"role_id" uuid,
	"activity_id" uuid,
	"valid_from" date NOT NULL,
	"rate" numeric NOT NULL,
	CONSTRAINT "price_rate_is_of_one" CHECK (num_nonnulls("price_rate"."user_id", "price_rate"."role_id", "price_rate"."activity_id") = 1)
);
--> statement-breakpoint
CREATE TABLE "project_member" (
	"project_id" uuid NOT NULL,
	"user_id" text NOT NULL,
	"role_id" uuid NOT NULL,
	CONSTRAINT "project_member_project_id_user_id_pk" PRIMARY KEY("project_id","user_id")
);
--> statement-breakpoint
CREATE TABLE "project_role" (
	"id" uuid PRIMARY KEY NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	"name" text NOT NULL,
	"name_sort" text collate "C" NOT NULL,
	"sales_price" numeric,
	"cost_price" numeric,
	"active" boolean NOT NULL
);
--> statement-breakpoint
CREATE TABLE "hours_setting" (
	"id" integer PRIMARY KEY DEFAULT 1 NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"approver" text NOT NULL,
	"locked_until" date,
	"notes_required" boolean NOT NULL,
	CONSTRAINT "hours_setting_is_one" CHECK ("hours_setting"."id" = 1)
);
--> statement-breakpoint
CREATE TABLE "time_entry" (
	"id" uuid PRIMARY KEY NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	"user_id" text NOT NULL,
	"project_id" uuid NOT NULL,
	"activity_id" uuid NOT NULL,
	"worked_on" date NOT NULL,
	"minutes" integer NOT NULL,
	"billable_minutes" integer NOT NULL,
	"note" text,
	"internal_note" text,
	"approval" text NOT NULL,
	"approved_by" text,
	"approved_at" timestamp with time zone,
	"rejected_because" text,
	"billing" text NOT NULL,
	"invoice_id" uuid,
	CONSTRAINT "time_entry_minutes" CHECK ("time_entry"."minutes" between 1 and 1440 and "time_entry"."billable_minutes" between 0 and 1440)
);
--> statement-breakpoint
CREATE TABLE "timesheet_setting" (
	"user_id" text PRIMARY KEY NOT NULL,
	"locked_until" date,
	"approver_id" text
);
--> statement-breakpoint
CREATE TABLE "work_schedule" (
	"user_id" text NOT NULL,
	"valid_from" date NOT NULL,
	"minutes" integer[] NOT NULL,
	CONSTRAINT "work_schedule_user_id_valid_from_pk" PRIMARY KEY("user_id","valid_from")
);
--> statement-breakpoint
ALTER TABLE "mail" ADD COLUMN "cc" text;--> statement-breakpoint
ALTER TABLE "mail" ADD COLUMN "reply_to" text;--> statement-breakpoint
ALTER TABLE "mail" ADD COLUMN "about_kind" text;--> statement-breakpoint
ALTER TABLE "mail" ADD COLUMN "about_id" uuid;--> statement-breakpoint
ALTER TABLE "bookkeeping_account" ADD CONSTRAINT "bookkeeping_account_vat_code_id_vat_code_id_fk" FOREIGN KEY ("vat_code_id") REFERENCES "public"."vat_code"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invoicing" ADD CONSTRAINT "invoicing_logo_file_id_stored_file_id_fk" FOREIGN KEY ("logo_file_id") REFERENCES "public"."stored_file"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "vat_rate" ADD CONSTRAINT "vat_rate_vat_code_id_vat_code_id_fk" FOREIGN KEY ("vat_code_id") REFERENCES "public"."vat_code"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "activity" ADD CONSTRAINT "activity_project_id_project_id_fk" FOREIGN KEY ("project_id") REFERENCES "public"."project"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "activity" ADD CONSTRAINT "activity_price_model_id_price_model_id_fk" FOREIGN KEY ("price_model_id") REFERENCES "public"."price_model"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "project_expense" ADD CONSTRAINT "project_expense_project_id_project_id_fk" FOREIGN KEY ("project_id") REFERENCES "public"."project"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "project_expense" ADD CONSTRAINT "project_expense_activity_id_activity_id_fk" FOREIGN KEY ("activity_id") REFERENCES "public"."activity"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "project_expense" ADD CONSTRAINT "project_expense_receipt_id_stored_file_id_fk" FOREIGN KEY ("receipt_id") REFERENCES "public"."stored_file"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invoice_setting" ADD CONSTRAINT "invoice_setting_hours_account_domestic_bookkeeping_account_id_fk" FOREIGN KEY ("hours_account_domestic") REFERENCES "public"."bookkeeping_account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invoice_setting" ADD CONSTRAINT "invoice_setting_hours_account_foreign_bookkeeping_account_id_fk" FOREIGN KEY ("hours_account_foreign") REFERENCES "public"."bookkeeping_account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invoice_setting" ADD CONSTRAINT "invoice_setting_expenses_account_domestic_bookkeeping_account_id_fk" FOREIGN KEY ("expenses_account_domestic") REFERENCES "public"."bookkeeping_account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invoice_setting" ADD CONSTRAINT "invoice_setting_expenses_account_foreign_bookkeeping_account_id_fk" FOREIGN KEY ("expenses_account_foreign") REFERENCES "public"."bookkeeping_account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invoice_setting" ADD CONSTRAINT "invoice_setting_products_account_domestic_bookkeeping_account_id_fk" FOREIGN KEY ("products_account_domestic") REFERENCES "public"."bookkeeping_account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invoice_setting" ADD CONSTRAINT "invoice_setting_products_account_foreign_bookkeeping_account_id_fk" FOREIGN KEY ("products_account_foreign") REFERENCES "public"."bookkeeping_account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invoice" ADD CONSTRAINT "invoice_customer_id_customer_id_fk" FOREIGN KEY ("customer_id") REFERENCES "public"."customer"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invoice" ADD CONSTRAINT "invoice_project_id_project_id_fk" FOREIGN KEY ("project_id") REFERENCES "public"."project"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invoice" ADD CONSTRAINT "invoice_department_id_department_id_fk" FOREIGN KEY ("department_id") REFERENCES "public"."department"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invoice_line" ADD CONSTRAINT "invoice_line_invoice_id_invoice_id_fk" FOREIGN KEY ("invoice_id") REFERENCES "public"."invoice"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invoice_line" ADD CONSTRAINT "invoice_line_account_id_bookkeeping_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."bookkeeping_account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invoice_line" ADD CONSTRAINT "invoice_line_vat_code_id_vat_code_id_fk" FOREIGN KEY ("vat_code_id") REFERENCES "public"."vat_code"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invoice_line" ADD CONSTRAINT "invoice_line_activity_id_activity_id_fk" FOREIGN KEY ("activity_id") REFERENCES "public"."activity"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invoice_line_source" ADD CONSTRAINT "invoice_line_source_line_id_invoice_line_id_fk" FOREIGN KEY ("line_id") REFERENCES "public"."invoice_line"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invoice_standing" ADD CONSTRAINT "invoice_standing_invoice_id_invoice_id_fk" FOREIGN KEY ("invoice_id") REFERENCES "public"."invoice"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invoice_standing" ADD CONSTRAINT "invoice_standing_pdf_file_id_stored_file_id_fk" FOREIGN KEY ("pdf_file_id") REFERENCES "public"."stored_file"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invoice_vat" ADD CONSTRAINT "invoice_vat_invoice_id_invoice_id_fk" FOREIGN KEY ("invoice_id") REFERENCES "public"."invoice"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mail_attachment" ADD CONSTRAINT "mail_attachment_mail_id_mail_id_fk" FOREIGN KEY ("mail_id") REFERENCES "public"."mail"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mail_attachment" ADD CONSTRAINT "mail_attachment_file_id_stored_file_id_fk" FOREIGN KEY ("file_id") REFERENCES "public"."stored_file"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payment" ADD CONSTRAINT "payment_invoice_id_invoice_id_fk" FOREIGN KEY ("invoice_id") REFERENCES "public"."invoice"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "co_worker_rate" ADD CONSTRAINT "co_worker_rate_user_id_app_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."app_user"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "price_model" ADD CONSTRAINT "price_model_project_id_project_id_fk" FOREIGN KEY ("project_id") REFERENCES "public"."project"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "price_model" ADD CONSTRAINT "price_model_customer_id_customer_id_fk" FOREIGN KEY ("customer_id") REFERENCES "public"."customer"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "price_plan_item" ADD CONSTRAINT "price_plan_item_price_model_id_price_model_id_fk" FOREIGN KEY ("price_model_id") REFERENCES "public"."price_model"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "price_rate" ADD CONSTRAINT "price_rate_price_model_id_price_model_id_fk" FOREIGN KEY ("price_model_id") REFERENCES "public"."price_model"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "price_rate" ADD CONSTRAINT "price_rate_user_id_app_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."app_user"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "price_rate" ADD CONSTRAINT "price_rate_role_id_project_role_id_fk" FOREIGN KEY ("role_id") REFERENCES "public"."project_role"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "project_member" ADD CONSTRAINT "project_member_project_id_project_id_fk" FOREIGN KEY ("project_id") REFERENCES "public"."project"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "project_member" ADD CONSTRAINT "project_member_user_id_app_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."app_user"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "project_member" ADD CONSTRAINT "project_member_role_id_project_role_id_fk" FOREIGN KEY ("role_id") REFERENCES "public"."project_role"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "time_entry" ADD CONSTRAINT "time_entry_user_id_app_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."app_user"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "time_entry" ADD CONSTRAINT "time_entry_project_id_project_id_fk" FOREIGN KEY ("project_id") REFERENCES "public"."project"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "time_entry" ADD CONSTRAINT "time_entry_activity_id_activity_id_fk" FOREIGN KEY ("activity_id") REFERENCES "public"."activity"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "timesheet_setting" ADD CONSTRAINT "timesheet_setting_user_id_app_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."app_user"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "timesheet_setting" ADD CONSTRAINT "timesheet_setting_approver_id_app_user_id_fk" FOREIGN KEY ("approver_id") REFERENCES "public"."app_user"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "bookkeeping_account_number" ON "bookkeeping_account" USING btree ("number_key");--> statement-breakpoint
CREATE INDEX "bookkeeping_account_vat" ON "bookkeeping_account" USING btree ("vat_code_id");--> statement-breakpoint
CREATE UNIQUE INDEX "payment_term_days" ON "payment_term" USING btree ("days");--> statement-breakpoint
CREATE UNIQUE INDEX "vat_code_code" ON "vat_code" USING btree ("code");--> statement-breakpoint
CREATE UNIQUE INDEX "activity_number" ON "activity" USING btree ("project_id","number_key");--> statement-breakpoint
CREATE INDEX "activity_by_number" ON "activity" USING btree ("project_id","number_sort");--> statement-breakpoint
CREATE INDEX "activity_price_model" ON "activity" USING btree ("price_model_id");--> statement-breakpoint
CREATE INDEX "project_expense_project" ON "project_expense" USING btree ("project_id","spent_on");--> statement-breakpoint
CREATE INDEX "project_expense_day" ON "project_expense" USING btree ("spent_on","id");--> statement-breakpoint
CREATE INDEX "project_expense_open" ON "project_expense" USING btree ("project_id","spent_on") WHERE billing = 'open' and billable;--> statement-breakpoint
CREATE INDEX "project_expense_invoice" ON "project_expense" USING btree ("invoice_id") WHERE invoice_id is not null;--> statement-breakpoint
CREATE INDEX "stored_file_sha256" ON "stored_file" USING btree ("sha256");--> statement-breakpoint
CREATE UNIQUE INDEX "invoice_reference" ON "invoice" USING btree ("reference");--> statement-breakpoint
CREATE UNIQUE INDEX "invoice_serial" ON "invoice" USING btree ("series","serial");--> statement-breakpoint
CREATE UNIQUE INDEX "invoice_number" ON "invoice" USING btree ("number");--> statement-breakpoint
CREATE INDEX "invoice_by_day" ON "invoice" USING btree ("invoiced_on","id");--> statement-breakpoint
CREATE INDEX "invoice_by_change" ON "invoice" USING btree ("updated_at","id");--> statement-breakpoint
CREATE INDEX "invoice_customer" ON "invoice" USING btree ("customer_id","invoiced_on");--> statement-breakpoint
CREATE INDEX "invoice_project" ON "invoice" USING btree ("project_id","invoiced_on");--> statement-breakpoint
CREATE INDEX "invoice_credited" ON "invoice" USING btree ("credited_invoice_id");--> statement-breakpoint
CREATE INDEX "invoice_drafts" ON "invoice" USING btree ("updated_at") WHERE state <> 'finalized';--> statement-breakpoint
CREATE INDEX "invoice_line_invoice" ON "invoice_line" USING btree ("invoice_id","position");--> statement-breakpoint
CREATE INDEX "invoice_line_deducts" ON "invoice_line" USING btree ("deducts_invoice_id");--> statement-breakpoint
CREATE INDEX "invoice_line_credited" ON "invoice_line" USING btree ("credited_line_id");--> statement-breakpoint
CREATE INDEX "invoice_line_source_of" ON "invoice_line_source" USING btree ("source_id");--> statement-breakpoint
CREATE INDEX "invoice_standing_open" ON "invoice_standing" USING btree ("due_on") WHERE open <> 0;--> statement-breakpoint
CREATE INDEX "payment_invoice" ON "payment" USING btree ("invoice_id","paid_on");--> statement-breakpoint
CREATE INDEX "payment_by_day" ON "payment" USING btree ("paid_on","id");--> statement-breakpoint
CREATE UNIQUE INDEX "payment_external" ON "payment" USING btree ("external_key");--> statement-breakpoint
CREATE INDEX "price_model_project" ON "price_model" USING btree ("project_id","position");--> statement-breakpoint
CREATE INDEX "price_plan_item_model" ON "price_plan_item" USING btree ("price_model_id","due_on");--> statement-breakpoint
CREATE INDEX "price_plan_item_invoice" ON "price_plan_item" USING btree ("invoice_id");--> statement-breakpoint
CREATE UNIQUE INDEX "price_rate_once" ON "price_rate" USING btree ("price_model_id",coalesce(user_id, role_id::text, activity_id::text),"valid_from");--> statement-breakpoint
CREATE INDEX "project_member_user" ON "project_member" USING btree ("user_id");--> statement-breakpoint
CREATE UNIQUE INDEX "project_role_name" ON "project_role" USING btree ("name_sort");--> statement-breakpoint
CREATE INDEX "time_entry_user" ON "time_entry" USING btree ("user_id","worked_on");--> statement-breakpoint
CREATE INDEX "time_entry_project" ON "time_entry" USING btree ("project_id","worked_on");--> statement-breakpoint
CREATE INDEX "time_entry_activity" ON "time_entry" USING btree ("activity_id","worked_on");--> statement-breakpoint
CREATE INDEX "time_entry_day" ON "time_entry" USING btree ("worked_on","id");--> statement-breakpoint
CREATE INDEX "time_entry_open" ON "time_entry" USING btree ("project_id","worked_on") WHERE billing = 'open' and billable_minutes > 0;--> statement-breakpoint
CREATE INDEX "time_entry_to_approve" ON "time_entry" USING btree ("project_id","worked_on") WHERE approval = 'registered';--> statement-breakpoint
CREATE INDEX "time_entry_invoice" ON "time_entry" USING btree ("invoice_id") WHERE invoice_id is not null;--> statement-breakpoint
CREATE INDEX "mail_about" ON "mail" USING btree ("about_kind","about_id") WHERE about_id is not null;