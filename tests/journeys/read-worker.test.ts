import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { type AddressInfo, connect } from 'node:net';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { createApp } from '../../server/app.ts';
import { inFlightRequests, type requestStarted } from '../../server/process/in-flight-requests.ts';
import { ReadWorker } from '../../server/read-worker/read-worker.ts';
import { onlyOn } from '../only-on.ts';
import { WAIT_AT_MOST_MS } from '../patience.ts';
import { freePort, Server } from '../plant/server.ts';
import { settle } from '../plant/settle.ts';
import { aHouse } from '../world.ts';
import { aReturn } from './road.ts';

const patient = { timeout: WAIT_AT_MOST_MS };
const onFile = onlyOn('sqlite', 'PostgreSQL answers beside the scans by itself, and has no reading thread');

onFile(
  'what takes long is answered by a thread of its own, in the same words, and to nobody else',
  async () => {
    const folder = mkdtempSync(join(tmpdir(), 'guihang-read-worker-'));
    const server = new Server(await freePort(), `file:${join(folder, 'data.db')}`, join(folder, 'files'));
    onTestFinished(async () => {
      await server.kill();
      rmSync(folder, { recursive: true, force: true });
    });
    await server.start();
    const { whale, kite, manager } = await settle(server, ['whale', 'kite', 'manager']);
    const order = await whale.must('POST /api/v1/return-orders', {
      ...aReturn([{ sku: 'SHIRT' }]),
      warehouse: 'WH1',
    });
    const slip = `GET /api/v1/return-orders/${order.code}/slip.pdf`;
    expect(String(await whale.must(slip))).toMatch(/^%PDF-/);
    const theirs = await kite.ask(slip);
    const nobodys = await kite.ask('GET /api/v1/return-orders/R000000000/slip.pdf');
    expect([theirs.status, nobodys.status]).toEqual([404, 404]);
    expect(theirs.body.words).toEqual(
      JSON.parse(JSON.stringify(nobodys.body.words).replaceAll('R000000000', order.code)),
    );
    // It reads what was committed a moment ago, and the list beside it says the same.
    expect((await manager.must('GET /api/v1/board')).states).toContainEqual(
      expect.objectContaining({ state: expect.objectContaining({ id: 'announced' }), items: 1 }),
    );
    expect((await whale.must('GET /api/v1/items?search=SHIRT')).total).toBe(1);
    expect((await kite.must('GET /api/v1/items?search=SHIRT')).total).toBe(0);
    expect((await fetch(`${server.address}/api/v1/board`)).status).toBe(401);
    const [item] = (await whale.must('GET /api/v1/items')).rows;
    if (availableParallelism() > 1 && allowsIdle)
      await vi.waitFor(() => expect(policiesOf(server.pid)).toContain(idle), patient);
    expect(await slowdownOfLabels(server.url, item.code)).toBeGreaterThan(100);
    // A thread at work does not keep a server from stopping.
    await server.kill('SIGTERM');
  },
);

/** Linux's SCHED_IDLE, where the system lets one into it. */
const idle = '5';
const allowsIdle = spawnSync('chrt', ['--idle', '0', 'true']).status === 0;
/** How the kernel chooses among the threads of a process (proc(5): field 41 of stat). */
const policiesOf = (pid: number) =>
  readdirSync(`/proc/${pid}/task`).map(
    (thread) =>
      readFileSync(`/proc/${pid}/task/${thread}/stat`, 'latin1').replace(/.*\)/s, '').split(' ')[39],
  );

