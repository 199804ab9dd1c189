ALTER TABLE "export_imports" ADD COLUMN "left_out_in_all" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "sku_imports" ADD COLUMN "left_out_in_all" bigint DEFAULT 0 NOT NULL;