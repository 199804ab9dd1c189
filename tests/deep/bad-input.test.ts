import iconv from 'iconv-lite';
import request from 'supertest';
import { expect, test } from 'vitest';
import { files } from '../../db/schema/files.ts';
import { returnOrders } from '../../db/schema/goods.ts';
import { itemEvents, items } from '../../db/schema/items.ts';
import { systemViewer } from '../../db/seen-by.ts';
import { routes } from '../../server/api.ts';
import { openapi } from '../../server/http/openapi.ts';
import { finishTasks } from '../../server/jobs/background-tasks.ts';
import type { Name } from '../cast.ts';
import { sent } from '../fuzz/asked.ts';
import { announced, aReturn, type Body, ok, received } from '../journeys/road.ts';
import { aHouse, type House, newScan } from '../world.ts';

const raw = async (house: House, who: Name, path: string, body: string | Buffer, type = 'application/json') =>
  request(house.server)
    .post(`/api/v1/${path}`)
    .set('cookie', await house.cookieOf(who))
    .set('content-type', type)
    .send(body);
const kept = async (house: House) => {
  const all = house.database.as(systemViewer);
  return Promise.all([items, itemEvents, returnOrders, files].map((table) => all.count(table)));
};
/** A clear answer in both languages, of our making. */
function said({ status, body }: { status: number; body: Body }, statuses: readonly number[]) {
  expect(statuses, JSON.stringify(body)).toContain(status);
  expect(body.code).toMatch(/^[a-z_]+$/);
  expect(body.words.zh).toMatch(/[\u4e00-\u9fff]{2}/);
  expect(body.words.en).toMatch(/[a-z]{2}/);
}

test('a body that is no JSON, no object, too large or says a thing twice is refused, and nothing is stored', async () => {
  const house = await aHouse();
  const code = await received(house);
  const before = await kept(house);
  const to = `items/${code}/steps`;
  const move = `"scanId":"${newScan()}","step":"move","location":"Q-01-01-1"`;
  const bodies: [string | Buffer, number][] = [
    ['{', 400],
    ['{"scanId":', 400],
    ["{'a':1}", 400],
    ['NaN', 400],
    [Buffer.from([0xff, 0xfe, 0x7b, 0x7d]), 400],
    [Buffer.from(`{${move},"note":"\xe9"}`, 'latin1'), 400],
    ['['.repeat(30_000), 400],
    ['['.repeat(50_000), 422],
    ['[]', 422],
    [`[{${move}}]`, 422],
    ['"text"', 422],
    ['7', 422],
    ['null', 422],
    ['{}', 422],
    ['', 422],
    [`{${move},"location":"R-01"}`, 422],
    [`{${move},"loc\\u0061tion":"R-01"}`, 422],
    [`{${move},"__proto__":{"step":"receive"}}`, 422],
    [`{${move},"constructor":{}}`, 422],
    [`{${move},"surplus":1}`, 422],
    [`{${move},"location":["Q-01-01-1"]}`, 422],
    [`{${move.replace('"Q-01-01-1"', '{"a":1}')}}`, 422],
    [`{${move.replace('"Q-01-01-1"', '1e400')}}`, 422],
    [`{${move},"pad":"${'x'.repeat(64 * 1024)}"}`, 413],
  ];
  for (const [body, status] of bodies) {
    // The test client would write bytes as JSON of its own, if they were called JSON.
    const type = typeof body === 'string' ? 'application/json' : 'application/octet-stream';
    said(await raw(house, 'wu', to, body, type), [status]);
  }
  expect(await kept(house)).toEqual(before);
  await ok(raw(house, 'wu', to, `{${move}}`));
  expect(({} as Body).step).toBeUndefined();
});

test('a refusal is in the language of whoever reads it', async () => {
  const house = await aHouse();
  const code = await received(house);
  for (const [language, word] of [
    ['zh-CN', /[\u4e00-\u9fff]/],
    ['en', /^[ -~“”’]+$/],
    ['ms', /[\u4e00-\u9fff]/],
  ] as const) {
    const { body } = await request(house.server)
      .post(`/api/v1/items/${code}/steps`)
      .set('cookie', await house.cookieOf('wu'))
      .set('accept-language', language)
      .send({ scanId: newScan(), step: 'move', location: 'Q-99' });
    expect(body.detail).toMatch(word);
  }
});

