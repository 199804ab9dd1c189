ALTER TABLE `journal` RENAME COLUMN `noun` TO `entity`;--> statement-breakpoint
ALTER TABLE `deadlines` RENAME COLUMN `noun` TO `entity`;
