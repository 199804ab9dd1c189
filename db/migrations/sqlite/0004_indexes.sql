DROP INDEX `holds_item`;--> statement-breakpoint
CREATE INDEX `holds_item` ON `holds` (`item_id`,`lifted_at`);--> statement-breakpoint
DROP INDEX `items_location`;--> statement-breakpoint
CREATE INDEX `items_warehouse_since` ON `items` (`warehouse_id`,`state_since`,`id`);--> statement-breakpoint
CREATE INDEX `items_exporter_since` ON `items` (`exporter_id`,`state_since`,`id`);--> statement-breakpoint
CREATE INDEX `items_location` ON `items` (`location_id`,`quantity`);--> statement-breakpoint
CREATE INDEX `return_orders_warehouse` ON `return_orders` (`warehouse_id`,`created_at`,`id`);--> statement-breakpoint
CREATE INDEX `return_orders_bare_reference` ON `return_orders` (`reference`);--> statement-breakpoint
CREATE INDEX `shipments_warehouse` ON `shipments` (`warehouse_id`,`created_at`,`id`);--> statement-breakpoint
CREATE INDEX `consignments_vendor_opened` ON `consignments` (`vendor_id`,`opened_at`,`id`);--> statement-breakpoint
CREATE INDEX `consignments_warehouse_opened` ON `consignments` (`warehouse_id`,`opened_at`,`id`);--> statement-breakpoint
CREATE INDEX `tickets_warehouse_promised` ON `tickets` (`warehouse_id`,`promised_at`,`id`);--> statement-breakpoint
CREATE INDEX `tickets_vendor_promised` ON `tickets` (`vendor_id`,`promised_at`,`id`);--> statement-breakpoint
CREATE INDEX `tickets_exporter_promised` ON `tickets` (`exporter_id`,`promised_at`,`id`);