import { items } from '../../db/schema/items.ts';
import type { Writing } from '../../db/scope.ts';
import { OutOfSight } from '../../db/seen-by.ts';
import type { Name } from '../cast.ts';
import type { House } from '../world.ts';

class Undone extends Error {}

/** What somebody could write that is, or would then be, another's: one line for each; nothing of it stays. */
export async function writtenToOthers(at: House): Promise<string[]> {
  const [mine] = await at.as('whale').find(items);
  if (!mine) throw new Error('Whale has no items.');
  const row = { ...mine, id: 'forged', code: 'G000000000' };
  type Try = readonly [who: Name, what: string, write: (tx: Writing) => Promise<unknown>];
  const tries: readonly Try[] = [
    ['kite', 'adds one of Whale’s', (tx) => tx.add(items, row)],
    ['kite', 'adds many of Whale’s', (tx) => tx.addMany(items, [row])],
    ['kite', 'claims one of Whale’s', (tx) => tx.claim(items, row)],
    ['kite', 'takes one of Whale’s', (tx) => tx.change(items, mine, { exporterId: 'kite' })],
    ['kite', 'changes one of Whale’s', (tx) => tx.change(items, mine, { serial: 'STOLEN' })],
    ['kite', 'removes one of Whale’s', (tx) => tx.remove(items, mine)],
    ['whale', 'gives one to Kite', (tx) => tx.change(items, mine, { exporterId: 'kite' })],
    ['wang', 'moves one to Yangpu', (tx) => tx.change(items, mine, { warehouseId: 'yp' })],
    ['zhou', 'changes one in Haikou', (tx) => tx.change(items, mine, { serial: 'STOLEN' })],
    ['spark', 'changes an item', (tx) => tx.change(items, mine, { serial: 'STOLEN' })],
  ];
  const done: string[] = [];
  for (const [who, what, write] of tries) {
    const trying = at.as(who).atomically(async (tx) => {
      await write(tx);
      throw new Undone();
    });
    const [{ reason }] = (await Promise.allSettled([trying])) as [PromiseRejectedResult];
    if (!(reason instanceof OutOfSight)) done.push(`${who} ${what}: ${reason.constructor.name}`);
  }
  return done;
}
