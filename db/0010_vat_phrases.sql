-- One row a category, so that two people who write its phrases at the same time are told. No release has had rows here.
drop table "vat_phrase";
--> statement-breakpoint
create table "vat_phrase" (
  "category" text primary key not null,
  "version" integer default 1 not null,
  "da" text,
  "nb" text,
  "en" text
);
