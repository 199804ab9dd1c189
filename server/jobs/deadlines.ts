import { eq } from 'drizzle-orm';
import { clocksDue } from '../../db/queries/jobs.ts';
import { deadlines } from '../../db/schema/jobs.ts';
import { systemViewer } from '../../db/seen-by.ts';
import { errorWithoutData } from '../http/error-without-data.ts';
import { Problem } from '../http/problem.ts';
import type { RequestContext } from '../http/request-context.ts';
import type { Deps } from '../process/deps.ts';
import { STAND_BACK_MS } from './failing.ts';

type Clock = typeof deadlines.$inferSelect;

/**
 * Sends each thing whose deadline has passed its ordinary step. Each is a transaction of its own, with the clock's end
 * in it, so a second sweeper or a crash between two of them changes nothing.
 * @returns how many fell due
 */
export async function sweepDeadlines(
  deps: Pick<Deps, 'database' | 'engine' | 'log'>,
  context: RequestContext,
): Promise<number> {
  const due = await deps.database.as(systemViewer).ask(clocksDue, { now: context.now });
  for (const clock of due)
    try {
      await fire(deps, context, clock);
    } catch (error) {
      // It stands back for a while: many like it would fill every round, and the clocks behind them never came up.
      await standBack(deps, context, clock).catch(() => {});
      deps.log.error({ clock: clock.id, error: errorWithoutData(error) }, 'a deadline failed');
    }
  return due.length;
}

const standBack = ({ database }: Pick<Deps, 'database'>, { now }: RequestContext, clock: Clock) => {
  const notBefore = new Date(now.getTime() + STAND_BACK_MS);
  return database.as(systemViewer).atomically((tx) => tx.change(deadlines, clock, { notBefore }));
};

const fire = (
  { database, engine }: Pick<Deps, 'database' | 'engine'>,
  context: RequestContext,
  clock: Clock,
) =>
  database.as(systemViewer).atomically(async (tx) => {
    const [now] = await tx.find(deadlines, eq(deadlines.id, clock.id), 1);
    if (!now || now.endedAt) return;
    await tx.change(deadlines, clock, { endedAt: context.now });
    try {
      const { entity, subjectId: id, step } = clock;
      await engine.takeAsSystem(tx, { entity, id, step, input: {}, actor: systemViewer, context });
    } catch (error) {
      // It moved on by itself in the meantime: then there is nothing to send.
      if (!(error instanceof Problem)) throw error;
    }
  });
