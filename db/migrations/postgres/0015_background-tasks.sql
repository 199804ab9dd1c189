CREATE TABLE "background_tasks" (
	"id" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"asked_by" text NOT NULL,
	"exporter_id" text NOT NULL,
	"done" bigint NOT NULL,
	"holder" text NOT NULL,
	"lease_until" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "task_parts" (
	"id" text PRIMARY KEY NOT NULL,
	"task_id" text NOT NULL,
	"from" bigint NOT NULL,
	"parts" text NOT NULL
);
--> statement-breakpoint
ALTER TABLE "return_orders" ADD COLUMN "is_being_stored" boolean DEFAULT false NOT NULL;--> statement-breakpoint
CREATE INDEX "background_tasks_lease" ON "background_tasks" USING btree ("lease_until");--> statement-breakpoint
CREATE INDEX "task_parts_task" ON "task_parts" USING btree ("task_id","from");--> statement-breakpoint
-- What was accepted and is not finished goes on as a background task.
INSERT INTO "background_tasks" SELECT "id", 'import', "asked_by", "exporter_id", coalesce((SELECT max("up_to") FROM "import_parts" WHERE "import_id" = "imports"."id"), 0), '', "at" FROM "imports" WHERE "finished_at" IS NULL;
--> statement-breakpoint
INSERT INTO "task_parts" SELECT "id" || ' 0', "id", 0, '[' || replace("content", chr(10), ',') || ']' FROM "imports" WHERE "finished_at" IS NULL;
--> statement-breakpoint
INSERT INTO "background_tasks" SELECT "id", 'return order', "created_by", "exporter_id", 0, '', "created_at" FROM "return_orders" WHERE "pieces_left" > 0;
--> statement-breakpoint
INSERT INTO "task_parts" SELECT o."id" || ' 0', o."id", 0, (SELECT json_agg(json_build_object('number', (o."lines_left"::json ->> 'stored')::int + l.n, 'line', l.line, 'items', 1, 'submit', o."lines_left"::json -> 'submit') ORDER BY l.n)::text FROM json_array_elements(o."lines_left"::json -> 'lines') WITH ORDINALITY AS l(line, n)) FROM "return_orders" o WHERE o."lines_left" IS NOT NULL AND json_array_length(o."lines_left"::json -> 'lines') > 0;
--> statement-breakpoint
INSERT INTO "task_parts" SELECT o."id" || ' end', o."id", json_array_length(o."lines_left"::json -> 'lines'), '["submit"]' FROM "return_orders" o WHERE o."lines_left"::json ->> 'submit' = 'true';
--> statement-breakpoint
UPDATE "return_orders" SET "is_being_stored" = true WHERE "lines_left" IS NOT NULL;