import type { Deps } from '../deps.ts';
import { momentOf } from '../moment.ts';
import { withoutData } from '../without-data.ts';
import { sweepDeadlines } from './deadlines.ts';
import { workOutbox } from './outbox.ts';

const every = 2_000;

/** What runs without a request: the deadlines that fall due, and the work that commits left behind. */
export function startJobs(deps: Deps): { stop(): Promise<void> } {
  let running: Promise<void> = Promise.resolve();
  const round = async () => {
    try {
      await sweepDeadlines(deps.database, momentOf(deps));
      await workOutbox(deps, momentOf(deps));
    } catch (error) {
      deps.log.error({ error: withoutData(error) }, 'a job failed; it is tried again');
    }
  };
  const timer = setInterval(() => {
    running = running.then(round);
  }, every);
  return {
    stop: async () => {
      clearInterval(timer);
      await running;
    },
  };
}
