ALTER TABLE "opening_stock_rows" ADD COLUMN "as_written" json;--> statement-breakpoint
ALTER TABLE "opening_stocks" ADD COLUMN "headings" json;