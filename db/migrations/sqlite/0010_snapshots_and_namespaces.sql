CREATE TABLE `sandbox_namespaces` (
	`name` text PRIMARY KEY NOT NULL,
	`created_at` integer NOT NULL,
	`client_id` text NOT NULL,
	`system_id` text NOT NULL,
	`parties` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `sandbox_snapshots` (
	`name` text PRIMARY KEY NOT NULL,
	`taken_at` integer NOT NULL,
	`schema` text NOT NULL,
	`clock` text NOT NULL,
	`row_count` integer NOT NULL,
	`size` integer NOT NULL,
	`contents` text NOT NULL
);
