import { skusWithCodes, skusWithCodesInAnyCase } from '../../db/queries/skus.ts';
import type { Scoped } from '../../db/scope.ts';
import { unusable } from '../http/problem.ts';
import { tidyIdentifier } from '../identifiers/tidy.ts';
import { exportedSentences } from '../words/exported-orders.ts';
import { inBatches } from './returnable.ts';

/** What the catalogue calls these SKUs, by how they are written; what is none of the exporter's is not in it. */
export async function inCatalogue(
  db: Scoped,
  exporterId: string,
  skus: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const found = new Map<string, string>();
  for (const some of inBatches([...new Set(skus)])) {
    const tidied = some.map((sku) => [sku, tidyIdentifier(sku)] as const);
    const codes = [...new Set(tidied.map(([, code]) => code))];
    const known = new Set((await db.list(skusWithCodes, { exporterId, codes })).map(({ code }) => code));
    const others = codes.filter((code) => !known.has(code)).map((code) => code.toLowerCase());
    const alike =
      others.length === 0 ? [] : await db.list(skusWithCodesInAnyCase, { exporterId, codes: others });
    const asKnown = new Map(alike.map(({ code }) => [code.toLowerCase(), code]));
    for (const [sku, code] of tidied) {
      const its = known.has(code) ? code : asKnown.get(code.toLowerCase());
      if (its !== undefined) found.set(sku, its);
    }
  }
  return found;
}

/**
 * These lines with their SKUs as the catalogue writes them: a return of what was exported has to find it there.
 * @throws Problem 422 naming every line whose SKU is none of the exporter's
 */
export async function catalogued<L extends { readonly sku: string }>(
  db: Scoped,
  exporterId: string,
  lines: readonly L[],
): Promise<L[]> {
  const known = await inCatalogue(
    db,
    exporterId,
    lines.map(({ sku }) => sku),
  );
  const found = lines.map((line) => ({ ...line, sku: known.get(line.sku) }));
  const faults = found.flatMap(({ sku }, i) => (sku === undefined ? [i] : []));
  if (faults.length > 0)
    throw unusable(
      faults.map((i) => ({ path: ['lines', i, 'sku'], code: 'unknownSku' })),
      exportedSentences.unknownSku((faults[0] ?? 0) + 1, lines[faults[0] ?? 0]?.sku ?? ''),
    );
  return found as L[];
}
