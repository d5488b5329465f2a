ALTER TABLE "system_users" ADD COLUMN "suspended_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "system_users" ADD COLUMN "suspended_by_name" text;