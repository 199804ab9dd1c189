import { runningClocks } from '../../db/queries/jobs.ts';
import { deadlines } from '../../db/schema/jobs.ts';
import type { Writing } from '../../db/scope.ts';

/** Ends every clock that runs on a thing: what it waited for has come, or does not matter any more. */
export async function stopClocks(system: Writing, subjectId: string, now: Date): Promise<void> {
  for (const clock of await system.ask(runningClocks, { subjectId }))
    await system.change(deadlines, clock, { endedAt: now });
}
