CREATE INDEX "holds_lifted" ON "holds" USING btree ("lifted_at","item_id");--> statement-breakpoint
CREATE INDEX "items_relief" ON "items" USING btree ("tax_relief_until");--> statement-breakpoint
CREATE INDEX "items_supervision" ON "items" USING btree ("supervision_until");