import { once } from 'node:events';
import { Agent, type IncomingMessage, request } from 'node:http';
import { text as textOf } from 'node:stream/consumers';
import { expect, onTestFinished, test } from 'vitest';
import { routes } from '../../server/api.ts';
import { bodyLimit } from '../../server/http/body.ts';
import type { Route } from '../../server/http/route.ts';
import { LineAsk } from '../../server/returns/submit.ts';
import { cast, type Name } from '../cast.ts';
import { operations } from '../fuzz/document.ts';
import { aFullHouse } from '../house-rules/goods.ts';
import { hostileBodies } from '../house-rules/hostile-input.ts';
import { matrix } from '../house-rules/matrix.ts';
import { type Endpoint, inHaikou, subjects } from '../house-rules/sweep.ts';
import { freePort, Server } from '../plant/server.ts';
import { aHouse, newScan, secret } from '../world.ts';

/** Nothing may hold the thread that answers the scans for longer, on a machine as fast as the one of UNIT_MS. */
const LIMIT_MS = 50;
/** What the unit of work (plant/meter.mjs) takes there. On a slower machine the limit grows with it. */
const UNIT_MS = 3.5;
const TRIES = 3;

interface Answer {
  readonly status: number;
  readonly text: string;
}
interface Ask {
  readonly who: Name | 'nobody';
  readonly method: string;
  readonly path: string;
  readonly body?: Buffer;
  readonly type?: string;
}

/** Asked until it is answered and everything was sent. Without `fetch`, which copies a body twice. */
async function sent(url: string, { method, headers, body }: Pick<Ask, 'method' | 'body'> & Headed) {
  const asked = request(url, { method, headers, agent });
  const finished = once(asked, 'finish');
  const answered = once(asked, 'response') as Promise<[IncomingMessage]>;
  asked.end(body);
  const [answer] = await answered;
  const [text] = await Promise.all([textOf(answer), finished]);
  return { status: answer.statusCode ?? 0, text };
}
interface Headed {
  readonly headers: Readonly<Record<string, string>>;
}
const agent = new Agent({ keepAlive: true });

/** The built server in a process of its own, at the data of a house whose people are signed in. */
async function aServer() {
  const house = await aHouse();
  const settings = { SESSION_SECRET: secret };
  const server = new Server(await freePort(), house.url, house.deps.config.FILES_DIR, settings);
  onTestFinished(() => server.kill());
  await server.start();
  const send = async ({ who, method, path, body, type = 'application/json' }: Ask): Promise<Answer> => {
    const cookie = who === 'nobody' ? '' : await house.cookieOf(who);
    const headers = {
      cookie,
      'content-length': String(body?.length ?? 0),
      ...(body ? { 'content-type': type } : {}),
    };
    return sent(`${server.address}${path}`, { method, headers, ...(body ? { body } : {}) });
  };
  const unit = async () => Math.max(UNIT_MS, await server.unitOfWork());
  const tooLong: string[] = [];
  /** Does it up to three times, and remembers it when it held the thread too long each time. */
  const measured = async <Result>(what: string, work: () => Promise<Result>): Promise<Result> => {
    let best = Number.POSITIVE_INFINITY;
    let result!: Result;
    for (let tries = 0; tries < TRIES && best > LIMIT_MS; tries++) {
      const held = await server.heldDuring(async () => {
        result = await work();
      });
      best = Math.min(best, (held * UNIT_MS) / (held > LIMIT_MS ? await unit() : UNIT_MS));
    }
    if (best > LIMIT_MS) tooLong.push(`${Math.round(best)} ms: ${what}`);
    return result;
  };
  return { house, send, measured, tooLong };
}
type Subject = Awaited<ReturnType<typeof subjects>>['whale'];

/** Somebody who may, and what they ask: what stands in the address goes there. */
function asked({ endpoint }: Route, whale: Subject) {
  const [method = '', template = ''] = endpoint.split(' ');
  const row = matrix[endpoint as Endpoint];
  const may = row.may.split(' ');
  const who = row.stranger === 'yes' ? 'nobody' : inHaikou.find((name) => may.includes(cast[name].role));
  const rest: Record<string, unknown> = { ...row.ask(whale, cast[who as Name]?.role ?? 'receiver') };
  const path = template.replace(/:(\w+)/g, (_, key: string) => {
    const value = encodeURIComponent(String(rest[key]));
    delete rest[key];
    return value;
  });
  return { who: who ?? ('nobody' as const), method, path, rest, file: row.file };
}

