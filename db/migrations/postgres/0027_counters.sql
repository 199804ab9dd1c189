DROP INDEX "parcel_counts_parcel";--> statement-breakpoint
CREATE UNIQUE INDEX "parcel_counts_parcel" ON "parcel_counts" USING btree ("parcel_id","line_id","counted_by");