DROP INDEX `imports_left`;--> statement-breakpoint
ALTER TABLE `imports` DROP COLUMN `holder`;--> statement-breakpoint
ALTER TABLE `imports` DROP COLUMN `lease_until`;--> statement-breakpoint
ALTER TABLE `imports` DROP COLUMN `content`;--> statement-breakpoint
ALTER TABLE `return_orders` DROP COLUMN `lines_left`;