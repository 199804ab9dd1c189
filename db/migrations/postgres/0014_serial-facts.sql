ALTER TABLE "return_lines" ADD COLUMN "imei2" text;--> statement-breakpoint
ALTER TABLE "skus" ADD COLUMN "serial_pattern" text;--> statement-breakpoint
ALTER TABLE "holds" ADD COLUMN "because" text;--> statement-breakpoint
ALTER TABLE "holds" ADD COLUMN "expected" text;--> statement-breakpoint
ALTER TABLE "holds" ADD COLUMN "seen" text;--> statement-breakpoint
ALTER TABLE "items" ADD COLUMN "imei2" text;--> statement-breakpoint
ALTER TABLE "items" ADD COLUMN "exchanged_for" text;--> statement-breakpoint
ALTER TABLE "items" ADD COLUMN "exchanged_from" text;--> statement-breakpoint
CREATE INDEX "items_second_imei" ON "items" USING btree ("imei2");--> statement-breakpoint
CREATE UNIQUE INDEX "items_serial_of_product" ON "items" USING btree ("exporter_id","sku_id","serial");