/** Texts that have broken databases, terminals and people. */
const nasty = [
  '\0',
  'A\0B',
  '\ud800',
  '\udfff text',
  '\u202e\u0000',
  '\r\n\t',
  '%',
  "'; drop table items; --",
  '\\',
  '=1+1',
  '𠮷',
  'e\u0301'.repeat(3),
  ' ',
  '9'.repeat(400),
  '-1',
  '1e99',
  'NaN',
  '__proto__',
  'constructor',
  '[]',
  '{}',
  'null',
];
/** These go into one field at a time as well: else the first bad one hides the rest. */
const alone = ['\0', 'A\0B', '𠮷', '%'];
const others = [null, [], {}, ['a'], -1, 0, 1.5, 1e300, true, { $ne: 1 }];

test('no text in any field of any route breaks the house', async () => {
  const house = await aHouse();
  const { items: announcedItems, code: order } = await announced(house, 'whale', [{ sku: 'SHIRT' }]);
  const item = announcedItems[0]?.code ?? '';
  const { paths } = openapi(routes);
  const named = (path: string) => (path.includes('return-orders') ? order : item);
  const operations = Object.entries(paths)
    .filter(([path]) => !path.includes('first-administrator'))
    .flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, operation]) => ({ path, method, operation }) as Operation),
    );
  const asked = operations.flatMap((one) =>
    [...nasty, ...others].flatMap((text, n) => filledWith(one, text, n, named(one.path))),
  );
  const broken: string[] = [];
  const statuses = new Set<number>();
  for (const { path, method, address, filled, text } of asked) {
    const cookie = await house.cookieOf(path.includes('notices') ? 'whale' : 'admin');
    const body = method === 'get' ? undefined : Buffer.from(JSON.stringify(filled));
    const headers = { cookie, ...(body && { 'content-type': 'application/json' }) };
    const { status } = await sent(house, method, address, headers, body);
    statuses.add(status);
    if (status >= 500) broken.push(`${status} ${method} ${address.slice(0, 120)} ${JSON.stringify(text)}`);
  }
  expect(broken).toEqual([]);
  expect([...statuses]).toEqual(expect.arrayContaining([200, 404, 422]));
});

interface Operation {
  readonly path: string;
  readonly method: 'get' | 'post' | 'patch';
  readonly operation: Body;
}
/** The requests to a route with one text in every field: in the body, the query and, once, the address. */
function filledWith({ path, method, operation }: Operation, text: unknown, n: number, code: string) {
  const body = operation.requestBody?.content['application/json']?.schema;
  const shape = body?.oneOf?.[n % (body.oneOf.length || 1)] ?? body;
  const filled = Object.fromEntries(
    Object.entries<Body>(shape?.properties ?? {}).map(([name, kind]) => [
      name,
      name === 'scanId' && n % 2 ? newScan() : (kind.const ?? text),
    ]),
  );
  const query = operation.parameters
    .filter((one: Body) => one.in === 'query')
    .map((one: Body) => `${one.name}=${encodeURIComponent(wellFormed(text))}`);
  const one = alone.includes(text as string) ? query : [];
  const asking = method === 'get' ? [query.join('&'), ...one] : [query.join('&')];
  const inPaths = path.includes('{') ? [encodeURIComponent(wellFormed(text)) || 'x'] : [];
  return [code, ...inPaths].flatMap((inPath) =>
    asking.map((asked) => {
      const address = `${path.replace(/\{\w+\}/g, inPath)}?${asked}`;
      return { path, method, address, filled, text };
    }),
  );
}
const wellFormed = (text: unknown) => String(text).replace(/[\ud800-\udfff]/gu, '?');

test('an address that cannot be read is answered too', async () => {
  const house = await aHouse();
  for (const path of [
    'items/%E0%A4%A',
    'items/%00',
    'items?page=1&page=2',
    'items?sort=__proto__',
    'items?page=-1',
  ]) {
    const res = await house.call('wu', `GET /api/v1/${path}`);
    said(res, [400, 404, 422]);
  }
});

const header = '您的单号,商品编码,数量,退货原因';
const importing = (house: House, file: string | Buffer, who: Name = 'whale') =>
  raw(house, who, `return-orders/imports?scanId=${newScan()}&warehouse=HK`, file, 'text/csv');

