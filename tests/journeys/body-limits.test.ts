import { once } from 'node:events';
import { request as httpRequest } from 'node:http';
import type { AddressInfo } from 'node:net';
import request from 'supertest';
import { expect, test } from 'vitest';
import { routes } from '../../server/api.ts';
import { parseJsonBody } from '../../server/http/json-body.ts';
import { openapi } from '../../server/http/openapi.ts';
import { finishTasks } from '../../server/jobs/background-tasks.ts';
import { aHouse, type House, newScan } from '../world.ts';
import { type Body, papers } from './road.ts';

const kilobytes = (n: number) => n * 1024;
const changing = routes.filter(({ endpoint }) => !endpoint.startsWith('GET '));
const addressOf = (endpoint: string) =>
  endpoint.slice(endpoint.indexOf(' ') + 1).replace(/:\w+/g, 'NOTHING-1');

async function sends(house: House, endpoint: string, body: Buffer | string, cookie?: string) {
  const method = endpoint.slice(0, endpoint.indexOf(' ')).toLowerCase() as 'post';
  // The test client would write bytes as JSON of its own, if they were called JSON.
  const type = typeof body === 'string' ? 'application/json' : 'application/octet-stream';
  const asked = request(house.server)[method](addressOf(endpoint)).set('content-type', type);
  return (cookie ? asked.set('cookie', cookie) : asked).send(body);
}
/** What a stranger sends without saying how long it will be. */
async function sendsWithoutLength(house: House, path: string, bytes: number): Promise<number | undefined> {
  const { port } = house.server.address() as AddressInfo;
  const sending = httpRequest({
    port,
    path,
    method: 'POST',
    headers: { 'content-type': 'application/json' },
  });
  sending.on('error', () => {});
  const answered = once(sending, 'response');
  for (let sent = 0; sent < bytes; sent += kilobytes(16)) sending.write('x'.repeat(kilobytes(16)));
  sending.end();
  const [answer] = await answered;
  answer.resume();
  return answer.statusCode;
}

test('a stranger sends 64 KB and no more, to whatever address, and is told so in words', async () => {
  const house = await aHouse();
  if (!house.server.listening) await once(house.server, 'listening');
  const large = 'x'.repeat(kilobytes(64) + 1);
  for (const { endpoint, open } of changing) {
    const { status, body } = await sends(house, endpoint, large);
    expect([endpoint, status]).toEqual([endpoint, open ? 413 : 401]);
    expect(body.words.zh).toMatch(/[\u4e00-\u9fff]{2}/);
  }
  for (const path of ['sign-in/email', 'sign-in/username', 'sign-out', 'two-factor/verify-totp']) {
    const { status, body } = await sends(house, `POST /api/auth/${path}`, large);
    expect([path, status, body.limit]).toEqual([path, 413, kilobytes(64)]);
    expect(body.words.en).toContain('64 KB');
    expect([path, await sendsWithoutLength(house, `/api/auth/${path}`, kilobytes(256))]).toEqual([path, 413]);
  }
  const fits = JSON.stringify({ email: 'nobody@example.com', password: 'p'.repeat(kilobytes(60)) });
  expect((await sends(house, 'POST /api/auth/sign-in/email', fits)).status).not.toBe(413);
});

test('each limit stands in the documentation and is where it says', async () => {
  const house = await aHouse();
  const { paths } = openapi(routes);
  const cookie = await house.cookieOf('admin');
  for (const { endpoint, needs, seek } of changing) {
    const [method = '', path = ''] = endpoint.split(' ');
    const { requestBody } = (paths[path.replace(/:(\w+)/g, '{$1}')] as Body)[method.toLowerCase()];
    const limit = requestBody['x-max-bytes'];
    expect(requestBody.description).toContain(String(limit));
    const { status, body } = await sends(house, endpoint, Buffer.alloc(limit + 1, 'x'), cookie);
    if (status === 403 && needs !== 'nobody in particular') continue;
    // What a photo is of is looked for first; tests/fuzz/uploads.test.ts sends one that is too large.
    const isSought = seek !== undefined;
    expect([endpoint, status, body.limit]).toEqual(
      isSought ? [endpoint, 422, undefined] : [endpoint, 413, limit],
    );
  }
});

test('of what is wrong in four thousand places the first hundred are listed, and their number', async () => {
  const house = await aHouse();
  const lines = Array.from({ length: 2_000 }, () => ({ sku: 'EARBUDS', quantity: 0, reason: 7 }));
  const ask = { scanId: newScan(), warehouse: 'HK', lines };
  const { status, body } = await house.call('whale', 'POST /api/v1/return-orders', ask);
  expect([status, body.issues.length, body.total]).toEqual([422, 100, 4_000]);
  const few = { ...ask, lines: lines.slice(0, 50) };
  const listed = (await house.call('whale', 'POST /api/v1/return-orders', few)).body;
  expect([listed.issues.length, listed.total]).toEqual([100, undefined]);
});

test('a body of more values than anything has is refused before they are looked at', async () => {
  const house = await aHouse();
  const cookie = await house.cookieOf('whale');
  for (const [value, code] of [
    ['0', 'too many values'],
    ['[]', 'too many values'],
  ]) {
    const lines = Array(640_000).fill(value).join(',');
    const { status, body } = await sends(house, 'POST /api/v1/return-orders', `{"lines":[${lines}]}`, cookie);
    expect([status, body.issues[0].code]).toEqual([422, code]);
  }
});

test('two thousand full lines come through, however many commas and brackets their texts have', async () => {
  const house = await aHouse();
  const text = '外壳有划痕, 屏幕[左上角]破裂, {"配件"} 缺 1\\, 2\\\\, 3"';
  const lines = Array.from({ length: 2_000 }, (_, i) => ({
    ...{ sku: 'SHIRT', quantity: 1, reason: 'R01', reasonText: text, wish: 'RTS', salesOrder: `T,${i}` },
    ...{ ...papers, exportDocumentKind: 'list' },
  }));
  const ask = { scanId: newScan(), warehouse: 'HK', lines, submit: false };
  const { status, body } = await house.call('whale', 'POST /api/v1/return-orders', ask);
  expect([status, body.issues ?? body.faults]).toEqual([202, undefined]);
  await finishTasks(house.deps);
  const whole = (await house.call('whale', `GET /api/v1/return-orders/${body.code}`)).body;
  expect(whole.lines).toHaveLength(2_000);
  expect(whole.lines.at(-1).reasonText).toBe(text);
});

test('a text without an end, and one with every escape, are read to the end and no further', async () => {
  for (const text of ['{"a":"', '{"a":"\\', '{"a":"\\"'])
    await expect(parseJsonBody(Buffer.from(text))).rejects.toEqual(expect.objectContaining({ status: 400 }));
  const texts = ['"', '\\', '\\"', ',"', '\u2028,', '{[,'];
  expect(await parseJsonBody(Buffer.from(JSON.stringify({ texts })))).toEqual({ texts });
  const many = JSON.stringify({ texts: Array(41_000).fill('\\"') });
  await expect(parseJsonBody(Buffer.from(many))).rejects.toEqual(expect.objectContaining({ status: 422 }));
});
