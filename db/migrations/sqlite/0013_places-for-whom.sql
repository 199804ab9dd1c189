ALTER TABLE `locations` ADD `grade` text;--> statement-breakpoint
ALTER TABLE `organisations` ADD `stored_apart` integer DEFAULT false NOT NULL;