test('no route holds the thread of the scans longer than 50 ms, whatever is sent to it', async () => {
  const { house, send, measured, tooLong } = await aServer();
  const { whale } = await subjects(house, await aFullHouse(house));
  const otherwise: string[] = [];
  for (const route of routes) {
    const { method, path, file } = asked(route, whale);
    await measured(`${route.endpoint}, as it is asked`, () => {
      const { who, rest } = asked(route, whale);
      const query = method === 'GET' ? `?${new URLSearchParams(rest as Record<string, string>)}` : '';
      const body = method === 'GET' ? {} : { body: Buffer.from(file ? 'x' : JSON.stringify(rest)) };
      return send({ who, method, path: `${path}${query}`, ...body });
    });
    const documented = route.endpoint.slice(route.endpoint.indexOf(' ') + 1).replace(/:(\w+)/g, '{$1}');
    const operation = operations.find(
      (one) => one.method === method.toLowerCase() && one.path === documented,
    );
    if (!operation || method === 'GET') continue;
    for (const { what, body, status } of hostileBodies(operation, bodyLimit(route))) {
      const { who } = asked(route, whale);
      const answer = await measured(`${route.endpoint}, ${what}`, () => send({ who, method, path, body }));
      // What a picture is of is looked for first: it may be missing before the picture is too large.
      // Whoever is told to come back later was not measured.
      const isOdd = answer.status >= 500 || answer.status === 429;
      if (isOdd || (status && !route.seek && answer.status !== status))
        otherwise.push(`${route.endpoint}, ${what}: ${answer.status}`);
    }
  }
  expect(otherwise).toEqual([]);
  expect(tooLong).toEqual([]);
});

const orders = '/api/v1/return-orders';
const MB = 1024 * 1024;
const header = 'Reference,SKU,Quantity,Reason\r\n';
const filled = (part: string | Buffer, before = header) => {
  const head = Buffer.from(before);
  return Buffer.concat([head, Buffer.alloc(5 * MB - head.length, part)]);
};
/** Five megabytes that are no spreadsheet of anybody's. */
const hostileSheets: Readonly<Record<string, () => Buffer>> = {
  'one row of commas': () => filled(','),
  'many rows of commas': () => filled(`${','.repeat(199)}\n`),
  'newlines alone': () => filled('\n', ''),
  'newlines after the header': () => filled('\r\n'),
  'a header of a million columns': () => filled('a,', ''),
  'bytes that are no text': () => filled(Buffer.from([0xff]), 'x'),
  GBK: () => filled(Buffer.from([0xc4, 0xe3])),
  'GB18030 of four bytes': () => filled(Buffer.from([0x95, 0x32, 0x82, 0x36])),
  'UTF-16': () =>
    Buffer.concat([Buffer.from([0xff, 0xfe]), filled(Buffer.from('a,', 'utf16le'), '').subarray(2)]),
  'rows of guards': () => filled(`W,${"'=".repeat(240)},1,R01\r\n`),
  'an open quote': () => filled('a', `${header}"`),
  'ten thousand rows': () =>
    Buffer.from(header + Array.from({ length: 9_999 }, (_, i) => `W${i},SHIRT,1,R01\r\n`).join('')),
};

test('no spreadsheet holds it longer, whatever its bytes are', async () => {
  const { send, measured, tooLong } = await aServer();
  const sent = async (body: Buffer) => {
    const path = `${orders}/imports?warehouse=HK&check=only&scanId=${newScan()}`;
    return send({ who: 'whale', method: 'POST', path, body, type: 'text/csv' });
  };
  await sent(filled('A', ''));
  for (const [what, sheet] of Object.entries(hostileSheets)) {
    const body = sheet();
    const { status, text } = await measured(what, () => sent(body));
    const { accepted, faults } = JSON.parse(text);
    expect([what, status, accepted]).toEqual([what, 200, null]);
    if (what !== 'ten thousand rows') expect([what, faults.length > 0]).toEqual([what, true]);
  }
  expect(tooLong).toEqual([]);
});

const lines = (n: number, more: (i: number) => object = () => ({})) =>
  Array.from({ length: n }, (_, i) => ({ sku: 'SHIRT', quantity: 1, reason: 'R01', ...more(i) }));
