import { timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import { codes, organisations, warehouses } from '../../db/schema/master-data.ts';
import { postings, users } from '../../db/schema/people.ts';
import type { Writing } from '../../db/scope.ts';
import { seedCatalogue } from '../../db/seed/catalogue.ts';
import { systemViewer } from '../../db/seen-by.ts';
import { hashPassword } from '../access/accounts.ts';
import { Problem } from '../http/problem.ts';
import type { RequestContext } from '../http/request-context.ts';
import { type Call, route } from '../http/route.ts';
import { line } from '../http/shapes.ts';
import { openWarehouse } from '../warehouses/open-warehouse.ts';
import { firstNames } from '../words/organisations.ts';
import { peopleSentences } from '../words/people.ts';
import { addUser } from './credentials.ts';
import { Password } from './passwords.ts';
import { Email, Username } from './people.ts';

const Ask = z.strictObject({
  token: z.string().min(1).max(200),
  name: line(80),
  email: Email,
  username: Username.optional(),
  password: Password,
  hubNameZh: line(100).optional(),
  hubNameEn: line(100).optional(),
  language: z.enum(['zh-CN', 'en']).default('zh-CN'),
});
type Ask = z.output<typeof Ask>;
const hub = 'hub';

const linkIsOver = () => new Problem(403, 'link_is_over', peopleSentences.linkIsOver);
const isTheSame = (a: string, b: string) => {
  const [known, given] = [Buffer.from(a), Buffer.from(b)];
  return known.length === given.length && timingSafeEqual(known, given);
};

/** On an empty database, for whoever holds the token of this start: the hub, a warehouse, its administrator. */
async function makeFirstAdministrator({
  deps,
  input,
  context,
}: Pick<Call<Ask>, 'deps' | 'input' | 'context'>) {
  const { firstToken, database } = deps;
  const system = database.as(systemViewer);
  // Before the password is hashed, which is made to be costly.
  if (!firstToken || !isTheSame(firstToken, input.token) || (await system.count(users)) > 0)
    throw linkIsOver();
  const passwordHash = await hashPassword(input.password);
  if ((await system.count(codes)) === 0) await seedCatalogue(database);
  await system.atomically((tx) => settle(tx, input, passwordHash, context));
  return { done: true as const };
}

async function settle(tx: Writing, input: Ask, passwordHash: string, context: RequestContext) {
  // Two may hold the same link: inside the transaction there is still nobody, or it is over.
  if ((await tx.count(users)) > 0) throw linkIsOver();
  const nameZh = input.hubNameZh ?? firstNames.hub.zh;
  const nameEn = input.hubNameEn ?? input.hubNameZh ?? firstNames.hub.en;
  const its = { nameZh, nameEn, active: true, createdAt: context.now };
  await tx.claim(organisations, { id: hub, code: hub, kind: 'hub', ...its });
  const known = await tx.first(warehouses);
  const { name, email, username, language } = input;
  const who = {
    name,
    email,
    language,
    username: username ?? null,
    role: 'administrator',
    emailVerified: true,
  };
  const id = await addUser(tx, { ...who, organisationId: hub, warehouseId: null }, passwordHash, context);
  const { zh, en } = firstNames.warehouse;
  const first = { code: 'WH1', nameZh: zh, nameEn: en, address: '', contact: name, phone: '', inZone: false };
  const warehouseId = known?.id ?? (await openWarehouse(tx, first, null, context));
  await tx.add(postings, { id: context.newId(), userId: id, warehouseId });
  await tx.change(users, { id }, { warehouseId });
}

export const firstAdministratorRoutes = [
  route('POST /api/v1/first-administrator', {
    summary: 'Makes the first administrator of an empty house, with the one-time link of its first start.',
    needs: 'nobody in particular',
    open: true,
    input: Ask,
    reply: z.object({ done: z.literal(true) }),
    once: 'because it makes nobody where there is somebody already',
    handle: makeFirstAdministrator,
  }),
];
