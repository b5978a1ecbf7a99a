CREATE TABLE "closed_period" (
	"from_on" date PRIMARY KEY NOT NULL,
	"until_on" date NOT NULL,
	"seen_at" timestamp with time zone NOT NULL
);
