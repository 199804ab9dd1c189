ALTER TABLE `background_tasks` ADD `failures` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `deadlines` ADD `not_before` integer;--> statement-breakpoint
ALTER TABLE `shipments` ADD `pieces_left` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `consignments` ADD `pieces_left` integer DEFAULT 0 NOT NULL;