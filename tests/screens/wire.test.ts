import { once } from 'node:events';
import { get, type IncomingMessage, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { aHouse, type House } from '../world.ts';
import { aPage, deskScreen, handheldScreen } from './browser.ts';
import { goodsInBothLanguages } from './faces.ts';
import { firstLoad, firstLoadLimits, onALineOf, outlineDrawnMs } from './over-the-wire.ts';

const options = (house: House, path: string, headers: Record<string, string>) => {
  const { port } = house.server.address() as AddressInfo;
  return { port, host: '127.0.0.1', path, headers, agent: false };
};
/** What comes over the wire, as it comes: `fetch` would unpack it. */
async function asked(house: House, path: string, headers: Record<string, string> = {}) {
  if (!house.server.listening) await once(house.server, 'listening');
  const [reply] = (await once(get(options(house, path, headers)), 'response')) as [IncomingMessage];
  return { status: reply.statusCode, headers: reply.headers, bytes: await buffer(reply) };
}
const scriptIn = (page: string) => /src="(\/assets\/[^"]+\.js)"/.exec(page)?.[1] ?? '';

test('pages and scripts come compressed as the browser understands it, and are the same inside', async () => {
  const house = await aHouse();
  const page = await asked(house, '/office');
  const script = scriptIn(page.bytes.toString());
  for (const path of ['/office', script]) {
    const plain = await asked(house, path);
    const br = await asked(house, path, { 'accept-encoding': 'gzip, deflate, br, zstd' });
    const gzip = await asked(house, path, { 'accept-encoding': 'gzip, deflate' });
    const unwilling = await asked(house, path, { 'accept-encoding': 'br;q=0, gzip;q=0' });
    const told = [plain, br, gzip, unwilling].map(({ headers }) => headers['content-encoding']);
    expect(told).toEqual([undefined, 'br', 'gzip', undefined]);
    expect(brotliDecompressSync(br.bytes).equals(plain.bytes)).toBe(true);
    expect(gunzipSync(gzip.bytes).equals(plain.bytes)).toBe(true);
    for (const { headers } of [plain, br, gzip]) {
      expect(headers.vary).toMatch(/accept-encoding/i);
      expect(headers['content-type']).toBe(plain.headers['content-type']);
    }
    expect(new Set([plain, br, gzip].map(({ headers }) => headers.etag)).size).toBe(3);
  }
});

test('a script is kept for ever, a page is asked for again, and what did not change is not sent again', async () => {
  const house = await aHouse();
  const page = await asked(house, '/portal', { 'accept-encoding': 'br' });
  expect(page.headers['cache-control']).toBe('no-cache');
  const script = scriptIn(brotliDecompressSync(page.bytes).toString());
  const kept = await asked(house, script, { 'accept-encoding': 'br' });
  expect(kept.headers['cache-control']).toBe('public, max-age=31536000, immutable');
  // It has no hash in its name.
  expect((await asked(house, '/mark.svg')).headers['cache-control']).toBe('no-cache');
  const again = { 'accept-encoding': 'br', 'if-none-match': page.headers.etag ?? '' };
  expect((await asked(house, '/portal', again)).status).toBe(304);
});

test('a long list comes compressed, and the answer to a scan as it is', async () => {
  const house = await aHouse();
  const cookie = await house.cookieOf('wu');
  const packed = { cookie, 'accept-encoding': 'gzip' };
  const [plain, list] = [
    await asked(house, '/api/v1/catalogue', { cookie }),
    await asked(house, '/api/v1/catalogue', packed),
  ];
  expect([plain.headers['content-encoding'], list.headers['content-encoding']]).toEqual([undefined, 'gzip']);
  expect(gunzipSync(list.bytes).equals(plain.bytes)).toBe(true);
  expect(list.bytes.length).toBeLessThan(plain.bytes.length / 3);
  const short = await asked(house, '/api/v1/me', packed);
  expect([short.status, short.headers['content-encoding']]).toEqual([200, undefined]);
});

test('a refusal is not said to be compressed', async () => {
  const house = await aHouse();
  const script = scriptIn((await asked(house, '/office')).bytes.toString());
  const headers = { 'accept-encoding': 'br', range: 'bytes=9999999-' };
  expect((await asked(house, script, headers)).status).toBe(200);
  const written = request({ ...options(house, script, { 'accept-encoding': 'br' }), method: 'PUT' }).end();
  const [reply] = (await once(written, 'response')) as [IncomingMessage];
  expect(reply.statusCode).toBe(404);
  expect(reply.headers['content-encoding']).toBeUndefined();
  expect(JSON.parse((await buffer(reply)).toString())).toHaveProperty('type', '/problems/not_found');
});

test('the first page of every desk stands before more came over the wire than it may cost', async () => {
  const house = await aHouse();
  await goodsInBothLanguages(house);
  for (const [face, who] of [
    ['office', 'admin'],
    ['portal', 'whale'],
    ['vendor', 'spark'],
  ] as const) {
    const { kb } = await firstLoad(await aPage(house, who, deskScreen), `/${face}`);
    expect(kb, face).toBeGreaterThan(100);
    expect(kb, face).toBeLessThanOrEqual(firstLoadLimits[face]);
  }
});

test('on a slow line the outline of a page is drawn before its scripts have arrived', async () => {
  const house = await aHouse();
  for (const face of ['office', 'portal', 'vendor', 'handheld'] as const) {
    const who = face === 'portal' ? 'whale' : face === 'vendor' ? 'spark' : 'wang';
    const page = await aPage(house, who, handheldScreen);
    await onALineOf(page, 50 * 1024);
    expect(await outlineDrawnMs(page, `/${face}`), face).toBeTypeOf('number');
  }
});
