ALTER TABLE "locations" ADD COLUMN "grade" text;--> statement-breakpoint
ALTER TABLE "organisations" ADD COLUMN "stored_apart" boolean DEFAULT false NOT NULL;