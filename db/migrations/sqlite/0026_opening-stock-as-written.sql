ALTER TABLE `opening_stock_rows` ADD `as_written` text;--> statement-breakpoint
ALTER TABLE `opening_stocks` ADD `headings` text;