CREATE TABLE `import_parts` (
	`id` text PRIMARY KEY NOT NULL,
	`import_id` text NOT NULL,
	`asked_by` text NOT NULL,
	`up_to` integer NOT NULL,
	`orders` text NOT NULL,
	`faults` text NOT NULL,
	FOREIGN KEY (`import_id`) REFERENCES `imports`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `import_parts_import` ON `import_parts` (`import_id`,`up_to`);--> statement-breakpoint
CREATE TABLE `imports` (
	`id` text PRIMARY KEY NOT NULL,
	`asked_by` text NOT NULL,
	`exporter_id` text NOT NULL,
	`warehouse` text NOT NULL,
	`encoding` text,
	`lines` integer NOT NULL,
	`orders` integer NOT NULL,
	`at` integer NOT NULL,
	`holder` text NOT NULL,
	`lease_until` integer NOT NULL,
	`finished_at` integer,
	`remarks` text NOT NULL,
	`content` text
);
--> statement-breakpoint
CREATE INDEX `imports_left` ON `imports` (`finished_at`,`lease_until`);