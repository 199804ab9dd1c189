import type { Deps } from '../deps.ts';
import { momentOf } from '../moment.ts';
import { withoutData } from '../without-data.ts';
import { sweepDeadlines } from './deadlines.ts';
import { finishImports } from './imports.ts';
import { workOutbox } from './outbox.ts';

const every = 2_000;

/** What runs without a request: the deadlines that fall due, the work that commits left behind, imports left half-way. */
export function startJobs(deps: Deps): { stop(): Promise<void> } {
  const jobs = [
    again(deps, async () => {
      await sweepDeadlines(deps.database, momentOf(deps));
      await workOutbox(deps, momentOf(deps));
    }),
    // Beside the others: an import may take a minute.
    again(deps, () => finishImports(deps)),
  ];
  return {
    stop: async () => {
      for (const job of jobs) await job.stop();
    },
  };
}

/** Round after round, never two at once. */
function again({ log }: Deps, work: () => Promise<unknown>) {
  let running: Promise<void> | undefined;
  const round = async () => {
    try {
      await work();
    } catch (error) {
      log.error({ error: withoutData(error) }, 'a job failed; it is tried again');
    }
    running = undefined;
  };
  const timer = setInterval(() => {
    running ??= round();
  }, every);
  return {
    stop: async () => {
      clearInterval(timer);
      await running;
    },
  };
}
