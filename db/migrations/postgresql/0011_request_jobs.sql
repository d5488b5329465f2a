CREATE TABLE "request_job_lines" (
	"job_id" text NOT NULL,
	"line_no" integer NOT NULL,
	"org_no" text NOT NULL,
	"external_ref" text,
	"integration_title" text,
	"state" text NOT NULL,
	"code" text,
	"request_id" text,
	CONSTRAINT "request_job_lines_job_id_line_no_pk" PRIMARY KEY("job_id","line_no")
);
--> statement-breakpoint
CREATE TABLE "request_jobs" (
	"id" text PRIMARY KEY NOT NULL,
	"vendor_org_no" text NOT NULL,
	"system_id" text NOT NULL,
	"kind" text NOT NULL,
	"rights" jsonb NOT NULL,
	"access_packages" jsonb NOT NULL,
	"person_uuid" text NOT NULL,
	"authentication_level" integer NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE INDEX "request_job_lines_state" ON "request_job_lines" USING btree ("state","job_id");--> statement-breakpoint
CREATE INDEX "request_jobs_vendor" ON "request_jobs" USING btree ("vendor_org_no","created_at");