CREATE TABLE `sandbox_calls` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`at` integer NOT NULL,
	`method` text NOT NULL,
	`path` text NOT NULL,
	`status` integer,
	`code` text,
	`description` text,
	`client_id` text,
	`org_no` text,
	`trace_id` text NOT NULL,
	`duration_ms` integer NOT NULL,
	`scenario` text
);
--> statement-breakpoint
CREATE INDEX `sandbox_calls_trace` ON `sandbox_calls` (`trace_id`);--> statement-breakpoint
CREATE TABLE `sandbox_scenarios` (
	`client_id` text PRIMARY KEY NOT NULL,
	`scenario` text NOT NULL,
	`times_left` integer,
	`until` integer,
	`set_at` integer NOT NULL
);
--> statement-breakpoint
ALTER TABLE `outbox` ADD `trace_id` text;--> statement-breakpoint
ALTER TABLE `vendor_events` ADD `trace_id` text;--> statement-breakpoint
CREATE INDEX `audit_events_behalf` ON `audit_events` (`on_behalf_of`,`at`,`id`,`action`);