CREATE TABLE "access_list_connections" (
	"list_id" text NOT NULL,
	"resource_id" text NOT NULL,
	"action_filters" jsonb,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "access_list_connections_list_id_resource_id_pk" PRIMARY KEY("list_id","resource_id")
);
--> statement-breakpoint
CREATE TABLE "access_list_members" (
	"list_id" text NOT NULL,
	"org_no" text NOT NULL,
	"since" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "access_list_members_list_id_org_no_pk" PRIMARY KEY("list_id","org_no")
);
--> statement-breakpoint
CREATE TABLE "access_lists" (
	"id" text PRIMARY KEY NOT NULL,
	"owner" text NOT NULL,
	"identifier" text NOT NULL,
	"name" text NOT NULL,
	"description" text NOT NULL,
	"version" integer NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "access_packages" (
	"id" text PRIMARY KEY NOT NULL,
	"urn" text NOT NULL,
	"area_id" text NOT NULL,
	"name" jsonb NOT NULL,
	"description" jsonb NOT NULL,
	"is_delegable" boolean NOT NULL,
	"is_assignable" boolean NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "audit_events" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "audit_events_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"at" timestamp (3) with time zone NOT NULL,
	"actor_kind" text NOT NULL,
	"actor_id" text NOT NULL,
	"actor_name" text NOT NULL,
	"on_behalf_of" text,
	"action" text NOT NULL,
	"subject_type" text NOT NULL,
	"subject_id" text NOT NULL,
	"party_org_no" text,
	"vendor_org_no" text,
	"owner_org_no" text,
	"before" jsonb,
	"after" jsonb,
	"trace_id" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "audit_seals" (
	"number" integer PRIMARY KEY NOT NULL,
	"rows" jsonb NOT NULL,
	"head" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "change_requests" (
	"id" text PRIMARY KEY NOT NULL,
	"system_user_id" text NOT NULL,
	"system_internal_id" text NOT NULL,
	"system_id" text NOT NULL,
	"vendor_org_no" text NOT NULL,
	"party_org_no" text NOT NULL,
	"party_uuid" text NOT NULL,
	"party_id" integer NOT NULL,
	"external_ref" text NOT NULL,
	"required_rights" jsonb NOT NULL,
	"unwanted_rights" jsonb NOT NULL,
	"required_access_packages" jsonb NOT NULL,
	"unwanted_access_packages" jsonb NOT NULL,
	"redirect_url" text,
	"status" text NOT NULL,
	"escalated" boolean NOT NULL,
	"reject_reason" text,
	"decided_by_uuid" text,
	"decided_by_name" text,
	"decided_at" timestamp (3) with time zone,
	"idempotency_key" text,
	"first_opened_at" timestamp (3) with time zone,
	"is_deleted" boolean NOT NULL,
	"deleted_at" timestamp (3) with time zone,
	"sequence_no" bigint NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "client_delegations" (
	"id" text PRIMARY KEY NOT NULL,
	"system_user_id" text NOT NULL,
	"client_uuid" text NOT NULL,
	"is_self" boolean NOT NULL,
	"package_urns" jsonb NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "client_job_items" (
	"job_id" text NOT NULL,
	"client_uuid" text NOT NULL,
	"state" text NOT NULL,
	"code" text,
	CONSTRAINT "client_job_items_job_id_client_uuid_pk" PRIMARY KEY("job_id","client_uuid")
);
--> statement-breakpoint
CREATE TABLE "client_jobs" (
	"id" text PRIMARY KEY NOT NULL,
	"system_user_id" text NOT NULL,
	"party_uuid" text NOT NULL,
	"change" text NOT NULL,
	"person_uuid" text NOT NULL,
	"authentication_level" integer NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "client_keys" (
	"client_id" text NOT NULL,
	"kid" text NOT NULL,
	"jwk" jsonb NOT NULL,
	"thumbprint" text NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"last_used_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "client_keys_client_id_kid_pk" PRIMARY KEY("client_id","kid")
);
--> statement-breakpoint
CREATE TABLE "client_on_behalf_of" (
	"client_id" text NOT NULL,
	"on_behalf_of" text NOT NULL,
	"name" text NOT NULL,
	"org_no" text NOT NULL,
	"description" text,
	"uri" text,
	"logo_uri" text,
	"active" boolean NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "client_on_behalf_of_client_id_on_behalf_of_pk" PRIMARY KEY("client_id","on_behalf_of")
);
--> statement-breakpoint
CREATE TABLE "clients" (
	"client_id" text PRIMARY KEY NOT NULL,
	"org_no" text NOT NULL,
	"supplier_org_no" text,
	"name" text NOT NULL,
	"active" boolean NOT NULL,
	"integration_type" text NOT NULL,
	"scopes" jsonb NOT NULL,
	"access_token_lifetime" integer NOT NULL,
	"version" integer NOT NULL,
	"keys_updated_at" timestamp (3) with time zone,
	"details" jsonb NOT NULL,
	"last_used_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "outbox" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "outbox_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"to_uuid" text,
	"to_address" text NOT NULL,
	"language" text NOT NULL,
	"subject" text NOT NULL,
	"body" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"sent_at" timestamp (3) with time zone,
	"attempts" integer NOT NULL,
	"next_attempt_at" timestamp (3) with time zone,
	"failure" text
);
--> statement-breakpoint
CREATE TABLE "package_areas" (
	"id" text PRIMARY KEY NOT NULL,
	"group_id" text NOT NULL,
	"code" text NOT NULL,
	"name" jsonb NOT NULL,
	"description" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "package_groups" (
	"id" text PRIMARY KEY NOT NULL,
	"name" jsonb NOT NULL,
	"description" jsonb NOT NULL,
	"type" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "parties" (
	"uuid" text PRIMARY KEY NOT NULL,
	"party_id" integer NOT NULL,
	"kind" text NOT NULL,
	"name" text NOT NULL,
	"search_name" text NOT NULL,
	"org_no" text,
	"org_form" text,
	"parent_org_no" text,
	"org_code" text,
	"user_id" integer,
	"user_name" text,
	"person_hash" text,
	"person_sealed" text,
	"email" text,
	"language" text,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "party_packages" (
	"from_uuid" text NOT NULL,
	"to_uuid" text NOT NULL,
	"package_urn" text NOT NULL,
	"since" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "party_packages_from_uuid_to_uuid_package_urn_pk" PRIMARY KEY("from_uuid","to_uuid","package_urn")
);
--> statement-breakpoint
CREATE TABLE "party_roles" (
	"from_uuid" text NOT NULL,
	"to_uuid" text NOT NULL,
	"role" text NOT NULL,
	"since" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "party_roles_from_uuid_to_uuid_role_pk" PRIMARY KEY("from_uuid","to_uuid","role")
);
--> statement-breakpoint
CREATE TABLE "policy_subjects" (
	"identifier" text NOT NULL,
	"subject_urn" text NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	"is_deleted" boolean NOT NULL,
	CONSTRAINT "policy_subjects_identifier_subject_urn_pk" PRIMARY KEY("identifier","subject_urn")
);
--> statement-breakpoint
CREATE TABLE "rate_limits" (
	"key" text PRIMARY KEY NOT NULL,
	"points" integer NOT NULL,
	"expire" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "request_forwards" (
	"request_id" text NOT NULL,
	"from_uuid" text NOT NULL,
	"from_name" text NOT NULL,
	"to_uuid" text,
	"to_name" text,
	"forwarded_at" timestamp (3) with time zone NOT NULL,
	"reminded_at" timestamp (3) with time zone,
	"attempts" integer NOT NULL,
	CONSTRAINT "request_forwards_request_id_from_uuid_pk" PRIMARY KEY("request_id","from_uuid")
);
--> statement-breakpoint
CREATE TABLE "resource_policies" (
	"identifier" text PRIMARY KEY NOT NULL,
	"version" integer NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	"xml" text NOT NULL,
	"parsed" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "resource_versions" (
	"version_id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "resource_versions_version_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"identifier" text NOT NULL,
	"document" jsonb NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "resources" (
	"identifier" text PRIMARY KEY NOT NULL,
	"owner_org_no" text NOT NULL,
	"owner_org_code" text NOT NULL,
	"resource_type" text NOT NULL,
	"version_id" bigint NOT NULL,
	"document" jsonb NOT NULL,
	"is_deleted" boolean NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "role_packages" (
	"role" text NOT NULL,
	"package_urn" text NOT NULL,
	"has_access" boolean NOT NULL,
	"may_delegate" boolean NOT NULL,
	CONSTRAINT "role_packages_role_package_urn_pk" PRIMARY KEY("role","package_urn")
);
--> statement-breakpoint
CREATE TABLE "scope_accesses" (
	"scope" text NOT NULL,
	"consumer_org_no" text NOT NULL,
	"state" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "scope_accesses_scope_consumer_org_no_pk" PRIMARY KEY("scope","consumer_org_no")
);
--> statement-breakpoint
CREATE TABLE "scope_delegations" (
	"consumer_org_no" text NOT NULL,
	"supplier_org_no" text NOT NULL,
	"scope" text NOT NULL,
	"resource_id" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "scope_delegations_consumer_org_no_supplier_org_no_scope_pk" PRIMARY KEY("consumer_org_no","supplier_org_no","scope")
);
--> statement-breakpoint
CREATE TABLE "scope_prefixes" (
	"prefix" text PRIMARY KEY NOT NULL,
	"owner_org_no" text NOT NULL,
	"active" boolean NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "scopes" (
	"name" text PRIMARY KEY NOT NULL,
	"prefix" text NOT NULL,
	"subscope" text NOT NULL,
	"owner_org_no" text NOT NULL,
	"active" boolean NOT NULL,
	"visibility" text NOT NULL,
	"allowed_integration_types" jsonb NOT NULL,
	"accessible_for_all" boolean NOT NULL,
	"delegation_source" text,
	"at_max_age" integer NOT NULL,
	"enforced_audience" text,
	"adds_consumer_prefix" boolean NOT NULL,
	"details" jsonb NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "sequences" (
	"name" text PRIMARY KEY NOT NULL,
	"value" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "sessions" (
	"id" text PRIMARY KEY NOT NULL,
	"person_uuid" text NOT NULL,
	"authentication_level" integer NOT NULL,
	"authentication_method" text NOT NULL,
	"acting_for_uuid" text,
	"created_at" timestamp (3) with time zone NOT NULL,
	"last_seen_at" timestamp (3) with time zone NOT NULL,
	"ended_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "settings" (
	"name" text PRIMARY KEY NOT NULL,
	"value" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "signing_keys" (
	"kid" text PRIMARY KEY NOT NULL,
	"public_jwk" jsonb NOT NULL,
	"private_sealed" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"activates_at" timestamp (3) with time zone NOT NULL,
	"retired_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "system_changes" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "system_changes_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"system_internal_id" text NOT NULL,
	"changed_by_org_no" text NOT NULL,
	"change_type" text NOT NULL,
	"changed_data" jsonb,
	"client_id" text,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "system_clients" (
	"client_id" text PRIMARY KEY NOT NULL,
	"system_internal_id" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "system_user_packages" (
	"system_user_id" text NOT NULL,
	"package_urn" text NOT NULL,
	"granted_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "system_user_packages_system_user_id_package_urn_pk" PRIMARY KEY("system_user_id","package_urn")
);
--> statement-breakpoint
CREATE TABLE "system_user_requests" (
	"id" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"system_internal_id" text NOT NULL,
	"system_id" text NOT NULL,
	"vendor_org_no" text NOT NULL,
	"party_org_no" text NOT NULL,
	"party_uuid" text NOT NULL,
	"party_id" integer NOT NULL,
	"external_ref" text NOT NULL,
	"integration_title" text NOT NULL,
	"rights" jsonb NOT NULL,
	"access_packages" jsonb NOT NULL,
	"redirect_url" text,
	"status" text NOT NULL,
	"escalated" boolean NOT NULL,
	"reject_reason" text,
	"decided_by_uuid" text,
	"decided_by_name" text,
	"decided_at" timestamp (3) with time zone,
	"idempotency_key" text,
	"first_opened_at" timestamp (3) with time zone,
	"is_deleted" boolean NOT NULL,
	"deleted_at" timestamp (3) with time zone,
	"live_key" text,
	"sequence_no" bigint NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "system_user_rights" (
	"system_user_id" text NOT NULL,
	"resource_id" text NOT NULL,
	"actions" jsonb NOT NULL,
	"granted_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "system_user_rights_system_user_id_resource_id_pk" PRIMARY KEY("system_user_id","resource_id")
);
--> statement-breakpoint
CREATE TABLE "system_users" (
	"id" text PRIMARY KEY NOT NULL,
	"user_type" text NOT NULL,
	"integration_title" text NOT NULL,
	"system_internal_id" text NOT NULL,
	"system_id" text NOT NULL,
	"vendor_org_no" text NOT NULL,
	"party_org_no" text NOT NULL,
	"party_id" integer NOT NULL,
	"party_uuid" text NOT NULL,
	"external_ref" text NOT NULL,
	"is_deleted" boolean NOT NULL,
	"live_key" text,
	"sequence_no" bigint NOT NULL,
	"created_by_uuid" text,
	"created_by_name" text,
	"deleted_by_name" text,
	"deleted_at" timestamp (3) with time zone,
	"last_token_at" timestamp (3) with time zone,
	"last_decision_at" timestamp (3) with time zone,
	"wish_text" text,
	"wished_at" timestamp (3) with time zone,
	"wished_by_name" text,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "systems" (
	"internal_id" text PRIMARY KEY NOT NULL,
	"system_id" text NOT NULL,
	"vendor_org_no" text NOT NULL,
	"name" jsonb NOT NULL,
	"description" jsonb NOT NULL,
	"rights" jsonb NOT NULL,
	"access_packages" jsonb NOT NULL,
	"is_visible" boolean NOT NULL,
	"is_deleted" boolean NOT NULL,
	"is_suspended" boolean NOT NULL,
	"allowed_redirect_urls" jsonb NOT NULL,
	"redirect_result" boolean NOT NULL,
	"version" integer NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "used_grants" (
	"client_id" text NOT NULL,
	"jti" text NOT NULL,
	"expires_at" bigint NOT NULL,
	CONSTRAINT "used_grants_client_id_jti_pk" PRIMARY KEY("client_id","jti")
);
--> statement-breakpoint
CREATE TABLE "vendor_agreements" (
	"org_no" text PRIMARY KEY NOT NULL,
	"contact_name" text NOT NULL,
	"contact_email" text NOT NULL,
	"purpose" text NOT NULL,
	"status" text NOT NULL,
	"status_before" text,
	"note" text,
	"applied_at" timestamp (3) with time zone NOT NULL,
	"test_since" timestamp (3) with time zone,
	"signed_by_name" text,
	"signed_at" timestamp (3) with time zone,
	"production_since" timestamp (3) with time zone,
	"updated_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "vendor_blocks" (
	"party_org_no" text NOT NULL,
	"vendor_org_no" text NOT NULL,
	"blocked_by_name" text NOT NULL,
	"blocked_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "vendor_blocks_party_org_no_vendor_org_no_pk" PRIMARY KEY("party_org_no","vendor_org_no")
);
--> statement-breakpoint
CREATE INDEX "access_list_connections_resource" ON "access_list_connections" USING btree ("resource_id");--> statement-breakpoint
CREATE INDEX "access_list_members_org" ON "access_list_members" USING btree ("org_no");--> statement-breakpoint
CREATE UNIQUE INDEX "access_lists_owner_identifier" ON "access_lists" USING btree ("owner","identifier");--> statement-breakpoint
CREATE UNIQUE INDEX "access_packages_urn" ON "access_packages" USING btree ("urn");--> statement-breakpoint
CREATE INDEX "audit_events_party" ON "audit_events" USING btree ("party_org_no","id");--> statement-breakpoint
CREATE INDEX "audit_events_vendor" ON "audit_events" USING btree ("vendor_org_no","id");--> statement-breakpoint
CREATE INDEX "audit_events_owner" ON "audit_events" USING btree ("owner_org_no","id");--> statement-breakpoint
CREATE INDEX "audit_events_subject" ON "audit_events" USING btree ("subject_id","id");--> statement-breakpoint
CREATE UNIQUE INDEX "change_requests_sequence" ON "change_requests" USING btree ("sequence_no");--> statement-breakpoint
CREATE INDEX "change_requests_system" ON "change_requests" USING btree ("system_internal_id","sequence_no");--> statement-breakpoint
CREATE INDEX "change_requests_system_user" ON "change_requests" USING btree ("system_user_id");--> statement-breakpoint
CREATE INDEX "change_requests_party" ON "change_requests" USING btree ("party_org_no","status");--> statement-breakpoint
CREATE UNIQUE INDEX "client_delegations_pair" ON "client_delegations" USING btree ("system_user_id","client_uuid");--> statement-breakpoint
CREATE INDEX "client_delegations_client" ON "client_delegations" USING btree ("client_uuid");--> statement-breakpoint
CREATE INDEX "client_job_items_state" ON "client_job_items" USING btree ("state");--> statement-breakpoint
CREATE INDEX "client_jobs_system_user" ON "client_jobs" USING btree ("system_user_id","created_at");--> statement-breakpoint
CREATE INDEX "client_keys_thumbprint" ON "client_keys" USING btree ("thumbprint");--> statement-breakpoint
CREATE INDEX "clients_org" ON "clients" USING btree ("org_no");--> statement-breakpoint
CREATE INDEX "clients_supplier" ON "clients" USING btree ("supplier_org_no");--> statement-breakpoint
CREATE INDEX "outbox_unsent" ON "outbox" USING btree ("sent_at","next_attempt_at");--> statement-breakpoint
CREATE UNIQUE INDEX "parties_party_id" ON "parties" USING btree ("party_id");--> statement-breakpoint
CREATE UNIQUE INDEX "parties_org_no" ON "parties" USING btree ("org_no");--> statement-breakpoint
CREATE UNIQUE INDEX "parties_org_code" ON "parties" USING btree ("org_code");--> statement-breakpoint
CREATE UNIQUE INDEX "parties_user_id" ON "parties" USING btree ("user_id");--> statement-breakpoint
CREATE UNIQUE INDEX "parties_person_hash" ON "parties" USING btree ("person_hash");--> statement-breakpoint
CREATE INDEX "parties_search" ON "parties" USING btree ("kind","search_name");--> statement-breakpoint
CREATE INDEX "party_packages_to" ON "party_packages" USING btree ("to_uuid");--> statement-breakpoint
CREATE INDEX "party_roles_to" ON "party_roles" USING btree ("to_uuid");--> statement-breakpoint
CREATE INDEX "policy_subjects_urn" ON "policy_subjects" USING btree ("subject_urn");--> statement-breakpoint
CREATE INDEX "policy_subjects_updated" ON "policy_subjects" USING btree ("updated_at");--> statement-breakpoint
CREATE INDEX "resource_versions_identifier" ON "resource_versions" USING btree ("identifier","version_id");--> statement-breakpoint
CREATE INDEX "resources_owner" ON "resources" USING btree ("owner_org_no");--> statement-breakpoint
CREATE INDEX "resources_type" ON "resources" USING btree ("resource_type");--> statement-breakpoint
CREATE INDEX "scope_accesses_consumer" ON "scope_accesses" USING btree ("consumer_org_no");--> statement-breakpoint
CREATE INDEX "scope_delegations_supplier" ON "scope_delegations" USING btree ("supplier_org_no");--> statement-breakpoint
CREATE INDEX "scope_prefixes_owner" ON "scope_prefixes" USING btree ("owner_org_no");--> statement-breakpoint
CREATE INDEX "scopes_owner" ON "scopes" USING btree ("owner_org_no");--> statement-breakpoint
CREATE INDEX "scopes_prefix" ON "scopes" USING btree ("prefix");--> statement-breakpoint
CREATE INDEX "sessions_person" ON "sessions" USING btree ("person_uuid");--> statement-breakpoint
CREATE INDEX "sessions_last_seen" ON "sessions" USING btree ("last_seen_at");--> statement-breakpoint
CREATE INDEX "system_changes_system" ON "system_changes" USING btree ("system_internal_id","id");--> statement-breakpoint
CREATE INDEX "system_clients_system" ON "system_clients" USING btree ("system_internal_id");--> statement-breakpoint
CREATE UNIQUE INDEX "system_user_requests_live" ON "system_user_requests" USING btree ("live_key");--> statement-breakpoint
CREATE UNIQUE INDEX "system_user_requests_sequence" ON "system_user_requests" USING btree ("sequence_no");--> statement-breakpoint
CREATE INDEX "system_user_requests_system" ON "system_user_requests" USING btree ("system_internal_id","sequence_no");--> statement-breakpoint
CREATE INDEX "system_user_requests_party" ON "system_user_requests" USING btree ("party_org_no","status");--> statement-breakpoint
CREATE INDEX "system_user_rights_resource" ON "system_user_rights" USING btree ("resource_id");--> statement-breakpoint
CREATE UNIQUE INDEX "system_users_live" ON "system_users" USING btree ("live_key");--> statement-breakpoint
CREATE UNIQUE INDEX "system_users_sequence" ON "system_users" USING btree ("sequence_no");--> statement-breakpoint
CREATE INDEX "system_users_party" ON "system_users" USING btree ("party_org_no","external_ref");--> statement-breakpoint
CREATE INDEX "system_users_system" ON "system_users" USING btree ("system_internal_id","sequence_no");--> statement-breakpoint
CREATE UNIQUE INDEX "systems_system_id" ON "systems" USING btree ("system_id");--> statement-breakpoint
CREATE INDEX "systems_vendor" ON "systems" USING btree ("vendor_org_no");--> statement-breakpoint
CREATE INDEX "used_grants_expiry" ON "used_grants" USING btree ("expires_at");