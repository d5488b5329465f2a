DROP INDEX `audit_events_party`;--> statement-breakpoint
DROP INDEX `audit_events_vendor`;--> statement-breakpoint
DROP INDEX `audit_events_owner`;--> statement-breakpoint
CREATE INDEX `audit_events_party` ON `audit_events` (`party_org_no`,`at`,`id`,`action`);--> statement-breakpoint
CREATE INDEX `audit_events_vendor` ON `audit_events` (`vendor_org_no`,`at`,`id`,`action`);--> statement-breakpoint
CREATE INDEX `audit_events_owner` ON `audit_events` (`owner_org_no`,`at`,`id`,`action`);--> statement-breakpoint
DROP INDEX `system_user_rights_resource`;--> statement-breakpoint
CREATE INDEX `system_user_rights_resource` ON `system_user_rights` (`resource_id`,`granted_at`,`system_user_id`);--> statement-breakpoint
CREATE INDEX `system_users_party_list` ON `system_users` (`party_org_no`,`is_deleted`,`created_at`,`id`,`system_internal_id`);--> statement-breakpoint
CREATE INDEX `system_users_vendor_list` ON `system_users` (`vendor_org_no`,`is_deleted`,`created_at`,`id`,`system_internal_id`);--> statement-breakpoint
CREATE INDEX `system_users_kind` ON `system_users` (`system_internal_id`,`is_deleted`,`user_type`,`created_at`,`id`);