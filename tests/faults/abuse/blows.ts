import { randomUUID } from 'node:crypto';
import { request } from 'node:http';
import { fortyPhotos, sixtyUnfinished } from './uploads.ts';

/** Whom the attackers are at, and what they have in their hands. */
export interface Target {
  readonly address: string;
  /** An exporter's session, and an API key of theirs. */
  readonly cookie: string;
  readonly key: string;
  /** A session of the staff: of whoever found a handheld. */
  readonly staff: string;
  /** Two hundred items of this exporter. */
  readonly codes: readonly string[];
  readonly warehouse: string;
}
export interface Heard {
  readonly status: number;
  readonly bytes: number;
  readonly text: string;
}

const KB = 1024;
const MB = KB * KB;
const json = 'application/json';

async function heard(answer: Response): Promise<Heard> {
  const bytes = Buffer.from(await answer.arrayBuffer());
  return { status: answer.status, bytes: bytes.length, text: bytes.toString('utf8') };
}
interface Sent {
  readonly method?: string;
  readonly body?: string;
  readonly type?: string;
  readonly cookie?: string;
  readonly authorization?: string;
}
/** Status 0: the server hung up, as it does on whoever sends too slowly or more than is read. */
const hungUp = (): Heard => ({ status: 0, bytes: 0, text: '' });
const send = (at: Target, path: string, { body, type = json, method, ...headers }: Sent = {}) =>
  fetch(`${at.address}${path}`, {
    method: method ?? (body === undefined ? 'GET' : 'POST'),
    headers: { ...(body === undefined ? {} : { 'content-type': type }), ...headers },
    ...(body === undefined ? {} : { body }),
  })
    .then(heard)
    .catch(hungUp);

/** So many bytes, whether they are read or not. Ends when the server has answered and closed the door. */
function flood(at: Target, path: string, bytes: number, isAnnounced: boolean): Promise<Heard> {
  const part = Buffer.alloc(256 * KB, 'x');
  const headers = { 'content-type': json, ...(isAnnounced ? { 'content-length': bytes } : {}) };
  return new Promise((done) => {
    let status = 0;
    let over = false;
    const asking = request(`${at.address}${path}`, { method: 'POST', headers }, (answer) => {
      status = answer.statusCode ?? 0;
      answer.resume().on('close', end);
    });
    const end = () => {
      over = true;
      asking.destroy();
      done({ status, bytes: 0, text: '' });
    };
    let left = bytes;
    const more = () => {
      while (!over && left > 0) {
        left -= part.length;
        if (!asking.write(part)) return void asking.once('drain', more);
      }
      asking.end();
    };
    // The server closes on those who send on; that is how they hear it.
    asking.on('error', end);
    more();
  });
}

const line = { sku: 'SHIRT', quantity: 1, reason: 'R01' };
const announce = (at: Target, lines: readonly unknown[], more: object = {}) =>
  send(at, '/api/v1/return-orders', {
    cookie: at.cookie,
    body: JSON.stringify({ scanId: randomUUID(), warehouse: at.warehouse, lines, ...more }),
  });

/** What is hostile to expressions that go back and forth: long runs of what nearly fits. */
const hostile = ['a ', '(((a', 'aA1!', ' \t', '\u3000'];
const passwordOf = (bytes: number) => hostile[Math.floor(Math.random() * hostile.length)]?.repeat(bytes / 4);

async function longPasswords(at: Target): Promise<Heard[]> {
  const heard: Heard[] = [];
  for (const length of [60 * KB, 80 * KB]) {
    const password = passwordOf(length) ?? '';
    const asked = { token: 'none', email: password, name: password, password };
    for (const path of ['/api/v1/password-resets', '/api/v1/invitation-acceptances'])
      heard.push(await send(at, path, { body: JSON.stringify({ token: 'none', password }) }));
    heard.push(await send(at, '/api/v1/first-administrator', { body: JSON.stringify(asked) }));
    const account = JSON.stringify({ email: 'nobody@plant.test', password });
    heard.push(await send(at, '/api/auth/sign-in/email', { body: account }));
  }
  return heard;
}

async function tenThousandSerials(at: Target): Promise<Heard[]> {
  const heard = [await announce(at, [{ sku: 'PHONE', quantity: 10_000, reason: 'R01' }])];
  const { code } = JSON.parse(heard[0]?.text || '{}') as { code?: string };
  if (!code) return heard;
  const path = `/api/v1/return-orders/${code}`;
  for (let i = 0; i < 5; i++) heard.push(await send(at, path, { cookie: at.cookie }));
  const cancel = JSON.stringify({ scanId: randomUUID(), step: 'cancel' });
  heard.push(await send(at, `${path}/steps`, { cookie: at.cookie, body: cancel }));
  return heard;
}

