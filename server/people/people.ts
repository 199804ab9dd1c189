import { eq, inArray } from 'drizzle-orm';
import { z } from 'zod';
import { personById } from '../../db/queries/master-data.ts';
import { postingsOfMany } from '../../db/queries/people.ts';
import { organisations, warehouses } from '../../db/schema/master-data.ts';
import { postings, users } from '../../db/schema/people.ts';
import type { Writing } from '../../db/scope.ts';
import { difference, noteRights } from '../access/audit.ts';
import { endSessions } from '../access/end-sessions.ts';
import { type Actor, type Role, roleNames, sideOf } from '../access/permissions.ts';
import { omitUndefined } from '../http/omit-undefined.ts';
import { conflict, notFound, unusable } from '../http/problem.ts';
import type { RequestContext } from '../http/request-context.ts';
import { line } from '../http/shapes.ts';
import { writeMail } from '../notices/mails.ts';
import { organisationNoun } from '../words/organisations.ts';
import { peopleSentences } from '../words/people.ts';
import { nouns } from '../words/problems.ts';
import { addUser, setPassword } from './credentials.ts';
import { Password } from './passwords.ts';

export const RoleName = z.enum(Object.keys(roleNames) as [Role, ...Role[]]);
const about = {
  name: line(80),
  role: RoleName,
  /** Codes of the warehouses in which a member of the staff may work. */
  warehouses: z.array(line(32)).max(50),
  /** By the code of a warehouse: what they are there, where it is not their role in general, or is more. */
  roles: z.record(line(32), z.array(RoleName).min(1).max(9)).optional(),
  language: z.enum(['zh-CN', 'en']),
};
export const Email = z.email().max(200);
export const Username = z.string().regex(/^[\w.]{2,40}$/);
export const NewPerson = z.strictObject({
  ...about,
  email: Email,
  username: Username.optional(),
  password: Password,
  organisation: line(32),
  warehouses: about.warehouses.default([]),
  language: about.language.default('zh-CN'),
});
export const PersonChange = z.strictObject({
  ...z.object(about).partial().shape,
  active: z.boolean().optional(),
  password: Password.optional(),
});
type Roles = z.output<typeof about.roles>;

/** @throws Problem for a role that this kind of organisation does not have */
export async function mustFit(tx: Writing, role: Role, where: { code: string } | { id: string }) {
  const isIt = 'id' in where ? eq(organisations.id, where.id) : eq(organisations.code, where.code);
  const organisation = await tx.first(organisations, isIt);
  if (!organisation) throw notFound(organisationNoun, 'code' in where ? where.code : '');
  const side = organisation.kind === 'hub' ? 'staff' : organisation.kind;
  const name = { zh: organisation.nameZh, en: organisation.nameEn };
  if (sideOf(role) !== side)
    throw unusable([{ path: ['role'], code: 'side' }], peopleSentences.wrongSide(roleNames[role], name));
  return organisation;
}

/** The warehouses by their codes; staff have at least one, guests none. */
export async function placesOf(tx: Writing, role: Role, codes: readonly string[]) {
  const fault = (words: { zh: string; en: string }) =>
    unusable([{ path: ['warehouses'], code: 'side' }], words);
  if (sideOf(role) === 'staff' && codes.length === 0) throw fault(peopleSentences.whereTo);
  if (sideOf(role) !== 'staff' && codes.length > 0) throw fault(peopleSentences.noPlaceForGuests);
  if (codes.length === 0) return [];
  const found = await tx.find(warehouses, inArray(warehouses.code, [...codes]));
  const missing = codes.find((code) => !found.some((warehouse) => warehouse.code === code));
  if (missing) throw notFound(nouns.warehouse, missing);
  return codes.flatMap((code) => found.filter((warehouse) => warehouse.code === code));
}

/** @throws Problem for roles in a warehouse where somebody does not work, or that are not of the staff */
function rolesFit(roles: Roles, codes: readonly string[]) {
  for (const [code, held] of Object.entries(roles ?? {}))
    if (!codes.includes(code) || held.some((role) => sideOf(role) !== 'staff'))
      throw unusable([{ path: ['roles', code], code: 'side' }], peopleSentences.rolesElsewhere);
}

