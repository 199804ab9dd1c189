ALTER TABLE `return_orders` ADD `pieces_left` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
CREATE INDEX `return_orders_unfinished` ON `return_orders` (`pieces_left`) WHERE pieces_left > 0;