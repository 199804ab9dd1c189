import { and, asc, eq, isNull, lte, type Placeholder, sql } from 'drizzle-orm';
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core';
import { named, type Slots } from '../named-queries.ts';
import { deadlines, outbox } from '../schema/jobs.ts';

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
      and(sees(deadlines), isNull(deadlines.endedAt), lte(deadlines.dueAt, at(given.now, deadlines.dueAt))),
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
