import { timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import { codes, organisations, warehouses } from '../../db/schema/house.ts';
import { postings, users } from '../../db/schema/people.ts';
import type { Writing } from '../../db/scope.ts';
import { seedCatalogue } from '../../db/seed/catalogue.ts';
import { hashPassword } from '../access/accounts.ts';
import type { Moment } from '../call.ts';
import { openWarehouse } from '../house/open-warehouse.ts';
import { Problem } from '../problem.ts';
import { type Call, route } from '../route.ts';
import { line } from '../shapes.ts';
import { firstNames } from '../words/house.ts';
import { peopleSentences } from '../words/people.ts';
import { addUser } from './keep.ts';
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
async function makeFirstAdministrator({ deps, input, moment }: Pick<Call<Ask>, 'deps' | 'input' | 'moment'>) {
  const { firstToken, database } = deps;
  const house = database.as({ as: 'house', id: 'house' });
  // Before the password is hashed, which is made to be costly.
  if (!firstToken || !isTheSame(firstToken, input.token) || (await house.count(users)) > 0)
    throw linkIsOver();
  const passwordHash = await hashPassword(input.password);
  if ((await house.count(codes)) === 0) await seedCatalogue(database);
  await house.atomically((tx) => settle(tx, input, passwordHash, moment));
  return { done: true as const };
}

async function settle(tx: Writing, input: Ask, passwordHash: string, moment: Moment) {
  // Two may hold the same link: inside the transaction there is still nobody, or it is over.
  if ((await tx.count(users)) > 0) throw linkIsOver();
  const nameZh = input.hubNameZh ?? firstNames.hub.zh;
  const nameEn = input.hubNameEn ?? input.hubNameZh ?? firstNames.hub.en;
  const its = { nameZh, nameEn, active: true, createdAt: moment.now };
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
  const id = await addUser(tx, { ...who, organisationId: hub, warehouseId: null }, passwordHash, moment);
  const { zh, en } = firstNames.warehouse;
  const first = { code: 'WH1', nameZh: zh, nameEn: en, address: '', contact: name, phone: '', inZone: false };
  const warehouseId = known?.id ?? (await openWarehouse(tx, first, null, moment));
  await tx.add(postings, { id: moment.newId(), userId: id, warehouseId });
  await tx.change(users, { id }, { warehouseId });
}

export const firstAdministratorRoutes = [
  route('POST /api/v1/first-administrator', {
    summary: 'Makes the first administrator of an empty house, with the one-time link of its first start.',
    needs: 'nobody in particular',
    open: true,
    input: Ask,
    reply: z.object({ done: z.literal(true) }),
    handle: makeFirstAdministrator,
  }),
];
