CREATE INDEX `change_requests_state` ON `change_requests` (`status`,`created_at`);--> statement-breakpoint
CREATE INDEX `system_user_requests_state` ON `system_user_requests` (`status`,`created_at`);