import { z } from 'zod';
import { countTasks, taskWithId } from '../../db/queries/jobs.ts';
import { backgroundTasks, taskParts } from '../../db/schema/jobs.ts';
import type { Scoped, Writing } from '../../db/scope.ts';
import type { Viewer } from '../../db/seen-by.ts';
import { type Problem, tooMuchUnfinished } from '../http/problem.ts';
import type { RequestContext } from '../http/request-context.ts';
import type { Deps } from '../process/deps.ts';

/** Work that is larger than one request: it is stored with what was accepted, and done in pieces (jobs/background-tasks.ts). */
export type BackgroundTask = typeof backgroundTasks.$inferSelect;
export type Working = Pick<Deps, 'database' | 'engine' | 'now' | 'random' | 'ending' | 'log'>;

export interface Piece {
  readonly task: BackgroundTask;
  /** The next of what was accepted, in order, parsed from JSON; none when all is done. */
  readonly parts: readonly unknown[];
  /** Whether as little as possible is tried, as more at once was refused. */
  readonly isSmallest: boolean;
  readonly engine: Deps['engine'];
  readonly context: RequestContext;
}
/** What every reply says of work that was accepted and is not finished; its answer is a 202 while something is pending. */
export const pending = {
  /** How much of it is still to be done. */
  pending: z.number(),
  /** It failed and is tried again; the administrators know. */
  failing: z.boolean(),
};
export const isPending = ({ pending: left }: { readonly pending: number }): boolean => left > 0;
export async function pendingOf(db: Scoped, id: string, left: number) {
  const [task] = left > 0 ? await db.asSystem().ask(taskWithId, { id }) : [];
  return { pending: left, failing: (task?.failures ?? 0) > 0 };
}

/** How far a piece brought its task. */
export interface Progress {
  /** So many of its parts are done with it. */
  readonly done: number;
  readonly isFinished: boolean;
}

/** One kind of work that is done in pieces, each in a transaction of its own. */
export interface TaskKind {
  /** Whose eyes it is done with. */
  readonly viewer: (task: BackgroundTask) => Viewer;
  readonly piece: (tx: Writing, piece: Piece) => Promise<Progress>;
  /** What it is about, for those who are told that it keeps failing. */
  readonly about: (system: Scoped, task: BackgroundTask) => Promise<Readonly<Record<string, string>>>;
  /** What becomes of the smallest piece that is refused. @throws what is a fault of ours: it is tried again */
  readonly refused: (tx: Writing, piece: Piece, why: Problem) => Promise<Progress>;
}

/** So much JSON stands in one row: as much as is read again for each piece of it. */
const MAX_CHARS_PER_ROW = 32 * 1024;
const MAX_PARTS_PER_ROW = 200;

type NewTask = Pick<BackgroundTask, 'id' | 'kind' | 'askedBy' | 'exporterId'>;

/** The rows of these parts of a task, each given as JSON. */
export function rowsOf(taskId: string, parts: readonly string[]): (typeof taskParts.$inferInsert)[] {
  const rows: (typeof taskParts.$inferInsert)[] = [];
  for (let from = 0; from < parts.length; ) {
    const row = fitting(parts, from);
    rows.push({ id: `${taskId} ${from}`, taskId, from, parts: `[${row}]` });
    from += row.length;
  }
  return rows;
}

/** As many as fit into one row, or the next one alone. */
function fitting(parts: readonly string[], from: number): readonly string[] {
  const some = parts.slice(from, from + MAX_PARTS_PER_ROW);
  let chars = 0;
  const tooMany = some.findIndex((part, i) => {
    chars += part.length;
    return i > 0 && chars > MAX_CHARS_PER_ROW;
  });
  return tooMany < 0 ? some : some.slice(0, tooMany);
}

/** So many may be unfinished for one organisation: more than anybody sends who waits for answers. */
const MAX_TASKS_OF_ONE = 100;
/** @throws Problem 429 */
async function mustHaveRoom(system: Scoped, { exporterId }: NewTask): Promise<void> {
  const [waiting] = await system.ask(countTasks, { exporterId });
  if ((waiting?.count ?? 0) >= MAX_TASKS_OF_ONE) throw tooMuchUnfinished();
}

/** From its commit on the task comes to its end, whatever happens. One that is there already goes on. */
export async function startTask(
  tx: Writing,
  task: NewTask,
  now: Date,
  rows: readonly (typeof taskParts.$inferInsert)[] = [],
): Promise<void> {
  const system = tx.asSystem();
  if (tx.viewer.as === 'exporter') await mustHaveRoom(system, task);
  await system.claim(backgroundTasks, { ...task, done: 0, holder: '', leaseUntil: now });
  await system.addMany(taskParts, rows);
}
