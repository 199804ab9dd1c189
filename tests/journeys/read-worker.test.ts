import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { tooBusy } from '../../server/http/problem.ts';
import type { ReadWorker } from '../../server/read-worker/read-worker.ts';
import { onlyOn } from '../only-on.ts';
import { freePort, Server } from '../plant/server.ts';
import { settle } from '../plant/settle.ts';
import { aHouse } from '../world.ts';
import { aReturn } from './road.ts';

/** The class as it is built: its thread is a script beside it. */
async function builtWorker(database: string): Promise<ReadWorker> {
  const built = new URL('../../dist/server/read-worker/read-worker.js', import.meta.url).href;
  const { ReadWorker: Built } = (await import(built)) as { ReadWorker: new (database: string) => ReadWorker };
  return new Built(database);
}

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
    // A thread at work does not keep a server from stopping.
    await server.kill('SIGTERM');
  },
);

test('what takes long is asked of the reading thread, and nothing else is', async () => {
  const house = await aHouse();
  const asked: string[] = [];
  const ask: ReadWorker['ask'] = async ({ endpoint }) => {
    asked.push(endpoint);
    throw new Error('It is not there.');
  };
  Object.assign(house.deps, { readWorker: { ask } });
  const status = async (path: string) => (await house.call('wang', `GET /api/v1/${path}`)).status;
  expect([await status('board'), await status('items'), await status('items?search=x')]).toEqual([
    500, 200, 500,
  ]);
  expect(asked).toEqual(['GET /api/v1/board', 'GET /api/v1/items']);
});

onFile('a database that cannot be opened fails each question, and closing waits for nothing', async () => {
  const readWorker = await builtWorker('file:/nowhere/at/all.db');
  const actor = { viewer: { as: 'system', id: 'board' } } as never;
  const asked = { endpoint: 'GET /api/v1/board', input: {}, actor, now: new Date() };
  for (const _ of [1, 2, 3]) await expect(readWorker.ask(asked)).rejects.toThrow('Cannot open database');
  await readWorker.close();
});

onFile(
  'an organisation that asks twenty things at once has a dozen waiting, and the staff go before',
  async () => {
    const readWorker = await builtWorker('file:/nowhere/at/all.db');
    const answered: string[] = [];
    const ask = async (viewer: object, name: string) => {
      const asked = { endpoint: 'GET /api/v1/board', input: {}, actor: { viewer } as never, now: new Date() };
      const { message } = await readWorker.ask(asked).then(
        () => new Error('answered'),
        (error: Error) => error,
      );
      answered.push(message.startsWith('busy') ? 'busy' : name);
    };
    const whale = { as: 'exporter', id: 'whale', organisation: 'whale' };
    const theirs = Array.from({ length: 20 }, () => ask(whale, 'whale'));
    await Promise.all([...theirs, ask({ as: 'staff', id: 'wang', warehouse: 'HK' }, 'board')]);
    await readWorker.close();
    const served = answered.filter((name) => name !== 'busy');
    // One is being answered, a dozen wait, and the board.
    expect([served.length, answered.length]).toEqual([14, 21]);
    expect(served.indexOf('board')).toBeLessThan(2);
  },
);

test('whoever has too much waiting is told in words when to come back', async () => {
  const house = await aHouse();
  Object.assign(house.deps, { readWorker: { ask: () => Promise.reject(tooBusy()) } });
  const { status, headers, body } = await house.call('wang', 'GET /api/v1/board');
  expect([status, headers['retry-after'], body.code]).toEqual([429, '5', 'busy']);
});
