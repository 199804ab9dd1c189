import { and, eq } from 'drizzle-orm';
import { z } from 'zod';
import { personById } from '../../db/queries/master-data.ts';
import { badgesOf, mySessions, passwordOf, signInsOf } from '../../db/queries/people.ts';
import { badges, twoFactors } from '../../db/schema/access.ts';
import { sessions, users } from '../../db/schema/people.ts';
import type { Writing } from '../../db/scope.ts';
import { systemViewer } from '../../db/seen-by.ts';
import { hashPassword } from '../access/accounts.ts';
import { noteRights } from '../access/audit.ts';
import { Pin } from '../access/badge-sign-in.ts';
import { endSessions } from '../access/end-sessions.ts';
import { attemptPolicies, countAttempt, forgiveAttempts } from '../access/failed-attempts.ts';
import { consumeLink, createLink } from '../access/links.ts';
import { hashPin, mustBeStrong } from '../access/pins.ts';
import { newUrlSecret } from '../access/secrets.ts';
import { keptTokenIn } from '../access/session-cookie.ts';
import { conflict, notFound, Problem, signIn } from '../http/problem.ts';
import type { Call, OnceCall } from '../http/route.ts';
import { Time } from '../http/shapes.ts';
import { linkTo, writeMail } from '../notices/mails.ts';
import { accessNouns, accessSentences } from '../words/access.ts';
import { peopleSentences } from '../words/people.ts';
import { nouns } from '../words/problems.ts';
import { setPassword } from './credentials.ts';
import { isLongEnough, Password } from './passwords.ts';

const done = { done: true as const };
export const Session = z.object({
  id: z.string(),
  isThis: z.boolean(),
  browser: z.string().nullable(),
  address: z.string().nullable(),
  device: z.string().nullable(),
  since: Time,
  until: Time,
});
export const SignIn = z.object({
  id: z.string(),
  how: z.enum(['password', 'badge']),
  went: z.enum(['in', 'wrong', 'waiting', 'second factor']),
  browser: z.string().nullable(),
  address: z.string().nullable(),
  device: z.string().nullable(),
  at: Time,
});

export async function findSessions({ db, actor, deps, caller, context }: Call<object>) {
  const token = keptTokenIn(deps.accounts, caller.cookies);
  const found = await db.ask(mySessions, { userId: actor.id });
  return found
    .filter(({ session }) => session.expiresAt > context.now)
    .map(
      ({ session, device }): z.input<typeof Session> => ({
        ...{ id: session.id, device, isThis: session.token === token },
        ...{ browser: session.userAgent, address: session.ipAddress },
        since: session.createdAt.toISOString(),
        until: session.expiresAt.toISOString(),
      }),
    );
}

export async function findSignIns({ db, actor }: Call<object>) {
  const found = await db.ask(signInsOf, { userId: actor.id });
  return found.map((row): z.input<typeof SignIn> => ({ ...row, at: row.at.toISOString() }));
}

/** Signs one of one’s own sessions out, wherever it is. */
export const endSession = ({ db, actor, input }: Call<{ id: string }>) =>
  db.atomically(async (tx) => {
    const mine = await tx.first(sessions, and(eq(sessions.id, input.id), eq(sessions.userId, actor.id)));
    if (!mine) throw notFound(accessNouns.session, '');
    await tx.remove(sessions, mine);
    return done;
  });

export const endAllSessions = ({ db, actor }: Call<object>) =>
  db.atomically(async (tx) => {
    await endSessions(tx, actor.id);
    return done;
  });

export const PasswordAsk = z.strictObject({ present: z.string().max(200), password: Password });
export const PinAsk = z.strictObject({ present: z.string().max(200), pin: Pin });

/** @throws Problem 403 unless this is the password of whoever asks: a screen left open is not enough */
export async function mustKnowPassword({ db, actor, context }: Call<object>, present: string) {
  const id = `account ${actor.id}`;
  await db.atomically((tx) => countAttempt(tx, id, attemptPolicies.account, context.now));
  const [kept] = await db.atomically((tx) => tx.asSystem().ask(passwordOf, { userId: actor.id }));
  if (!(await isLongEnough(kept?.password, present)))
    throw new Problem(403, 'wrong_password', accessSentences.wrongPassword);
  await db.atomically((tx) => forgiveAttempts(tx, id, 'all'));
}

