ALTER TABLE `return_lines` ADD `imei2` text;--> statement-breakpoint
ALTER TABLE `skus` ADD `serial_pattern` text;--> statement-breakpoint
ALTER TABLE `holds` ADD `because` text;--> statement-breakpoint
ALTER TABLE `holds` ADD `expected` text;--> statement-breakpoint
ALTER TABLE `holds` ADD `seen` text;--> statement-breakpoint
ALTER TABLE `items` ADD `imei2` text;--> statement-breakpoint
ALTER TABLE `items` ADD `exchanged_for` text;--> statement-breakpoint
ALTER TABLE `items` ADD `exchanged_from` text;--> statement-breakpoint
CREATE INDEX `items_second_imei` ON `items` (`imei2`);