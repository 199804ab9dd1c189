import type { UnknownSku } from '../exported-orders/proposed-skus.ts';
import { isKept, type Kept } from '../spreadsheets/answers.ts';
import type { Group } from './import-sheet.ts';

/** Rows of a sheet of returns whose SKU is none of the exporter's, but for those that are said to be new. */
export const unknownSkus = (
  { lines, rows }: Group,
  known: ReadonlyMap<string, unknown>,
  keep: readonly Kept[] | undefined,
): UnknownSku[] =>
  lines
    .map(({ sku }, i) => ({ row: rows[i] ?? 0, sku }))
    .filter(
      ({ sku }) =>
        sku !== '' && !known.has(sku) && !isKept(keep, { column: 'sku', code: 'unknownSku', about: sku }),
    );
