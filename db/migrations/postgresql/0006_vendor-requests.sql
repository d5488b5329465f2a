DROP INDEX "change_requests_vendor";--> statement-breakpoint
DROP INDEX "system_user_requests_vendor";--> statement-breakpoint
CREATE INDEX "change_requests_vendor" ON "change_requests" USING btree ("vendor_org_no","created_at","id","status","is_deleted");--> statement-breakpoint
CREATE INDEX "system_user_requests_vendor" ON "system_user_requests" USING btree ("vendor_org_no","created_at","id","status","is_deleted");