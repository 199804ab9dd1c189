import { credentialOf } from '../../db/queries/people.ts';
import { accounts, users } from '../../db/schema/people.ts';
import type { Writing } from '../../db/scope.ts';
import { endPendingSignIns } from '../access/end-sessions.ts';
import { endLinks } from '../access/links.ts';
import { conflict } from '../http/problem.ts';
import type { RequestContext } from '../http/request-context.ts';
import { peopleSentences } from '../words/people.ts';

export interface NewUser {
  readonly name: string;
  readonly email: string;
  readonly username: string | null;
  readonly role: string;
  readonly organisationId: string;
  readonly warehouseId: string | null;
  readonly language: 'zh-CN' | 'en';
  readonly emailVerified: boolean;
}

/**
 * Passwords and sessions are nobody's to see, so they are written as the system. `passwordHash` is made before the
 * transaction begins: inside it only the database is awaited.
 */
export async function addUser(
  tx: Writing,
  who: NewUser,
  passwordHash: string,
  { newId, now }: RequestContext,
) {
  const id = newId();
  // The accounts library looks both up in lower case.
  const signIn = { email: who.email.toLowerCase(), username: who.username?.toLowerCase() ?? null };
  const row = { ...who, ...signIn, displayUsername: who.username, id, createdAt: now, updatedAt: now };
  if (!(await tx.claim(users, { ...row, active: true }))) throw conflict('taken', peopleSentences.taken);
  await addCredential(tx.asSystem(), id, passwordHash, { newId, now });
  return id;
}

const addCredential = (
  system: Writing,
  userId: string,
  password: string,
  { newId, now }: Omit<RequestContext, 'newCode'>,
) =>
  system.add(accounts, {
    id: newId(),
    accountId: userId,
    providerId: 'credential',
    userId,
    password,
    createdAt: now,
    updatedAt: now,
  });

/** Another password, by whatever way: what was mailed to choose one, and a sign-in begun with the old one, are over. */
export async function setPassword(
  tx: Writing,
  userId: string,
  passwordHash: string,
  context: RequestContext,
) {
  const system = tx.asSystem();
  await endLinks(tx, 'reset', userId, context.now);
  await endPendingSignIns(tx, userId);
  const [credential] = await system.ask(credentialOf, { userId });
  if (!credential) return addCredential(system, userId, passwordHash, context);
  return system.change(accounts, credential, { password: passwordHash, updatedAt: context.now });
}
