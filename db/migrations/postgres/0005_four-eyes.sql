CREATE TABLE "four_eyes" (
	"id" text PRIMARY KEY NOT NULL,
	"active" boolean NOT NULL,
	"above" bigint
);
--> statement-breakpoint
ALTER TABLE "items" ADD COLUMN "signed_for" text;--> statement-breakpoint
ALTER TABLE "items" ADD COLUMN "signed_given" text;--> statement-breakpoint
ALTER TABLE "items" ADD COLUMN "signed_at" timestamp (3) with time zone;