import { organisationById, personById } from '../../db/queries/house.ts';
import { badgesOf } from '../../db/queries/people.ts';
import { badges } from '../../db/schema/access.ts';
import type { Scoped, Writing } from '../../db/scope.ts';
import { printBadges } from '../../labels/badge.ts';
import { noteRights } from '../access/audit.ts';
import { isRole, roleNames, sideOf } from '../access/permissions.ts';
import { hashPin } from '../access/pins.ts';
import { hashOfSecret, secretDigits, secretLetters } from '../access/secrets.ts';
import { forgive } from '../access/tries.ts';
import { shanghaiDate } from '../customs/dates.ts';
import { notFound } from '../problem.ts';
import type { Call } from '../route.ts';
import { accessNouns } from '../words/access.ts';
import { nouns } from '../words/problems.ts';
import { endSessions } from './keep.ts';

type ById = Call<{ id: string }>;

/** Badges are for the staff: nobody else stands at a handheld. @throws Problem 404 */
async function memberOfStaff(db: Scoped, id: string) {
  const [person] = await db.ask(personById, { id });
  if (!person || !isRole(person.role) || sideOf(person.role) !== 'staff') throw notFound(nouns.person, '');
  return { ...person, role: person.role };
}

/** A new badge on paper and its first PIN, both shown this once; the badge before is worth nothing any more. */
export async function issueBadge({ db, deps, actor, input, moment }: ById) {
  const person = await memberOfStaff(db, input.id);
  const [organisation] = await db.ask(organisationById, { id: person.organisationId });
  const { secret, pin, id } = {
    secret: secretLetters(deps.random, 26),
    pin: firstPin(deps),
    id: moment.newId(),
  };
  const pinHash = await hashPin(deps.accounts, id, pin);
  await db.atomically(async (tx) => {
    await endBadges(tx, person.id, moment.now);
    const its = { id, userId: person.id, secretHash: hashOfSecret(secret), pinHash, pinIsFirst: true };
    await tx.add(badges, { ...its, issuedAt: moment.now });
    await noteRights(tx, actor, 'badgeIssued', person, {}, moment);
  });
  const of = { zh: organisation?.nameZh ?? '', en: organisation?.nameEn ?? '' };
  const card = {
    secret: `GHB${secret}`,
    person: person.name,
    role: roleNames[person.role],
    organisation: of,
  };
  const printed = await printBadges([{ ...card, date: shanghaiDate(moment.now) }], {
    dpi: 300,
    language: 'zh',
  });
  return { pin, pdf: Buffer.from(printed.pdf).toString('base64') };
}
const firstPin = ({ random }: Call<object>['deps']) => secretDigits(random, 6);

async function endBadges(tx: Writing, userId: string, now: Date) {
  const standing = await tx.ask(badgesOf, { userId });
  for (const badge of standing) await tx.change(badges, badge, { revokedAt: now });
  return standing.length;
}

/** A lost badge: from now on it opens nothing. Sessions that it opened are ended, too. */
export async function revokeBadge({ db, actor, input, moment }: ById) {
  const person = await memberOfStaff(db, input.id);
  await db.atomically(async (tx) => {
    if ((await endBadges(tx, person.id, moment.now)) === 0) throw notFound(accessNouns.badge, '');
    await endSessions(tx, person.id);
    await noteRights(tx, actor, 'badgeRevoked', person, {}, moment);
  });
  return { done: true as const };
}

/** A first PIN again, for a badge whose owner forgot theirs or guessed too often. Shown this once. */
export async function resetPin({ db, deps, actor, input, moment }: ById) {
  const person = await memberOfStaff(db, input.id);
  const [badge] = await db.ask(badgesOf, { userId: person.id });
  if (!badge) throw notFound(accessNouns.badge, '');
  const pin = firstPin(deps);
  const pinHash = await hashPin(deps.accounts, badge.id, pin);
  await db.atomically(async (tx) => {
    await tx.change(badges, badge, { pinHash, pinIsFirst: true });
    await forgive(tx, `badge ${badge.id}`, 'all');
    await noteRights(tx, actor, 'pinReset', person, {}, moment);
  });
  return { pin };
}
