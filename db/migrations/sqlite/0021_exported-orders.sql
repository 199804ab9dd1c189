CREATE TABLE `exported_lines` (
	`id` text PRIMARY KEY NOT NULL,
	`order_id` text NOT NULL,
	`exporter_id` text NOT NULL,
	`number` integer NOT NULL,
	`sku_code` text NOT NULL,
	`quantity` integer NOT NULL,
	`serial` text,
	`imei2` text,
	`export_document` text,
	`export_line` integer,
	`export_mode` text NOT NULL,
	`export_date` text,
	`release_date` text,
	FOREIGN KEY (`order_id`) REFERENCES `exported_orders`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `exported_lines_number` ON `exported_lines` (`order_id`,`number`);--> statement-breakpoint
CREATE INDEX `exported_lines_serial` ON `exported_lines` (`exporter_id`,`serial`) WHERE serial is not null;--> statement-breakpoint
CREATE INDEX `exported_lines_second_imei` ON `exported_lines` (`exporter_id`,`imei2`) WHERE imei2 is not null;--> statement-breakpoint
CREATE TABLE `exported_orders` (
	`id` text PRIMARY KEY NOT NULL,
	`exporter_id` text NOT NULL,
	`number` text NOT NULL,
	`platform` text NOT NULL,
	`country` text,
	`waybill` text,
	`created_by` text NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`exporter_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `exported_orders_number` ON `exported_orders` (`exporter_id`,`number`,`platform`);--> statement-breakpoint
CREATE INDEX `exported_orders_exporter` ON `exported_orders` (`exporter_id`,`created_at`,`id`);--> statement-breakpoint
CREATE INDEX `exported_orders_created` ON `exported_orders` (`created_at`,`id`);--> statement-breakpoint
CREATE TABLE `risk_flags` (
	`id` text PRIMARY KEY NOT NULL,
	`exporter_id` text NOT NULL,
	`order_id` text NOT NULL,
	`exported_line_id` text NOT NULL,
	`exported` integer NOT NULL,
	`back` integer NOT NULL,
	`note` text,
	`raised_by` text NOT NULL,
	`raised_at` integer NOT NULL,
	FOREIGN KEY (`exporter_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`order_id`) REFERENCES `return_orders`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`exported_line_id`) REFERENCES `exported_lines`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `risk_flags_order` ON `risk_flags` (`order_id`);--> statement-breakpoint
CREATE INDEX `risk_flags_exporter` ON `risk_flags` (`exporter_id`);--> statement-breakpoint
ALTER TABLE `return_lines` ADD `exported_line_id` text REFERENCES exported_lines(id);--> statement-breakpoint
CREATE INDEX `return_lines_exported` ON `return_lines` (`exported_line_id`) WHERE exported_line_id is not null;--> statement-breakpoint
ALTER TABLE `organisations` ADD `export_citation` text DEFAULT 'should' NOT NULL;