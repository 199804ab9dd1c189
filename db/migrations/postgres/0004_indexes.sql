DROP INDEX "holds_item";--> statement-breakpoint
DROP INDEX "items_location";--> statement-breakpoint
CREATE INDEX "return_orders_warehouse" ON "return_orders" USING btree ("warehouse_id","created_at","id");--> statement-breakpoint
CREATE INDEX "return_orders_bare_reference" ON "return_orders" USING btree ("reference");--> statement-breakpoint
CREATE INDEX "items_warehouse_since" ON "items" USING btree ("warehouse_id","state_since","id");--> statement-breakpoint
CREATE INDEX "items_exporter_since" ON "items" USING btree ("exporter_id","state_since","id");--> statement-breakpoint
CREATE INDEX "shipments_warehouse" ON "shipments" USING btree ("warehouse_id","created_at","id");--> statement-breakpoint
CREATE INDEX "consignments_vendor_opened" ON "consignments" USING btree ("vendor_id","opened_at","id");--> statement-breakpoint
CREATE INDEX "consignments_warehouse_opened" ON "consignments" USING btree ("warehouse_id","opened_at","id");--> statement-breakpoint
CREATE INDEX "tickets_warehouse_promised" ON "tickets" USING btree ("warehouse_id","promised_at","id");--> statement-breakpoint
CREATE INDEX "tickets_vendor_promised" ON "tickets" USING btree ("vendor_id","promised_at","id");--> statement-breakpoint
CREATE INDEX "tickets_exporter_promised" ON "tickets" USING btree ("exporter_id","promised_at","id");--> statement-breakpoint
CREATE INDEX "holds_item" ON "holds" USING btree ("item_id","lifted_at");--> statement-breakpoint
CREATE INDEX "items_location" ON "items" USING btree ("location_id","quantity");