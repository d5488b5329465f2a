ALTER TABLE `scope_delegations` ADD `given_by_name` text;--> statement-breakpoint
CREATE INDEX `audit_events_newest` ON `audit_events` (`at`,`id`,`action`);