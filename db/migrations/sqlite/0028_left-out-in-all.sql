ALTER TABLE `export_imports` ADD `left_out_in_all` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `sku_imports` ADD `left_out_in_all` integer DEFAULT 0 NOT NULL;