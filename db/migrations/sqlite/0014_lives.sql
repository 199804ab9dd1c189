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
INSERT INTO deadlines (id, entity, subject_id, code, step, due_at) SELECT 'missing ' || id, 'item', id, code, 'expire', (unixepoch() + 2592000) * 1000 FROM items WHERE state = 'missing';