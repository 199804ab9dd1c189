CREATE TABLE "import_parts" (
	"id" text PRIMARY KEY NOT NULL,
	"import_id" text NOT NULL,
	"asked_by" text NOT NULL,
	"up_to" bigint NOT NULL,
	"orders" json NOT NULL,
	"faults" json NOT NULL
);
--> statement-breakpoint
CREATE TABLE "imports" (
	"id" text PRIMARY KEY NOT NULL,
	"asked_by" text NOT NULL,
	"exporter_id" text NOT NULL,
	"warehouse" text NOT NULL,
	"encoding" text,
	"lines" bigint NOT NULL,
	"orders" bigint NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"holder" text NOT NULL,
	"lease_until" timestamp (3) with time zone NOT NULL,
	"finished_at" timestamp (3) with time zone,
	"remarks" json NOT NULL,
	"content" text
);
--> statement-breakpoint
ALTER TABLE "import_parts" ADD CONSTRAINT "import_parts_import_id_imports_id_fk" FOREIGN KEY ("import_id") REFERENCES "public"."imports"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "import_parts_import" ON "import_parts" USING btree ("import_id","up_to");--> statement-breakpoint
CREATE INDEX "imports_left" ON "imports" USING btree ("finished_at","lease_until");