CREATE TABLE `return_lines` (
	`id` text PRIMARY KEY NOT NULL,
	`order_id` text NOT NULL,
	`exporter_id` text NOT NULL,
	`warehouse_id` text NOT NULL,
	`number` integer NOT NULL,
	`sku_id` text,
	`sku_code` text NOT NULL,
	`quantity` integer NOT NULL,
	`serial` text,
	`reason` text NOT NULL,
	`reason_text` text,
	`wish` text,
	`sales_order` text,
	`export_document` text,
	`export_document_kind` text,
	`export_line` integer,
	`export_mode` text NOT NULL,
	`export_date` text,
	`release_date` text,
	FOREIGN KEY (`order_id`) REFERENCES `return_orders`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`sku_id`) REFERENCES `skus`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `return_lines_number` ON `return_lines` (`order_id`,`number`);--> statement-breakpoint
CREATE TABLE `return_orders` (
	`id` text PRIMARY KEY NOT NULL,
	`code` text NOT NULL,
	`exporter_id` text NOT NULL,
	`warehouse_id` text NOT NULL,
	`state` text NOT NULL,
	`state_since` integer NOT NULL,
	`reference` text,
	`platform` text,
	`country` text,
	`carrier` text,
	`waybill` text,
	`note` text,
	`review_for` text,
	`decision_note` text,
	`created_by` text NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`exporter_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`warehouse_id`) REFERENCES `warehouses`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `return_orders_code` ON `return_orders` (`code`);--> statement-breakpoint
CREATE UNIQUE INDEX `return_orders_reference` ON `return_orders` (`exporter_id`,`reference`);--> statement-breakpoint
CREATE INDEX `return_orders_warehouse_state` ON `return_orders` (`warehouse_id`,`state`,`created_at`);--> statement-breakpoint
CREATE INDEX `return_orders_exporter` ON `return_orders` (`exporter_id`,`created_at`);--> statement-breakpoint
CREATE INDEX `return_orders_waybill` ON `return_orders` (`waybill`);--> statement-breakpoint
CREATE TABLE `skus` (
	`id` text PRIMARY KEY NOT NULL,
	`exporter_id` text NOT NULL,
	`code` text NOT NULL,
	`name_zh` text NOT NULL,
	`name_en` text NOT NULL,
	`category` text NOT NULL,
	`gtin` text,
	`hs_code` text,
	`value_minor` integer NOT NULL,
	`currency` text NOT NULL,
	`weight_grams` integer NOT NULL,
	`battery` text NOT NULL,
	`battery_wh` text,
	`serial_tracked` integer NOT NULL,
	`holds_data` integer NOT NULL,
	`active` integer NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`exporter_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `skus_code` ON `skus` (`exporter_id`,`code`);--> statement-breakpoint
CREATE INDEX `skus_gtin` ON `skus` (`gtin`);--> statement-breakpoint
CREATE INDEX `skus_bare_code` ON `skus` (`code`);--> statement-breakpoint
CREATE TABLE `codes` (
	`id` text PRIMARY KEY NOT NULL,
	`list` text NOT NULL,
	`code` text NOT NULL,
	`zh` text NOT NULL,
	`en` text NOT NULL,
	`meaning` text,
	`position` integer NOT NULL,
	`active` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `codes_code` ON `codes` (`list`,`code`);--> statement-breakpoint
CREATE TABLE `locations` (
	`id` text PRIMARY KEY NOT NULL,
	`warehouse_id` text NOT NULL,
	`zone_id` text NOT NULL,
	`code` text NOT NULL,
	`kind` text NOT NULL,
	`capacity` integer,
	`active` integer NOT NULL,
	FOREIGN KEY (`warehouse_id`) REFERENCES `warehouses`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`zone_id`) REFERENCES `zones`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `locations_code` ON `locations` (`warehouse_id`,`code`);--> statement-breakpoint
CREATE INDEX `locations_kind` ON `locations` (`warehouse_id`,`kind`);--> statement-breakpoint
CREATE TABLE `organisations` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`code` text NOT NULL,
	`name_zh` text NOT NULL,
	`name_en` text NOT NULL,
	`uscc` text,
	`contact` text,
	`phone` text,
	`email` text,
	`address` text,
	`auto_approve_minor` integer,
	`active` integer NOT NULL,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `organisations_code` ON `organisations` (`code`);--> statement-breakpoint
CREATE UNIQUE INDEX `organisations_uscc` ON `organisations` (`uscc`);--> statement-breakpoint
CREATE TABLE `warehouses` (
	`id` text PRIMARY KEY NOT NULL,
	`code` text NOT NULL,
	`name_zh` text NOT NULL,
	`name_en` text NOT NULL,
	`address` text NOT NULL,
	`contact` text NOT NULL,
	`phone` text NOT NULL,
	`in_zone` integer NOT NULL,
	`active` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `warehouses_code` ON `warehouses` (`code`);--> statement-breakpoint
CREATE TABLE `zones` (
	`id` text PRIMARY KEY NOT NULL,
	`warehouse_id` text NOT NULL,
	`code` text NOT NULL,
	`name_zh` text NOT NULL,
	`name_en` text NOT NULL,
	`kind` text NOT NULL,
	FOREIGN KEY (`warehouse_id`) REFERENCES `warehouses`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `zones_code` ON `zones` (`warehouse_id`,`code`);--> statement-breakpoint
CREATE TABLE `files` (
	`id` text PRIMARY KEY NOT NULL,
	`item_id` text NOT NULL,
	`ticket_id` text,
	`warehouse_id` text NOT NULL,
	`exporter_id` text,
	`vendor_id` text,
	`kind` text NOT NULL,
	`sha256` text NOT NULL,
	`bytes` integer NOT NULL,
	`width` integer NOT NULL,
	`height` integer NOT NULL,
	`taken_by` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`item_id`) REFERENCES `items`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `files_item` ON `files` (`item_id`);--> statement-breakpoint
CREATE INDEX `files_ticket` ON `files` (`ticket_id`);--> statement-breakpoint
CREATE TABLE `holds` (
	`id` text PRIMARY KEY NOT NULL,
	`item_id` text NOT NULL,
	`warehouse_id` text NOT NULL,
	`exporter_id` text,
	`kind` text NOT NULL,
	`owner` text NOT NULL,
	`note` text,
	`placed_by` text NOT NULL,
	`placed_at` integer NOT NULL,
	`lifted_by` text,
	`lifted_at` integer,
	`lift_note` text,
	FOREIGN KEY (`item_id`) REFERENCES `items`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `holds_item` ON `holds` (`item_id`);--> statement-breakpoint
CREATE INDEX `holds_open` ON `holds` (`warehouse_id`,`lifted_at`);--> statement-breakpoint
CREATE TABLE `inspections` (
	`id` text PRIMARY KEY NOT NULL,
	`item_id` text NOT NULL,
	`warehouse_id` text NOT NULL,
	`exporter_id` text,
	`kind` text NOT NULL,
	`cosmetic` text NOT NULL,
	`functional` text NOT NULL,
	`complete` text NOT NULL,
	`packaging` text NOT NULL,
	`battery` text NOT NULL,
	`serial_seen` text,
	`grade` text NOT NULL,
	`note` text,
	`by_whom` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`item_id`) REFERENCES `items`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `inspections_item` ON `inspections` (`item_id`);--> statement-breakpoint
CREATE TABLE `item_events` (
	`item_id` text NOT NULL,
	`seq` integer NOT NULL,
	`warehouse_id` text NOT NULL,
	`exporter_id` text,
	`step` text NOT NULL,
	`from_state` text NOT NULL,
	`to_state` text NOT NULL,
	`given` text NOT NULL,
	`changed` text NOT NULL,
	`by_whom` text NOT NULL,
	`at` integer NOT NULL,
	`previous_hash` text NOT NULL,
	`hash` text NOT NULL,
	PRIMARY KEY(`item_id`, `seq`),
	FOREIGN KEY (`item_id`) REFERENCES `items`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `item_events_whom` ON `item_events` (`by_whom`,`at`);--> statement-breakpoint
CREATE INDEX `item_events_at` ON `item_events` (`warehouse_id`,`at`);--> statement-breakpoint
CREATE TABLE `items` (
	`id` text PRIMARY KEY NOT NULL,
	`code` text NOT NULL,
	`warehouse_id` text NOT NULL,
	`exporter_id` text,
	`sku_id` text,
	`description` text,
	`order_id` text,
	`line_id` text,
	`quantity` integer NOT NULL,
	`serial` text,
	`state` text NOT NULL,
	`state_since` integer NOT NULL,
	`location_id` text,
	`custody` text NOT NULL,
	`reason` text NOT NULL,
	`wish` text,
	`cosmetic` text,
	`functional` text,
	`complete` text,
	`packaging` text,
	`grade` text,
	`hazard` integer NOT NULL,
	`wiped` integer NOT NULL,
	`advised` text,
	`advised_by` text,
	`disposition` text,
	`decided_by` text,
	`decided_reason` text,
	`outcome` text,
	`ticket_id` text,
	`shipment_id` text,
	`split_from` text,
	`signed_by` text,
	`replaced_by` text,
	`customs_status` text NOT NULL,
	`export_mode` text NOT NULL,
	`export_document` text,
	`export_line` integer,
	`export_date` text,
	`release_date` text,
	`tax_relief_until` text,
	`supervision_until` text,
	`received_at` integer,
	`created_at` integer NOT NULL,
	`events` integer NOT NULL,
	`last_hash` text NOT NULL,
	FOREIGN KEY (`warehouse_id`) REFERENCES `warehouses`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`exporter_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`sku_id`) REFERENCES `skus`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`order_id`) REFERENCES `return_orders`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`line_id`) REFERENCES `return_lines`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`location_id`) REFERENCES `locations`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `items_code` ON `items` (`code`);--> statement-breakpoint
CREATE INDEX `items_warehouse_state` ON `items` (`warehouse_id`,`state`,`state_since`);--> statement-breakpoint
CREATE INDEX `items_exporter_state` ON `items` (`exporter_id`,`state`,`state_since`);--> statement-breakpoint
CREATE INDEX `items_order` ON `items` (`order_id`);--> statement-breakpoint
CREATE INDEX `items_location` ON `items` (`location_id`);--> statement-breakpoint
CREATE INDEX `items_serial` ON `items` (`serial`);--> statement-breakpoint
CREATE INDEX `items_shipment` ON `items` (`shipment_id`);--> statement-breakpoint
CREATE INDEX `items_sku` ON `items` (`sku_id`);--> statement-breakpoint
CREATE TABLE `reservations` (
	`id` text PRIMARY KEY NOT NULL,
	`shipment_id` text NOT NULL,
	`item_id` text NOT NULL,
	`warehouse_id` text NOT NULL,
	`exporter_id` text NOT NULL,
	`replaces` text,
	`reserved_by` text NOT NULL,
	`reserved_at` integer NOT NULL,
	`released_at` integer,
	FOREIGN KEY (`shipment_id`) REFERENCES `shipments`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`item_id`) REFERENCES `items`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `reservations_shipment` ON `reservations` (`shipment_id`);--> statement-breakpoint
CREATE INDEX `reservations_item` ON `reservations` (`item_id`,`released_at`);--> statement-breakpoint
CREATE TABLE `shipments` (
	`id` text PRIMARY KEY NOT NULL,
	`code` text NOT NULL,
	`warehouse_id` text NOT NULL,
	`exporter_id` text NOT NULL,
	`exit` text NOT NULL,
	`state` text NOT NULL,
	`state_since` integer NOT NULL,
	`consignee` text NOT NULL,
	`phone` text,
	`address` text NOT NULL,
	`country` text NOT NULL,
	`transport` text NOT NULL,
	`carrier` text,
	`waybill` text,
	`cartons` integer NOT NULL,
	`weight_grams` integer,
	`reference` text,
	`created_by` text NOT NULL,
	`created_at` integer NOT NULL,
	`shipped_at` integer,
	FOREIGN KEY (`warehouse_id`) REFERENCES `warehouses`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`exporter_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `shipments_code` ON `shipments` (`code`);--> statement-breakpoint
CREATE INDEX `shipments_warehouse_state` ON `shipments` (`warehouse_id`,`state`,`created_at`);--> statement-breakpoint
CREATE INDEX `shipments_exporter` ON `shipments` (`exporter_id`,`created_at`);--> statement-breakpoint
CREATE INDEX `shipments_waybill` ON `shipments` (`waybill`);--> statement-breakpoint
CREATE TABLE `accounts` (
	`id` text PRIMARY KEY NOT NULL,
	`account_id` text NOT NULL,
	`provider_id` text NOT NULL,
	`user_id` text NOT NULL,
	`access_token` text,
	`refresh_token` text,
	`id_token` text,
	`access_token_expires_at` integer,
	`refresh_token_expires_at` integer,
	`scope` text,
	`password` text,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `accounts_user` ON `accounts` (`user_id`);--> statement-breakpoint
CREATE TABLE `postings` (
	`id` text PRIMARY KEY NOT NULL,
	`user_id` text NOT NULL,
	`warehouse_id` text NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`warehouse_id`) REFERENCES `warehouses`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `postings_one` ON `postings` (`user_id`,`warehouse_id`);--> statement-breakpoint
CREATE TABLE `sessions` (
	`id` text PRIMARY KEY NOT NULL,
	`token` text NOT NULL,
	`user_id` text NOT NULL,
	`expires_at` integer NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`ip_address` text,
	`user_agent` text,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `sessions_token` ON `sessions` (`token`);--> statement-breakpoint
CREATE INDEX `sessions_user` ON `sessions` (`user_id`);--> statement-breakpoint
CREATE TABLE `users` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`email` text NOT NULL,
	`email_verified` integer NOT NULL,
	`image` text,
	`username` text,
	`display_username` text,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`role` text NOT NULL,
	`organisation_id` text NOT NULL,
	`warehouse_id` text,
	`language` text NOT NULL,
	`active` integer NOT NULL,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`warehouse_id`) REFERENCES `warehouses`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `users_email` ON `users` (`email`);--> statement-breakpoint
CREATE UNIQUE INDEX `users_username` ON `users` (`username`);--> statement-breakpoint
CREATE TABLE `verifications` (
	`id` text PRIMARY KEY NOT NULL,
	`identifier` text NOT NULL,
	`value` text NOT NULL,
	`expires_at` integer NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `verifications_identifier` ON `verifications` (`identifier`);--> statement-breakpoint
CREATE TABLE `consignment_lines` (
	`id` text PRIMARY KEY NOT NULL,
	`consignment_id` text NOT NULL,
	`warehouse_id` text NOT NULL,
	`vendor_id` text NOT NULL,
	`item_id` text NOT NULL,
	`ticket_id` text NOT NULL,
	`taken_in_at` integer,
	`back_at` integer,
	FOREIGN KEY (`consignment_id`) REFERENCES `consignments`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`item_id`) REFERENCES `items`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`ticket_id`) REFERENCES `tickets`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `consignment_lines_consignment` ON `consignment_lines` (`consignment_id`);--> statement-breakpoint
CREATE INDEX `consignment_lines_item` ON `consignment_lines` (`item_id`);--> statement-breakpoint
CREATE TABLE `consignments` (
	`id` text PRIMARY KEY NOT NULL,
	`code` text NOT NULL,
	`warehouse_id` text NOT NULL,
	`vendor_id` text NOT NULL,
	`state` text NOT NULL,
	`state_since` integer NOT NULL,
	`opened_at` integer NOT NULL,
	`handed_over_at` integer,
	FOREIGN KEY (`warehouse_id`) REFERENCES `warehouses`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`vendor_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `consignments_code` ON `consignments` (`code`);--> statement-breakpoint
CREATE INDEX `consignments_vendor` ON `consignments` (`vendor_id`,`state`);--> statement-breakpoint
CREATE INDEX `consignments_warehouse` ON `consignments` (`warehouse_id`,`state`);--> statement-breakpoint
CREATE TABLE `estimates` (
	`id` text PRIMARY KEY NOT NULL,
	`ticket_id` text NOT NULL,
	`warehouse_id` text NOT NULL,
	`exporter_id` text NOT NULL,
	`vendor_id` text,
	`version` integer NOT NULL,
	`labour_minor` integer NOT NULL,
	`parts_minor` integer NOT NULL,
	`currency` text NOT NULL,
	`note` text,
	`quoted_by` text NOT NULL,
	`quoted_at` integer NOT NULL,
	`decision` text,
	`decided_by` text,
	`decided_at` integer,
	`decision_note` text,
	FOREIGN KEY (`ticket_id`) REFERENCES `tickets`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `estimates_version` ON `estimates` (`ticket_id`,`version`);--> statement-breakpoint
CREATE TABLE `tickets` (
	`id` text PRIMARY KEY NOT NULL,
	`code` text NOT NULL,
	`item_id` text NOT NULL,
	`warehouse_id` text NOT NULL,
	`exporter_id` text NOT NULL,
	`vendor_id` text,
	`state` text NOT NULL,
	`state_since` integer NOT NULL,
	`fault` text NOT NULL,
	`diagnosis` text,
	`outcome` text,
	`work_done` text,
	`cycle` integer NOT NULL,
	`opened_by` text NOT NULL,
	`opened_at` integer NOT NULL,
	`promised_at` integer NOT NULL,
	`closed_at` integer,
	FOREIGN KEY (`item_id`) REFERENCES `items`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`warehouse_id`) REFERENCES `warehouses`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`exporter_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`vendor_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `tickets_code` ON `tickets` (`code`);--> statement-breakpoint
CREATE INDEX `tickets_item` ON `tickets` (`item_id`);--> statement-breakpoint
CREATE INDEX `tickets_warehouse_state` ON `tickets` (`warehouse_id`,`state`,`promised_at`);--> statement-breakpoint
CREATE INDEX `tickets_vendor_state` ON `tickets` (`vendor_id`,`state`,`promised_at`);--> statement-breakpoint
CREATE INDEX `tickets_exporter_state` ON `tickets` (`exporter_id`,`state`);--> statement-breakpoint
CREATE TABLE `customs_rules` (
	`id` text PRIMARY KEY NOT NULL,
	`position` integer NOT NULL,
	`status` text NOT NULL,
	`mode` text NOT NULL,
	`action` text NOT NULL,
	`verdict` text NOT NULL,
	`zh` text NOT NULL,
	`en` text NOT NULL,
	`citation` text NOT NULL,
	`valid_from` text,
	`valid_to` text
);
--> statement-breakpoint
CREATE INDEX `customs_rules_position` ON `customs_rules` (`position`);--> statement-breakpoint
CREATE TABLE `disposition_rules` (
	`id` text PRIMARY KEY NOT NULL,
	`position` integer NOT NULL,
	`version` integer NOT NULL,
	`test` text NOT NULL,
	`disposition` text NOT NULL,
	`zh` text NOT NULL,
	`en` text NOT NULL,
	`active` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `disposition_rules_position` ON `disposition_rules` (`position`);--> statement-breakpoint
CREATE TABLE `answers` (
	`id` text PRIMARY KEY NOT NULL,
	`asked_by` text NOT NULL,
	`question` text NOT NULL,
	`answer` text,
	`at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `deadlines` (
	`id` text PRIMARY KEY NOT NULL,
	`noun` text NOT NULL,
	`subject_id` text NOT NULL,
	`code` text NOT NULL,
	`step` text NOT NULL,
	`due_at` integer NOT NULL,
	`ended_at` integer
);
--> statement-breakpoint
CREATE INDEX `deadlines_due` ON `deadlines` (`ended_at`,`due_at`);--> statement-breakpoint
CREATE INDEX `deadlines_subject` ON `deadlines` (`subject_id`);--> statement-breakpoint
CREATE TABLE `journal` (
	`id` text PRIMARY KEY NOT NULL,
	`noun` text NOT NULL,
	`subject_id` text NOT NULL,
	`warehouse_id` text NOT NULL,
	`exporter_id` text,
	`vendor_id` text,
	`step` text NOT NULL,
	`from_state` text NOT NULL,
	`to_state` text NOT NULL,
	`given` text NOT NULL,
	`by_whom` text NOT NULL,
	`at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `journal_subject` ON `journal` (`subject_id`,`at`);--> statement-breakpoint
CREATE TABLE `notices` (
	`id` text PRIMARY KEY NOT NULL,
	`organisation_id` text NOT NULL,
	`kind` text NOT NULL,
	`about` text NOT NULL,
	`at` integer NOT NULL,
	`read_at` integer
);
--> statement-breakpoint
CREATE INDEX `notices_organisation` ON `notices` (`organisation_id`,`at`);--> statement-breakpoint
CREATE TABLE `outbox` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`about` text NOT NULL,
	`at` integer NOT NULL,
	`due_at` integer NOT NULL,
	`tries` integer NOT NULL,
	`done_at` integer,
	`last_error` text
);
--> statement-breakpoint
CREATE INDEX `outbox_due` ON `outbox` (`done_at`,`due_at`);