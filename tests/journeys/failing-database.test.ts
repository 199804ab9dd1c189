import Sqlite from 'better-sqlite3';
import pg from 'pg';
import { expect, onTestFinished } from 'vitest';
import { onlyOn } from '../only-on.ts';
import { aHouse, houseAt, newScan } from '../world.ts';
import { ok, received, stored } from './road.ts';

onlyOn('sqlite', 'a whole file is held by whoever writes; rows are not')(
  'while another holds the database, a scan is not certain, and safe to send again',
  async () => {
    const house = await aHouse();
    const code = await received(house);
    await house.call('wang', 'GET /api/v1/me');
    const other = new Sqlite(house.deps.config.DATABASE_URL.replace(/^file:/, ''));
    other.exec('begin immediate');
    const scan = { scanId: newScan(), step: 'hold', kind: 'quality' };
    const steps = `POST /api/v1/items/${code}/steps`;
    const { status, body, headers } = await house.call('wang', steps, scan);
    expect([status, body.code, headers['retry-after']]).toEqual([503, 'keep_the_scan', '1']);
    const health = (await house.call('nobody', 'GET /healthz')).body;
    expect(health).toMatchObject({ ok: true, state: 'degraded' });
    expect(health.why).toContain('writes without a certain outcome');
    other.exec('rollback');
    other.close();
    const held = await ok(house.call('wang', steps, scan));
    expect((await ok(house.call('wang', steps, scan))).holds).toEqual(held.holds);
  },
);

onlyOn('postgres', 'a file has no line that could be cut')(
  'whoever’s connection is cut is told that nothing is certain, and the next finds another',
  async () => {
    const house = await aHouse();
    const code = await received(house);
    await house.call('wang', 'GET /api/v1/me');
    const url = new URL(house.deps.config.DATABASE_URL);
    const admin = new pg.Client({ connectionString: url.href });
    await admin.connect();
    onTestFinished(() => admin.end());
    const cut =
      'select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()';
    for (let round = 0; round < 5; round++) {
      const asked = Array.from({ length: 8 }, () => house.call('wang', `GET /api/v1/items/${code}`));
      const scan = { scanId: newScan(), step: 'move', location: 'R-01' };
      const step = () => house.call('wang', `POST /api/v1/items/${code}/steps`, scan);
      const first = step();
      await admin.query(cut);
      for (const { status, body } of [...(await Promise.all(asked)), await first])
        expect([200, 503], JSON.stringify(body)).toContain(status);
      let again = await step();
      for (let tries = 0; again.status === 503 && tries < 20; tries++) again = await step();
      expect(again.status, JSON.stringify(again.body)).toBe(200);
    }
  },
);

onlyOn('postgres', 'one process alone opens a file')(
  'many who scan at once in a small house, at two servers of it, are all told what came of it',
  async () => {
    const house = await aHouse();
    const other = await houseAt(house.deps.config.DATABASE_URL, house.deps.config.FILES_DIR);
    onTestFinished(() => other.close());
    const at = (i: number) => (i % 4 === 0 ? other : house);
    const codes = await Promise.all(Array.from({ length: 12 }, (_, i) => stored(at(i))));
    for (let round = 0; round < 3; round++)
      await Promise.all(codes.map((code, i) => ok(at(i).item('wu', code, 'move', { location: 'R-01' }))));
  },
);