const full = (i: number) => ({
  ...{
    sku: i % 3 ? 'SHIRT' : `NEW-${i}`,
    reasonText: '外壳有划痕, 屏幕[左上角]破裂',
    wish: 'RTS',
    salesOrder: `T${i}`,
  },
  ...{ exportDocument: '46412026E000000001', exportDocumentKind: 'list', exportMode: '9610' },
});
const wrong = () => ({ reason: 'NOPE', wish: 'NOPE', exportDate: '2026-99-99', releaseDate: '2026-99-99' });
/** Each field that a line may have, of a kind that none of them has. */
const ofTheWrongKind = () => Object.fromEntries(Object.keys(LineAsk.shape).map((field) => [field, true]));

test('the largest that is permitted holds it no longer either, from its asking to its last piece', async () => {
  const { send, measured, tooLong } = await aServer();
  const get = (path: string, who: Name = 'whale') => send({ who, method: 'GET', path });
  const post = (path: string, given: object) =>
    send({
      who: 'whale',
      method: 'POST',
      path,
      body: Buffer.from(JSON.stringify({ scanId: newScan(), ...given })),
    });
  const sheet = (rows: readonly string[]) => {
    const body = Buffer.from(`Reference,SKU,Quantity,Reason\r\n${rows.join('\r\n')}\r\n`);
    const path = `${orders}/imports?warehouse=HK&scanId=${newScan()}`;
    return send({ who: 'whale', method: 'POST', path, body, type: 'text/csv' });
  };
  const announced = async (what: string, given: () => readonly object[]) => {
    const { text, status } = await measured(what, () => post(orders, { warehouse: 'HK', lines: given() }));
    expect([what, status], text.slice(0, 600)).toEqual([what, 202]);
    return `${orders}/${JSON.parse(text).code}`;
  };
  // Not asked more often: what is asked is the view of thousands, and dearer than the pieces are.
  const often = { interval: 500 };
  const pending = async (path: string) => JSON.parse((await get(path)).text).pending;
  const finished = (path: string, what: string, enough = 0) =>
    measured(`the pieces of ${what}`, () =>
      expect.poll(() => pending(path), often).toBeLessThanOrEqual(enough),
    );
  for (const [what, some] of [
    ['2,000 lines with four faults each', lines(2_000, wrong)],
    ['2,000 lines of the wrong kind', lines(2_000, ofTheWrongKind)],
  ] as const) {
    const { status, text } = await measured(what, () => post(orders, { warehouse: 'HK', lines: some }));
    expect([status, JSON.parse(text).issues.length]).toEqual([422, 100]);
  }
  const large = await announced('2,000 full lines', () => lines(2_000, full));
  await finished(large, '2,000 full lines');
  await measured('the view of 2,000 lines', () => get(large));
  const serials = await announced('2,000 lines with a serial', () => {
    // No label of ours begins so, whatever is drawn by lot.
    const mark = `X${newScan().slice(0, 8)}`;
    return lines(2_000, (i) => ({ sku: 'PHONE', serial: `${mark}-${i}` }));
  });
  await finished(serials, '2,000 lines with a serial');
  const many = await announced('10,000 serialised articles', () => [
    { sku: 'PHONE', quantity: 10_000, reason: 'R01' },
  ]);
  const reference = newScan();
  await measured('a sheet of 2,000 rows for one order', () =>
    sheet(lines(2_000).map(() => `${reference},SHIRT,1,R01`)),
  );
  await measured('a sheet of 9,900 wrong rows', () => sheet(lines(9_900).map((_, i) => `W${i},,0,R00`)));
  await finished(many, '10,000 articles', 9_000);
  await measured('the view of 10,000', () => get(many));
  const codes = JSON.parse((await get(many)).text)
    .items.map(({ code }: { code: string }) => code)
    .slice(0, 200);
  for (const path of [
    `labels/items.pdf?codes=${codes}`,
    'items?page=1&size=200',
    'items?search=0&page=1&size=200',
    'items.csv',
  ])
    await measured(`/${path.slice(0, 20)}`, () => get(`/api/v1/${path}`));
  for (const path of [
    'return-orders?page=1&size=200',
    'return-orders.csv',
    'skus?page=1&size=200',
    'openapi.json',
  ])
    await measured(`/${path}`, () => get(`/api/v1/${path}`));
  await measured('the board', () => get('/api/v1/board', 'wang'));
  await measured('cancelling 10,000', () => post(`${many}/steps`, { step: 'cancel' }));
  await finished(many, 'cancelling 10,000');
  expect(tooLong).toEqual([]);
});
