CREATE TABLE "audit_entry" (
	"id" uuid PRIMARY KEY NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"actor" text NOT NULL,
	"actor_kind" text NOT NULL,
	"actor_id" text NOT NULL,
	"kind" text NOT NULL,
	"subject" text NOT NULL,
	"action" text NOT NULL,
	"changes" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "company" (
	"id" integer PRIMARY KEY DEFAULT 1 NOT NULL,
	"name" text NOT NULL,
	"registration_number" text,
	"country_code" text NOT NULL,
	"currency" text NOT NULL,
	"time_zone" text NOT NULL,
	"street" text,
	"postal_code" text,
	"city" text,
	"phone" text,
	"email" text,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "company_is_one" CHECK ("company"."id" = 1)
);
--> statement-breakpoint
CREATE TABLE "number_series" (
	"kind" text PRIMARY KEY NOT NULL,
	"prefix" text NOT NULL,
	"next" integer NOT NULL,
	"digits" integer NOT NULL,
	"overridable" boolean NOT NULL,
	"version" integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "contact" (
	"id" uuid PRIMARY KEY NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	"customer_id" uuid NOT NULL,
	"name" text NOT NULL,
	"name_sort" text collate "C" NOT NULL,
	"search_text" text collate "C" NOT NULL,
	"title" text,
	"email" text,
	"phone" text,
	"mobile" text,
	"receives_invoices" boolean NOT NULL,
	"active" boolean NOT NULL,
	"notes" text,
	"deleted_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "customer" (
	"id" uuid PRIMARY KEY NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	"number" text NOT NULL,
	"number_key" text collate "C" NOT NULL,
	"number_sort" text collate "C" NOT NULL,
	"name" text NOT NULL,
	"name_sort" text collate "C" NOT NULL,
	"search_text" text collate "C" NOT NULL,
	"status" text NOT NULL,
	"relation" text NOT NULL,
	"registration_number" text,
	"vat_number" text,
	"gln" text,
	"street1" text,
	"street2" text,
	"street3" text,
	"postal_code" text,
	"city" text,
	"country_code" text NOT NULL,
	"email" text,
	"invoice_email" text,
	"phone" text,
	"fax" text,
	"website" text,
	"currency" text NOT NULL,
	"bank_account" text,
	"invoice_channel" text NOT NULL,
	"e_invoice_scheme" text,
	"e_invoice_address" text,
	"payment_days" integer,
	"notes" text,
	"deleted_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "department" (
	"id" uuid PRIMARY KEY NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	"number" text NOT NULL,
	"number_key" text collate "C" NOT NULL,
	"number_sort" text collate "C" NOT NULL,
	"name" text NOT NULL,
	"name_sort" text collate "C" NOT NULL,
	"external_number" text,
	"active" boolean NOT NULL
);
--> statement-breakpoint
CREATE TABLE "integration" (
	"id" uuid PRIMARY KEY NOT NULL,
	"type" text NOT NULL,
	"settings" jsonb NOT NULL,
	"secrets" text NOT NULL,
	"facts" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	CONSTRAINT "integration_type_unique" UNIQUE("type")
);
--> statement-breakpoint
CREATE TABLE "gathered_notice" (
	"id" uuid PRIMARY KEY NOT NULL,
	"system" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"topic" text NOT NULL,
	"level" text NOT NULL,
	"label" text NOT NULL,
	"sentence" jsonb NOT NULL,
	"link" text
);
--> statement-breakpoint
CREATE TABLE "notice_topic" (
	"system" text NOT NULL,
	"topic" text NOT NULL,
	"mailed_at" timestamp with time zone NOT NULL,
	CONSTRAINT "notice_topic_system_topic_pk" PRIMARY KEY("system","topic")
);
--> statement-breakpoint
CREATE TABLE "database_identity" (
	"id" uuid PRIMARY KEY NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"restored_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "mail" (
	"id" uuid PRIMARY KEY NOT NULL,
	"to" text NOT NULL,
	"subject" text NOT NULL,
	"text" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"sent_at" timestamp with time zone,
	"refused_at" timestamp with time zone,
	"answer" text
);
--> statement-breakpoint
CREATE TABLE "notification" (
	"id" uuid PRIMARY KEY NOT NULL,
	"user_id" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"level" text NOT NULL,
	"sentence" jsonb NOT NULL,
	"link" text,
	"topic" text NOT NULL,
	"repeats" integer DEFAULT 0 NOT NULL,
	"read_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "project" (
	"id" uuid PRIMARY KEY NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	"number" text NOT NULL,
	"number_key" text collate "C" NOT NULL,
	"number_sort" text collate "C" NOT NULL,
	"name" text NOT NULL,
	"name_sort" text collate "C" NOT NULL,
	"search_text" text collate "C" NOT NULL,
	"customer_id" uuid NOT NULL,
	"state" text NOT NULL,
	"owner_id" text,
	"department_id" uuid,
	"start_on" date,
	"end_on" date,
	"currency" text,
	"customer_reference" text,
	"order_reference" text,
	"contract_reference" text,
	"street" text,
	"postal_code" text,
	"city" text,
	"country_code" text,
	"email" text,
	"description" text,
	"deleted_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "sync_attempt" (
	"id" uuid PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"subject" text NOT NULL,
	"number" integer NOT NULL,
	"lane_token" text NOT NULL,
	"started_at" timestamp with time zone NOT NULL,
	"finished_at" timestamp with time zone,
	"outcome" text,
	"failure_kind" text,
	"sentence" jsonb,
	"exchange" jsonb DEFAULT '[]'::jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "sync_kind" (
	"kind" text PRIMARY KEY NOT NULL,
	"lane" text NOT NULL,
	"system" text NOT NULL,
	"wanted" boolean NOT NULL,
	"sentence" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "sync_lane" (
	"name" text PRIMARY KEY NOT NULL,
	"token" text NOT NULL,
	"lease_until" timestamp with time zone NOT NULL,
	"trouble_kind" text,
	"trouble" jsonb,
	"trouble_since" timestamp with time zone,
	"failures" integer DEFAULT 0 NOT NULL,
	"retry_at" timestamp with time zone,
	"paused_for" jsonb,
	"paused_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "sync_link" (
	"system" text NOT NULL,
	"kind" text NOT NULL,
	"subject" text NOT NULL,
	"external_key" text NOT NULL,
	"row_id" text,
	"intent" jsonb,
	"snapshot" jsonb,
	"sent_at" timestamp with time zone,
	"confirmed_at" timestamp with time zone,
	CONSTRAINT "sync_link_system_kind_subject_pk" PRIMARY KEY("system","kind","subject"),
	CONSTRAINT "sync_link_external" UNIQUE("system","kind","external_key")
);
--> statement-breakpoint
CREATE TABLE "sync_log" (
	"id" uuid PRIMARY KEY NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"level" text NOT NULL,
	"system" text NOT NULL,
	"direction" text NOT NULL,
	"kind" text NOT NULL,
	"subject" text,
	"label" text NOT NULL,
	"sentence" jsonb NOT NULL,
	"search_text" text NOT NULL,
	"attempt_id" uuid,
	"duration_ms" integer
);
--> statement-breakpoint
CREATE TABLE "sync_schedule" (
	"name" text PRIMARY KEY NOT NULL,
	"cron" text NOT NULL,
	"time_zone" text NOT NULL,
	"kind" text NOT NULL,
	"subject" text NOT NULL,
	"next_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "sync_task" (
	"kind" text NOT NULL,
	"subject" text NOT NULL,
	"label" text DEFAULT '' NOT NULL,
	"state" text NOT NULL,
	"requested" integer DEFAULT 1 NOT NULL,
	"taken" integer DEFAULT 0 NOT NULL,
	"failures" integer DEFAULT 0 NOT NULL,
	"run_at" timestamp with time zone NOT NULL,
	"after_kind" text,
	"after_subject" text,
	"shown" text NOT NULL,
	"sentence" jsonb NOT NULL,
	"actions" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"differences" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"since" timestamp with time zone NOT NULL,
	"attempt_id" uuid,
	CONSTRAINT "sync_task_kind_subject_pk" PRIMARY KEY("kind","subject")
);
--> statement-breakpoint
CREATE TABLE "record_tag" (
	"record_kind" text NOT NULL,
	"record_id" uuid NOT NULL,
	"tag_id" uuid NOT NULL,
	CONSTRAINT "record_tag_record_id_tag_id_pk" PRIMARY KEY("record_id","tag_id")
);
--> statement-breakpoint
CREATE TABLE "tag" (
	"id" uuid PRIMARY KEY NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	"group_id" uuid NOT NULL,
	"name" text NOT NULL,
	"name_sort" text collate "C" NOT NULL,
	"code" text,
	"colour" text NOT NULL,
	"active" boolean NOT NULL
);
--> statement-breakpoint
CREATE TABLE "tag_group" (
	"id" uuid PRIMARY KEY NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	"name" text NOT NULL,
	"name_sort" text collate "C" NOT NULL,
	"object_kind" text NOT NULL,
	"rule" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "uniconta_backfill" (
	"id" uuid PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"state" text NOT NULL,
	"phase" text NOT NULL,
	"links_same" boolean NOT NULL,
	"cursor" text,
	"total" integer NOT NULL,
	"done" integer DEFAULT 0 NOT NULL,
	"created" integer DEFAULT 0 NOT NULL,
	"updated" integer DEFAULT 0 NOT NULL,
	"unchanged" integer DEFAULT 0 NOT NULL,
	"failed" integer DEFAULT 0 NOT NULL,
	"calls" integer DEFAULT 0 NOT NULL,
	"started_at" timestamp with time zone NOT NULL,
	"finished_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "uniconta_call_day" (
	"user_name" text NOT NULL,
	"day" date NOT NULL,
	"calls" integer NOT NULL,
	CONSTRAINT "uniconta_call_day_user_name_day_pk" PRIMARY KEY("user_name","day")
);
--> statement-breakpoint
CREATE TABLE "api_key" (
	"id" uuid PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"role" text NOT NULL,
	"prefix" text NOT NULL,
	"hash" text NOT NULL,
	"expires_on" date NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"created_by" text NOT NULL,
	"last_used_at" timestamp with time zone,
	"revoked_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "app_user" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"name_sort" text collate "C" NOT NULL,
	"search_text" text collate "C" NOT NULL,
	"email" text NOT NULL,
	"email_verified" boolean DEFAULT false NOT NULL,
	"image" text,
	"role" text NOT NULL,
	"language" text NOT NULL,
	"phone" text,
	"active" boolean DEFAULT true NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"last_sign_in_at" timestamp with time zone,
	"created_at" timestamp with time zone NOT NULL,
	"updated_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "sign_in_limit" (
	"id" text PRIMARY KEY NOT NULL,
	"key" text NOT NULL,
	"count" integer NOT NULL,
	"last_request" bigint NOT NULL,
	CONSTRAINT "sign_in_limit_key_unique" UNIQUE("key")
);
--> statement-breakpoint
CREATE TABLE "user_credential" (
	"id" text PRIMARY KEY NOT NULL,
	"user_id" text NOT NULL,
	"account_id" text NOT NULL,
	"provider_id" text NOT NULL,
	"password" text,
	"access_token" text,
	"refresh_token" text,
	"id_token" text,
	"access_token_expires_at" timestamp with time zone,
	"refresh_token_expires_at" timestamp with time zone,
	"scope" text,
	"created_at" timestamp with time zone NOT NULL,
	"updated_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "user_session" (
	"id" text PRIMARY KEY NOT NULL,
	"token" text NOT NULL,
	"user_id" text NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"ip_address" text,
	"user_agent" text,
	"created_at" timestamp with time zone NOT NULL,
	"updated_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "user_verification" (
	"id" text PRIMARY KEY NOT NULL,
	"identifier" text NOT NULL,
	"value" text NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"updated_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "contact" ADD CONSTRAINT "contact_customer_id_customer_id_fk" FOREIGN KEY ("customer_id") REFERENCES "public"."customer"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "project" ADD CONSTRAINT "project_customer_id_customer_id_fk" FOREIGN KEY ("customer_id") REFERENCES "public"."customer"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "project" ADD CONSTRAINT "project_owner_id_app_user_id_fk" FOREIGN KEY ("owner_id") REFERENCES "public"."app_user"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "project" ADD CONSTRAINT "project_department_id_department_id_fk" FOREIGN KEY ("department_id") REFERENCES "public"."department"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "record_tag" ADD CONSTRAINT "record_tag_tag_id_tag_id_fk" FOREIGN KEY ("tag_id") REFERENCES "public"."tag"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tag" ADD CONSTRAINT "tag_group_id_tag_group_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."tag_group"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "user_credential" ADD CONSTRAINT "user_credential_user_id_app_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."app_user"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "user_session" ADD CONSTRAINT "user_session_user_id_app_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."app_user"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "audit_entry_subject" ON "audit_entry" USING btree ("kind","subject","at");--> statement-breakpoint
CREATE INDEX "audit_entry_at" ON "audit_entry" USING btree ("at");--> statement-breakpoint
CREATE INDEX "contact_customer" ON "contact" USING btree ("customer_id");--> statement-breakpoint
CREATE INDEX "contact_by_name" ON "contact" USING btree ("name_sort","id");--> statement-breakpoint
CREATE UNIQUE INDEX "customer_number" ON "customer" USING btree ("number_key") WHERE deleted_at is null;--> statement-breakpoint
CREATE INDEX "customer_by_name" ON "customer" USING btree ("name_sort","id") WHERE deleted_at is null;--> statement-breakpoint
CREATE INDEX "customer_by_number" ON "customer" USING btree ("number_sort","id") WHERE deleted_at is null;--> statement-breakpoint
CREATE INDEX "customer_by_change" ON "customer" USING btree ("updated_at","id") WHERE deleted_at is null;--> statement-breakpoint
CREATE INDEX "customer_status" ON "customer" USING btree ("status") WHERE deleted_at is null;--> statement-breakpoint
CREATE UNIQUE INDEX "department_number" ON "department" USING btree ("number_key");--> statement-breakpoint
CREATE INDEX "gathered_notice_system" ON "gathered_notice" USING btree ("system","at");--> statement-breakpoint
CREATE UNIQUE INDEX "database_identity_one_row" ON "database_identity" USING btree ((true));--> statement-breakpoint
CREATE INDEX "notification_user" ON "notification" USING btree ("user_id","at");--> statement-breakpoint
CREATE INDEX "notification_unread" ON "notification" USING btree ("user_id","topic") WHERE read_at is null;--> statement-breakpoint
CREATE UNIQUE INDEX "project_number" ON "project" USING btree ("number_key") WHERE deleted_at is null;--> statement-breakpoint
CREATE INDEX "project_by_name" ON "project" USING btree ("name_sort","id") WHERE deleted_at is null;--> statement-breakpoint
CREATE INDEX "project_by_number" ON "project" USING btree ("number_sort","id") WHERE deleted_at is null;--> statement-breakpoint
CREATE INDEX "project_by_change" ON "project" USING btree ("updated_at","id") WHERE deleted_at is null;--> statement-breakpoint
CREATE INDEX "project_customer" ON "project" USING btree ("customer_id");--> statement-breakpoint
CREATE INDEX "project_department" ON "project" USING btree ("department_id");--> statement-breakpoint
CREATE INDEX "project_owner" ON "project" USING btree ("owner_id");--> statement-breakpoint
CREATE INDEX "sync_attempt_subject" ON "sync_attempt" USING btree ("kind","subject","started_at");--> statement-breakpoint
CREATE INDEX "sync_log_at" ON "sync_log" USING btree ("at");--> statement-breakpoint
CREATE INDEX "sync_log_subject" ON "sync_log" USING btree ("kind","subject","at");--> statement-breakpoint
CREATE INDEX "sync_task_waiting" ON "sync_task" USING btree ("kind","run_at") WHERE state = 'waiting';--> statement-breakpoint
CREATE INDEX "sync_task_running" ON "sync_task" USING btree ("kind") WHERE state = 'running';--> statement-breakpoint
CREATE INDEX "sync_task_shown" ON "sync_task" USING btree ("kind","shown");--> statement-breakpoint
CREATE INDEX "sync_task_after" ON "sync_task" USING btree ("after_kind","after_subject") WHERE after_kind is not null;--> statement-breakpoint
CREATE INDEX "record_tag_tag" ON "record_tag" USING btree ("tag_id","record_kind");--> statement-breakpoint
CREATE UNIQUE INDEX "tag_code" ON "tag" USING btree ("group_id","code") WHERE code is not null;--> statement-breakpoint
CREATE INDEX "tag_group_id" ON "tag" USING btree ("group_id");--> statement-breakpoint
CREATE INDEX "uniconta_backfill_started" ON "uniconta_backfill" USING btree ("started_at");--> statement-breakpoint
CREATE UNIQUE INDEX "api_key_prefix" ON "api_key" USING btree ("prefix");--> statement-breakpoint
CREATE UNIQUE INDEX "app_user_email" ON "app_user" USING btree ("email");--> statement-breakpoint
CREATE UNIQUE INDEX "user_credential_user" ON "user_credential" USING btree ("user_id","provider_id");--> statement-breakpoint
CREATE UNIQUE INDEX "user_session_token" ON "user_session" USING btree ("token");--> statement-breakpoint
CREATE INDEX "user_session_user" ON "user_session" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "user_verification_identifier" ON "user_verification" USING btree ("identifier");