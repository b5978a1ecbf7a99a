ALTER TABLE "sync_task" ADD COLUMN "causes" text[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
CREATE INDEX "sync_task_parked" ON "sync_task" USING btree ("kind") WHERE state = 'parked';