/** A new password ends every other session: whoever had the old one is out. */
export async function changePassword(call: Call<z.output<typeof PasswordAsk>>) {
  const { db, actor, input, deps, caller, context } = call;
  await mustKnowPassword(call, input.present);
  const hash = await hashPassword(input.password);
  const token = keptTokenIn(deps.accounts, caller.cookies);
  await db.atomically(async (tx) => {
    const person = await myself(tx, actor.id);
    await setPassword(tx, actor.id, hash, context);
    for (const { session } of await tx.ask(mySessions, { userId: actor.id }))
      if (session.token !== token) await tx.remove(sessions, session);
    await noteRights(tx, { by: actor, action: 'passwordSet', about: person, context });
    await writeMail(tx, { mail: 'passwordChanged', to: person, about: { name: person.name }, context });
  });
  return done;
}

export async function changePin(call: Call<z.output<typeof PinAsk>>) {
  const { db, actor, input, deps, context } = call;
  mustBeStrong(input.pin);
  await mustKnowPassword(call, input.present);
  const [badge] = await db.ask(badgesOf, { userId: actor.id });
  if (!badge) throw notFound(accessNouns.badge, '');
  const pinHash = await hashPin(deps.accounts, badge.id, input.pin);
  await db.atomically(async (tx) => {
    await tx.change(badges, badge, { pinHash, pinIsFirst: false });
    const person = await myself(tx, actor.id);
    await noteRights(tx, { by: actor, action: 'pinChanged', about: person, context });
    await writeMail(tx, { mail: 'pinReset', to: person, about: { name: person.name }, context });
  });
  return done;
}

async function myself(tx: Writing, id: string) {
  const [person] = await tx.ask(personById, { id });
  if (!person) throw signIn();
  return person;
}

/** Writes to the address of whoever asks, to see whether it is theirs. */
export async function askToVerify({ db: tx, actor, deps, context }: OnceCall<object>) {
  await countAttempt(tx, `mail ${actor.id}`, attemptPolicies.mail, context.now);
  const person = await myself(tx, actor.id);
  const secret = newUrlSecret(deps.random);
  await createLink(tx, { kind: 'email', subjectId: person.id, secret, context });
  const link = linkTo(deps.config, 'confirm', secret);
  await writeMail(tx, { mail: 'email', to: person, about: { name: person.name, link }, context });
  return done;
}

export const verifyEmail = ({ deps, input, context }: Call<{ token: string }>) =>
  deps.database.as(systemViewer).atomically(async (tx) => {
    const id = await consumeLink(tx, 'email', input.token, context.now);
    if (!id) throw linkIsOver();
    await tx.change(users, { id }, { emailVerified: true });
    return done;
  });
export const linkIsOver = () => new Problem(403, 'link_is_over', accessSentences.linkIsOver);

/** For whoever lost their telephone: they sign in with the password alone and set the second factor up again. */
export async function removeSecondFactor({ db: tx, actor, input, context }: OnceCall<{ id: string }>) {
  const [person] = await tx.ask(personById, { id: input.id });
  if (!person) throw notFound(nouns.person, '');
  // One's own goes with a code, which whoever found a session open does not have.
  if (person.id === actor.id) throw conflict('not_yourself', peopleSentences.notYourself);
  const system = tx.asSystem();
  const kept = await system.first(twoFactors, eq(twoFactors.userId, person.id));
  if (kept) await system.remove(twoFactors, kept);
  await tx.change(users, person, { twoFactorEnabled: false });
  await endSessions(tx, person.id);
  await noteRights(tx, { by: actor, action: 'secondFactorOff', about: person, context });
  await writeMail(tx, { mail: 'secondFactorOff', to: person, about: { name: person.name }, context });
  return done;
}
