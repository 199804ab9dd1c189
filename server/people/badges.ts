import { organisationById, personById } from '../../db/queries/master-data.ts';
import { badgesOf } from '../../db/queries/people.ts';
import { badges } from '../../db/schema/access.ts';
import type { Scoped, Writing } from '../../db/scope.ts';
import { printBadges } from '../../labels/badge.ts';
import { noteRights } from '../access/audit.ts';
import { endSessions } from '../access/end-sessions.ts';
import { forgiveAttempts } from '../access/failed-attempts.ts';
import { isRole, roleNames, sideOf } from '../access/permissions.ts';
import { hashPin } from '../access/pins.ts';
import { hashOfSecret, newDigitSecret, newLetterSecret } from '../access/secrets.ts';
import { shanghaiDate } from '../customs/dates.ts';
import { notFound } from '../http/problem.ts';
import type { RequestContext } from '../http/request-context.ts';
import type { Call, OnceCall } from '../http/route.ts';
import { writeMail } from '../notices/mails.ts';
import { accessNouns } from '../words/access.ts';
import { nouns } from '../words/problems.ts';

type ById = Call<{ id: string }>;

/** Badges are for the staff: nobody else stands at a handheld. @throws Problem 404 */
async function memberOfStaff(db: Scoped, id: string) {
  const [person] = await db.ask(personById, { id });
  if (!person || !isRole(person.role) || sideOf(person.role) !== 'staff') throw notFound(nouns.person, '');
  return { ...person, role: person.role };
}

/** Whose way in changes hears of it, whoever changed it. */
const tellOwner = (
  tx: Writing,
  mail: 'badgeIssued' | 'badgeRevoked' | 'pinReset',
  to: Awaited<ReturnType<typeof memberOfStaff>>,
  context: RequestContext,
) => writeMail(tx, { mail, to, about: { name: to.name }, context });

/** A new badge on paper and its first PIN, both shown this once; the badge before is worth nothing any more. */
export async function issueBadge({ db, deps, actor, input, context }: ById) {
  const person = await memberOfStaff(db, input.id);
  const [organisation] = await db.ask(organisationById, { id: person.organisationId });
  const { secret, pin, id } = {
    secret: newLetterSecret(deps.random, 26),
    pin: firstPin(deps),
    id: context.newId(),
  };
  const pinHash = await hashPin(deps.accounts, id, pin);
  await db.atomically(async (tx) => {
    await endBadges(tx, person.id, context.now);
    const its = { id, userId: person.id, secretHash: hashOfSecret(secret), pinHash, pinIsFirst: true };
    await tx.add(badges, { ...its, issuedAt: context.now });
    await noteRights(tx, { by: actor, action: 'badgeIssued', about: person, context });
    await tellOwner(tx, 'badgeIssued', person, context);
  });
  const of = { zh: organisation?.nameZh ?? '', en: organisation?.nameEn ?? '' };
  const card = {
    secret: `GHB${secret}`,
    person: person.name,
    role: roleNames[person.role],
    organisation: of,
  };
  const printed = await printBadges([{ ...card, date: shanghaiDate(context.now) }], {
    dpi: 300,
    language: 'zh',
  });
  return { pin, pdf: Buffer.from(printed.pdf).toString('base64') };
}
const firstPin = ({ random }: Call<object>['deps']) => newDigitSecret(random, 6);

async function endBadges(tx: Writing, userId: string, now: Date) {
  const standing = await tx.ask(badgesOf, { userId });
  for (const badge of standing) await tx.change(badges, badge, { revokedAt: now });
  return standing.length;
}

/** A lost badge: from now on it opens nothing. Sessions that it opened are ended, too. */
export async function revokeBadge({ db: tx, actor, input, context }: OnceCall<{ id: string }>) {
  const person = await memberOfStaff(tx, input.id);
  if ((await endBadges(tx, person.id, context.now)) === 0) throw notFound(accessNouns.badge, '');
  await endSessions(tx, person.id);
  await noteRights(tx, { by: actor, action: 'badgeRevoked', about: person, context });
  await tellOwner(tx, 'badgeRevoked', person, context);
  return { done: true as const };
}

/** A first PIN again, for a badge whose owner forgot theirs or guessed too often. Shown this once. */
export async function resetPin({ db, deps, actor, input, context }: ById) {
  const person = await memberOfStaff(db, input.id);
  const [badge] = await db.ask(badgesOf, { userId: person.id });
  if (!badge) throw notFound(accessNouns.badge, '');
  const pin = firstPin(deps);
  const pinHash = await hashPin(deps.accounts, badge.id, pin);
  await db.atomically(async (tx) => {
    await tx.change(badges, badge, { pinHash, pinIsFirst: true });
    await forgiveAttempts(tx, `badge ${badge.id}`, 'all');
    await noteRights(tx, { by: actor, action: 'pinReset', about: person, context });
    await tellOwner(tx, 'pinReset', person, context);
  });
  return { pin };
}
