CREATE VIRTUAL TABLE `item_texts` USING fts5(id UNINDEXED, text, tokenize = 'trigram', detail = 'none', columnsize = 0);
--> statement-breakpoint
CREATE VIRTUAL TABLE `item_texts_grams` USING fts5vocab('item_texts', 'row');
--> statement-breakpoint
INSERT INTO item_texts (id, text) SELECT id, lower(coalesce(serial, '') || char(10, 10) || coalesce(description, '') || char(10, 10)) FROM items WHERE serial IS NOT NULL OR description IS NOT NULL;
--> statement-breakpoint
CREATE TRIGGER item_texts_new AFTER INSERT ON items WHEN NEW.serial IS NOT NULL OR NEW.description IS NOT NULL
BEGIN INSERT INTO item_texts (id, text) VALUES (NEW.id, lower(coalesce(NEW.serial, '') || char(10, 10) || coalesce(NEW.description, '') || char(10, 10))); END;
--> statement-breakpoint
CREATE TRIGGER item_texts_changed AFTER UPDATE OF serial, description ON items WHEN OLD.serial IS NOT NEW.serial OR OLD.description IS NOT NEW.description
BEGIN INSERT INTO item_texts (id, text) VALUES (NEW.id, lower(coalesce(NEW.serial, '') || char(10, 10) || coalesce(NEW.description, '') || char(10, 10))); END;
--> statement-breakpoint
CREATE VIRTUAL TABLE `sku_texts` USING fts5(id UNINDEXED, text, tokenize = 'trigram', detail = 'none', columnsize = 0);
--> statement-breakpoint
CREATE VIRTUAL TABLE `sku_texts_grams` USING fts5vocab('sku_texts', 'row');
--> statement-breakpoint
INSERT INTO sku_texts (id, text) SELECT id, lower(coalesce(code, '') || char(10, 10) || coalesce(name_zh, '') || char(10, 10) || coalesce(name_en, '') || char(10, 10)) FROM skus;
--> statement-breakpoint
CREATE TRIGGER sku_texts_new AFTER INSERT ON skus
BEGIN INSERT INTO sku_texts (id, text) VALUES (NEW.id, lower(coalesce(NEW.code, '') || char(10, 10) || coalesce(NEW.name_zh, '') || char(10, 10) || coalesce(NEW.name_en, '') || char(10, 10))); END;
--> statement-breakpoint
CREATE TRIGGER sku_texts_changed AFTER UPDATE OF code, name_zh, name_en ON skus WHEN OLD.code IS NOT NEW.code OR OLD.name_zh IS NOT NEW.name_zh OR OLD.name_en IS NOT NEW.name_en
BEGIN INSERT INTO sku_texts (id, text) VALUES (NEW.id, lower(coalesce(NEW.code, '') || char(10, 10) || coalesce(NEW.name_zh, '') || char(10, 10) || coalesce(NEW.name_en, '') || char(10, 10))); END;
--> statement-breakpoint
CREATE VIRTUAL TABLE `order_texts` USING fts5(id UNINDEXED, text, tokenize = 'trigram', detail = 'none', columnsize = 0);
--> statement-breakpoint
CREATE VIRTUAL TABLE `order_texts_grams` USING fts5vocab('order_texts', 'row');
--> statement-breakpoint
INSERT INTO order_texts (id, text) SELECT id, lower(coalesce(code, '') || char(10, 10) || coalesce(reference, '') || char(10, 10) || coalesce(waybill, '') || char(10, 10)) FROM return_orders;
--> statement-breakpoint
CREATE TRIGGER order_texts_new AFTER INSERT ON return_orders
BEGIN INSERT INTO order_texts (id, text) VALUES (NEW.id, lower(coalesce(NEW.code, '') || char(10, 10) || coalesce(NEW.reference, '') || char(10, 10) || coalesce(NEW.waybill, '') || char(10, 10))); END;
--> statement-breakpoint
CREATE TRIGGER order_texts_changed AFTER UPDATE OF code, reference, waybill ON return_orders WHEN OLD.code IS NOT NEW.code OR OLD.reference IS NOT NEW.reference OR OLD.waybill IS NOT NEW.waybill
BEGIN INSERT INTO order_texts (id, text) VALUES (NEW.id, lower(coalesce(NEW.code, '') || char(10, 10) || coalesce(NEW.reference, '') || char(10, 10) || coalesce(NEW.waybill, '') || char(10, 10))); END;
--> statement-breakpoint
CREATE VIRTUAL TABLE `shipment_texts` USING fts5(id UNINDEXED, text, tokenize = 'trigram', detail = 'none', columnsize = 0);
--> statement-breakpoint
CREATE VIRTUAL TABLE `shipment_texts_grams` USING fts5vocab('shipment_texts', 'row');
--> statement-breakpoint
INSERT INTO shipment_texts (id, text) SELECT id, lower(coalesce(code, '') || char(10, 10) || coalesce(waybill, '') || char(10, 10) || coalesce(consignee, '') || char(10, 10) || coalesce(reference, '') || char(10, 10)) FROM shipments;
--> statement-breakpoint
CREATE TRIGGER shipment_texts_new AFTER INSERT ON shipments
BEGIN INSERT INTO shipment_texts (id, text) VALUES (NEW.id, lower(coalesce(NEW.code, '') || char(10, 10) || coalesce(NEW.waybill, '') || char(10, 10) || coalesce(NEW.consignee, '') || char(10, 10) || coalesce(NEW.reference, '') || char(10, 10))); END;
--> statement-breakpoint
CREATE TRIGGER shipment_texts_changed AFTER UPDATE OF code, waybill, consignee, reference ON shipments WHEN OLD.code IS NOT NEW.code OR OLD.waybill IS NOT NEW.waybill OR OLD.consignee IS NOT NEW.consignee OR OLD.reference IS NOT NEW.reference
BEGIN INSERT INTO shipment_texts (id, text) VALUES (NEW.id, lower(coalesce(NEW.code, '') || char(10, 10) || coalesce(NEW.waybill, '') || char(10, 10) || coalesce(NEW.consignee, '') || char(10, 10) || coalesce(NEW.reference, '') || char(10, 10))); END;
--> statement-breakpoint
CREATE INDEX `items_warehouse_sku` ON `items` (`warehouse_id`,`sku_id`,`id`);
