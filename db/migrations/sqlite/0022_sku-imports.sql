CREATE TABLE `sku_imports` (
	`id` text PRIMARY KEY NOT NULL,
	`asked_by` text NOT NULL,
	`exporter_id` text NOT NULL,
	`total` integer NOT NULL,
	`done` integer NOT NULL,
	`added` integer NOT NULL,
	`changed` integer NOT NULL,
	`same` integer NOT NULL,
	`left_out` text NOT NULL,
	`at` integer NOT NULL,
	`finished_at` integer
);
