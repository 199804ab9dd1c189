import { eq } from 'drizzle-orm';
import { skus } from '../../db/schema/goods.ts';
import type { holds } from '../../db/schema/items.ts';
import type { Scoped } from '../../db/scope.ts';
import { unusable } from '../http/problem.ts';
import { itemSentences } from '../words/items.ts';
import type { Words } from '../words/words.ts';
import type { DoubtName } from '../workflow/item-facts.ts';
import type { Item } from './facts.ts';
import { carries, hasForm, inAnotherName, notRead } from './serials.ts';

/** Why the house doubts that a thing is what it should be: two values that do not agree. */
export interface Doubt {
  readonly because: keyof typeof itemSentences.doubts & DoubtName;
  readonly expected: string | null;
  readonly seen: string | null;
}

/**
 * What of a number that was read on an item does not agree with what is known of it.
 * @throws Problem for an IMEI whose check digit is wrong, and for a part of one
 */
export async function doubtsAbout(system: Scoped, item: Item, read: string | null): Promise<Doubt[]> {
  const doubts: Doubt[] = [];
  const sku = item.skuId === null ? undefined : await system.first(skus, eq(skus.id, item.skuId));
  const seen = read ?? (item.orderId === null ? item.serial : null);
  // A misread number, or a part of one, is stored of no telephone: it is read once more.
  const product = { skuId: item.skuId, pattern: sku?.serialPattern, own: item.serial };
  const why = seen === null ? undefined : await notRead(system, seen, product);
  if (why) throw unusable([{ path: ['serial'], code: 'imei' }], why);
  if (read !== null && item.serial !== null && !carries(item, read))
    doubts.push({ because: 'another serial', expected: item.serial, seen: read });
  if (seen !== null && !hasForm(seen, sku))
    doubts.push({ because: 'another form', expected: sku?.serialPattern ?? null, seen });
  const number = read ?? item.serial;
  const its = { exporterId: item.exporterId, gtin: sku?.gtin ?? null };
  const other = number !== null && item.exporterId !== null && (await inAnotherName(system, its, number));
  if (other) doubts.push({ because: 'in another name', expected: other.code, seen: number });
  return doubts;
}

type Hold = Pick<typeof holds.$inferSelect, 'because' | 'expected' | 'seen'>;
/** A doubt in words and its values; nothing for a hold that a person put on. In whose name another serial stands, only staff are told. */
export function doubtTold({ because, ...values }: Hold, toStaff: boolean) {
  if (because === null || !(because in itemSentences.doubts))
    return { why: null, expected: null, seen: null };
  const expected = because === 'in another name' && !toStaff ? null : values.expected;
  const why: Words = itemSentences.doubts[because as Doubt['because']](expected ?? '—', values.seen ?? '—');
  return { why, expected, seen: values.seen };
}
