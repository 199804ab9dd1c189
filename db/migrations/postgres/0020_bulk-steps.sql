ALTER TABLE "background_tasks" ADD COLUMN "failures" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "deadlines" ADD COLUMN "not_before" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "shipments" ADD COLUMN "pieces_left" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "consignments" ADD COLUMN "pieces_left" bigint DEFAULT 0 NOT NULL;