export async function addPerson(
  tx: Writing,
  actor: Actor,
  { ask, passwordHash }: { ask: Omit<z.output<typeof NewPerson>, 'password'>; passwordHash: string },
  context: RequestContext,
): Promise<string> {
  const { organisation, warehouses: codes, username, roles, ...rest } = ask;
  const { id: organisationId } = await mustFit(tx, ask.role, { code: organisation });
  const places = await placesOf(tx, ask.role, codes);
  rolesFit(roles, codes);
  const where = { organisationId, warehouseId: places[0]?.id ?? null };
  const who = { ...rest, ...where, username: username ?? null, emailVerified: false };
  const id = await addUser(tx, who, passwordHash, context);
  for (const { id: warehouseId, code } of new Set(places))
    await tx.claim(postings, { id: context.newId(), userId: id, warehouseId, roles: roles?.[code] ?? null });
  const about = { id, name: ask.name, organisationId };
  const rights = { role: ask.role, warehouses: codes, roles };
  await noteRights(tx, { by: actor, action: 'personAdded', about, changed: difference({}, rights), context });
  return id;
}

interface ChangeOfPerson {
  readonly id: string;
  readonly ask: Omit<z.output<typeof PersonChange>, 'password'>;
  /** Of a new password, if there is one. */
  readonly passwordHash: string | null;
}

/** What changes for a person. Who is deactivated or gets a new password is signed out everywhere. */
export async function changePerson(
  tx: Writing,
  actor: Actor,
  { id, ask, passwordHash }: ChangeOfPerson,
  context: RequestContext,
): Promise<void> {
  const [before] = await tx.ask(personById, { id });
  if (!before) throw notFound(nouns.person, '');
  const { warehouses: codes, roles, ...set } = ask;
  const newRole = ask.role && ask.role !== before.role;
  // So that one administrator is always left.
  if (id === actor.id && (ask.active === false || newRole))
    throw conflict('not_yourself', peopleSentences.notYourself);
  if (ask.role) await mustFit(tx, ask.role, { id: before.organisationId });
  await tx.change(users, { id }, { ...omitUndefined(set), updatedAt: context.now });
  const posted = await tx.list(postingsOfMany, { userIds: [id] });
  const places = { warehouses: posted.map(({ code }) => code), roles: rolesOf(posted) };
  if (codes || roles)
    await repost(
      tx,
      before,
      { role: ask.role ?? (before.role as Role), codes: codes ?? places.warehouses, roles },
      context,
    );
  const changed = difference(
    { ...before, ...places },
    { ...omitUndefined(set), ...omitUndefined({ warehouses: codes, roles }) },
  );
  if (Object.keys(changed).length)
    await noteRights(tx, { by: actor, action: 'personChanged', about: before, changed, context });
  const tell = { to: before, about: { name: before.name }, context };
  if (['role', 'roles', 'warehouses'].some((field) => field in changed))
    await writeMail(tx, { ...tell, mail: 'rightsChanged' });
  if (passwordHash) {
    await setPassword(tx, id, passwordHash, context);
    await noteRights(tx, { by: actor, action: 'passwordSet', about: before, context });
    await writeMail(tx, { ...tell, mail: 'passwordChanged' });
  }
  if (passwordHash || ask.active === false) await endSessions(tx, id);
}

const rolesOf = (posted: readonly { code: string; roles: readonly string[] | null }[]) =>
  Object.fromEntries(posted.flatMap(({ code, roles }) => (roles ? [[code, roles] as const] : [])));

async function repost(
  tx: Writing,
  { id, warehouseId }: { id: string; warehouseId: string | null },
  { role, codes, roles }: { role: Role; codes: readonly string[]; roles: Roles },
  { newId }: RequestContext,
) {
  rolesFit(roles, codes);
  const wanted = await placesOf(tx, role, codes);
  const posted = await tx.list(postingsOfMany, { userIds: [id] });
  for (const posting of posted)
    if (!wanted.some((place) => place.id === posting.warehouseId)) await tx.remove(postings, posting);
  for (const place of wanted) {
    const known = posted.find((posting) => posting.warehouseId === place.id);
    const held = roles?.[place.code];
    if (!known)
      await tx.claim(postings, { id: newId(), userId: id, warehouseId: place.id, roles: held ?? null });
    else if (roles) await tx.change(postings, known, { roles: held ?? null });
  }
  const [first] = wanted;
  if (!warehouseId || !wanted.some((place) => place.id === warehouseId))
    await tx.change(users, { id }, { warehouseId: first?.id ?? null });
}
