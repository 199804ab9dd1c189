CREATE TABLE `opening_stock_rows` (
	`id` text PRIMARY KEY NOT NULL,
	`opening_id` text NOT NULL,
	`warehouse_id` text NOT NULL,
	`row` integer NOT NULL,
	`key` text,
	`item_id` text,
	`column` text,
	`value` text,
	`words` text,
	FOREIGN KEY (`opening_id`) REFERENCES `opening_stocks`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`item_id`) REFERENCES `items`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `opening_stock_rows_key` ON `opening_stock_rows` (`warehouse_id`,`key`);--> statement-breakpoint
CREATE INDEX `opening_stock_rows_opening` ON `opening_stock_rows` (`opening_id`,`row`);--> statement-breakpoint
CREATE INDEX `opening_stock_rows_item` ON `opening_stock_rows` (`item_id`);--> statement-breakpoint
CREATE TABLE `opening_stocks` (
	`id` text PRIMARY KEY NOT NULL,
	`warehouse_id` text NOT NULL,
	`asked_by` text NOT NULL,
	`total` integer NOT NULL,
	`done` integer NOT NULL,
	`stored` integer NOT NULL,
	`same` integer NOT NULL,
	`left_out` integer NOT NULL,
	`at` integer NOT NULL,
	`finished_at` integer,
	FOREIGN KEY (`warehouse_id`) REFERENCES `warehouses`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `opening_stocks_at` ON `opening_stocks` (`warehouse_id`,`at`);--> statement-breakpoint
ALTER TABLE `items` ADD `own_number` text;--> statement-breakpoint
ALTER TABLE `items` ADD `remark` text;--> statement-breakpoint
CREATE INDEX `items_own_number` ON `items` (`own_number`);