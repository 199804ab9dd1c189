DROP INDEX `parcel_counts_parcel`;--> statement-breakpoint
CREATE UNIQUE INDEX `parcel_counts_parcel` ON `parcel_counts` (`parcel_id`,`line_id`,`counted_by`);