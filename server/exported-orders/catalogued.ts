import { skusWithCodes, skusWithCodesInAnyCase } from '../../db/queries/skus.ts';
import type { Scoped } from '../../db/scope.ts';
import { unusable } from '../http/problem.ts';
import { tidyIdentifier } from '../identifiers/tidy.ts';
import { exportedSentences } from '../words/exported-orders.ts';

/**
 * These lines with their SKUs as the catalogue writes them: a return of what was exported has to find it there.
 * @throws Problem 422 naming every line whose SKU is none of the exporter's
 */
export async function catalogued<L extends { readonly sku: string }>(
  db: Scoped,
  exporterId: string,
  lines: readonly L[],
): Promise<L[]> {
  const written = lines.map((line) => ({ ...line, sku: tidyIdentifier(line.sku) }));
  const codes = [...new Set(written.map(({ sku }) => sku))];
  const known = new Set((await db.list(skusWithCodes, { exporterId, codes })).map(({ code }) => code));
  const others = codes.filter((code) => !known.has(code)).map((code) => code.toLowerCase());
  const alike =
    others.length === 0 ? [] : await db.list(skusWithCodesInAnyCase, { exporterId, codes: others });
  const asKnown = new Map(alike.map(({ code }) => [code.toLowerCase(), code]));
  const found = written.map((line) =>
    known.has(line.sku) ? line : { ...line, sku: asKnown.get(line.sku.toLowerCase()) },
  );
  const faults = found.flatMap(({ sku }, i) => (sku === undefined ? [i] : []));
  if (faults.length > 0)
    throw unusable(
      faults.map((i) => ({ path: ['lines', i, 'sku'], code: 'unknownSku' })),
      exportedSentences.unknownSku((faults[0] ?? 0) + 1, lines[faults[0] ?? 0]?.sku ?? ''),
    );
  return found as L[];
}
