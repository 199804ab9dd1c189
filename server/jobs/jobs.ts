import { errorWithoutData } from '../http/error-without-data.ts';
import { newRequestContext } from '../http/new-request-context.ts';
import type { Deps } from '../process/deps.ts';
import { finishTasks } from './background-tasks.ts';
import { sweepDeadlines } from './deadlines.ts';
import { workOutbox } from './outbox.ts';
import { purgeExpired } from './purge.ts';

const POLL_INTERVAL_MS = 2_000;
const PURGE_INTERVAL_MS = 60_000;

/** What runs without a request: the deadlines that fall due, the work that commits left behind, and what was accepted
 * but is too large for one go. */
export function startJobs(deps: Deps): { stop(): Promise<void> } {
  // Beside each other: a large import may take a minute, and what one cannot do does not keep the others from their work.
  const jobs = [
    again(deps, () => sweepDeadlines(deps, newRequestContext(deps))),
    again(deps, () => workOutbox(deps, newRequestContext(deps))),
    again(deps, () => finishTasks(deps)),
    again(deps, () => purgeExpired(deps), PURGE_INTERVAL_MS),
  ];
  return {
    stop: async () => {
      for (const job of jobs) await job.stop();
    },
  };
}

/** Round after round, never two at once. */
function again({ log }: Deps, work: () => Promise<unknown>, everyMs = POLL_INTERVAL_MS) {
  let running: Promise<void> | undefined;
  const round = async () => {
    try {
      await work();
    } catch (error) {
      log.error({ error: errorWithoutData(error) }, 'a job failed; it is tried again');
    }
    running = undefined;
  };
  const timer = setInterval(() => {
    running ??= round();
  }, everyMs);
  return {
    stop: async () => {
      clearInterval(timer);
      await running;
    },
  };
}
