import { eq } from 'drizzle-orm';
import { peopleOf } from '../../db/queries/access.ts';
import { invitationsOf, sessionsOf } from '../../db/queries/people.ts';
import { invitations } from '../../db/schema/access.ts';
import { sessions, verifications } from '../../db/schema/people.ts';
import type { Writing } from '../../db/scope.ts';
import { endLinks } from './links.ts';

/** Signs a person out everywhere; a sign-in that still waits for its code is over, too. */
export async function endSessions(tx: Writing, userId: string): Promise<void> {
  const system = tx.asSystem();
  for (const session of await system.ask(sessionsOf, { userId })) await system.remove(sessions, session);
  await endPendingSignIns(tx, userId);
}

/** A password that was right is no half of a sign-in any more. */
export async function endPendingSignIns(tx: Writing, userId: string): Promise<void> {
  const system = tx.asSystem();
  for (const pending of await system.find(verifications, eq(verifications.value, userId)))
    await system.remove(verifications, pending);
}

/** Everybody of an organisation is out: no session, mailed link or invitation comes back to life with it, either. */
export async function endSessionsOfAll(tx: Writing, organisationId: string, now: Date): Promise<void> {
  for (const { id } of await tx.asSystem().ask(peopleOf, { organisationId })) {
    await endSessions(tx, id);
    await endLinks(tx, 'reset', id, now);
  }
  for (const invitation of await tx.asSystem().ask(invitationsOf, { organisationId }))
    await tx.asSystem().change(invitations, invitation, { revokedAt: now });
}
