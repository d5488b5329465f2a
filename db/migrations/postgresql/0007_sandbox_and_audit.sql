CREATE TABLE "sandbox_calls" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "sandbox_calls_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"at" timestamp (3) with time zone NOT NULL,
	"method" text NOT NULL,
	"path" text NOT NULL,
	"status" integer,
	"code" text,
	"description" text,
	"client_id" text,
	"org_no" text,
	"trace_id" text NOT NULL,
	"duration_ms" integer NOT NULL,
	"scenario" text
);
--> statement-breakpoint
CREATE TABLE "sandbox_scenarios" (
	"client_id" text PRIMARY KEY NOT NULL,
	"scenario" text NOT NULL,
	"times_left" integer,
	"until" timestamp (3) with time zone,
	"set_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "outbox" ADD COLUMN "trace_id" text;--> statement-breakpoint
ALTER TABLE "vendor_events" ADD COLUMN "trace_id" text;--> statement-breakpoint
CREATE INDEX "sandbox_calls_trace" ON "sandbox_calls" USING btree ("trace_id");--> statement-breakpoint
CREATE INDEX "audit_events_behalf" ON "audit_events" USING btree ("on_behalf_of","at","id","action");