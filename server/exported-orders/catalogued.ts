import { skusWithCodes, skusWithCodesInAnyCase } from '../../db/queries/skus.ts';
import type { skus } from '../../db/schema/goods.ts';
import type { Scoped } from '../../db/scope.ts';
import { tidyIdentifier } from '../identifiers/tidy.ts';
import { inBatches } from './returnable.ts';

/** SKUs of an exporter by how somebody writes them. */
export type KnownSkus = ReadonlyMap<string, Pick<typeof skus.$inferSelect, 'code' | 'serialPattern'>>;

/** What the catalogue knows of these SKUs; what is none of the exporter's is not in it. */
export async function inCatalogue(
  db: Scoped,
  exporterId: string,
  written: readonly string[],
): Promise<KnownSkus> {
  const found = new Map<string, typeof skus.$inferSelect>();
  for (const some of inBatches([...new Set(written)])) {
    const tidied = some.map((sku) => [sku, tidyIdentifier(sku)] as const);
    const codes = [...new Set(tidied.map(([, code]) => code))];
    const known = new Map(
      (await db.list(skusWithCodes, { exporterId, codes })).map((sku) => [sku.code, sku] as const),
    );
    const others = codes.filter((code) => !known.has(code)).map((code) => code.toLowerCase());
    const alike =
      others.length === 0 ? [] : await db.list(skusWithCodesInAnyCase, { exporterId, codes: others });
    const asKnown = new Map(alike.map((sku) => [sku.code.toLowerCase(), sku]));
    for (const [sku, code] of tidied) {
      const its = known.get(code) ?? asKnown.get(code.toLowerCase());
      if (its !== undefined) found.set(sku, its);
    }
  }
  return found;
}

/** These lines with their SKUs as the catalogue writes them: a return of what was exported has to find it there. */
export const catalogued = <L extends { readonly sku: string }>(lines: readonly L[], known: KnownSkus): L[] =>
  lines.map((line) => ({ ...line, sku: known.get(line.sku)?.code ?? line.sku }));
