import { once } from 'node:events';
import { type ClientRequest, createServer, request as httpRequest, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import express from 'express';
import sharp from 'sharp';
import { expect, onTestFinished, test, vi } from 'vitest';
import { readBody } from '../../server/http/body.ts';
import { Uploads } from '../../server/http/uploads.ts';
import { aHouse, type House, newScan } from '../world.ts';
import { received } from './road.ts';

const MB = 2 ** 20;

/** Somebody who says they send so much, sends a little, and stops. */
async function begins(house: House, path: string, bytes: number) {
  const { port } = house.server.address() as AddressInfo;
  const cookie = await house.cookieOf('liu');
  const sending = httpRequest({ port, path, method: 'POST', headers: { cookie, 'content-length': bytes } });
  sending.on('error', () => {});
  onTestFinished(() => void sending.destroy());
  sending.write('x'.repeat(1_000));
  return sending;
}
async function answerOf(sending: ClientRequest) {
  const [answer] = (await once(sending, 'response')) as [IncomingMessage];
  const body = JSON.parse(await text(answer));
  return { status: answer.statusCode, wait: answer.headers['retry-after'], body };
}
const photosOf = (code: string) => `/api/v1/items/${code}/photos?scanId=${newScan()}`;

test('a picture of what is not there is refused before it is taken in', async () => {
  const house = await aHouse();
  for (const path of [photosOf('G-NOTHING'), `/api/v1/tickets/T-NOTHING/photos?scanId=${newScan()}`]) {
    const { status } = await answerOf(await begins(house, path, 19 * MB));
    expect([path, [403, 404].includes(status ?? 0)]).toEqual([path, true]);
  }
});

test('nobody sends more at once than there is room for, and it is told in words', async () => {
  const house = await aHouse();
  const code = await received(house);
  // Whoever is not answered soon was let in, and keeps their place: of three, one is refused, whichever it is.
  const letIn: ClientRequest[] = [];
  const refused = async () => {
    const sending = await begins(house, photosOf(code), 10 * MB);
    const answer = await Promise.race([answerOf(sending), sleep(1_000)]);
    if (!answer) letIn.push(sending);
    return answer;
  };
  let answer = await refused();
  while (!answer) answer = await refused();
  expect([answer.status, answer.body.code, answer.wait]).toEqual([429, 'too_many_uploads', '5']);
  expect(answer.body.words).toEqual({
    zh: '正在上传的文件太多，请等几秒再传。',
    en: 'Too many files are being uploaded at once. Wait a few seconds and send it again.',
  });
  // What is small, and what others send, comes through.
  expect((await house.call('whale', 'GET /api/v1/items')).status).toBe(200);
  for (const one of letIn) one.destroy();
  // Let in, it is heard to its end. Refused while it still sends, it may not hear why, and tries again.
  const whole = async () => {
    const sending = await begins(house, photosOf(code), 10 * MB);
    const deaf = once(sending, 'error').then(() => undefined);
    sending.end('x'.repeat(10 * MB - 1_000));
    return Promise.race([answerOf(sending), deaf]);
  };
  await expect.poll(whole).toMatchObject({ status: 422, body: { code: 'not_a_picture' } });
});

test('all together have a bound, and what ended gives its place back', async () => {
  const uploads = new Uploads(50);
  const begun = (whose: string, bytes: number) => uploads.begin(whose, bytes);
  const [first, ...ends] = await Promise.all(['a', 'a', 'b'].map((whose) => begun(whose, 10 * MB)));
  // Whoever has their share is told so at once; others wait for room, and not for ever.
  await expect(begun('a', 1)).rejects.toThrow('too_many_uploads');
  await expect(begun('c', 3 * MB)).rejects.toThrow('too_many_uploads');
  const waiting = [begun('c', 11 * MB), begun('d', 1)];
  first?.();
  for (const end of await Promise.all(waiting)) end();
  for (const end of ends) end();
  const many = await Promise.all(Array.from({ length: 8 }, () => begun('a', 1)));
  await expect(begun('a', 1)).rejects.toThrow('too_many_uploads');
  many[0]?.();
  (await begun('a', 1))();
});

test('a body that stops half-way is ended, and whoever sends on is heard to the end', async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  onTestFinished(() => void vi.useRealTimers());
  let came = 0;
  const app = express().use(
    (req, _res, next) => {
      req.on('data', (part: Buffer) => {
        came += part.length;
      });
      next();
    },
    readBody(MB, 200),
    (req, res) => void res.json(req.body.length),
  );
  app.use(
    ((error, _req, res, _next) =>
      void res.status(error.status).json(error.words)) as express.ErrorRequestHandler,
  );
  const server = createServer(app).listen(0, '127.0.0.1');
  onTestFinished(() => void server.close());
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const sending = () => {
    const asking = httpRequest({ port, method: 'POST', headers: { 'content-length': 100_000 } });
    asking.on('error', () => {});
    return asking;
  };
  const stopped = sending();
  const ended = answerOf(stopped);
  stopped.write('x'.repeat(50_000));
  await expect.poll(() => came).toBe(50_000);
  // The first look sees that something came, the second that nothing more did.
  vi.advanceTimersByTime(400);
  const { status, body } = await ended;
  expect([status, body.zh]).toEqual([408, '内容没有传完就停了。请检查网络后重新提交。']);
  await expect.poll(() => stopped.socket?.destroyed).toBe(true);
  const slow = sending();
  const heard = answerOf(slow);
  for (let i = 1; i <= 10; i++) {
    slow.write('x'.repeat(10_000));
    await expect.poll(() => came).toBe(50_000 + i * 10_000);
    // Between two looks come two of these, however much lay in the first packet.
    vi.advanceTimersByTime(100);
  }
  slow.end();
  expect(await heard).toMatchObject({ status: 200, body: 100_000 });
});

test('pictures are drawn one at a time, organisations by turns', async () => {
  const house = await aHouse();
  const code = await received(house);
  const picture = await sharp({ create: { width: 3_000, height: 2_000, channels: 3, background: 'red' } })
    .jpeg()
    .toBuffer();
  let most = 0;
  const watch = setInterval(() => {
    most = Math.max(most, sharp.counters().process + sharp.counters().queue);
  }, 1);
  const { port } = house.server.address() as AddressInfo;
  const cookie = await house.cookieOf('liu');
  const send = async () => {
    const body = new Uint8Array(picture);
    const answer = await fetch(`http://127.0.0.1:${port}${photosOf(code)}`, {
      method: 'POST',
      headers: { cookie },
      body,
    });
    return answer.status;
  };
  const statuses = await Promise.all(Array.from({ length: 8 }, send));
  clearInterval(watch);
  expect(statuses).toEqual(Array(8).fill(200));
  expect(most).toBe(1);
});
