CREATE TABLE `export_imports` (
	`id` text PRIMARY KEY NOT NULL,
	`asked_by` text NOT NULL,
	`scan_id` text NOT NULL,
	`exporter_id` text NOT NULL,
	`encoding` text,
	`lines` integer NOT NULL,
	`total` integer NOT NULL,
	`done` integer NOT NULL,
	`added` integer NOT NULL,
	`changed` integer NOT NULL,
	`same` integer NOT NULL,
	`left_out` text NOT NULL,
	`at` integer NOT NULL,
	`finished_at` integer
);
--> statement-breakpoint
CREATE INDEX `export_imports_asked` ON `export_imports` (`asked_by`,`finished_at`);--> statement-breakpoint
ALTER TABLE `sheet_layouts` ADD `kind` text DEFAULT 'returns' NOT NULL;--> statement-breakpoint
ALTER TABLE `risk_flags` ADD `closed_by` text;--> statement-breakpoint
ALTER TABLE `risk_flags` ADD `closed_at` integer;--> statement-breakpoint
ALTER TABLE `risk_flags` ADD `closed_because` text;--> statement-breakpoint
CREATE INDEX `risk_flags_raised` ON `risk_flags` (`raised_at`,`id`);