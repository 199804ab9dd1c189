import { z } from 'zod';
import { organisationById, personById, postingsOf, warehouseById } from '../../db/queries/house.ts';
import { users } from '../../db/schema/people.ts';
import type { Scoped } from '../../db/scope.ts';
import { type Actor, roleNames, sideOf } from '../access/permissions.ts';
import { notFound, signIn } from '../problem.ts';
import { route } from '../route.ts';
import { Words } from '../shapes.ts';
import { nouns } from '../words/problems.ts';

const Named = z.object({ id: z.string(), code: z.string(), nameZh: z.string(), nameEn: z.string() });
const Me = z.object({
  id: z.string(),
  name: z.string(),
  role: z.string(),
  roleName: Words,
  side: z.enum(['staff', 'exporter', 'vendor']),
  organisation: Named,
  warehouse: Named.nullable(),
  warehouses: z.array(Named),
  permissions: z.array(z.string()),
  language: z.enum(['zh-CN', 'en']),
});

async function presentMe(db: Scoped, actor: Actor): Promise<z.input<typeof Me>> {
  const [person] = await db.ask(personById, { id: actor.id });
  const [organisation] = await db.ask(organisationById, { id: person?.organisationId ?? '' });
  if (!person || !organisation) throw signIn();
  const staff = actor.viewer.as === 'staff';
  const [warehouse] = person.warehouseId ? await db.ask(warehouseById, { id: person.warehouseId }) : [];
  return {
    id: actor.id,
    name: actor.name,
    role: actor.role,
    roleName: roleNames[actor.role],
    side: sideOf(actor.role),
    organisation,
    warehouse: warehouse ?? null,
    warehouses: staff ? await db.ask(postingsOf, { userId: actor.id }) : [],
    permissions: [...actor.permissions].sort(),
    language: person.language,
  };
}

export const meRoutes = [
  route('GET /api/v1/me', {
    summary: 'Who is signed in, where they work, and what they may do.',
    needs: 'nobody in particular',
    input: z.strictObject({}),
    reply: Me,
    handle: ({ db, actor }) => presentMe(db, actor),
  }),
  route('POST /api/v1/me/language', {
    summary: 'Chooses the language of the screens.',
    needs: 'nobody in particular',
    input: z.strictObject({ language: z.enum(['zh-CN', 'en']) }),
    reply: Me,
    handle: ({ db, actor, input, moment }) =>
      db.atomically(async (tx) => {
        await tx.change(users, { id: actor.id }, { language: input.language, updatedAt: moment.now });
        return presentMe(tx, actor);
      }),
  }),
  route('POST /api/v1/me/warehouse', {
    summary: 'Goes to work in another of one’s warehouses.',
    needs: 'nobody in particular',
    input: z.strictObject({ warehouseId: z.string().max(64) }),
    reply: Me,
    handle: ({ db, actor, input, moment }) =>
      db.atomically(async (tx) => {
        const mine = actor.viewer.as === 'staff' ? await tx.ask(postingsOf, { userId: actor.id }) : [];
        if (!mine.some(({ id }) => id === input.warehouseId)) throw notFound(nouns.warehouse, '');
        await tx.change(users, { id: actor.id }, { warehouseId: input.warehouseId, updatedAt: moment.now });
        return presentMe(tx, actor);
      }),
  }),
];
