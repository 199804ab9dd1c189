import { eq } from 'drizzle-orm';
import type { Database } from '../../db/open.ts';
import { clocksDue } from '../../db/queries/work.ts';
import { deadlines } from '../../db/schema/work.ts';
import type { Moment } from '../call.ts';
import { Problem } from '../problem.ts';
import { engine } from '../workflow/house.ts';

const house = { as: 'house', id: 'house' } as const;

/**
 * Sends each thing whose deadline has passed its ordinary step. Each is a transaction of its own, with the clock's end
 * in it, so a second sweeper or a crash between two of them changes nothing.
 * @returns how many fell due
 */
export async function sweepDeadlines(database: Database, moment: Moment): Promise<number> {
  const due = await database.as(house).ask(clocksDue, { now: moment.now });
  for (const clock of due)
    await database.as(house).atomically(async (tx) => {
      const [now] = await tx.find(deadlines, eq(deadlines.id, clock.id), 1);
      if (!now || now.endedAt) return;
      await tx.change(deadlines, clock, { endedAt: moment.now });
      try {
        await engine.order(tx, clock.noun, clock.subjectId, clock.step, {}, house, moment);
      } catch (error) {
        // It moved on by itself in the meantime: then there is nothing to send.
        if (!(error instanceof Problem)) throw error;
      }
    });
  return due.length;
}
