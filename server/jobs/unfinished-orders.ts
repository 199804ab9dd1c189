import { setTimeout as sleep } from 'node:timers/promises';
import { unfinishedOrders } from '../../db/queries/returns.ts';
import { systemViewer } from '../../db/seen-by.ts';
import { type Finishing, finishSome } from '../returns/finish-some.ts';

/**
 * Announces or calls off what the request for it left, a piece of each return order in turn, each piece a transaction
 * of its own. How many are left stands with the order, so that it goes on wherever it was cut off.
 * @returns how many return orders were finished
 */
export async function finishOrders(deps: Finishing): Promise<number> {
  const db = deps.database.as(systemViewer);
  let finished = 0;
  while (!deps.ending?.aborted) {
    const found = await db.ask(unfinishedOrders, {});
    if (found.length === 0) break;
    for (const { code } of found) {
      if (deps.ending?.aborted) break;
      const began = performance.now();
      if ((await finishSome(deps, code)) === 0) finished++;
      // As long for the scans as this took.
      await sleep(performance.now() - began);
    }
  }
  return finished;
}