const text = '外壳有划痕, 屏幕[左上角]破裂, {"配件"} 缺';
const longLines = Array.from({ length: 2_000 }, (_, i) => ({
  ...{ ...line, sku: `SHIRT${i % 3 ? '' : i}`, reasonText: text, wish: 'RTS', salesOrder: `T,${i}` },
  ...{ exportDocument: '46412026E000000001', exportDocumentKind: 'list', exportMode: '9610' },
}));
async function twoThousandLines(at: Target): Promise<Heard[]> {
  const heard = [await announce(at, longLines, { reference: `L-${randomUUID()}` })];
  const { code } = JSON.parse(heard[0]?.text || '{}') as { code?: string };
  if (code) heard.push(await send(at, `/api/v1/return-orders/${code}`, { cookie: at.cookie }));
  return heard;
}
async function twoThousandRows(at: Target): Promise<Heard[]> {
  const reference = `S-${randomUUID()}`;
  const rows = longLines.map(({ sku }) => `${reference},${sku},1,R01`);
  const body = `Reference,SKU,Quantity,Reason\r\n${rows.join('\r\n')}\r\n`;
  const path = `/api/v1/return-orders/imports?warehouse=${at.warehouse}&scanId=${randomUUID()}`;
  return [await send(at, path, { cookie: at.cookie, body, type: 'text/csv' })];
}
async function tenThousandWrongRows(at: Target): Promise<Heard[]> {
  const rows = Array.from({ length: 9_900 }, (_, i) => `W${i},,0,R00`);
  const body = `Reference,SKU,Quantity,Reason\r\n${rows.join('\r\n')}\r\n`;
  const path = `/api/v1/return-orders/imports?warehouse=${at.warehouse}&scanId=${randomUUID()}`;
  return [await send(at, path, { cookie: at.cookie, body, type: 'text/csv' })];
}

async function millionsOfCommas(at: Target): Promise<Heard[]> {
  const body = `Reference,SKU,Quantity,Reason\r\n${','.repeat(5 * MB - 100)}`;
  const path = `/api/v1/return-orders/imports?warehouse=${at.warehouse}&check=only&scanId=${randomUUID()}`;
  return Promise.all(
    Array.from({ length: 3 }, () => send(at, path, { cookie: at.cookie, body, type: 'text/csv' })),
  );
}

const hugeBodies = (at: Target) =>
  Promise.all([
    flood(at, '/api/auth/sign-in/email', 300 * MB, true),
    flood(at, '/api/auth/sign-in/email', 300 * MB, false),
    flood(at, '/api/v1/return-orders', 300 * MB, false),
  ]);

const keys = (n: number) => Object.fromEntries(Array.from({ length: n }, (_, i) => [`k${i}`, 0]));
const wrongs: readonly ((at: Target) => Promise<Heard>)[] = [
  (at) => announce(at, Array(640_000).fill(0)),
  (at) => announce(at, Array(39_000).fill(0)),
  (at) => announce(at, Array(2_000).fill(keys(17))),
  (at) =>
    announce(
      at,
      Array(2_000).fill({ sku: 1, quantity: 'x', reason: 7, serial: 0, wish: [], exportMode: 'x' }),
    ),
  (at) => announce(at, [line], keys(38_000)),
  (at) =>
    announce(at, Array(1_900).fill({ ...line, reason: 'NOPE', wish: 'NOPE', exportDate: '2026-99-99' })),
  (at) => send(at, '/api/v1/password-resets', { body: `{"token":[${Array(32_000).fill('0')}]}` }),
  (at) => send(at, '/api/v1/first-administrator', { body: JSON.stringify(keys(6_000)) }),
  (at) => send(at, '/api/v1/password-resets', { body: '['.repeat(60_000) }),
];
async function wrongInManyPlaces(at: Target): Promise<Heard[]> {
  const heard: Heard[] = [];
  for (const wrong of wrongs) heard.push(await wrong(at));
  return heard;
}

const manyLabels = (at: Target) =>
  Promise.all(
    Array.from({ length: 20 }, () =>
      send(at, `/api/v1/labels/items.pdf?codes=${at.codes.join(',')}`, { cookie: at.cookie }),
    ),
  );

const spellings = ['Bearer', 'bearer', 'BEARER', 'bEarer', 'beareR', 'BeArEr'];
const spelledKeys = (at: Target) =>
  Promise.all(
    spellings.map((scheme) =>
      send(at, '/api/v1/items?page=1&size=200', { authorization: `${scheme} ${at.key}` }),
    ),
  );

const lists = [
  'items?search=0&page=1&size=200',
  'items.csv',
  'return-orders?search=1&page=1&size=200',
  'skus?search=a&page=1&size=200',
  'board',
  'openapi.json',
];
const manyLists = (at: Target) =>
  Promise.all(lists.map((path) => send(at, `/api/v1/${path}`, { cookie: at.cookie })));

/** Kinds of attack; each is struck again and again. */
export const blows: Readonly<Record<string, (at: Target) => Promise<Heard[]>>> = {
  'passwords of 60 and 80 kB': longPasswords,
  '10,000 serialised articles, and their cancelling': tenThousandSerials,
  '2,000 lines of JSON': twoThousandLines,
  '2,000 lines of a spreadsheet': twoThousandRows,
  '9,900 wrong lines of a spreadsheet': tenThousandWrongRows,
  'five million commas, three times at once': millionsOfCommas,
  'bodies of 300 MB': hugeBodies,
  'JSON wrong in many places': wrongInManyPlaces,
  '20 × 200 labels at once': manyLabels,
  'one key in six spellings': spelledKeys,
  'lists and spreadsheets': manyLists,
  '40 photos of 24 million pixels at once': fortyPhotos,
  '60 unfinished files at once': sixtyUnfinished,
};
