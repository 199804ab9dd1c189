import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { holderOfKey, makersOfKeys, rolesPosted } from '../../db/queries/access.ts';
import { coversOf, keysOut } from '../../db/queries/people.ts';
import { apiKeys } from '../../db/schema/access.ts';
import { organisations } from '../../db/schema/master-data.ts';
import type { users } from '../../db/schema/people.ts';
import type { Scoped, Writing } from '../../db/scope.ts';
import { systemViewer } from '../../db/seen-by.ts';
import { notFound, signIn, unusable } from '../http/problem.ts';
import type { RequestContext } from '../http/request-context.ts';
import type { Call, OnceCall } from '../http/route.ts';
import { line, Time, Words } from '../http/shapes.ts';
import { writeMailToHeads } from '../notices/mails.ts';
import type { Deps } from '../process/deps.ts';
import { accessNouns, accessSentences } from '../words/access.ts';
import { organisationNoun } from '../words/organisations.ts';
import { noteRights } from './audit.ts';
import {
  type Actor,
  isRole,
  type Permission,
  permissionNames,
  permissions,
  type Role,
  roles,
  sideOf,
} from './permissions.ts';
import { hashOfSecret, newUrlSecret } from './secrets.ts';

const day = 24 * 60 * 60_000;
const minute = 60_000;
const Named = z.object({ code: z.string(), nameZh: z.string(), nameEn: z.string() });
export const Scope = z.object({ id: z.string(), name: Words });
export const Key = z.object({
  id: z.string(),
  name: z.string(),
  start: z.string(),
  organisation: Named,
  scopes: z.array(Scope),
  createdAt: Time,
  expiresAt: Time,
  lastUsedAt: Time.nullable(),
  revokedAt: Time.nullable(),
  /** Who answers for it: it is worth something for as long as they may make keys. */
  maker: z.string(),
  /** They left, or may make no keys any more: it opens nothing until somebody takes it over. */
  orphaned: z.boolean(),
});
export const KeyAsk = z.strictObject({
  name: line(60),
  /** The code of an organisation; a guest makes keys for their own, whatever stands here. */
  organisation: line(32).optional(),
  scopes: z
    .array(z.enum(permissions as [Permission, ...Permission[]]))
    .min(1)
    .max(permissions.length),
  days: z.number().int().min(1).max(366),
});

/** What a key may do at most: what the administrator of its organisation may, but not look after people and keys. */
const heading: readonly Permission[] = ['members.manage', 'keys.manage', 'audit.read', 'notices.read'];
const headOf = { exporter: 'exporterAdmin', vendor: 'vendorAdmin' } as const satisfies Record<string, Role>;
const scopesFor = (kind: 'exporter' | 'vendor') =>
  [...roles[headOf[kind]]].filter((one) => !heading.includes(one));

/** All that a key can be allowed. */
export const keyScopes: ReadonlySet<Permission> = new Set([...scopesFor('exporter'), ...scopesFor('vendor')]);

const named = (id: Permission) => ({ id, name: permissionNames[id] });

/** The scopes from which one may choose. */
export const scopesOfMine = ({ viewer }: Actor) =>
  (viewer.as === 'exporter' || viewer.as === 'vendor' ? scopesFor(viewer.as) : [...keyScopes]).map(named);

export async function findKeys(db: Scoped, now: Date): Promise<z.input<typeof Key>[]> {
  const found = await db.ask(keysOut, {});
  const system = db.asSystem();
  const makers = await system.list(makersOfKeys, {
    ids: [...new Set(found.map(({ key }) => key.createdBy))],
  });
  const rightful = new Set<string>();
  for (const one of makers) if (await mayStillMakeKeys(system, one, now)) rightful.add(one.id);
  return found.map(({ key, organisation }) => ({
    ...{ ...key, organisation, scopes: key.scopes.map((id) => named(id as Permission)) },
    maker: makers.find(({ id }) => id === key.createdBy)?.name ?? '',
    orphaned: !rightful.has(key.createdBy),
    createdAt: key.createdAt.toISOString(),
    expiresAt: key.expiresAt.toISOString(),
    lastUsedAt: key.lastUsedAt?.toISOString() ?? null,
    revokedAt: key.revokedAt?.toISOString() ?? null,
  }));
}

/** By it a key is known where one was forgotten; what begins otherwise is none and is not looked for. */
const KEY_PREFIX = 'gh_';

