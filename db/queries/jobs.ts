import { and, asc, desc, eq, isNull, lte, or, type Placeholder, sql } from 'drizzle-orm';
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core';
import { named, type Slots } from '../named-queries.ts';
import { backgroundTasks, deadlines, outbox, taskParts } from '../schema/jobs.ts';

// A bare placeholder in a WHERE is not encoded as its column would be.
export const at = (slot: Placeholder, column: SQLiteColumn) => sql`${sql.param(slot, column)}`;

export const runningClocks = named('running clocks', (q, sees, given: Slots<{ subjectId: string }>) =>
  q
    .select()
    .from(deadlines)
    .where(and(sees(deadlines), eq(deadlines.subjectId, given.subjectId), isNull(deadlines.endedAt))),
);

export const clocksDue = named('clocks due', (q, sees, given: Slots<{ now: Date }>) =>
  q
    .select()
    .from(deadlines)
    .where(
      and(
        sees(deadlines),
        isNull(deadlines.endedAt),
        lte(deadlines.dueAt, at(given.now, deadlines.dueAt)),
        or(isNull(deadlines.notBefore), lte(deadlines.notBefore, at(given.now, deadlines.notBefore))),
      ),
    )
    .orderBy(asc(deadlines.dueAt))
    .limit(50),
);

export const workDue = named('work due', (q, sees, given: Slots<{ now: Date }>) =>
  q
    .select()
    .from(outbox)
    .where(and(sees(outbox), isNull(outbox.doneAt), lte(outbox.dueAt, at(given.now, outbox.dueAt))))
    .orderBy(asc(outbox.dueAt))
    .limit(50),
);

export const taskWithId = named('background task', (q, sees, given: Slots<{ id: string }>) =>
  q
    .select()
    .from(backgroundTasks)
    .where(and(sees(backgroundTasks), eq(backgroundTasks.id, given.id)))
    .limit(1),
);

/** For whom there are tasks that nobody is at; whose wait longest first. */
export const whoseTasksAreLeft = named(
  'whose background tasks are left',
  (q, sees, given: Slots<{ now: Date }>) =>
    q
      .select({ exporterId: backgroundTasks.exporterId })
      .from(backgroundTasks)
      .where(
        and(
          sees(backgroundTasks),
          lte(backgroundTasks.leaseUntil, at(given.now, backgroundTasks.leaseUntil)),
        ),
      )
      .groupBy(backgroundTasks.exporterId)
      .orderBy(asc(sql`min(${backgroundTasks.leaseUntil})`)),
);

/** Of one organisation the task that waits longest and that nobody is at. */
export const nextTask = named(
  'next background task',
  (q, sees, given: Slots<{ now: Date; exporterId: string }>) =>
    q
      .select()
      .from(backgroundTasks)
      .where(
        and(
          sees(backgroundTasks),
          eq(backgroundTasks.exporterId, given.exporterId),
          lte(backgroundTasks.leaseUntil, at(given.now, backgroundTasks.leaseUntil)),
        ),
      )
      .orderBy(asc(backgroundTasks.leaseUntil))
      .limit(1),
);

/** How many tasks of an organisation are not finished. */
export const countTasks = named('count background tasks', (q, sees, given: Slots<{ exporterId: string }>) =>
  q
    .select({ count: sql<number>`count(*)`.mapWith(Number) })
    .from(backgroundTasks)
    .where(and(sees(backgroundTasks), eq(backgroundTasks.exporterId, given.exporterId))),
);

/** The row in which the part stands that comes after so many. */
export const partsAfter = named(
  'parts of a task',
  (q, sees, given: Slots<{ taskId: string; done: number }>) =>
    q
      .select()
      .from(taskParts)
      .where(and(sees(taskParts), eq(taskParts.taskId, given.taskId), lte(taskParts.from, given.done)))
      .orderBy(desc(taskParts.from))
      .limit(1),
);

export const partRowsOf = named('rows of a task', (q, sees, given: Slots<{ taskId: string }>) =>
  q
    .select({ id: taskParts.id })
    .from(taskParts)
    .where(and(sees(taskParts), eq(taskParts.taskId, given.taskId))),
);
