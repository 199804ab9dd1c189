CREATE FUNCTION grams(written text) RETURNS text[] LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
SELECT coalesce(array_agg(DISTINCT substr(written, first, size)), '{}')
FROM generate_series(1, length(written)) first, generate_series(1, 3) size WHERE first + size <= length(written) + 1 $$;
--> statement-breakpoint
CREATE TABLE "item_texts" (
	"id" text NOT NULL,
	"text" text NOT NULL
);
--> statement-breakpoint
INSERT INTO item_texts (id, text) SELECT id, lower(concat_ws(E'\n', serial, description)) FROM items WHERE serial IS NOT NULL OR description IS NOT NULL;
--> statement-breakpoint
CREATE INDEX item_texts_grams ON item_texts USING gin (grams(text));
--> statement-breakpoint
CREATE FUNCTION write_item_texts() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN INSERT INTO item_texts (id, text) VALUES (NEW.id, lower(concat_ws(E'\n', NEW.serial, NEW.description))); RETURN NULL; END $$;
--> statement-breakpoint
CREATE TRIGGER item_texts_new AFTER INSERT ON items FOR EACH ROW WHEN (NEW.serial IS NOT NULL OR NEW.description IS NOT NULL)
EXECUTE FUNCTION write_item_texts();
--> statement-breakpoint
CREATE TRIGGER item_texts_changed AFTER UPDATE OF serial, description ON items FOR EACH ROW WHEN (OLD.serial IS DISTINCT FROM NEW.serial OR OLD.description IS DISTINCT FROM NEW.description)
EXECUTE FUNCTION write_item_texts();
--> statement-breakpoint
CREATE TABLE "sku_texts" (
	"id" text NOT NULL,
	"text" text NOT NULL
);
--> statement-breakpoint
INSERT INTO sku_texts (id, text) SELECT id, lower(concat_ws(E'\n', code, name_zh, name_en)) FROM skus;
--> statement-breakpoint
CREATE INDEX sku_texts_grams ON sku_texts USING gin (grams(text));
--> statement-breakpoint
CREATE FUNCTION write_sku_texts() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN INSERT INTO sku_texts (id, text) VALUES (NEW.id, lower(concat_ws(E'\n', NEW.code, NEW.name_zh, NEW.name_en))); RETURN NULL; END $$;
--> statement-breakpoint
CREATE TRIGGER sku_texts_new AFTER INSERT ON skus FOR EACH ROW
EXECUTE FUNCTION write_sku_texts();
--> statement-breakpoint
CREATE TRIGGER sku_texts_changed AFTER UPDATE OF code, name_zh, name_en ON skus FOR EACH ROW WHEN (OLD.code IS DISTINCT FROM NEW.code OR OLD.name_zh IS DISTINCT FROM NEW.name_zh OR OLD.name_en IS DISTINCT FROM NEW.name_en)
EXECUTE FUNCTION write_sku_texts();
--> statement-breakpoint
CREATE TABLE "order_texts" (
	"id" text NOT NULL,
	"text" text NOT NULL
);
--> statement-breakpoint
INSERT INTO order_texts (id, text) SELECT id, lower(concat_ws(E'\n', code, reference, waybill)) FROM return_orders;
--> statement-breakpoint
CREATE INDEX order_texts_grams ON order_texts USING gin (grams(text));
--> statement-breakpoint
CREATE FUNCTION write_order_texts() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN INSERT INTO order_texts (id, text) VALUES (NEW.id, lower(concat_ws(E'\n', NEW.code, NEW.reference, NEW.waybill))); RETURN NULL; END $$;
--> statement-breakpoint
CREATE TRIGGER order_texts_new AFTER INSERT ON return_orders FOR EACH ROW
EXECUTE FUNCTION write_order_texts();
--> statement-breakpoint
CREATE TRIGGER order_texts_changed AFTER UPDATE OF code, reference, waybill ON return_orders FOR EACH ROW WHEN (OLD.code IS DISTINCT FROM NEW.code OR OLD.reference IS DISTINCT FROM NEW.reference OR OLD.waybill IS DISTINCT FROM NEW.waybill)
EXECUTE FUNCTION write_order_texts();
--> statement-breakpoint
CREATE TABLE "shipment_texts" (
	"id" text NOT NULL,
	"text" text NOT NULL
);
--> statement-breakpoint
INSERT INTO shipment_texts (id, text) SELECT id, lower(concat_ws(E'\n', code, waybill, consignee, reference)) FROM shipments;
--> statement-breakpoint
CREATE INDEX shipment_texts_grams ON shipment_texts USING gin (grams(text));
--> statement-breakpoint
CREATE FUNCTION write_shipment_texts() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN INSERT INTO shipment_texts (id, text) VALUES (NEW.id, lower(concat_ws(E'\n', NEW.code, NEW.waybill, NEW.consignee, NEW.reference))); RETURN NULL; END $$;
--> statement-breakpoint
CREATE TRIGGER shipment_texts_new AFTER INSERT ON shipments FOR EACH ROW
EXECUTE FUNCTION write_shipment_texts();
--> statement-breakpoint
CREATE TRIGGER shipment_texts_changed AFTER UPDATE OF code, waybill, consignee, reference ON shipments FOR EACH ROW WHEN (OLD.code IS DISTINCT FROM NEW.code OR OLD.waybill IS DISTINCT FROM NEW.waybill OR OLD.consignee IS DISTINCT FROM NEW.consignee OR OLD.reference IS DISTINCT FROM NEW.reference)
EXECUTE FUNCTION write_shipment_texts();
--> statement-breakpoint
CREATE INDEX items_code_start ON items (code text_pattern_ops);
--> statement-breakpoint
CREATE INDEX tickets_code_start ON tickets (code text_pattern_ops);
--> statement-breakpoint
CREATE INDEX "items_warehouse_sku" ON "items" USING btree ("warehouse_id","sku_id","id");
