CREATE TABLE "export_imports" (
	"id" text PRIMARY KEY NOT NULL,
	"asked_by" text NOT NULL,
	"scan_id" text NOT NULL,
	"exporter_id" text NOT NULL,
	"encoding" text,
	"lines" bigint NOT NULL,
	"total" bigint NOT NULL,
	"done" bigint NOT NULL,
	"added" bigint NOT NULL,
	"changed" bigint NOT NULL,
	"same" bigint NOT NULL,
	"left_out" json NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"finished_at" timestamp (3) with time zone
);
--> statement-breakpoint
ALTER TABLE "sheet_layouts" ADD COLUMN "kind" text DEFAULT 'returns' NOT NULL;--> statement-breakpoint
ALTER TABLE "risk_flags" ADD COLUMN "closed_by" text;--> statement-breakpoint
ALTER TABLE "risk_flags" ADD COLUMN "closed_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "risk_flags" ADD COLUMN "closed_because" text;--> statement-breakpoint
CREATE INDEX "export_imports_asked" ON "export_imports" USING btree ("asked_by","finished_at");--> statement-breakpoint
CREATE INDEX "risk_flags_raised" ON "risk_flags" USING btree ("raised_at","id");