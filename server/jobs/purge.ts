import { and, eq, isNotNull, lt, notLike, or } from 'drizzle-orm';
import { links, tries } from '../../db/schema/access.ts';
import { sessions, verifications } from '../../db/schema/people.ts';
import type { Scoped } from '../../db/scope.ts';
import { systemViewer } from '../../db/seen-by.ts';
import type { Deps } from '../process/deps.ts';

const HOUR_MS = 60 * 60_000;
/** Longer than any count of wrong tries is remembered. */
const KEEP_TRIES_MS = 25 * HOUR_MS;
/** Whoever opens a link a little too late is told so; later it is not known any more. */
const KEEP_LINKS_MS = 24 * HOUR_MS;
const ROWS_AT_ONCE = 100;

/** Throws away what opens nothing any more: sessions, links, half sign-ins, counts of wrong tries. Says how many. */
export async function purgeExpired({ database, now }: Pick<Deps, 'database' | 'now'>): Promise<number> {
  const system = database.as(systemViewer);
  const time = now();
  const before = (ms: number) => new Date(time.getTime() - ms);
  const oldLinks = or(
    lt(links.expiresAt, before(KEEP_LINKS_MS)),
    and(isNotNull(links.endedAt), lt(links.endedAt, before(KEEP_LINKS_MS))),
  );
  // Ten wrong ones lock a badge for good: those are kept until its owner comes.
  const oldTries = and(lt(tries.lastAt, before(KEEP_TRIES_MS)), notLike(tries.id, 'badge %'));
  return (
    (await away(system, sessions, await system.find(sessions, lt(sessions.expiresAt, time), ROWS_AT_ONCE))) +
    (await away(
      system,
      verifications,
      await system.find(verifications, lt(verifications.expiresAt, time), ROWS_AT_ONCE),
    )) +
    (await away(system, links, await system.find(links, oldLinks, ROWS_AT_ONCE))) +
    (await away(system, tries, await system.find(tries, oldTries, ROWS_AT_ONCE)))
  );
}

type Purged = typeof sessions | typeof verifications | typeof links | typeof tries;

/** Row by row, so that nobody waits for it; another server may have been quicker. */
async function away(
  system: Scoped,
  table: Purged,
  rows: readonly { readonly id: string }[],
): Promise<number> {
  for (const row of rows)
    await system.atomically(async (tx) => {
      if (await tx.first(table, eq(table.id, row.id))) await tx.remove(table, row);
    });
  return rows.length;
}
