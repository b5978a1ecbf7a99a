CREATE TABLE "uniconta_sign_in" (
	"user_name" text PRIMARY KEY NOT NULL,
	"process" text NOT NULL,
	"at" timestamp with time zone NOT NULL
);
