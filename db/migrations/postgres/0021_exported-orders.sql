CREATE TABLE "exported_lines" (
	"id" text PRIMARY KEY NOT NULL,
	"order_id" text NOT NULL,
	"exporter_id" text NOT NULL,
	"number" bigint NOT NULL,
	"sku_code" text NOT NULL,
	"quantity" bigint NOT NULL,
	"serial" text,
	"imei2" text,
	"export_document" text,
	"export_line" bigint,
	"export_mode" text NOT NULL,
	"export_date" text,
	"release_date" text
);
--> statement-breakpoint
CREATE TABLE "exported_orders" (
	"id" text PRIMARY KEY NOT NULL,
	"exporter_id" text NOT NULL,
	"number" text NOT NULL,
	"platform" text NOT NULL,
	"country" text,
	"waybill" text,
	"created_by" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "risk_flags" (
	"id" text PRIMARY KEY NOT NULL,
	"exporter_id" text NOT NULL,
	"order_id" text NOT NULL,
	"exported_line_id" text NOT NULL,
	"exported" bigint NOT NULL,
	"back" bigint NOT NULL,
	"note" text,
	"raised_by" text NOT NULL,
	"raised_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "return_lines" ADD COLUMN "exported_line_id" text;--> statement-breakpoint
ALTER TABLE "organisations" ADD COLUMN "export_citation" text DEFAULT 'should' NOT NULL;--> statement-breakpoint
ALTER TABLE "exported_lines" ADD CONSTRAINT "exported_lines_order_id_exported_orders_id_fk" FOREIGN KEY ("order_id") REFERENCES "public"."exported_orders"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "exported_orders" ADD CONSTRAINT "exported_orders_exporter_id_organisations_id_fk" FOREIGN KEY ("exporter_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "risk_flags" ADD CONSTRAINT "risk_flags_exporter_id_organisations_id_fk" FOREIGN KEY ("exporter_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "risk_flags" ADD CONSTRAINT "risk_flags_order_id_return_orders_id_fk" FOREIGN KEY ("order_id") REFERENCES "public"."return_orders"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "risk_flags" ADD CONSTRAINT "risk_flags_exported_line_id_exported_lines_id_fk" FOREIGN KEY ("exported_line_id") REFERENCES "public"."exported_lines"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "exported_lines_number" ON "exported_lines" USING btree ("order_id","number");--> statement-breakpoint
CREATE INDEX "exported_lines_serial" ON "exported_lines" USING btree ("exporter_id","serial") WHERE serial is not null;--> statement-breakpoint
CREATE INDEX "exported_lines_second_imei" ON "exported_lines" USING btree ("exporter_id","imei2") WHERE imei2 is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "exported_orders_number" ON "exported_orders" USING btree ("exporter_id","number","platform");--> statement-breakpoint
CREATE INDEX "exported_orders_exporter" ON "exported_orders" USING btree ("exporter_id","created_at","id");--> statement-breakpoint
CREATE INDEX "exported_orders_created" ON "exported_orders" USING btree ("created_at","id");--> statement-breakpoint
CREATE INDEX "risk_flags_order" ON "risk_flags" USING btree ("order_id");--> statement-breakpoint
CREATE INDEX "risk_flags_exporter" ON "risk_flags" USING btree ("exporter_id");--> statement-breakpoint
ALTER TABLE "return_lines" ADD CONSTRAINT "return_lines_exported_line_id_exported_lines_id_fk" FOREIGN KEY ("exported_line_id") REFERENCES "public"."exported_lines"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "return_lines_exported" ON "return_lines" USING btree ("exported_line_id") WHERE exported_line_id is not null;