CREATE TABLE "sheet_layouts" (
	"id" text PRIMARY KEY NOT NULL,
	"exporter_id" text NOT NULL,
	"header" text NOT NULL,
	"answers" json NOT NULL,
	"said_by" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "return_lines" ADD COLUMN "as_written" json;--> statement-breakpoint
ALTER TABLE "return_orders" ADD COLUMN "as_written" json;--> statement-breakpoint
ALTER TABLE "sheet_layouts" ADD CONSTRAINT "sheet_layouts_exporter_id_organisations_id_fk" FOREIGN KEY ("exporter_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "sheet_layouts_exporter" ON "sheet_layouts" USING btree ("exporter_id","at");