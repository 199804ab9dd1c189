import { randomUUID } from 'node:crypto';
import { request } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import sharp from 'sharp';
import type { Heard, Target } from './blows.ts';

const MB = 2 ** 20;
const HELD_OPEN_MS = 3_000;

/** What a telephone takes of something that is all noise: 24 million pixels. */
const noise = { type: 'gaussian', mean: 128, sigma: 30 } as const;
const picture = sharp({ create: { width: 6_000, height: 4_000, channels: 3, background: '#888', noise } })
  .jpeg({ quality: 50 })
  .toBuffer();

/** Whoever carries a handheld sends forty large photos at once. */
export async function fortyPhotos({ address, staff, codes: [code] }: Target): Promise<Heard[]> {
  const body = new Uint8Array(await picture);
  const send = async (): Promise<Heard> => {
    const path = `${address}/api/v1/items/${code}/photos?scanId=${randomUUID()}`;
    const headers = { 'content-type': 'image/jpeg', cookie: staff };
    const answer = await fetch(path, { method: 'POST', headers, body }).catch(() => undefined);
    // Whoever is refused before all is read may be hung up on.
    const text = (await answer?.text().catch(() => '')) ?? '';
    return { status: answer?.status ?? 0, bytes: text.length, text };
  };
  return Promise.all(Array.from({ length: 40 }, send));
}

/** Sixty files of which all but the last byte is sent, and no more. */
export async function sixtyUnfinished({ address, cookie, warehouse }: Target): Promise<Heard[]> {
  const bytes = 5 * MB;
  const open = Array.from({ length: 60 }, () => {
    const path = `${address}/api/v1/return-orders/imports?warehouse=${warehouse}&scanId=${randomUUID()}`;
    const headers = { 'content-type': 'text/csv', 'content-length': bytes, cookie };
    const asking = request(path, { method: 'POST', headers });
    let status = 0;
    asking.on('response', (answer) => {
      status = answer.statusCode ?? 0;
      answer.resume();
    });
    asking.on('error', () => {});
    asking.write(Buffer.alloc(bytes - 1, 'x,'));
    return { end: () => asking.destroy(), heard: () => ({ status, bytes: 0, text: '' }) };
  });
  await sleep(HELD_OPEN_MS);
  for (const one of open) one.end();
  return open.map((one) => one.heard());
}
