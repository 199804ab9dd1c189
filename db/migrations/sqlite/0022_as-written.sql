ALTER TABLE `return_lines` ADD `as_written` text;--> statement-breakpoint
ALTER TABLE `return_orders` ADD `as_written` text;