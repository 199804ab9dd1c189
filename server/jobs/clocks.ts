import { runningClocks } from '../../db/queries/work.ts';
import { deadlines } from '../../db/schema/work.ts';
import type { Writing } from '../../db/scope.ts';

/** Ends every clock that runs on a thing: what it waited for has come, or does not matter any more. */
export async function stopClocks(house: Writing, subjectId: string, now: Date): Promise<void> {
  for (const clock of await house.ask(runningClocks, { subjectId }))
    await house.change(deadlines, clock, { endedAt: now });
}
