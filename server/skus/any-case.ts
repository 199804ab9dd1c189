import { skusWithCodesInAnyCase } from '../../db/queries/skus.ts';
import type { skus } from '../../db/schema/goods.ts';
import type { Scoped } from '../../db/scope.ts';

type Sku = typeof skus.$inferSelect;

/** Of codes that no SKU of an exporter has as they are written, those that one has in other letters: one, or nobody knows which. */
export async function skusInAnyCase(
  db: Scoped,
  exporterId: string,
  codes: readonly string[],
): Promise<ReadonlyMap<string, Sku>> {
  if (codes.length === 0) return new Map();
  const lower = [...new Set(codes.map((code) => code.toLowerCase()))];
  const found = new Map<string, Sku[]>();
  for (const sku of await db.list(skusWithCodesInAnyCase, { codes: lower, exporterId })) {
    const key = sku.code.toLowerCase();
    found.set(key, [...(found.get(key) ?? []), sku]);
  }
  return new Map(
    codes.flatMap((code) => {
      const [one, ...others] = found.get(code.toLowerCase()) ?? [];
      return one && others.length === 0 ? [[code, one] as const] : [];
    }),
  );
}
