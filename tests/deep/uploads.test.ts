import { gzipSync } from 'node:zlib';
import sharp from 'sharp';
import { expect, onTestFinished, test } from 'vitest';
import { sent } from '../fuzz/asked.ts';
import { openBooks } from '../fuzz/books.ts';
import { received } from '../journeys/road.ts';
import { aHouse, newScan } from '../world.ts';

const gps = { IFD0: { Make: 'SpyCam' }, IFD3: { GPSLatitude: '20/1 2/1 30/1', GPSLatitudeRef: 'N' } };
const grain = { type: 'gaussian' as const, mean: 128, sigma: 40 };
const photo = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: 'grey', noise: grain } });
const whole = await photo(300, 200).jpeg().withExif(gps).toBuffer();
const png = await photo(60, 40).png().toBuffer();
const webp = await photo(60, 40).webp().toBuffer();
const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><script>alert(1)</script></svg>';
const text = (some: string) => Buffer.from(some, 'latin1');

/** A PNG whose header claims so many pixels. */
function claiming(width: number, height: number) {
  const bytes = Buffer.from(png);
  bytes.writeUInt32BE(width, 16);
  bytes.writeUInt32BE(height, 20);
  return bytes;
}
const bomb = await sharp({ create: { width: 9_000, height: 6_000, channels: 3, background: 'white' } })
  .png()
  .toBuffer();

const refused: readonly (readonly [string, Buffer, number, object?])[] = [
  ['nothing', Buffer.alloc(0), 422],
  ['a JPEG cut off in its header', whole.subarray(0, 200), 422],
  ['a JPEG cut off in the middle', whole.subarray(0, whole.length / 2), 422],
  ['a PNG cut off', png.subarray(0, png.length - 400), 422],
  ['a WebP cut off', webp.subarray(0, webp.length / 2), 422],
  ['30,000 × 30,000 pixels', claiming(30_000, 30_000), 422],
  ['2,147,483,647 pixels in a row', claiming(2 ** 31 - 1, 1), 422],
  ['no pixel at all', claiming(0, 0), 422],
  ['a small file with 54 million pixels', bomb, 422],
  ['an SVG with a script', text(svg), 422],
  ['an SVG behind a PNG signature', Buffer.concat([png.subarray(0, 8), text(svg)]), 422],
  ['a page that calls itself a picture', text('<!doctype html><img src=x onerror=alert(1)>'), 422],
  ['a GIF', await photo(9, 9).gif().toBuffer(), 422],
  ['a TIFF', await photo(9, 9).tiff().toBuffer(), 422],
  ['a PDF', text('%PDF-1.7\n1 0 obj'), 422],
  ['a zip', text('PK\u0003\u0004'), 422],
  ['a program', text('\x7fELF\x02\x01\x01'), 422],
  ['a script', text('#!/bin/sh\nid\n'), 422],
  ['21 MB', Buffer.alloc(21 * 2 ** 20, 0xff), 413],
  ['21 MB packed into 20 kB', gzipSync(Buffer.alloc(21 * 2 ** 20)), 413, { 'content-encoding': 'gzip' }],
  ['something that is not packed as it says', whole, 400, { 'content-encoding': 'gzip' }],
];
const kept: readonly (readonly [string, Buffer])[] = [
  ['a photo with the place where it was taken', whole],
  ['a photo with a zip behind it', Buffer.concat([whole, text('PK\u0003\u0004 payload <script>')])],
  [
    'a photo with a page inside',
    Buffer.concat([whole.subarray(0, 2), text('\xff\xfe\0\x12<script>payload'), whole.subarray(2)]),
  ],
  ['30,000 pixels in a row', await photo(30_000, 1).jpeg().toBuffer()],
];

test('what is not a photo is refused and leaves nothing behind; a photo is kept without what it carried', async () => {
  const house = await aHouse();
  const code = await received(house);
  const cookie = await house.cookieOf('liu');
  const books = await openBooks(house.deps.config.DATABASE_URL);
  onTestFinished(() => books.close());
  const upload = (bytes: Buffer, headers: object = {}) =>
    sent(
      house,
      'post',
      `/api/v1/items/${code}/photos?scanId=${newScan()}`,
      { cookie, 'content-type': 'image/jpeg', ...headers },
      bytes,
    );
  const before = await books.digest();
  for (const [what, bytes, status, headers] of refused) {
    const answer = await upload(bytes, headers);
    expect(answer.status, `${what}: ${answer.text.slice(0, 300)}`).toBe(status);
    expect(JSON.parse(answer.text).words.zh, what).toBeTruthy();
  }
  expect(await books.digest()).toBe(before);
  for (const [what, bytes] of kept) {
    const answer = await upload(bytes);
    expect(answer.status, `${what}: ${answer.text.slice(0, 300)}`).toBe(200);
    const { id, width } = JSON.parse(answer.text);
    expect(width).toBeLessThanOrEqual(2_048);
    for (const size of ['', '/thumbnail']) {
      const got = await sent(house, 'get', `/api/v1/photos/${id}${size}`, { cookie });
      expect(got.type).toBe('image/jpeg');
      expect(got.text, what).not.toMatch(/SpyCam|GPS|Exif|payload|script/);
    }
  }
});
