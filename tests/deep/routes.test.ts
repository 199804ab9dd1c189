import fc from 'fast-check';
import { expect, onTestFinished, test } from 'vitest';
import { dialect } from '../../db/columns.ts';
import { roles } from '../../server/access/permissions.ts';
import { noticeRefusals } from '../../server/process/refusal-notices.ts';
import { cast, type Name } from '../cast.ts';
import { asked, type Input, sent } from '../fuzz/asked.ts';
import { openBooks } from '../fuzz/books.ts';
import { broken, inputOf, isFile, type Operation, operations } from '../fuzz/document.ts';
import { fitting, type Known, spoiled } from '../fuzz/values.ts';
import { fullHouse } from '../house-rules/full-house.ts';
import { aPicture, type Goods } from '../house-rules/goods.ts';
import { aHouse, type House } from '../world.ts';

// What is asked is the same on both; what differs is how a database takes it.
const runs = Number(process.env.FUZZ_RUNS ?? (dialect === 'postgres' ? 5 : 10));
const seed = Number(process.env.FUZZ_SEED ?? 7);
const names = Object.keys(cast) as Name[];

/** What exists in this house, by the names of the fields that ask for it; `code` is that of the kind of thing in the address. */
function knownIn(goods: readonly Goods[], rules: readonly string[], { path }: Operation): Known {
  const all = (pick: (one: Goods) => string[]) => goods.flatMap(pick);
  const items = all((one) => [one.stored, one.away, one.going, one.asked, one.packed, one.expected]);
  const shipments = all(({ shipment }) => [shipment]);
  const orders = all((one) => [one.order, one.draft, one.review]);
  const codes: Known = {
    ...{ items, shipments, 'return-orders': orders, tickets: all(({ ticket }) => [ticket]) },
    ...{ consignments: all((one) => [one.consignment, one.open]), skus: ['SHIRT', 'PHONE', 'X-1'] },
    ...{ locations: ['R-01', 'A-01-01-1'], warehouses: ['HK'], organisations: ['whale', 'bolt'] },
  };
  const [, , , entity = ''] = path.split('/');
  return {
    ...fields,
    ...(codes[entity] ? { code: codes[entity] } : {}),
    ...{ codes: [items.slice(0, 3).join(','), 'A-01-01-1'], items, replaces: items, order: orders },
    ...{
      shipment: shipments,
      text: [...items, ...orders, ...shipments, 'JT0001112223334', '06901234567892'],
    },
    id: [...rules, ...all((one) => [one.photo, one.ticketPhoto]), 'bolt'],
  };
}
const fields: Known = {
  ...{
    sku: ['SHIRT', 'PHONE'],
    exporter: ['whale', 'kite'],
    vendor: ['spark', 'bolt'],
    organisation: ['whale', 'hub'],
  },
  ...{ warehouse: ['HK', 'YP'], warehouseId: ['hk', 'yp'], zone: ['ST', 'RE'] },
  ...{ location: ['R-01', 'A-01-01-1', 'Q-01-01-1', 'B-01'], quantity: [1, 2] },
  ...{ disposition: ['RTS', 'RPV', 'RPI', 'DST'], wish: ['RTS'], reason: ['R01'], exception: ['X01', 'X06'] },
  ...{ kind: ['quality', 'battery'], cosmetic: ['C1', 'C2'], functional: ['F1', 'F3'], complete: ['K1'] },
  ...{ packaging: ['P2'], outcome: ['K01', 'K02', 'K05'], customsStatus: ['RELEASED_DOMESTIC'] },
  ...{ exportDate: ['2026-09-01'], releaseDate: ['2026-09-02'], waybill: ['JT1234567890123'] },
  ...{ sort: ['code', '-code', 'createdAt', '-stateSince'], search: ['SHIRT', 'G'] },
};

/** Mostly somebody who may, so that the question gets past the door. */
const whoAsks = ({ needs }: Operation) => {
  const may = names.filter((name) => roles[cast[name].role].has(needs as never));
  return fc.oneof(
    { weight: 9, arbitrary: fc.constantFrom(...(may.length ? may : names)) },
    fc.constantFrom<Name | 'nobody'>(...names, 'nobody'),
  );
};

async function aWatchedHouse() {
  const { house, goods: all } = await fullHouse();
  const goods = Object.values(all);
  const rules = await Promise.all(
    ['customs-rules', 'disposition-rules'].map(
      async (kind) => (await house.call('wang', `GET /api/v1/${kind}`)).body.rows[0]?.id,
    ),
  );
  // A session is prolonged on its first use; after that, asking changes nothing.
  for (const name of names) await house.call(name, 'GET /api/v1/me');
  // So is a notice of frequent refusals, which comes after the answer that it is about: it was given already.
  for (const refusal of ['refused', 'sign-in refused'])
    for (const status of [400, 401, 403, 404, 409, 413, 415, 422, 429])
      await noticeRefusals(house.deps, { refusal, status, address: '' });
  const books = await openBooks(house.deps.config.DATABASE_URL);
  onTestFinished(() => books.close());
  return { house, known: (of: Operation) => knownIn(goods, rules, of), ask: asking(house, books.digest) };
}

