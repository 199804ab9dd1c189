import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { dialect } from '../../db/columns.ts';
import { Aside } from '../../server/aside/aside.ts';
import { freePort, Server } from '../plant/server.ts';
import { settle } from '../plant/settle.ts';
import { aReturn } from './road.ts';

const onFile = test.skipIf(dialect === 'postgres');

onFile(
  'what takes long is answered by a thread of its own, in the same words, and to nobody else',
  async () => {
    const folder = mkdtempSync(join(tmpdir(), 'guihang-aside-'));
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
    const stopped = performance.now();
    await server.kill('SIGTERM');
    expect(performance.now() - stopped).toBeLessThan(5_000);
  },
  60_000,
);

onFile('a thread that dies fails what it was asked, and the next question starts another', async () => {
  const aside = new Aside('file:/nowhere/at/all.db');
  const asked = { endpoint: 'GET /api/v1/board', input: {}, actor: {} as never, now: new Date() };
  // Each hears of its own thread, and not that the one before it ended.
  for (const _ of [1, 2, 3]) await expect(aside.ask(asked)).rejects.toThrow(/^(?!The reading thread ended)/);
  await aside.close();
});