/** A new key, shown this once. */
export const makeKey = ({ db, actor, deps, input, context }: Call<z.output<typeof KeyAsk>>) =>
  db.atomically(async (tx) => {
    const { viewer } = actor;
    const own = viewer.as === 'exporter' || viewer.as === 'vendor' ? viewer.organisation : null;
    const isIt = own ? eq(organisations.id, own) : eq(organisations.code, input.organisation ?? '');
    const organisation = await tx.first(organisations, isIt);
    if (!organisation || organisation.kind === 'hub')
      throw notFound(organisationNoun, input.organisation ?? '');
    const most = scopesFor(organisation.kind);
    if (!input.scopes.every((scope) => most.includes(scope)))
      throw unusable([{ path: ['scopes'], code: 'too wide' }], accessSentences.scopeTooWide);
    const secret = `${KEY_PREFIX}${newUrlSecret(deps.random)}`;
    const its = { id: context.newId(), name: input.name, organisationId: organisation.id };
    await tx.add(apiKeys, {
      ...{ ...its, start: secret.slice(0, 8), keyHash: hashOfSecret(secret), scopes: input.scopes },
      ...{ createdBy: actor.id, createdAt: context.now },
      expiresAt: new Date(context.now.getTime() + input.days * day),
    });
    await noteRights(tx, {
      by: actor,
      action: 'keyMade',
      about: its,
      changed: { scopes: [null, input.scopes] },
      context,
    });
    await writeMailToHeads(tx, organisation.id, {
      mail: 'keyMade',
      about: { what: its.name },
      context,
    });
    return { id: its.id, secret };
  });

export async function revokeKey({ db: tx, actor, input, context }: OnceCall<{ id: string }>) {
  const key = await tx.first(apiKeys, eq(apiKeys.id, input.id));
  if (!key) throw notFound(accessNouns.apiKey, '');
  if (!key.revokedAt) {
    await tx.change(apiKeys, key, { revokedAt: context.now });
    await noteRights(tx, { by: actor, action: 'keyRevoked', about: key, context });
  }
  return { rows: await findKeys(tx, context.now) };
}

/** What opened the house for an organisation that is closed stays shut when it is opened again. */
export async function revokeKeysOf(
  tx: Writing,
  by: Actor,
  organisationId: string,
  context: RequestContext,
): Promise<void> {
  const system = tx.asSystem();
  for (const key of await system.find(apiKeys, eq(apiKeys.organisationId, organisationId))) {
    if (key.revokedAt) continue;
    await system.change(apiKeys, key, { revokedAt: context.now });
    await noteRights(tx, { by, action: 'keyRevoked', about: key, context });
  }
}

/** From now on it is worth something for as long as whoever takes it over may make keys. */
export async function takeKeyOver({ db: tx, actor, input, context }: OnceCall<{ id: string }>) {
  const key = await tx.first(apiKeys, eq(apiKeys.id, input.id));
  if (!key) throw notFound(accessNouns.apiKey, '');
  if (key.createdBy !== actor.id) {
    await tx.change(apiKeys, key, { createdBy: actor.id });
    const changed = { maker: [key.createdBy, actor.id] } as const;
    await noteRights(tx, { by: actor, action: 'keyTakenOver', about: key, changed, context });
  }
  return { rows: await findKeys(tx, context.now) };
}

type Maker = Pick<typeof users.$inferSelect, 'id' | 'role' | 'active'>;

/** In general, in one of their warehouses, or as a cover: whoever may make keys nowhere has no keys. */
async function mayStillMakeKeys(system: Scoped, { id, role, active }: Maker, now: Date): Promise<boolean> {
  if (!active) return false;
  if (mayMakeKeys(role)) return true;
  if (!isRole(role) || sideOf(role) !== 'staff') return false;
  const posted = (await system.ask(rolesPosted, { userId: id })).flatMap(({ roles: held }) => held ?? []);
  const covering = (await system.ask(coversOf, { userId: id }))
    .filter(({ fromAt, untilAt }) => fromAt <= now && untilAt > now)
    .map((cover) => cover.role);
  return [...posted, ...covering].some(mayMakeKeys);
}
const mayMakeKeys = (role: string) => isRole(role) && roles[role].has('keys.manage');

/** Who asks with this key. @throws Problem 401 for one that is unknown, revoked or over */
export async function keyHolder(
  { database, now }: Pick<Deps, 'database' | 'now'>,
  secret: string,
): Promise<Actor> {
  if (!secret.startsWith(KEY_PREFIX)) throw signIn();
  const system = database.as(systemViewer);
  const [found] = await system.ask(holderOfKey, { keyHash: hashOfSecret(secret) });
  if (!found || found.kind === 'hub' || found.key.expiresAt <= now()) throw signIn();
  const { key, kind, maker } = found;
  if (!(await mayStillMakeKeys(system, maker, now()))) throw signIn();
  const used = key.lastUsedAt?.getTime() ?? 0;
  // A minute is close enough, and a write for every read is not.
  if (now().getTime() - used > minute)
    await system.atomically((tx) => tx.change(apiKeys, key, { lastUsedAt: now() }));
  const role = headOf[kind];
  const granted = scopesFor(kind).filter((one) => key.scopes.includes(one));
  return {
    ...{ id: key.id, name: key.name, role, roles: [role], device: null },
    viewer: { as: kind, id: key.id, organisation: key.organisationId },
    permissions: new Set(granted),
  };
}
