CREATE TABLE `access_list_connections` (
	`list_id` text NOT NULL,
	`resource_id` text NOT NULL,
	`action_filters` text,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	PRIMARY KEY(`list_id`, `resource_id`)
);
--> statement-breakpoint
CREATE INDEX `access_list_connections_resource` ON `access_list_connections` (`resource_id`);--> statement-breakpoint
CREATE TABLE `access_list_members` (
	`list_id` text NOT NULL,
	`org_no` text NOT NULL,
	`since` integer NOT NULL,
	PRIMARY KEY(`list_id`, `org_no`)
);
--> statement-breakpoint
CREATE INDEX `access_list_members_org` ON `access_list_members` (`org_no`);--> statement-breakpoint
CREATE TABLE `access_lists` (
	`id` text PRIMARY KEY NOT NULL,
	`owner` text NOT NULL,
	`identifier` text NOT NULL,
	`name` text NOT NULL,
	`description` text NOT NULL,
	`version` integer NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `access_lists_owner_identifier` ON `access_lists` (`owner`,`identifier`);--> statement-breakpoint
CREATE TABLE `access_packages` (
	`id` text PRIMARY KEY NOT NULL,
	`urn` text NOT NULL,
	`area_id` text NOT NULL,
	`name` text NOT NULL,
	`description` text NOT NULL,
	`is_delegable` integer NOT NULL,
	`is_assignable` integer NOT NULL,
	`updated_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `access_packages_urn` ON `access_packages` (`urn`);--> statement-breakpoint
CREATE TABLE `audit_events` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`at` integer NOT NULL,
	`actor_kind` text NOT NULL,
	`actor_id` text NOT NULL,
	`actor_name` text NOT NULL,
	`on_behalf_of` text,
	`action` text NOT NULL,
	`subject_type` text NOT NULL,
	`subject_id` text NOT NULL,
	`party_org_no` text,
	`vendor_org_no` text,
	`owner_org_no` text,
	`before` text,
	`after` text,
	`trace_id` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `audit_events_party` ON `audit_events` (`party_org_no`,`id`);--> statement-breakpoint
CREATE INDEX `audit_events_vendor` ON `audit_events` (`vendor_org_no`,`id`);--> statement-breakpoint
CREATE INDEX `audit_events_owner` ON `audit_events` (`owner_org_no`,`id`);--> statement-breakpoint
CREATE INDEX `audit_events_subject` ON `audit_events` (`subject_id`,`id`);--> statement-breakpoint
CREATE TABLE `audit_seals` (
	`number` integer PRIMARY KEY NOT NULL,
	`rows` text NOT NULL,
	`head` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `change_requests` (
	`id` text PRIMARY KEY NOT NULL,
	`system_user_id` text NOT NULL,
	`system_internal_id` text NOT NULL,
	`system_id` text NOT NULL,
	`vendor_org_no` text NOT NULL,
	`party_org_no` text NOT NULL,
	`party_uuid` text NOT NULL,
	`party_id` integer NOT NULL,
	`external_ref` text NOT NULL,
	`required_rights` text NOT NULL,
	`unwanted_rights` text NOT NULL,
	`required_access_packages` text NOT NULL,
	`unwanted_access_packages` text NOT NULL,
	`redirect_url` text,
	`status` text NOT NULL,
	`escalated` integer NOT NULL,
	`reject_reason` text,
	`decided_by_uuid` text,
	`decided_by_name` text,
	`decided_at` integer,
	`idempotency_key` text,
	`first_opened_at` integer,
	`is_deleted` integer NOT NULL,
	`deleted_at` integer,
	`sequence_no` integer NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `change_requests_sequence` ON `change_requests` (`sequence_no`);--> statement-breakpoint
CREATE INDEX `change_requests_system` ON `change_requests` (`system_internal_id`,`sequence_no`);--> statement-breakpoint
CREATE INDEX `change_requests_system_user` ON `change_requests` (`system_user_id`);--> statement-breakpoint
CREATE INDEX `change_requests_party` ON `change_requests` (`party_org_no`,`status`);--> statement-breakpoint
CREATE TABLE `client_delegations` (
	`id` text PRIMARY KEY NOT NULL,
	`system_user_id` text NOT NULL,
	`client_uuid` text NOT NULL,
	`is_self` integer NOT NULL,
	`package_urns` text NOT NULL,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `client_delegations_pair` ON `client_delegations` (`system_user_id`,`client_uuid`);--> statement-breakpoint
CREATE INDEX `client_delegations_client` ON `client_delegations` (`client_uuid`);--> statement-breakpoint
CREATE TABLE `client_job_items` (
	`job_id` text NOT NULL,
	`client_uuid` text NOT NULL,
	`state` text NOT NULL,
	`code` text,
	PRIMARY KEY(`job_id`, `client_uuid`)
);
--> statement-breakpoint
CREATE INDEX `client_job_items_state` ON `client_job_items` (`state`);--> statement-breakpoint
CREATE TABLE `client_jobs` (
	`id` text PRIMARY KEY NOT NULL,
	`system_user_id` text NOT NULL,
	`party_uuid` text NOT NULL,
	`change` text NOT NULL,
	`person_uuid` text NOT NULL,
	`authentication_level` integer NOT NULL,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `client_jobs_system_user` ON `client_jobs` (`system_user_id`,`created_at`);--> statement-breakpoint
CREATE TABLE `client_keys` (
	`client_id` text NOT NULL,
	`kid` text NOT NULL,
	`jwk` text NOT NULL,
	`thumbprint` text NOT NULL,
	`expires_at` integer NOT NULL,
	`last_used_at` integer,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	PRIMARY KEY(`client_id`, `kid`)
);
--> statement-breakpoint
CREATE INDEX `client_keys_thumbprint` ON `client_keys` (`thumbprint`);--> statement-breakpoint
CREATE TABLE `client_on_behalf_of` (
	`client_id` text NOT NULL,
	`on_behalf_of` text NOT NULL,
	`name` text NOT NULL,
	`org_no` text NOT NULL,
	`description` text,
	`uri` text,
	`logo_uri` text,
	`active` integer NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	PRIMARY KEY(`client_id`, `on_behalf_of`)
);
--> statement-breakpoint
CREATE TABLE `clients` (
	`client_id` text PRIMARY KEY NOT NULL,
	`org_no` text NOT NULL,
	`supplier_org_no` text,
	`name` text NOT NULL,
	`active` integer NOT NULL,
	`integration_type` text NOT NULL,
	`scopes` text NOT NULL,
	`access_token_lifetime` integer NOT NULL,
	`version` integer NOT NULL,
	`keys_updated_at` integer,
	`details` text NOT NULL,
	`last_used_at` integer,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `clients_org` ON `clients` (`org_no`);--> statement-breakpoint
CREATE INDEX `clients_supplier` ON `clients` (`supplier_org_no`);--> statement-breakpoint
CREATE TABLE `outbox` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`to_uuid` text,
	`to_address` text NOT NULL,
	`language` text NOT NULL,
	`subject` text NOT NULL,
	`body` text NOT NULL,
	`created_at` integer NOT NULL,
	`sent_at` integer,
	`attempts` integer NOT NULL,
	`next_attempt_at` integer,
	`failure` text
);
--> statement-breakpoint
CREATE INDEX `outbox_unsent` ON `outbox` (`sent_at`,`next_attempt_at`);--> statement-breakpoint
CREATE TABLE `package_areas` (
	`id` text PRIMARY KEY NOT NULL,
	`group_id` text NOT NULL,
	`code` text NOT NULL,
	`name` text NOT NULL,
	`description` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `package_groups` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`description` text NOT NULL,
	`type` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `parties` (
	`uuid` text PRIMARY KEY NOT NULL,
	`party_id` integer NOT NULL,
	`kind` text NOT NULL,
	`name` text NOT NULL,
	`search_name` text NOT NULL,
	`org_no` text,
	`org_form` text,
	`parent_org_no` text,
	`org_code` text,
	`user_id` integer,
	`user_name` text,
	`person_hash` text,
	`person_sealed` text,
	`email` text,
	`language` text,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `parties_party_id` ON `parties` (`party_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `parties_org_no` ON `parties` (`org_no`);--> statement-breakpoint
CREATE UNIQUE INDEX `parties_org_code` ON `parties` (`org_code`);--> statement-breakpoint
CREATE UNIQUE INDEX `parties_user_id` ON `parties` (`user_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `parties_person_hash` ON `parties` (`person_hash`);--> statement-breakpoint
CREATE INDEX `parties_search` ON `parties` (`kind`,`search_name`);--> statement-breakpoint
CREATE TABLE `party_packages` (
	`from_uuid` text NOT NULL,
	`to_uuid` text NOT NULL,
	`package_urn` text NOT NULL,
	`since` integer NOT NULL,
	PRIMARY KEY(`from_uuid`, `to_uuid`, `package_urn`)
);
--> statement-breakpoint
CREATE INDEX `party_packages_to` ON `party_packages` (`to_uuid`);--> statement-breakpoint
CREATE TABLE `party_roles` (
	`from_uuid` text NOT NULL,
	`to_uuid` text NOT NULL,
	`role` text NOT NULL,
	`since` integer NOT NULL,
	PRIMARY KEY(`from_uuid`, `to_uuid`, `role`)
);
--> statement-breakpoint
CREATE INDEX `party_roles_to` ON `party_roles` (`to_uuid`);--> statement-breakpoint
CREATE TABLE `policy_subjects` (
	`identifier` text NOT NULL,
	`subject_urn` text NOT NULL,
	`updated_at` integer NOT NULL,
	`is_deleted` integer NOT NULL,
	PRIMARY KEY(`identifier`, `subject_urn`)
);
--> statement-breakpoint
CREATE INDEX `policy_subjects_urn` ON `policy_subjects` (`subject_urn`);--> statement-breakpoint
CREATE INDEX `policy_subjects_updated` ON `policy_subjects` (`updated_at`);--> statement-breakpoint
CREATE TABLE `rate_limits` (
	`key` text PRIMARY KEY NOT NULL,
	`points` integer NOT NULL,
	`expire` integer
);
--> statement-breakpoint
CREATE TABLE `request_forwards` (
	`request_id` text NOT NULL,
	`from_uuid` text NOT NULL,
	`from_name` text NOT NULL,
	`to_uuid` text,
	`to_name` text,
	`forwarded_at` integer NOT NULL,
	`reminded_at` integer,
	`attempts` integer NOT NULL,
	PRIMARY KEY(`request_id`, `from_uuid`)
);
--> statement-breakpoint
CREATE TABLE `resource_policies` (
	`identifier` text PRIMARY KEY NOT NULL,
	`version` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`xml` text NOT NULL,
	`parsed` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `resource_versions` (
	`version_id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`identifier` text NOT NULL,
	`document` text NOT NULL,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `resource_versions_identifier` ON `resource_versions` (`identifier`,`version_id`);--> statement-breakpoint
CREATE TABLE `resources` (
	`identifier` text PRIMARY KEY NOT NULL,
	`owner_org_no` text NOT NULL,
	`owner_org_code` text NOT NULL,
	`resource_type` text NOT NULL,
	`version_id` integer NOT NULL,
	`document` text NOT NULL,
	`is_deleted` integer NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `resources_owner` ON `resources` (`owner_org_no`);--> statement-breakpoint
CREATE INDEX `resources_type` ON `resources` (`resource_type`);--> statement-breakpoint
CREATE TABLE `role_packages` (
	`role` text NOT NULL,
	`package_urn` text NOT NULL,
	`has_access` integer NOT NULL,
	`may_delegate` integer NOT NULL,
	PRIMARY KEY(`role`, `package_urn`)
);
--> statement-breakpoint
CREATE TABLE `scope_accesses` (
	`scope` text NOT NULL,
	`consumer_org_no` text NOT NULL,
	`state` text NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	PRIMARY KEY(`scope`, `consumer_org_no`)
);
--> statement-breakpoint
CREATE INDEX `scope_accesses_consumer` ON `scope_accesses` (`consumer_org_no`);--> statement-breakpoint
CREATE TABLE `scope_delegations` (
	`consumer_org_no` text NOT NULL,
	`supplier_org_no` text NOT NULL,
	`scope` text NOT NULL,
	`resource_id` text NOT NULL,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`consumer_org_no`, `supplier_org_no`, `scope`)
);
--> statement-breakpoint
CREATE INDEX `scope_delegations_supplier` ON `scope_delegations` (`supplier_org_no`);--> statement-breakpoint
CREATE TABLE `scope_prefixes` (
	`prefix` text PRIMARY KEY NOT NULL,
	`owner_org_no` text NOT NULL,
	`active` integer NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `scope_prefixes_owner` ON `scope_prefixes` (`owner_org_no`);--> statement-breakpoint
CREATE TABLE `scopes` (
	`name` text PRIMARY KEY NOT NULL,
	`prefix` text NOT NULL,
	`subscope` text NOT NULL,
	`owner_org_no` text NOT NULL,
	`active` integer NOT NULL,
	`visibility` text NOT NULL,
	`allowed_integration_types` text NOT NULL,
	`accessible_for_all` integer NOT NULL,
	`delegation_source` text,
	`at_max_age` integer NOT NULL,
	`enforced_audience` text,
	`adds_consumer_prefix` integer NOT NULL,
	`details` text NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `scopes_owner` ON `scopes` (`owner_org_no`);--> statement-breakpoint
CREATE INDEX `scopes_prefix` ON `scopes` (`prefix`);--> statement-breakpoint
CREATE TABLE `sequences` (
	`name` text PRIMARY KEY NOT NULL,
	`value` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `sessions` (
	`id` text PRIMARY KEY NOT NULL,
	`person_uuid` text NOT NULL,
	`authentication_level` integer NOT NULL,
	`authentication_method` text NOT NULL,
	`acting_for_uuid` text,
	`created_at` integer NOT NULL,
	`last_seen_at` integer NOT NULL,
	`ended_at` integer
);
--> statement-breakpoint
CREATE INDEX `sessions_person` ON `sessions` (`person_uuid`);--> statement-breakpoint
CREATE INDEX `sessions_last_seen` ON `sessions` (`last_seen_at`);--> statement-breakpoint
CREATE TABLE `settings` (
	`name` text PRIMARY KEY NOT NULL,
	`value` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `signing_keys` (
	`kid` text PRIMARY KEY NOT NULL,
	`public_jwk` text NOT NULL,
	`private_sealed` text NOT NULL,
	`created_at` integer NOT NULL,
	`activates_at` integer NOT NULL,
	`retired_at` integer
);
--> statement-breakpoint
CREATE TABLE `system_changes` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`system_internal_id` text NOT NULL,
	`changed_by_org_no` text NOT NULL,
	`change_type` text NOT NULL,
	`changed_data` text,
	`client_id` text,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `system_changes_system` ON `system_changes` (`system_internal_id`,`id`);--> statement-breakpoint
CREATE TABLE `system_clients` (
	`client_id` text PRIMARY KEY NOT NULL,
	`system_internal_id` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `system_clients_system` ON `system_clients` (`system_internal_id`);--> statement-breakpoint
CREATE TABLE `system_user_packages` (
	`system_user_id` text NOT NULL,
	`package_urn` text NOT NULL,
	`granted_at` integer NOT NULL,
	PRIMARY KEY(`system_user_id`, `package_urn`)
);
--> statement-breakpoint
CREATE TABLE `system_user_requests` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`system_internal_id` text NOT NULL,
	`system_id` text NOT NULL,
	`vendor_org_no` text NOT NULL,
	`party_org_no` text NOT NULL,
	`party_uuid` text NOT NULL,
	`party_id` integer NOT NULL,
	`external_ref` text NOT NULL,
	`integration_title` text NOT NULL,
	`rights` text NOT NULL,
	`access_packages` text NOT NULL,
	`redirect_url` text,
	`status` text NOT NULL,
	`escalated` integer NOT NULL,
	`reject_reason` text,
	`decided_by_uuid` text,
	`decided_by_name` text,
	`decided_at` integer,
	`idempotency_key` text,
	`first_opened_at` integer,
	`is_deleted` integer NOT NULL,
	`deleted_at` integer,
	`live_key` text,
	`sequence_no` integer NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `system_user_requests_live` ON `system_user_requests` (`live_key`);--> statement-breakpoint
CREATE UNIQUE INDEX `system_user_requests_sequence` ON `system_user_requests` (`sequence_no`);--> statement-breakpoint
CREATE INDEX `system_user_requests_system` ON `system_user_requests` (`system_internal_id`,`sequence_no`);--> statement-breakpoint
CREATE INDEX `system_user_requests_party` ON `system_user_requests` (`party_org_no`,`status`);--> statement-breakpoint
CREATE TABLE `system_user_rights` (
	`system_user_id` text NOT NULL,
	`resource_id` text NOT NULL,
	`actions` text NOT NULL,
	`granted_at` integer NOT NULL,
	PRIMARY KEY(`system_user_id`, `resource_id`)
);
--> statement-breakpoint
CREATE INDEX `system_user_rights_resource` ON `system_user_rights` (`resource_id`);--> statement-breakpoint
CREATE TABLE `system_users` (
	`id` text PRIMARY KEY NOT NULL,
	`user_type` text NOT NULL,
	`integration_title` text NOT NULL,
	`system_internal_id` text NOT NULL,
	`system_id` text NOT NULL,
	`vendor_org_no` text NOT NULL,
	`party_org_no` text NOT NULL,
	`party_id` integer NOT NULL,
	`party_uuid` text NOT NULL,
	`external_ref` text NOT NULL,
	`is_deleted` integer NOT NULL,
	`live_key` text,
	`sequence_no` integer NOT NULL,
	`created_by_uuid` text,
	`created_by_name` text,
	`deleted_by_name` text,
	`deleted_at` integer,
	`last_token_at` integer,
	`last_decision_at` integer,
	`wish_text` text,
	`wished_at` integer,
	`wished_by_name` text,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `system_users_live` ON `system_users` (`live_key`);--> statement-breakpoint
CREATE UNIQUE INDEX `system_users_sequence` ON `system_users` (`sequence_no`);--> statement-breakpoint
CREATE INDEX `system_users_party` ON `system_users` (`party_org_no`,`external_ref`);--> statement-breakpoint
CREATE INDEX `system_users_system` ON `system_users` (`system_internal_id`,`sequence_no`);--> statement-breakpoint
CREATE TABLE `systems` (
	`internal_id` text PRIMARY KEY NOT NULL,
	`system_id` text NOT NULL,
	`vendor_org_no` text NOT NULL,
	`name` text NOT NULL,
	`description` text NOT NULL,
	`rights` text NOT NULL,
	`access_packages` text NOT NULL,
	`is_visible` integer NOT NULL,
	`is_deleted` integer NOT NULL,
	`is_suspended` integer NOT NULL,
	`allowed_redirect_urls` text NOT NULL,
	`redirect_result` integer NOT NULL,
	`version` integer NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `systems_system_id` ON `systems` (`system_id`);--> statement-breakpoint
CREATE INDEX `systems_vendor` ON `systems` (`vendor_org_no`);--> statement-breakpoint
CREATE TABLE `used_grants` (
	`client_id` text NOT NULL,
	`jti` text NOT NULL,
	`expires_at` integer NOT NULL,
	PRIMARY KEY(`client_id`, `jti`)
);
--> statement-breakpoint
CREATE INDEX `used_grants_expiry` ON `used_grants` (`expires_at`);--> statement-breakpoint
CREATE TABLE `vendor_agreements` (
	`org_no` text PRIMARY KEY NOT NULL,
	`contact_name` text NOT NULL,
	`contact_email` text NOT NULL,
	`purpose` text NOT NULL,
	`status` text NOT NULL,
	`status_before` text,
	`note` text,
	`applied_at` integer NOT NULL,
	`test_since` integer,
	`signed_by_name` text,
	`signed_at` integer,
	`production_since` integer,
	`updated_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `vendor_blocks` (
	`party_org_no` text NOT NULL,
	`vendor_org_no` text NOT NULL,
	`blocked_by_name` text NOT NULL,
	`blocked_at` integer NOT NULL,
	PRIMARY KEY(`party_org_no`, `vendor_org_no`)
);
