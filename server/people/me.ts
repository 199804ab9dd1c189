import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { organisationById, personById, postingsOf, warehouseById } from '../../db/queries/master-data.ts';
import { coversOf } from '../../db/queries/people.ts';
import { devices } from '../../db/schema/access.ts';
import { citationRules } from '../../db/schema/master-data.ts';
import { users } from '../../db/schema/people.ts';
import type { Scoped } from '../../db/scope.ts';
import { type Actor, needsSecondFactor, type Role, roleNames, sideOf } from '../access/permissions.ts';
import { notFound, signIn } from '../http/problem.ts';
import { route } from '../http/route.ts';
import { Side, Words } from '../http/shapes.ts';
import type { Deps } from '../process/deps.ts';
import { isExposed } from '../process/exposure.ts';
import { nouns } from '../words/problems.ts';

const Named = z.object({ id: z.string(), code: z.string(), nameZh: z.string(), nameEn: z.string() });
const Me = z.object({
  id: z.string(),
  name: z.string(),
  role: z.string(),
  roleName: Words,
  side: Side,
  /** The pages that are for them: work at the goods is done with a handheld. */
  home: z.enum(['handheld', 'office', 'portal', 'vendor']),
  organisation: Named,
  warehouse: Named.nullable(),
  /** Of an exporter, whether its contract asks that a line of a return cites a known export. */
  exportCitation: z.enum(citationRules).nullable(),
  warehouses: z.array(Named),
  permissions: z.array(z.string()),
  language: z.enum(['zh-CN', 'en']),
  /** What they are here and now. */
  roles: z.array(z.object({ id: z.string(), name: Words })),
  email: z.string(),
  emailVerified: z.boolean(),
  /** `missing`: nothing else may be done before it is set up. */
  secondFactor: z.enum(['on', 'off', 'missing']),
  /** Told to whoever looks after the system: what is typed here crosses a public network unencrypted. */
  isExposed: z.boolean(),
  /** The handheld in their hand, when they came in with a badge. */
  device: z.object({ name: z.string(), idleLockMinutes: z.number() }).nullable(),
});

const home: Readonly<Record<Role, z.infer<typeof Me>['home']>> = {
  receiver: 'handheld',
  inspector: 'handheld',
  storekeeper: 'handheld',
  technician: 'handheld',
  packer: 'handheld',
  supervisor: 'office',
  customs: 'office',
  manager: 'office',
  administrator: 'office',
  exporterMember: 'portal',
  exporterAdmin: 'portal',
  vendorMember: 'vendor',
  vendorAdmin: 'vendor',
};

async function presentMe(db: Scoped, actor: Actor, { config, now }: Deps): Promise<z.input<typeof Me>> {
  const [person] = await db.ask(personById, { id: actor.id });
  const [organisation] = await db.ask(organisationById, { id: person?.organisationId ?? '' });
  if (!person || !organisation) throw signIn();
  const { viewer } = actor;
  const [warehouse] = viewer.as === 'staff' ? await db.ask(warehouseById, { id: viewer.warehouse }) : [];
  const handheld = actor.device ? await db.first(devices, eq(devices.id, actor.device)) : undefined;
  const mustHaveOne = needsSecondFactor(config, actor.roles, actor.device);
  return {
    id: actor.id,
    name: actor.name,
    role: actor.role,
    roleName: roleNames[actor.role],
    side: sideOf(actor.role),
    home: home[actor.role],
    organisation,
    warehouse: warehouse ?? null,
    exportCitation: viewer.as === 'exporter' ? organisation.exportCitation : null,
    warehouses: viewer.as === 'staff' ? await placesToWork(db, actor, now()) : [],
    permissions: [...actor.permissions].sort(),
    language: person.language,
    roles: actor.roles.map((id) => ({ id, name: roleNames[id] })),
    email: person.email,
    emailVerified: person.emailVerified,
    secondFactor: person.twoFactorEnabled ? 'on' : mustHaveOne ? 'missing' : 'off',
    isExposed: actor.permissions.has('people.manage') && isExposed(config),
    device: handheld ? { name: handheld.name, idleLockMinutes: warehouse?.idleLockMinutes ?? 10 } : null,
  };
}

/** Where they are posted, and where they cover for somebody at this moment; with a badge, where the handheld belongs. */
async function placesToWork(db: Scoped, { id, device, viewer }: Actor, now: Date) {
  const posted = await db.ask(postingsOf, { userId: id });
  const covered = (await db.ask(coversOf, { userId: id }))
    .filter(({ fromAt, untilAt }) => fromAt <= now && untilAt > now)
    .map(({ warehouseId, code, nameZh, nameEn }) => ({ id: warehouseId, code, nameZh, nameEn }));
  const all = [...posted, ...covered.filter((one) => !posted.some((other) => other.id === one.id))];
  return device && viewer.as === 'staff' ? all.filter((one) => one.id === viewer.warehouse) : all;
}

export const meRoutes = [
  route('GET /api/v1/me', {
    summary: 'Who is signed in, where they work, and what they may do.',
    needs: 'nobody in particular',
    input: z.strictObject({}),
    reply: Me,
    handle: ({ db, actor, deps }) => presentMe(db, actor, deps),
  }),
  route('POST /api/v1/me/language', {
    summary: 'Chooses the language of the screens.',
    needs: 'nobody in particular',
    input: z.strictObject({ language: z.enum(['zh-CN', 'en']) }),
    reply: Me,
    once: true,
    handle: async ({ db: tx, actor, deps, input, context }) => {
      await tx.change(users, { id: actor.id }, { language: input.language, updatedAt: context.now });
      return presentMe(tx, actor, deps);
    },
  }),
  route('POST /api/v1/me/warehouse', {
    summary: 'Goes to work in another of one’s warehouses.',
    needs: 'nobody in particular',
    input: z.strictObject({ warehouseId: z.string().max(64) }),
    reply: Me,
    once: true,
    handle: async ({ db: tx, actor, deps, input, context }) => {
      const { warehouseId: warehouse } = input;
      const mine = actor.viewer.as === 'staff' ? await placesToWork(tx, actor, context.now) : [];
      if (!mine.some(({ id }) => id === warehouse)) throw notFound(nouns.warehouse, '');
      await tx.change(users, { id: actor.id }, { warehouseId: warehouse, updatedAt: context.now });
      const there = actor.viewer.as === 'staff' ? { ...actor.viewer, warehouse } : actor.viewer;
      return presentMe(tx, { ...actor, viewer: there }, deps);
    },
  }),
];