/** How much longer a batch of five labels takes while the house is answering somebody, in milliseconds. */
async function slowdownOfLabels(url: string, code: string): Promise<number> {
  const built = new URL('../../dist/server/read-worker/read-worker.js', import.meta.url).href;
  const readWorker: ReadWorker = new ((await import(built)) as { ReadWorker: typeof ReadWorker }).ReadWorker(
    url,
  );
  const requests = await import(new URL('../process/in-flight-requests.js', built).href);
  const arrives = requests.requestStarted as typeof requestStarted;
  onTestFinished(() => readWorker.close());
  const timed = async () => {
    const began = performance.now();
    await readWorker.ask({
      endpoint: 'GET /api/v1/labels/items.pdf',
      input: { codes: Array(5).fill(code), dpi: 203, language: 'both' },
      actor: { viewer: { as: 'system', id: 'labels' } } as never,
      now: new Date(),
    });
    return performance.now() - began;
  };
  // By turns, and the shortest of each: other work on the machine may lengthen some of either.
  const [free, held]: [number[], number[]] = [[], []];
  for (let round = 0; round < 5; round++) {
    free.push(await timed());
    const answered = arrives();
    held.push(await timed());
    answered();
  }
  return Math.min(...held) - Math.min(...free);
}

test('what the house answers itself counts as being answered, but for a file and for what the read worker answers', async () => {
  const at = await aHouse();
  const { database } = at.deps;
  const now = () => new Int32Array(inFlightRequests)[0];
  const seen: (number | undefined)[] = [];
  const as: typeof database.as = (viewer) => {
    seen.push(now());
    return database.as(viewer);
  };
  const ask = async () => {
    seen.push(now());
    return { faults: [] };
  };
  Object.assign(at.deps, { database: { ...database, as }, readWorker: { ask } });
  const counted = async (...[who, endpoint, body]: Parameters<typeof at.call>) => {
    seen.length = 0;
    await at.call(who, endpoint, body);
    return seen.at(-1);
  };
  expect(await counted('wu', 'GET /api/v1/me')).toBe(1);
  expect(await counted('wang', 'GET /api/v1/board')).toBe(0);
  expect(
    await counted('whale', 'POST /api/v1/return-orders/imports?warehouse=HK&scanId=a-file', '订单号\n'),
  ).toBe(0);
  expect(now()).toBe(0);
});

test('nobody counts as being answered once they are gone, however they went', async () => {
  const at = await aHouse();
  const house = createApp(at.deps).listen(0, '127.0.0.1');
  onTestFinished(() => void house.close());
  await once(house, 'listening');
  const { port } = house.address() as AddressInfo;
  const now = () => new Int32Array(inFlightRequests)[0];
  const cookie = await at.cookieOf('wu');
  const sends = (head: string, body = '') => {
    const socket = connect(port, '127.0.0.1');
    const lines = `${head} HTTP/1.1\r\nHost: house\r\nCookie: ${cookie}\r\n`;
    socket.write(`${lines}Content-Type: application/json\r\n${body}`);
    return socket;
  };
  // The Wi-Fi drops while a body is on its way, and while an answer is.
  const step = sends('POST /api/v1/items/X/steps', 'Content-Length: 50\r\n\r\n{"scan');
  await vi.waitFor(() => expect(now()).toBe(1), patient);
  step.destroy();
  const asked = sends('GET /api/v1/items', '\r\n');
  await new Promise((resolve) => setTimeout(resolve, 1));
  asked.destroy();
  const huge = { scanId: 'x'.repeat(3_000_000) };
  expect((await at.call('wu', 'POST /api/v1/items/X/steps', huge)).status).toBe(413);
  expect((await at.call('wu', 'POST /api/v1/items/X/steps', 'no json')).status).toBe(400);
  expect((await at.call('nobody', 'GET /api/v1/items')).status).toBe(401);
  await vi.waitFor(() => expect(now()).toBe(0), patient);
});

onFile('a thread that dies fails what it was asked, and the next question starts another', async () => {
  const readWorker = new ReadWorker('file:/nowhere/at/all.db');
  const asked = { endpoint: 'GET /api/v1/board', input: {}, actor: {} as never, now: new Date() };
  // Each hears of its own thread, and not that the one before it ended.
  for (const _ of [1, 2, 3])
    await expect(readWorker.ask(asked)).rejects.toThrow(/^(?!The reading thread ended)/);
  await readWorker.close();
});