/** Asks, and holds the answer against the document and the books against the answer. */
const asking =
  (house: House, digest: () => Promise<string>) =>
  async (who: Name | 'nobody', operation: Operation, input: Input): Promise<number> => {
    const before = await digest();
    const file = isFile(operation.requestBody) ? await aPicture : undefined;
    const { status, type, text } = await asked(house, who, operation, input, file);
    const told = `${who} ${operation.method} ${operation.path} ${JSON.stringify(input).slice(0, 2_000)}: ${text.slice(0, 600)}`;
    if (status >= 500) throw new Error(`${status} for ${told}`);
    const fault = broken(operation, status, type, text);
    if (fault) throw new Error(`It ${fault}. ${told}`);
    if ((status >= 400 || operation.method === 'get') && (await digest()) !== before)
      throw new Error(`It answered ${status} and changed something. ${told}`);
    return status;
  };

test('whatever a client sends to whichever route, the answer is documented, and a refusal changes nothing', async () => {
  const { known, ask } = await aWatchedHouse();
  const faults: string[] = [];
  const count: Record<string, number> = {};
  for (const [i, operation] of operations.entries()) {
    const input = inputOf(operation);
    for (const values of [fitting(input, known(operation)), spoiled(input, known(operation))])
      await fc
        .assert(
          fc.asyncProperty(whoAsks(operation), values, async (who, given) => {
            const status = await ask(who, operation, given as Input);
            count[status] = (count[status] ?? 0) + 1;
          }),
          { numRuns: runs, seed: seed + i, endOnFailure: true },
        )
        .catch((error: Error) => faults.push(`${error.message}\n${String(error.cause ?? '')}`));
  }
  console.info('answers', JSON.stringify(count));
  expect(faults.join('\n\n')).toBe('');
  expect(count[200]).toBeGreaterThan(runs);
});

test('addresses, bodies and headers that no client would send are answered, too', async () => {
  const house = await aHouse();
  const cookie = await house.cookieOf('wang');
  const json = { 'content-type': 'application/json', cookie };
  const deep = (open: string, close: string) =>
    Buffer.from(`{"scanId":"12345678","text":${open.repeat(10_000)}${close.repeat(10_000)}}`);
  const said: [string, number[]][] = [];
  const tell = async (
    what: string,
    status: number[],
    asking: Promise<{ status: number; type: string; text: string }>,
  ) => {
    const { status: got, type, text } = await asking;
    said.push([what, [got]]);
    expect(status, `${what}: ${got} ${text.slice(0, 300)}`).toContain(got);
    if (got !== 200) expect(type, what).toContain('application/problem+json');
  };
  for (const path of [
    '%zz',
    '%',
    '%00',
    '%ff%fe',
    '..%2f..%2fetc%2fpasswd',
    '%F0%9F%98%80',
    'x'.repeat(7_000),
    "'%20or%201=1",
  ])
    await tell(path, [400, 404, 422], sent(house, 'get', `/api/v1/items/${path}`, { cookie }));
  for (const query of [
    'page=1&page=2',
    'page[]=1',
    'page=1e9',
    'size=0',
    'size=-1',
    'sort=%00',
    'sort=__proto__',
    '__proto__=1',
    'constructor=1',
    'search=%00',
    '%00=%00',
    'state=%25',
  ])
    await tell(query, [200, 422], sent(house, 'get', `/api/v1/items?${query}`, { cookie }));
  for (const body of [
    '',
    '{',
    'null',
    '[]',
    '"x"',
    '1',
    '{"a":1e999}',
    '{"__proto__":{"admin":true}}',
    '\u0000',
    '\ufeff{}',
  ])
    await tell(`body ${body}`, [400, 422], sent(house, 'post', '/api/v1/scans', json, Buffer.from(body)));
  await tell('deep arrays', [400, 422], sent(house, 'post', '/api/v1/scans', json, deep('[', ']')));
  await tell(
    'deep objects',
    [400, 422],
    sent(house, 'post', '/api/v1/scans', json, deep('{"a":', '}').subarray(0, 58_000)),
  );
  await tell('3 MB', [413], sent(house, 'post', '/api/v1/scans', json, Buffer.alloc(3 * 2 ** 20, 0x20)));
  // What is not there is looked for first; what is too large for a thing that is, body-limits.test.ts says.
  await tell(
    '21 MB for nothing',
    [404],
    sent(house, 'post', '/api/v1/items/X/photos?scanId=12345678', { cookie }, Buffer.alloc(21 * 2 ** 20)),
  );
  await tell(
    'false gzip',
    [400],
    sent(house, 'post', '/api/v1/scans', { ...json, 'content-encoding': 'gzip' }, Buffer.from('not gzip')),
  );
  await tell(
    'unknown coding',
    [400],
    sent(house, 'post', '/api/v1/scans', { ...json, 'content-encoding': 'x' }, Buffer.from('{}')),
  );
  await tell(
    'unknown charset',
    [400, 422],
    sent(
      house,
      'post',
      '/api/v1/scans',
      { ...json, 'content-type': 'application/json; charset=x-no' },
      Buffer.from('{}'),
    ),
  );
  await tell(
    'UTF-16',
    [400, 422],
    sent(
      house,
      'post',
      '/api/v1/scans',
      { ...json, 'content-type': 'application/json; charset=utf-16' },
      Buffer.from('{}', 'utf16le'),
    ),
  );
  for (const bad of [
    'guihang.session_token=x',
    'guihang.session_token=%',
    'x',
    '=;=;',
    `guihang.session_token=${'a'.repeat(6_000)}`,
    'guihang.session_token=a.b',
    '__proto__=1',
  ])
    await tell(`cookie ${bad.slice(0, 40)}`, [401], sent(house, 'get', '/api/v1/me', { cookie: bad }));
  for (const method of ['put', 'delete', 'patch', 'options', 'trace'])
    await tell(method, [404, 405], sent(house, method, '/api/v1/scans', { cookie }));
  expect(said.length).toBe(50);
});
