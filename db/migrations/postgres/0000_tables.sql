CREATE TABLE "return_lines" (
	"id" text PRIMARY KEY NOT NULL,
	"order_id" text NOT NULL,
	"exporter_id" text NOT NULL,
	"warehouse_id" text NOT NULL,
	"number" bigint NOT NULL,
	"sku_id" text,
	"sku_code" text NOT NULL,
	"quantity" bigint NOT NULL,
	"serial" text,
	"reason" text NOT NULL,
	"reason_text" text,
	"wish" text,
	"sales_order" text,
	"export_document" text,
	"export_document_kind" text,
	"export_line" bigint,
	"export_mode" text NOT NULL,
	"export_date" text,
	"release_date" text
);
--> statement-breakpoint
CREATE TABLE "return_orders" (
	"id" text PRIMARY KEY NOT NULL,
	"code" text NOT NULL,
	"exporter_id" text NOT NULL,
	"warehouse_id" text NOT NULL,
	"state" text NOT NULL,
	"state_since" timestamp (3) with time zone NOT NULL,
	"reference" text,
	"platform" text,
	"country" text,
	"carrier" text,
	"waybill" text,
	"note" text,
	"review_for" text,
	"decision_note" text,
	"created_by" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "skus" (
	"id" text PRIMARY KEY NOT NULL,
	"exporter_id" text NOT NULL,
	"code" text NOT NULL,
	"name_zh" text NOT NULL,
	"name_en" text NOT NULL,
	"category" text NOT NULL,
	"gtin" text,
	"hs_code" text,
	"value_minor" bigint NOT NULL,
	"currency" text NOT NULL,
	"weight_grams" bigint NOT NULL,
	"battery" text NOT NULL,
	"battery_wh" text,
	"serial_tracked" boolean NOT NULL,
	"holds_data" boolean NOT NULL,
	"active" boolean NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "codes" (
	"id" text PRIMARY KEY NOT NULL,
	"list" text NOT NULL,
	"code" text NOT NULL,
	"zh" text NOT NULL,
	"en" text NOT NULL,
	"meaning" text,
	"position" bigint NOT NULL,
	"active" boolean NOT NULL
);
--> statement-breakpoint
CREATE TABLE "locations" (
	"id" text PRIMARY KEY NOT NULL,
	"warehouse_id" text NOT NULL,
	"zone_id" text NOT NULL,
	"code" text NOT NULL,
	"kind" text NOT NULL,
	"capacity" bigint,
	"active" boolean NOT NULL
);
--> statement-breakpoint
CREATE TABLE "organisations" (
	"id" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"code" text NOT NULL,
	"name_zh" text NOT NULL,
	"name_en" text NOT NULL,
	"uscc" text,
	"contact" text,
	"phone" text,
	"email" text,
	"address" text,
	"auto_approve_minor" bigint,
	"active" boolean NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "warehouses" (
	"id" text PRIMARY KEY NOT NULL,
	"code" text NOT NULL,
	"name_zh" text NOT NULL,
	"name_en" text NOT NULL,
	"address" text NOT NULL,
	"contact" text NOT NULL,
	"phone" text NOT NULL,
	"in_zone" boolean NOT NULL,
	"active" boolean NOT NULL
);
--> statement-breakpoint
CREATE TABLE "zones" (
	"id" text PRIMARY KEY NOT NULL,
	"warehouse_id" text NOT NULL,
	"code" text NOT NULL,
	"name_zh" text NOT NULL,
	"name_en" text NOT NULL,
	"kind" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "files" (
	"id" text PRIMARY KEY NOT NULL,
	"item_id" text NOT NULL,
	"ticket_id" text,
	"warehouse_id" text NOT NULL,
	"exporter_id" text,
	"vendor_id" text,
	"kind" text NOT NULL,
	"sha256" text NOT NULL,
	"bytes" bigint NOT NULL,
	"width" bigint NOT NULL,
	"height" bigint NOT NULL,
	"taken_by" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "holds" (
	"id" text PRIMARY KEY NOT NULL,
	"item_id" text NOT NULL,
	"warehouse_id" text NOT NULL,
	"exporter_id" text,
	"kind" text NOT NULL,
	"owner" text NOT NULL,
	"note" text,
	"placed_by" text NOT NULL,
	"placed_at" timestamp (3) with time zone NOT NULL,
	"lifted_by" text,
	"lifted_at" timestamp (3) with time zone,
	"lift_note" text
);
--> statement-breakpoint
CREATE TABLE "inspections" (
	"id" text PRIMARY KEY NOT NULL,
	"item_id" text NOT NULL,
	"warehouse_id" text NOT NULL,
	"exporter_id" text,
	"kind" text NOT NULL,
	"cosmetic" text NOT NULL,
	"functional" text NOT NULL,
	"complete" text NOT NULL,
	"packaging" text NOT NULL,
	"battery" text NOT NULL,
	"serial_seen" text,
	"grade" text NOT NULL,
	"note" text,
	"by_whom" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "item_events" (
	"item_id" text NOT NULL,
	"seq" bigint NOT NULL,
	"warehouse_id" text NOT NULL,
	"exporter_id" text,
	"step" text NOT NULL,
	"from_state" text NOT NULL,
	"to_state" text NOT NULL,
	"given" json NOT NULL,
	"changed" json NOT NULL,
	"by_whom" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"previous_hash" text NOT NULL,
	"hash" text NOT NULL,
	CONSTRAINT "item_events_item_id_seq_pk" PRIMARY KEY("item_id","seq")
);
--> statement-breakpoint
CREATE TABLE "items" (
	"id" text PRIMARY KEY NOT NULL,
	"code" text NOT NULL,
	"warehouse_id" text NOT NULL,
	"exporter_id" text,
	"sku_id" text,
	"description" text,
	"order_id" text,
	"line_id" text,
	"quantity" bigint NOT NULL,
	"serial" text,
	"state" text NOT NULL,
	"state_since" timestamp (3) with time zone NOT NULL,
	"location_id" text,
	"custody" text NOT NULL,
	"reason" text NOT NULL,
	"wish" text,
	"cosmetic" text,
	"functional" text,
	"complete" text,
	"packaging" text,
	"grade" text,
	"hazard" boolean NOT NULL,
	"wiped" boolean NOT NULL,
	"advised" text,
	"advised_by" text,
	"disposition" text,
	"decided_by" text,
	"decided_reason" text,
	"outcome" text,
	"ticket_id" text,
	"shipment_id" text,
	"split_from" text,
	"signed_by" text,
	"replaced_by" text,
	"customs_status" text NOT NULL,
	"export_mode" text NOT NULL,
	"export_document" text,
	"export_line" bigint,
	"export_date" text,
	"release_date" text,
	"tax_relief_until" text,
	"supervision_until" text,
	"received_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone NOT NULL,
	"events" bigint NOT NULL,
	"last_hash" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "reservations" (
	"id" text PRIMARY KEY NOT NULL,
	"shipment_id" text NOT NULL,
	"item_id" text NOT NULL,
	"warehouse_id" text NOT NULL,
	"exporter_id" text NOT NULL,
	"replaces" text,
	"reserved_by" text NOT NULL,
	"reserved_at" timestamp (3) with time zone NOT NULL,
	"released_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "shipments" (
	"id" text PRIMARY KEY NOT NULL,
	"code" text NOT NULL,
	"warehouse_id" text NOT NULL,
	"exporter_id" text NOT NULL,
	"exit" text NOT NULL,
	"state" text NOT NULL,
	"state_since" timestamp (3) with time zone NOT NULL,
	"consignee" text NOT NULL,
	"phone" text,
	"address" text NOT NULL,
	"country" text NOT NULL,
	"transport" text NOT NULL,
	"carrier" text,
	"waybill" text,
	"cartons" bigint NOT NULL,
	"weight_grams" bigint,
	"reference" text,
	"created_by" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"shipped_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "accounts" (
	"id" text PRIMARY KEY NOT NULL,
	"account_id" text NOT NULL,
	"provider_id" text NOT NULL,
	"user_id" text NOT NULL,
	"access_token" text,
	"refresh_token" text,
	"id_token" text,
	"access_token_expires_at" timestamp (3) with time zone,
	"refresh_token_expires_at" timestamp (3) with time zone,
	"scope" text,
	"password" text,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "postings" (
	"id" text PRIMARY KEY NOT NULL,
	"user_id" text NOT NULL,
	"warehouse_id" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "sessions" (
	"id" text PRIMARY KEY NOT NULL,
	"token" text NOT NULL,
	"user_id" text NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	"ip_address" text,
	"user_agent" text
);
--> statement-breakpoint
CREATE TABLE "users" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"email" text NOT NULL,
	"email_verified" boolean NOT NULL,
	"image" text,
	"username" text,
	"display_username" text,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	"role" text NOT NULL,
	"organisation_id" text NOT NULL,
	"warehouse_id" text,
	"language" text NOT NULL,
	"active" boolean NOT NULL
);
--> statement-breakpoint
CREATE TABLE "verifications" (
	"id" text PRIMARY KEY NOT NULL,
	"identifier" text NOT NULL,
	"value" text NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "consignment_lines" (
	"id" text PRIMARY KEY NOT NULL,
	"consignment_id" text NOT NULL,
	"warehouse_id" text NOT NULL,
	"vendor_id" text NOT NULL,
	"item_id" text NOT NULL,
	"ticket_id" text NOT NULL,
	"taken_in_at" timestamp (3) with time zone,
	"back_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "consignments" (
	"id" text PRIMARY KEY NOT NULL,
	"code" text NOT NULL,
	"warehouse_id" text NOT NULL,
	"vendor_id" text NOT NULL,
	"state" text NOT NULL,
	"state_since" timestamp (3) with time zone NOT NULL,
	"opened_at" timestamp (3) with time zone NOT NULL,
	"handed_over_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "estimates" (
	"id" text PRIMARY KEY NOT NULL,
	"ticket_id" text NOT NULL,
	"warehouse_id" text NOT NULL,
	"exporter_id" text NOT NULL,
	"vendor_id" text,
	"version" bigint NOT NULL,
	"labour_minor" bigint NOT NULL,
	"parts_minor" bigint NOT NULL,
	"currency" text NOT NULL,
	"note" text,
	"quoted_by" text NOT NULL,
	"quoted_at" timestamp (3) with time zone NOT NULL,
	"decision" text,
	"decided_by" text,
	"decided_at" timestamp (3) with time zone,
	"decision_note" text
);
--> statement-breakpoint
CREATE TABLE "tickets" (
	"id" text PRIMARY KEY NOT NULL,
	"code" text NOT NULL,
	"item_id" text NOT NULL,
	"warehouse_id" text NOT NULL,
	"exporter_id" text NOT NULL,
	"vendor_id" text,
	"state" text NOT NULL,
	"state_since" timestamp (3) with time zone NOT NULL,
	"fault" text NOT NULL,
	"diagnosis" text,
	"outcome" text,
	"work_done" text,
	"cycle" bigint NOT NULL,
	"opened_by" text NOT NULL,
	"opened_at" timestamp (3) with time zone NOT NULL,
	"promised_at" timestamp (3) with time zone NOT NULL,
	"closed_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "customs_rules" (
	"id" text PRIMARY KEY NOT NULL,
	"position" bigint NOT NULL,
	"status" text NOT NULL,
	"mode" text NOT NULL,
	"action" text NOT NULL,
	"verdict" text NOT NULL,
	"zh" text NOT NULL,
	"en" text NOT NULL,
	"citation" text NOT NULL,
	"valid_from" text,
	"valid_to" text
);
--> statement-breakpoint
CREATE TABLE "disposition_rules" (
	"id" text PRIMARY KEY NOT NULL,
	"position" bigint NOT NULL,
	"version" bigint NOT NULL,
	"test" json NOT NULL,
	"disposition" text NOT NULL,
	"zh" text NOT NULL,
	"en" text NOT NULL,
	"active" boolean NOT NULL
);
--> statement-breakpoint
CREATE TABLE "answers" (
	"id" text PRIMARY KEY NOT NULL,
	"asked_by" text NOT NULL,
	"question" text NOT NULL,
	"answer" json,
	"at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "deadlines" (
	"id" text PRIMARY KEY NOT NULL,
	"noun" text NOT NULL,
	"subject_id" text NOT NULL,
	"code" text NOT NULL,
	"step" text NOT NULL,
	"due_at" timestamp (3) with time zone NOT NULL,
	"ended_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "journal" (
	"id" text PRIMARY KEY NOT NULL,
	"noun" text NOT NULL,
	"subject_id" text NOT NULL,
	"warehouse_id" text NOT NULL,
	"exporter_id" text,
	"vendor_id" text,
	"step" text NOT NULL,
	"from_state" text NOT NULL,
	"to_state" text NOT NULL,
	"given" json NOT NULL,
	"by_whom" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "notices" (
	"id" text PRIMARY KEY NOT NULL,
	"organisation_id" text NOT NULL,
	"kind" text NOT NULL,
	"about" json NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"read_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "outbox" (
	"id" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"about" json NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"due_at" timestamp (3) with time zone NOT NULL,
	"tries" bigint NOT NULL,
	"done_at" timestamp (3) with time zone,
	"last_error" text
);
--> statement-breakpoint
ALTER TABLE "return_lines" ADD CONSTRAINT "return_lines_order_id_return_orders_id_fk" FOREIGN KEY ("order_id") REFERENCES "public"."return_orders"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "return_lines" ADD CONSTRAINT "return_lines_sku_id_skus_id_fk" FOREIGN KEY ("sku_id") REFERENCES "public"."skus"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "return_orders" ADD CONSTRAINT "return_orders_exporter_id_organisations_id_fk" FOREIGN KEY ("exporter_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "return_orders" ADD CONSTRAINT "return_orders_warehouse_id_warehouses_id_fk" FOREIGN KEY ("warehouse_id") REFERENCES "public"."warehouses"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "skus" ADD CONSTRAINT "skus_exporter_id_organisations_id_fk" FOREIGN KEY ("exporter_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "locations" ADD CONSTRAINT "locations_warehouse_id_warehouses_id_fk" FOREIGN KEY ("warehouse_id") REFERENCES "public"."warehouses"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "locations" ADD CONSTRAINT "locations_zone_id_zones_id_fk" FOREIGN KEY ("zone_id") REFERENCES "public"."zones"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "zones" ADD CONSTRAINT "zones_warehouse_id_warehouses_id_fk" FOREIGN KEY ("warehouse_id") REFERENCES "public"."warehouses"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "files" ADD CONSTRAINT "files_item_id_items_id_fk" FOREIGN KEY ("item_id") REFERENCES "public"."items"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "holds" ADD CONSTRAINT "holds_item_id_items_id_fk" FOREIGN KEY ("item_id") REFERENCES "public"."items"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "inspections" ADD CONSTRAINT "inspections_item_id_items_id_fk" FOREIGN KEY ("item_id") REFERENCES "public"."items"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "item_events" ADD CONSTRAINT "item_events_item_id_items_id_fk" FOREIGN KEY ("item_id") REFERENCES "public"."items"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "items" ADD CONSTRAINT "items_warehouse_id_warehouses_id_fk" FOREIGN KEY ("warehouse_id") REFERENCES "public"."warehouses"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "items" ADD CONSTRAINT "items_exporter_id_organisations_id_fk" FOREIGN KEY ("exporter_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "items" ADD CONSTRAINT "items_sku_id_skus_id_fk" FOREIGN KEY ("sku_id") REFERENCES "public"."skus"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "items" ADD CONSTRAINT "items_order_id_return_orders_id_fk" FOREIGN KEY ("order_id") REFERENCES "public"."return_orders"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "items" ADD CONSTRAINT "items_line_id_return_lines_id_fk" FOREIGN KEY ("line_id") REFERENCES "public"."return_lines"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "items" ADD CONSTRAINT "items_location_id_locations_id_fk" FOREIGN KEY ("location_id") REFERENCES "public"."locations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reservations" ADD CONSTRAINT "reservations_shipment_id_shipments_id_fk" FOREIGN KEY ("shipment_id") REFERENCES "public"."shipments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reservations" ADD CONSTRAINT "reservations_item_id_items_id_fk" FOREIGN KEY ("item_id") REFERENCES "public"."items"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "shipments" ADD CONSTRAINT "shipments_warehouse_id_warehouses_id_fk" FOREIGN KEY ("warehouse_id") REFERENCES "public"."warehouses"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "shipments" ADD CONSTRAINT "shipments_exporter_id_organisations_id_fk" FOREIGN KEY ("exporter_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "accounts" ADD CONSTRAINT "accounts_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "postings" ADD CONSTRAINT "postings_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "postings" ADD CONSTRAINT "postings_warehouse_id_warehouses_id_fk" FOREIGN KEY ("warehouse_id") REFERENCES "public"."warehouses"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "users" ADD CONSTRAINT "users_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "users" ADD CONSTRAINT "users_warehouse_id_warehouses_id_fk" FOREIGN KEY ("warehouse_id") REFERENCES "public"."warehouses"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "consignment_lines" ADD CONSTRAINT "consignment_lines_consignment_id_consignments_id_fk" FOREIGN KEY ("consignment_id") REFERENCES "public"."consignments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "consignment_lines" ADD CONSTRAINT "consignment_lines_item_id_items_id_fk" FOREIGN KEY ("item_id") REFERENCES "public"."items"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "consignment_lines" ADD CONSTRAINT "consignment_lines_ticket_id_tickets_id_fk" FOREIGN KEY ("ticket_id") REFERENCES "public"."tickets"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "consignments" ADD CONSTRAINT "consignments_warehouse_id_warehouses_id_fk" FOREIGN KEY ("warehouse_id") REFERENCES "public"."warehouses"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "consignments" ADD CONSTRAINT "consignments_vendor_id_organisations_id_fk" FOREIGN KEY ("vendor_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "estimates" ADD CONSTRAINT "estimates_ticket_id_tickets_id_fk" FOREIGN KEY ("ticket_id") REFERENCES "public"."tickets"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tickets" ADD CONSTRAINT "tickets_item_id_items_id_fk" FOREIGN KEY ("item_id") REFERENCES "public"."items"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tickets" ADD CONSTRAINT "tickets_warehouse_id_warehouses_id_fk" FOREIGN KEY ("warehouse_id") REFERENCES "public"."warehouses"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tickets" ADD CONSTRAINT "tickets_exporter_id_organisations_id_fk" FOREIGN KEY ("exporter_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tickets" ADD CONSTRAINT "tickets_vendor_id_organisations_id_fk" FOREIGN KEY ("vendor_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "return_lines_number" ON "return_lines" USING btree ("order_id","number");--> statement-breakpoint
CREATE UNIQUE INDEX "return_orders_code" ON "return_orders" USING btree ("code");--> statement-breakpoint
CREATE UNIQUE INDEX "return_orders_reference" ON "return_orders" USING btree ("exporter_id","reference");--> statement-breakpoint
CREATE INDEX "return_orders_warehouse_state" ON "return_orders" USING btree ("warehouse_id","state","created_at");--> statement-breakpoint
CREATE INDEX "return_orders_exporter" ON "return_orders" USING btree ("exporter_id","created_at");--> statement-breakpoint
CREATE INDEX "return_orders_waybill" ON "return_orders" USING btree ("waybill");--> statement-breakpoint
CREATE UNIQUE INDEX "skus_code" ON "skus" USING btree ("exporter_id","code");--> statement-breakpoint
CREATE INDEX "skus_gtin" ON "skus" USING btree ("gtin");--> statement-breakpoint
CREATE INDEX "skus_bare_code" ON "skus" USING btree ("code");--> statement-breakpoint
CREATE UNIQUE INDEX "codes_code" ON "codes" USING btree ("list","code");--> statement-breakpoint
CREATE UNIQUE INDEX "locations_code" ON "locations" USING btree ("warehouse_id","code");--> statement-breakpoint
CREATE INDEX "locations_kind" ON "locations" USING btree ("warehouse_id","kind");--> statement-breakpoint
CREATE UNIQUE INDEX "organisations_code" ON "organisations" USING btree ("code");--> statement-breakpoint
CREATE UNIQUE INDEX "organisations_uscc" ON "organisations" USING btree ("uscc");--> statement-breakpoint
CREATE UNIQUE INDEX "warehouses_code" ON "warehouses" USING btree ("code");--> statement-breakpoint
CREATE UNIQUE INDEX "zones_code" ON "zones" USING btree ("warehouse_id","code");--> statement-breakpoint
CREATE INDEX "files_item" ON "files" USING btree ("item_id");--> statement-breakpoint
CREATE INDEX "files_ticket" ON "files" USING btree ("ticket_id");--> statement-breakpoint
CREATE INDEX "holds_item" ON "holds" USING btree ("item_id");--> statement-breakpoint
CREATE INDEX "holds_open" ON "holds" USING btree ("warehouse_id","lifted_at");--> statement-breakpoint
CREATE INDEX "inspections_item" ON "inspections" USING btree ("item_id");--> statement-breakpoint
CREATE INDEX "item_events_whom" ON "item_events" USING btree ("by_whom","at");--> statement-breakpoint
CREATE INDEX "item_events_at" ON "item_events" USING btree ("warehouse_id","at");--> statement-breakpoint
CREATE UNIQUE INDEX "items_code" ON "items" USING btree ("code");--> statement-breakpoint
CREATE INDEX "items_warehouse_state" ON "items" USING btree ("warehouse_id","state","state_since");--> statement-breakpoint
CREATE INDEX "items_exporter_state" ON "items" USING btree ("exporter_id","state","state_since");--> statement-breakpoint
CREATE INDEX "items_order" ON "items" USING btree ("order_id");--> statement-breakpoint
CREATE INDEX "items_location" ON "items" USING btree ("location_id");--> statement-breakpoint
CREATE INDEX "items_serial" ON "items" USING btree ("serial");--> statement-breakpoint
CREATE INDEX "items_shipment" ON "items" USING btree ("shipment_id");--> statement-breakpoint
CREATE INDEX "items_sku" ON "items" USING btree ("sku_id");--> statement-breakpoint
CREATE INDEX "reservations_shipment" ON "reservations" USING btree ("shipment_id");--> statement-breakpoint
CREATE INDEX "reservations_item" ON "reservations" USING btree ("item_id","released_at");--> statement-breakpoint
CREATE UNIQUE INDEX "shipments_code" ON "shipments" USING btree ("code");--> statement-breakpoint
CREATE INDEX "shipments_warehouse_state" ON "shipments" USING btree ("warehouse_id","state","created_at");--> statement-breakpoint
CREATE INDEX "shipments_exporter" ON "shipments" USING btree ("exporter_id","created_at");--> statement-breakpoint
CREATE INDEX "shipments_waybill" ON "shipments" USING btree ("waybill");--> statement-breakpoint
CREATE INDEX "accounts_user" ON "accounts" USING btree ("user_id");--> statement-breakpoint
CREATE UNIQUE INDEX "postings_one" ON "postings" USING btree ("user_id","warehouse_id");--> statement-breakpoint
CREATE UNIQUE INDEX "sessions_token" ON "sessions" USING btree ("token");--> statement-breakpoint
CREATE INDEX "sessions_user" ON "sessions" USING btree ("user_id");--> statement-breakpoint
CREATE UNIQUE INDEX "users_email" ON "users" USING btree ("email");--> statement-breakpoint
CREATE UNIQUE INDEX "users_username" ON "users" USING btree ("username");--> statement-breakpoint
CREATE INDEX "verifications_identifier" ON "verifications" USING btree ("identifier");--> statement-breakpoint
CREATE INDEX "consignment_lines_consignment" ON "consignment_lines" USING btree ("consignment_id");--> statement-breakpoint
CREATE INDEX "consignment_lines_item" ON "consignment_lines" USING btree ("item_id");--> statement-breakpoint
CREATE UNIQUE INDEX "consignments_code" ON "consignments" USING btree ("code");--> statement-breakpoint
CREATE INDEX "consignments_vendor" ON "consignments" USING btree ("vendor_id","state");--> statement-breakpoint
CREATE INDEX "consignments_warehouse" ON "consignments" USING btree ("warehouse_id","state");--> statement-breakpoint
CREATE UNIQUE INDEX "estimates_version" ON "estimates" USING btree ("ticket_id","version");--> statement-breakpoint
CREATE UNIQUE INDEX "tickets_code" ON "tickets" USING btree ("code");--> statement-breakpoint
CREATE INDEX "tickets_item" ON "tickets" USING btree ("item_id");--> statement-breakpoint
CREATE INDEX "tickets_warehouse_state" ON "tickets" USING btree ("warehouse_id","state","promised_at");--> statement-breakpoint
CREATE INDEX "tickets_vendor_state" ON "tickets" USING btree ("vendor_id","state","promised_at");--> statement-breakpoint
CREATE INDEX "tickets_exporter_state" ON "tickets" USING btree ("exporter_id","state");--> statement-breakpoint
CREATE INDEX "customs_rules_position" ON "customs_rules" USING btree ("position");--> statement-breakpoint
CREATE INDEX "disposition_rules_position" ON "disposition_rules" USING btree ("position");--> statement-breakpoint
CREATE INDEX "deadlines_due" ON "deadlines" USING btree ("ended_at","due_at");--> statement-breakpoint
CREATE INDEX "deadlines_subject" ON "deadlines" USING btree ("subject_id");--> statement-breakpoint
CREATE INDEX "journal_subject" ON "journal" USING btree ("subject_id","at");--> statement-breakpoint
CREATE INDEX "notices_organisation" ON "notices" USING btree ("organisation_id","at");--> statement-breakpoint
CREATE INDEX "outbox_due" ON "outbox" USING btree ("done_at","due_at");