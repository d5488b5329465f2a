ALTER TABLE `system_users` ADD `suspended_at` integer;--> statement-breakpoint
ALTER TABLE `system_users` ADD `suspended_by_name` text;