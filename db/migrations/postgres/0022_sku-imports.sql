CREATE TABLE "sku_imports" (
	"id" text PRIMARY KEY NOT NULL,
	"asked_by" text NOT NULL,
	"exporter_id" text NOT NULL,
	"total" bigint NOT NULL,
	"done" bigint NOT NULL,
	"added" bigint NOT NULL,
	"changed" bigint NOT NULL,
	"same" bigint NOT NULL,
	"left_out" json NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"finished_at" timestamp (3) with time zone
);