test('a spreadsheet is imported whole, in whatever encoding it was saved', async () => {
  const house = await aHouse();
  const text = (reference: string) => `${header}\r\n${reference},SHIRT,2,R01\r\n${reference},X-1,1,R11\r\n`;
  const saved: [string, Buffer][] = [
    ['utf-8', Buffer.from(text('单A'))],
    ['utf-8', Buffer.from(`\ufeff${text('单B')}`)],
    ['gb18030', iconv.encode(text('单C'), 'gbk')],
    ['utf-16le', iconv.encode(`\ufeff${text('单D')}`, 'utf-16le')],
  ];
  for (const [encoding, file] of saved) {
    const { status, body } = await importing(house, file);
    expect({ status, ...body }).toMatchObject({ status: 202, encoding, lines: 2, faults: [] });
  }
  await finishTasks(house.deps);
  const { rows } = await ok(house.call('whale', 'GET /api/v1/return-orders?sort=reference'));
  expect(rows.map((row: Body) => row.reference).sort()).toEqual(['单A', '单B', '单C', '单D']);
});

test('one bad row and nothing is imported; the report says which row, which column and why', async () => {
  const house = await aHouse();
  const before = await kept(house);
  const file = `${header}\nA-1,SHIRT,2,R01\nA-2,SHIRT,none,R01\nA-3,X-1,1,R77\nA-4,,1,R01\nA-5,"X"1,1,R01\n`;
  const report = await ok(importing(house, file));
  expect(report.accepted).toBeNull();
  expect(report.faults.map(({ row, column }: Body) => [row, column])).toEqual(
    expect.arrayContaining([
      [3, 'quantity'],
      [4, 'reason'],
    ]),
  );
  expect(new Set(report.faults.map(({ row }: Body) => row))).toEqual(new Set([3, 4, 5, 6]));
  for (const { words } of report.faults) expect(words.zh.length * words.en.length).toBeGreaterThan(0);
  for (const file of ['', 'PK\x03\x04', '%PDF-1.7', '\0\0\0', 'a,b\n1,2', header, Buffer.alloc(40, 0xff)]) {
    const res = await importing(house, file);
    expect([200, 422]).toContain(res.status);
    if (res.status === 200) expect(res.body).toMatchObject({ accepted: null });
    if (res.status === 200) expect(res.body.faults.length).toBeGreaterThan(0);
  }
  // A megabyte of answers may come beside the file; what is larger than both is not even taken in.
  const large = await importing(house, Buffer.alloc(5 * 2 ** 20 + 1, 0x41));
  expect([large.status, large.body.faults?.[0]?.code]).toEqual([200, 'tooLarge']);
  said(await importing(house, Buffer.alloc(7 * 2 ** 20, 0x41)), [413]);
  expect(await kept(house)).toEqual(before);
});

test('what would run as a formula goes out as text, in every spreadsheet', async () => {
  const house = await aHouse();
  const evil = ['=HYPERLINK("http://x")', '+1+1', '-2+3', '@SUM(A1)', '＝1'];
  for (const reference of evil)
    await announced(house, 'whale', [{ sku: reference.slice(0, 20) }], { reference }).catch(() => {});
  for (const reference of evil)
    await house.call(
      'whale',
      'POST /api/v1/return-orders',
      aReturn([{ sku: 'SHIRT' }], { reference: `${reference} ` }),
    );
  const orders = await house.call('whale', 'GET /api/v1/return-orders.csv');
  expect(orders.headers['content-type']).toContain('text/csv');
  expect(orders.text).toContain('HYPERLINK');
  expect(orders.text).toContain('退货单 Return order');
  const filtered = await house.call('whale', 'GET /api/v1/return-orders.csv?state=cancelled');
  expect(filtered.text.trim().split('\r\n')).toHaveLength(1);
  const blind = { scanId: newScan(), location: 'R-01', description: '=cmd|x' };
  await ok(house.call('liu', 'POST /api/v1/receipts', blind));
  const goods = await house.call('wang', 'GET /api/v1/items.csv');
  expect(goods.text).toContain('cmd|x');
  for (const { text } of [orders, goods])
    for (const cell of text.slice(1).split(/[\r\n,]+/)) expect(cell).not.toMatch(/^"?[=+@＝]|^"?-\D/);
});

test('a picture that is none is refused, and nothing of it is kept', async () => {
  const house = await aHouse();
  const code = await received(house);
  const before = await kept(house);
  const svg = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>';
  const jpegHead = Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16, 0x4a, 0x46, 0x49, 0x46]);
  for (const file of ['', 'no picture', svg, '%PDF-1.7', Buffer.alloc(5000, 7), jpegHead]) {
    const to = `items/${code}/photos?scanId=${newScan()}`;
    said(await raw(house, 'liu', to, file, 'image/jpeg'), [422]);
  }
  const huge = `items/${code}/photos?scanId=${newScan()}`;
  said(await raw(house, 'liu', huge, Buffer.alloc(26 * 2 ** 20, 1), 'image/jpeg'), [413]);
  expect(await kept(house)).toEqual(before);
});
