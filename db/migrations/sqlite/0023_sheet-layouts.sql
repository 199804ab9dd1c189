CREATE TABLE `sheet_layouts` (
	`id` text PRIMARY KEY NOT NULL,
	`exporter_id` text NOT NULL,
	`header` text NOT NULL,
	`answers` text NOT NULL,
	`said_by` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`exporter_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `sheet_layouts_exporter` ON `sheet_layouts` (`exporter_id`,`at`);--> statement-breakpoint
ALTER TABLE `return_lines` ADD `as_written` text;--> statement-breakpoint
ALTER TABLE `return_orders` ADD `as_written` text;