CREATE TABLE `four_eyes` (
	`id` text PRIMARY KEY NOT NULL,
	`active` integer NOT NULL,
	`above` integer
);
--> statement-breakpoint
ALTER TABLE `items` ADD `signed_for` text;--> statement-breakpoint
ALTER TABLE `items` ADD `signed_given` text;--> statement-breakpoint
ALTER TABLE `items` ADD `signed_at` integer;