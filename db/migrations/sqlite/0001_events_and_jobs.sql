CREATE TABLE `change_job_items` (
	`job_id` text NOT NULL,
	`system_user_id` text NOT NULL,
	`request_id` text NOT NULL,
	`state` text NOT NULL,
	`code` text,
	PRIMARY KEY(`job_id`, `system_user_id`)
);
--> statement-breakpoint
CREATE INDEX `change_job_items_state` ON `change_job_items` (`state`);--> statement-breakpoint
CREATE TABLE `change_jobs` (
	`id` text PRIMARY KEY NOT NULL,
	`vendor_org_no` text NOT NULL,
	`person_uuid` text NOT NULL,
	`authentication_level` integer NOT NULL,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `change_jobs_vendor` ON `change_jobs` (`vendor_org_no`,`created_at`);--> statement-breakpoint
CREATE TABLE `vendor_events` (
	`number` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`id` text NOT NULL,
	`type` text NOT NULL,
	`vendor_org_no` text NOT NULL,
	`system_id` text,
	`subject` text NOT NULL,
	`order_key` text NOT NULL,
	`occurrence` text NOT NULL,
	`data` text NOT NULL,
	`at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `vendor_events_id` ON `vendor_events` (`id`);--> statement-breakpoint
CREATE UNIQUE INDEX `vendor_events_occurrence` ON `vendor_events` (`occurrence`);--> statement-breakpoint
CREATE INDEX `vendor_events_vendor` ON `vendor_events` (`vendor_org_no`,`at`,`number`);--> statement-breakpoint
CREATE INDEX `vendor_events_subject` ON `vendor_events` (`subject`,`type`);--> statement-breakpoint
CREATE TABLE `webhook_attempts` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`delivery_number` integer NOT NULL,
	`at` integer NOT NULL,
	`duration_ms` integer NOT NULL,
	`status_code` integer,
	`failure` text
);
--> statement-breakpoint
CREATE INDEX `webhook_attempts_delivery` ON `webhook_attempts` (`delivery_number`,`id`);--> statement-breakpoint
CREATE TABLE `webhook_deliveries` (
	`number` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`event_id` text NOT NULL,
	`endpoint_id` text NOT NULL,
	`order_key` text NOT NULL,
	`state` text NOT NULL,
	`attempts` integer NOT NULL,
	`next_attempt_at` integer NOT NULL,
	`lease_until` integer
);
--> statement-breakpoint
CREATE UNIQUE INDEX `webhook_deliveries_event` ON `webhook_deliveries` (`event_id`,`endpoint_id`);--> statement-breakpoint
CREATE INDEX `webhook_deliveries_due` ON `webhook_deliveries` (`state`,`next_attempt_at`);--> statement-breakpoint
CREATE INDEX `webhook_deliveries_order` ON `webhook_deliveries` (`endpoint_id`,`state`,`order_key`,`number`);--> statement-breakpoint
CREATE TABLE `webhook_endpoints` (
	`id` text PRIMARY KEY NOT NULL,
	`vendor_org_no` text NOT NULL,
	`url` text NOT NULL,
	`secret_sealed` text NOT NULL,
	`previous_sealed` text,
	`previous_until` integer,
	`event_types` text NOT NULL,
	`system_ids` text NOT NULL,
	`active` integer NOT NULL,
	`failures` integer NOT NULL,
	`rests_until` integer,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `webhook_endpoints_vendor` ON `webhook_endpoints` (`vendor_org_no`);