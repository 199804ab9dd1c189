ALTER TABLE "return_lines" ADD COLUMN "as_written" json;--> statement-breakpoint
ALTER TABLE "return_orders" ADD COLUMN "as_written" json;