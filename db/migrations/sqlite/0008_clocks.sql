CREATE INDEX `holds_lifted` ON `holds` (`lifted_at`,`item_id`);--> statement-breakpoint
CREATE INDEX `items_relief` ON `items` (`tax_relief_until`);--> statement-breakpoint
CREATE INDEX `items_supervision` ON `items` (`supervision_until`);