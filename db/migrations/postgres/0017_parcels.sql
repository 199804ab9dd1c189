CREATE TABLE "item_lives" (
	"id" text PRIMARY KEY NOT NULL,
	"item_id" text NOT NULL,
	"warehouse_id" text NOT NULL,
	"exporter_id" text,
	"order_id" text,
	"line_id" text,
	"parcel_id" text,
	"quantity" bigint NOT NULL,
	"state" text NOT NULL,
	"received_at" timestamp (3) with time zone,
	"ended_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "parcel_counts" (
	"id" text PRIMARY KEY NOT NULL,
	"parcel_id" text NOT NULL,
	"line_id" text NOT NULL,
	"warehouse_id" text NOT NULL,
	"exporter_id" text NOT NULL,
	"counted" bigint NOT NULL,
	"counted_by" text NOT NULL,
	"counted_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "parcel_orders" (
	"id" text PRIMARY KEY NOT NULL,
	"parcel_id" text NOT NULL,
	"order_id" text NOT NULL,
	"warehouse_id" text NOT NULL,
	"exporter_id" text NOT NULL,
	"linked_by" text NOT NULL,
	"linked_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "parcels" (
	"id" text PRIMARY KEY NOT NULL,
	"code" text NOT NULL,
	"warehouse_id" text NOT NULL,
	"exporter_id" text,
	"state" text NOT NULL,
	"state_since" timestamp (3) with time zone NOT NULL,
	"waybill" text,
	"location_id" text,
	"seal" text,
	"weight_grams" bigint,
	"note" text,
	"orders" bigint NOT NULL,
	"received_by" text NOT NULL,
	"received_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "files" ALTER COLUMN "item_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "files" ADD COLUMN "parcel_id" text;--> statement-breakpoint
ALTER TABLE "files" ADD COLUMN "order_id" text;--> statement-breakpoint
ALTER TABLE "files" ADD COLUMN "location_id" text;--> statement-breakpoint
ALTER TABLE "items" ADD COLUMN "parcel_id" text;--> statement-breakpoint
ALTER TABLE "item_lives" ADD CONSTRAINT "item_lives_item_id_items_id_fk" FOREIGN KEY ("item_id") REFERENCES "public"."items"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "item_lives" ADD CONSTRAINT "item_lives_order_id_return_orders_id_fk" FOREIGN KEY ("order_id") REFERENCES "public"."return_orders"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "item_lives" ADD CONSTRAINT "item_lives_line_id_return_lines_id_fk" FOREIGN KEY ("line_id") REFERENCES "public"."return_lines"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "item_lives" ADD CONSTRAINT "item_lives_parcel_id_parcels_id_fk" FOREIGN KEY ("parcel_id") REFERENCES "public"."parcels"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "parcel_counts" ADD CONSTRAINT "parcel_counts_parcel_id_parcels_id_fk" FOREIGN KEY ("parcel_id") REFERENCES "public"."parcels"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "parcel_counts" ADD CONSTRAINT "parcel_counts_line_id_return_lines_id_fk" FOREIGN KEY ("line_id") REFERENCES "public"."return_lines"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "parcel_orders" ADD CONSTRAINT "parcel_orders_parcel_id_parcels_id_fk" FOREIGN KEY ("parcel_id") REFERENCES "public"."parcels"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "parcel_orders" ADD CONSTRAINT "parcel_orders_order_id_return_orders_id_fk" FOREIGN KEY ("order_id") REFERENCES "public"."return_orders"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "parcels" ADD CONSTRAINT "parcels_warehouse_id_warehouses_id_fk" FOREIGN KEY ("warehouse_id") REFERENCES "public"."warehouses"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "parcels" ADD CONSTRAINT "parcels_exporter_id_organisations_id_fk" FOREIGN KEY ("exporter_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "parcels" ADD CONSTRAINT "parcels_location_id_locations_id_fk" FOREIGN KEY ("location_id") REFERENCES "public"."locations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "item_lives_item" ON "item_lives" USING btree ("item_id","ended_at");--> statement-breakpoint
CREATE INDEX "item_lives_order" ON "item_lives" USING btree ("order_id");--> statement-breakpoint
CREATE INDEX "item_lives_parcel" ON "item_lives" USING btree ("parcel_id");--> statement-breakpoint
CREATE UNIQUE INDEX "parcel_counts_parcel" ON "parcel_counts" USING btree ("parcel_id","line_id");--> statement-breakpoint
CREATE INDEX "parcel_counts_line" ON "parcel_counts" USING btree ("line_id");--> statement-breakpoint
CREATE UNIQUE INDEX "parcel_orders_parcel" ON "parcel_orders" USING btree ("parcel_id","order_id");--> statement-breakpoint
CREATE INDEX "parcel_orders_order" ON "parcel_orders" USING btree ("order_id");--> statement-breakpoint
CREATE UNIQUE INDEX "parcels_code" ON "parcels" USING btree ("code");--> statement-breakpoint
CREATE INDEX "parcels_waybill" ON "parcels" USING btree ("waybill");--> statement-breakpoint
CREATE INDEX "parcels_warehouse_state" ON "parcels" USING btree ("warehouse_id","state","received_at");--> statement-breakpoint
CREATE INDEX "parcels_warehouse_received" ON "parcels" USING btree ("warehouse_id","received_at","id");--> statement-breakpoint
CREATE INDEX "parcels_exporter_received" ON "parcels" USING btree ("exporter_id","received_at","id");--> statement-breakpoint
CREATE INDEX "parcels_warehouse_orders" ON "parcels" USING btree ("warehouse_id","orders","received_at");--> statement-breakpoint
CREATE INDEX "parcels_exporter_orders" ON "parcels" USING btree ("exporter_id","orders","received_at");--> statement-breakpoint
ALTER TABLE "files" ADD CONSTRAINT "files_parcel_id_parcels_id_fk" FOREIGN KEY ("parcel_id") REFERENCES "public"."parcels"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "files" ADD CONSTRAINT "files_order_id_return_orders_id_fk" FOREIGN KEY ("order_id") REFERENCES "public"."return_orders"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "files" ADD CONSTRAINT "files_location_id_locations_id_fk" FOREIGN KEY ("location_id") REFERENCES "public"."locations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "items" ADD CONSTRAINT "items_parcel_id_parcels_id_fk" FOREIGN KEY ("parcel_id") REFERENCES "public"."parcels"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "files_parcel" ON "files" USING btree ("parcel_id");--> statement-breakpoint
CREATE INDEX "files_order" ON "files" USING btree ("order_id");--> statement-breakpoint
CREATE INDEX "files_location" ON "files" USING btree ("location_id");--> statement-breakpoint
CREATE INDEX "items_parcel" ON "items" USING btree ("parcel_id");--> statement-breakpoint
INSERT INTO deadlines (id, entity, subject_id, code, step, due_at) SELECT 'missing ' || id, 'item', id, code, 'expire', now() + interval '30 days' FROM items WHERE state = 'missing';
