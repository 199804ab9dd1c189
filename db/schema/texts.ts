import { table, text } from '../columns.ts';
import { seenBy } from '../seen-by.ts';

/**
 * What the rows of a table can be found by, in small letters, one row for each wording they ever had, as triggers
 * write them: a name that was changed is found by the old one, too. Nobody sees it but by way of a row in sight.
 * On SQLite these are FTS5 tables of trigrams; on PostgreSQL an index holds every one to three characters in a row.
 */
const textsOf = <Name extends string>(name: Name) =>
  seenBy(
    { staff: 'nothing', exporter: 'nothing', vendor: 'nothing' },
    table(name, { id: text('id').notNull(), text: text('text').notNull() }),
  );

/** Serials, and descriptions of what has no SKU. */
export const itemTexts = textsOf('item_texts');
export const skuTexts = textsOf('sku_texts');
/** Codes, the exporters' own numbers, waybills. */
export const orderTexts = textsOf('order_texts');
export const shipmentTexts = textsOf('shipment_texts');
