CREATE TABLE "uniconta_project_alias" (
	"company_id" integer NOT NULL,
	"project_key" text NOT NULL,
	"number" text NOT NULL,
	"project_id" uuid NOT NULL,
	"made_at" timestamp with time zone NOT NULL,
	"made_by" text NOT NULL,
	CONSTRAINT "uniconta_project_alias_company_id_project_key_pk" PRIMARY KEY("company_id","project_key")
);
--> statement-breakpoint
ALTER TABLE "uniconta_project_alias" ADD CONSTRAINT "uniconta_project_alias_project_id_project_id_fk" FOREIGN KEY ("project_id") REFERENCES "public"."project"("id") ON DELETE no action ON UPDATE no action;