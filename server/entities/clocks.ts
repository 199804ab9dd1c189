import { and, eq } from 'drizzle-orm';
import { runningClocks } from '../../db/queries/jobs.ts';
import { deadlines } from '../../db/schema/jobs.ts';
import type { Writing } from '../../db/scope.ts';
import type { RequestContext } from '../http/request-context.ts';

/** An exporter has 72 hours to answer a question; then what its workflow holds ready for `expire` happens. */
const ANSWER_MS = 72 * 3_600_000;

/** What did not come with its return may come for another month; then the return is settled without it. */
const MISSING_MS = 30 * 24 * 3_600_000;

/** Ends every clock that runs on a thing: what it waited for has come, or does not matter any more. */
export async function stopClocks(system: Writing, subjectId: string, now: Date): Promise<void> {
  for (const clock of await system.ask(runningClocks, { subjectId }))
    await system.change(deadlines, clock, { endedAt: now });
}

/** Lets the clocks run on that were stopped then, as if they had not been. */
export async function resumeClocks(system: Writing, subjectId: string, stoppedAt: Date): Promise<void> {
  const stopped = and(eq(deadlines.subjectId, subjectId), eq(deadlines.endedAt, stoppedAt));
  for (const clock of await system.find(deadlines, stopped))
    await system.change(deadlines, clock, { endedAt: null });
}

/** Starts a clock, in the place of any that runs on the thing. */
const startClock =
  (lasts: number) =>
  async (
    system: Writing,
    entity: (typeof deadlines.$inferInsert)['entity'],
    { id: subjectId, code }: { readonly id: string; readonly code: string },
    { newId, now }: Pick<RequestContext, 'newId' | 'now'>,
  ): Promise<void> => {
    await stopClocks(system, subjectId, now);
    const dueAt = new Date(now.getTime() + lasts);
    await system.add(deadlines, { id: newId(), entity, subjectId, code, step: 'expire', dueAt });
  };
/** For an exporter's answer. */
export const startAnswerClock = startClock(ANSWER_MS);
/** For what did not come. */
export const startMissingClock = startClock(MISSING_MS);

/**
 * What the whole waits for, a part that is split off it waits for, too, and no longer.
 * @returns whether anything is waited for
 */
export async function copyClocks(
  system: Writing,
  wholeId: string,
  part: { readonly id: string; readonly code: string },
  { newId }: Pick<RequestContext, 'newId'>,
): Promise<boolean> {
  const clocks = await system.ask(runningClocks, { subjectId: wholeId });
  for (const clock of clocks)
    await system.add(deadlines, { ...clock, id: newId(), subjectId: part.id, code: part.code });
  return clocks.length > 0;
}
