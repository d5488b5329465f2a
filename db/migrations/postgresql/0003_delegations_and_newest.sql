ALTER TABLE "scope_delegations" ADD COLUMN "given_by_name" text;--> statement-breakpoint
CREATE INDEX "audit_events_newest" ON "audit_events" USING btree ("at","id","action");