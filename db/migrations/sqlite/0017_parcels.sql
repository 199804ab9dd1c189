CREATE TABLE `item_lives` (
	`id` text PRIMARY KEY NOT NULL,
	`item_id` text NOT NULL,
	`warehouse_id` text NOT NULL,
	`exporter_id` text,
	`order_id` text,
	`line_id` text,
	`parcel_id` text,
	`quantity` integer NOT NULL,
	`state` text NOT NULL,
	`received_at` integer,
	`ended_at` integer NOT NULL,
	FOREIGN KEY (`item_id`) REFERENCES `items`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`order_id`) REFERENCES `return_orders`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`line_id`) REFERENCES `return_lines`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`parcel_id`) REFERENCES `parcels`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `item_lives_item` ON `item_lives` (`item_id`,`ended_at`);--> statement-breakpoint
CREATE INDEX `item_lives_order` ON `item_lives` (`order_id`);--> statement-breakpoint
CREATE INDEX `item_lives_parcel` ON `item_lives` (`parcel_id`);--> statement-breakpoint
CREATE TABLE `parcel_counts` (
	`id` text PRIMARY KEY NOT NULL,
	`parcel_id` text NOT NULL,
	`line_id` text NOT NULL,
	`warehouse_id` text NOT NULL,
	`exporter_id` text NOT NULL,
	`counted` integer NOT NULL,
	`counted_by` text NOT NULL,
	`counted_at` integer NOT NULL,
	FOREIGN KEY (`parcel_id`) REFERENCES `parcels`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`line_id`) REFERENCES `return_lines`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `parcel_counts_parcel` ON `parcel_counts` (`parcel_id`,`line_id`);--> statement-breakpoint
CREATE INDEX `parcel_counts_line` ON `parcel_counts` (`line_id`);--> statement-breakpoint
CREATE TABLE `parcel_orders` (
	`id` text PRIMARY KEY NOT NULL,
	`parcel_id` text NOT NULL,
	`order_id` text NOT NULL,
	`warehouse_id` text NOT NULL,
	`exporter_id` text NOT NULL,
	`linked_by` text NOT NULL,
	`linked_at` integer NOT NULL,
	FOREIGN KEY (`parcel_id`) REFERENCES `parcels`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`order_id`) REFERENCES `return_orders`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `parcel_orders_parcel` ON `parcel_orders` (`parcel_id`,`order_id`);--> statement-breakpoint
CREATE INDEX `parcel_orders_order` ON `parcel_orders` (`order_id`);--> statement-breakpoint
CREATE TABLE `parcels` (
	`id` text PRIMARY KEY NOT NULL,
	`code` text NOT NULL,
	`warehouse_id` text NOT NULL,
	`exporter_id` text,
	`state` text NOT NULL,
	`state_since` integer NOT NULL,
	`waybill` text,
	`location_id` text,
	`seal` text,
	`weight_grams` integer,
	`note` text,
	`orders` integer NOT NULL,
	`received_by` text NOT NULL,
	`received_at` integer NOT NULL,
	FOREIGN KEY (`warehouse_id`) REFERENCES `warehouses`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`exporter_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`location_id`) REFERENCES `locations`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `parcels_code` ON `parcels` (`code`);--> statement-breakpoint
CREATE INDEX `parcels_waybill` ON `parcels` (`waybill`);--> statement-breakpoint
CREATE INDEX `parcels_warehouse_state` ON `parcels` (`warehouse_id`,`state`,`received_at`);--> statement-breakpoint
CREATE INDEX `parcels_warehouse_received` ON `parcels` (`warehouse_id`,`received_at`,`id`);--> statement-breakpoint
CREATE INDEX `parcels_exporter_received` ON `parcels` (`exporter_id`,`received_at`,`id`);--> statement-breakpoint
CREATE INDEX `parcels_warehouse_orders` ON `parcels` (`warehouse_id`,`orders`,`received_at`);--> statement-breakpoint
CREATE INDEX `parcels_exporter_orders` ON `parcels` (`exporter_id`,`orders`,`received_at`);--> statement-breakpoint
PRAGMA foreign_keys=OFF;--> statement-breakpoint
CREATE TABLE `__new_files` (
	`id` text PRIMARY KEY NOT NULL,
	`item_id` text,
	`ticket_id` text,
	`parcel_id` text,
	`order_id` text,
	`location_id` text,
	`warehouse_id` text NOT NULL,
	`exporter_id` text,
	`vendor_id` text,
	`kind` text NOT NULL,
	`sha256` text NOT NULL,
	`bytes` integer NOT NULL,
	`width` integer NOT NULL,
	`height` integer NOT NULL,
	`taken_by` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`item_id`) REFERENCES `items`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`parcel_id`) REFERENCES `parcels`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`order_id`) REFERENCES `return_orders`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`location_id`) REFERENCES `locations`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
INSERT INTO `__new_files`("id", "item_id", "ticket_id", "warehouse_id", "exporter_id", "vendor_id", "kind", "sha256", "bytes", "width", "height", "taken_by", "at") SELECT "id", "item_id", "ticket_id", "warehouse_id", "exporter_id", "vendor_id", "kind", "sha256", "bytes", "width", "height", "taken_by", "at" FROM `files`;--> statement-breakpoint
DROP TABLE `files`;--> statement-breakpoint
ALTER TABLE `__new_files` RENAME TO `files`;--> statement-breakpoint
PRAGMA foreign_keys=ON;--> statement-breakpoint
CREATE INDEX `files_item` ON `files` (`item_id`);--> statement-breakpoint
CREATE INDEX `files_ticket` ON `files` (`ticket_id`);--> statement-breakpoint
CREATE INDEX `files_parcel` ON `files` (`parcel_id`);--> statement-breakpoint
CREATE INDEX `files_order` ON `files` (`order_id`);--> statement-breakpoint
CREATE INDEX `files_location` ON `files` (`location_id`);--> statement-breakpoint
ALTER TABLE `items` ADD `parcel_id` text REFERENCES parcels(id);--> statement-breakpoint
CREATE INDEX `items_parcel` ON `items` (`parcel_id`);--> statement-breakpoint
INSERT INTO deadlines (id, entity, subject_id, code, step, due_at) SELECT 'missing ' || id, 'item', id, code, 'expire', (unixepoch() + 2592000) * 1000 FROM items WHERE state = 'missing';
