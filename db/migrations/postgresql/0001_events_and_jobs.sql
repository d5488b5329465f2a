CREATE TABLE "change_job_items" (
	"job_id" text NOT NULL,
	"system_user_id" text NOT NULL,
	"request_id" text NOT NULL,
	"state" text NOT NULL,
	"code" text,
	CONSTRAINT "change_job_items_job_id_system_user_id_pk" PRIMARY KEY("job_id","system_user_id")
);
--> statement-breakpoint
CREATE TABLE "change_jobs" (
	"id" text PRIMARY KEY NOT NULL,
	"vendor_org_no" text NOT NULL,
	"person_uuid" text NOT NULL,
	"authentication_level" integer NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "vendor_events" (
	"number" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "vendor_events_number_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"id" text NOT NULL,
	"type" text NOT NULL,
	"vendor_org_no" text NOT NULL,
	"system_id" text,
	"subject" text NOT NULL,
	"order_key" text NOT NULL,
	"occurrence" text NOT NULL,
	"data" jsonb NOT NULL,
	"at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "webhook_attempts" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "webhook_attempts_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"delivery_number" bigint NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"duration_ms" integer NOT NULL,
	"status_code" integer,
	"failure" text
);
--> statement-breakpoint
CREATE TABLE "webhook_deliveries" (
	"number" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "webhook_deliveries_number_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"event_id" text NOT NULL,
	"endpoint_id" text NOT NULL,
	"order_key" text NOT NULL,
	"state" text NOT NULL,
	"attempts" integer NOT NULL,
	"next_attempt_at" timestamp (3) with time zone NOT NULL,
	"lease_until" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "webhook_endpoints" (
	"id" text PRIMARY KEY NOT NULL,
	"vendor_org_no" text NOT NULL,
	"url" text NOT NULL,
	"secret_sealed" text NOT NULL,
	"previous_sealed" text,
	"previous_until" timestamp (3) with time zone,
	"event_types" jsonb NOT NULL,
	"system_ids" jsonb NOT NULL,
	"active" boolean NOT NULL,
	"failures" integer NOT NULL,
	"rests_until" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE INDEX "change_job_items_state" ON "change_job_items" USING btree ("state");--> statement-breakpoint
CREATE INDEX "change_jobs_vendor" ON "change_jobs" USING btree ("vendor_org_no","created_at");--> statement-breakpoint
CREATE UNIQUE INDEX "vendor_events_id" ON "vendor_events" USING btree ("id");--> statement-breakpoint
CREATE UNIQUE INDEX "vendor_events_occurrence" ON "vendor_events" USING btree ("occurrence");--> statement-breakpoint
CREATE INDEX "vendor_events_vendor" ON "vendor_events" USING btree ("vendor_org_no","at","number");--> statement-breakpoint
CREATE INDEX "vendor_events_subject" ON "vendor_events" USING btree ("subject","type");--> statement-breakpoint
CREATE INDEX "webhook_attempts_delivery" ON "webhook_attempts" USING btree ("delivery_number","id");--> statement-breakpoint
CREATE UNIQUE INDEX "webhook_deliveries_event" ON "webhook_deliveries" USING btree ("event_id","endpoint_id");--> statement-breakpoint
CREATE INDEX "webhook_deliveries_due" ON "webhook_deliveries" USING btree ("state","next_attempt_at");--> statement-breakpoint
CREATE INDEX "webhook_deliveries_order" ON "webhook_deliveries" USING btree ("endpoint_id","state","order_key","number");--> statement-breakpoint
CREATE INDEX "webhook_endpoints_vendor" ON "webhook_endpoints" USING btree ("vendor_org_no");