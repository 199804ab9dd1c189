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
ALTER TABLE "item_lives" ADD CONSTRAINT "item_lives_item_id_items_id_fk" FOREIGN KEY ("item_id") REFERENCES "public"."items"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "item_lives" ADD CONSTRAINT "item_lives_order_id_return_orders_id_fk" FOREIGN KEY ("order_id") REFERENCES "public"."return_orders"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "item_lives" ADD CONSTRAINT "item_lives_line_id_return_lines_id_fk" FOREIGN KEY ("line_id") REFERENCES "public"."return_lines"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "item_lives" ADD CONSTRAINT "item_lives_parcel_id_parcels_id_fk" FOREIGN KEY ("parcel_id") REFERENCES "public"."parcels"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "item_lives_item" ON "item_lives" USING btree ("item_id","ended_at");--> statement-breakpoint
CREATE INDEX "item_lives_order" ON "item_lives" USING btree ("order_id");--> statement-breakpoint
CREATE INDEX "item_lives_parcel" ON "item_lives" USING btree ("parcel_id");--> statement-breakpoint
INSERT INTO deadlines (id, entity, subject_id, code, step, due_at) SELECT 'missing ' || id, 'item', id, code, 'expire', now() + interval '30 days' FROM items WHERE state = 'missing';