CREATE TABLE "opening_stock_rows" (
	"id" text PRIMARY KEY NOT NULL,
	"opening_id" text NOT NULL,
	"warehouse_id" text NOT NULL,
	"row" bigint NOT NULL,
	"key" text,
	"item_id" text,
	"column" text,
	"value" text,
	"words" json
);
--> statement-breakpoint
CREATE TABLE "opening_stocks" (
	"id" text PRIMARY KEY NOT NULL,
	"warehouse_id" text NOT NULL,
	"asked_by" text NOT NULL,
	"total" bigint NOT NULL,
	"done" bigint NOT NULL,
	"stored" bigint NOT NULL,
	"same" bigint NOT NULL,
	"left_out" bigint NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"finished_at" timestamp (3) with time zone
);
--> statement-breakpoint
ALTER TABLE "items" ADD COLUMN "own_number" text;--> statement-breakpoint
ALTER TABLE "items" ADD COLUMN "remark" text;--> statement-breakpoint
ALTER TABLE "opening_stock_rows" ADD CONSTRAINT "opening_stock_rows_opening_id_opening_stocks_id_fk" FOREIGN KEY ("opening_id") REFERENCES "public"."opening_stocks"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "opening_stock_rows" ADD CONSTRAINT "opening_stock_rows_item_id_items_id_fk" FOREIGN KEY ("item_id") REFERENCES "public"."items"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "opening_stocks" ADD CONSTRAINT "opening_stocks_warehouse_id_warehouses_id_fk" FOREIGN KEY ("warehouse_id") REFERENCES "public"."warehouses"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "opening_stock_rows_key" ON "opening_stock_rows" USING btree ("warehouse_id","key");--> statement-breakpoint
CREATE INDEX "opening_stock_rows_opening" ON "opening_stock_rows" USING btree ("opening_id","row");--> statement-breakpoint
CREATE INDEX "opening_stock_rows_item" ON "opening_stock_rows" USING btree ("item_id");--> statement-breakpoint
CREATE INDEX "opening_stocks_at" ON "opening_stocks" USING btree ("warehouse_id","at");--> statement-breakpoint
CREATE INDEX "items_own_number" ON "items" USING btree ("own_number");