import { outbox } from '../../db/schema/jobs.ts';
import type { Writing } from '../../db/scope.ts';
import type { BackgroundTask } from '../entities/background-tasks.ts';
import { Problem } from '../http/problem.ts';
import type { RequestContext } from '../http/request-context.ts';

/** What failed by a fault of ours waits so long, in milliseconds, before it is tried again; the others go on. */
export const STAND_BACK_MS = 5 * 60_000;
/** What failed so often in a row fails for a reason that does not go away by itself. */
const FAILURES_BEFORE_NOTICE = 3;

interface Failing {
  /** What it is about. */
  readonly about: Readonly<Record<string, string>>;
  readonly why: unknown;
}

/** Tells the administrators, and whoever it was accepted from, once, that a task keeps failing. */
export async function noticeFailing(
  system: Writing,
  { failures, exporterId }: BackgroundTask,
  { about, why }: Failing,
  { newId, now }: RequestContext,
): Promise<void> {
  if (failures !== FAILURES_BEFORE_NOTICE) return;
  const reason = why instanceof Problem ? { whyZh: why.words.zh, whyEn: why.words.en } : {};
  const due = { at: now, dueAt: now, tries: 0 };
  for (const organisation of new Set(['hub', exporterId])) {
    // Why it is so may name what only the staff see.
    const told = { ...about, ...(organisation === 'hub' ? reason : {}), organisation };
    await system.add(outbox, { id: newId(), kind: 'work keeps failing', about: told, ...due });
  }
}
