import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import Database from 'better-sqlite3';
import pg from 'pg';
import { expect, test } from 'vitest';
import { dialect } from '../../db/columns.ts';
import { verify } from '../../server/verify/verify.ts';
import { aHouse, type House, newScan } from '../world.ts';
import { aReturn, type Body, broken, decided, inspected, ok, received, shipmentAsk, stored } from './road.ts';

const historyOf = async (house: House, code: string): Promise<Body[]> =>
  (await ok(house.call('wang', `GET /api/v1/items/${code}/history`))).events;

test('a scan that is sent twice is answered twice and done once; with other words it is a mistake', async () => {
  const house = await aHouse();
  const code = await received(house);
  const to = `POST /api/v1/items/${code}/steps`;
  const ask = { scanId: newScan(), step: 'move', location: 'Q-01-01-1' };
  const first = await ok(house.call('wu', to, ask));
  await ok(house.call('wu', to, { ...ask, scanId: newScan(), location: 'R-01' }));
  expect(await ok(house.call('wu', to, ask))).toEqual(first);
  expect((await ok(house.call('wu', `GET /api/v1/items/${code}`))).location.code).toBe('R-01');
  const other = await house.call('wu', to, { ...ask, location: 'R-01' });
  expect(other).toMatchObject({ status: 422, body: { code: 'scan_id_reused' } });
  const elsewhere = await house.call('wu', `POST /api/v1/items/${await received(house)}/steps`, ask);
  expect(elsewhere).toMatchObject({ status: 422, body: { code: 'scan_id_reused' } });
  expect((await historyOf(house, code)).filter(({ step }) => step === 'move')).toHaveLength(2);
});

test('a step is answered in short where no more is read, and again in the form that whoever repeats it prefers', async () => {
  const house = await aHouse();
  const code = await received(house);
  const to = `POST /api/v1/items/${code}/steps`;
  const take = async (ask: object, prefer?: string) => {
    const answer = await house.call('wu', to, ask, prefer ? { prefer } : {});
    expect(answer.status, answer.text).toBe(200);
    return { body: answer.body, applied: answer.get('preference-applied') };
  };
  const short = {
    body: { code, version: expect.any(Number), signature: null, pending: 0 },
    applied: 'return=minimal',
  };
  const ask = { scanId: newScan(), step: 'move', location: 'Q-01-01-1' };
  const first = await take(ask, 'respond-async, Return="minimal"; x=1, return=representation');
  expect(first).toEqual(short);
  expect(await take(ask, 'return=minimal')).toEqual(first);
  // Nothing else was remembered: in full it is told as it stands.
  const whole = await take(ask, 'return=representation, return=minimal');
  expect(whole).toMatchObject({ body: { code, location: { code: 'Q-01-01-1' } }, applied: undefined });
  expect(whole.body.version).toBe(first.body.version);
  expect(whole.body.openSteps.length).toBeGreaterThan(0);
  // What was remembered in full is told in short, too, as it was.
  const next = { scanId: newScan(), step: 'move', location: 'R-01' };
  const full = await take(next);
  await take({ scanId: newScan(), step: 'move', location: 'Q-01-01-1' });
  expect(await take(next, 'return=minimal')).toEqual({
    ...short,
    body: { code, version: full.body.version, signature: null, pending: 0 },
  });
  expect(await take(next)).toEqual(full);
  expect((await historyOf(house, code)).filter(({ step }) => step === 'move')).toHaveLength(3);
  const { version } = await ok(house.call('wu', `GET /api/v1/items/${code}`));
  expect(version).toBe(first.body.version + 2);
  // Where nothing shorter is declared, nobody is told that they got it.
  const places = await house.call('wu', 'GET /api/v1/locations', undefined, { prefer: 'return=minimal' });
  expect([places.body.total > 0, places.get('preference-applied')]).toEqual([true, undefined]);
});

test('a scan that arrives eight times at once is one event and one answer', async () => {
  const house = await aHouse();
  const code = await decided(house, 'RTS');
  const ask = { scanId: newScan(), step: 'putAway', location: 'A-01-01-1' };
  const sent = () => house.call('wu', `POST /api/v1/items/${code}/steps`, ask);
  const answers = await Promise.all(Array.from({ length: 8 }, sent));
  expect(answers.map(({ status }) => status)).toEqual(Array(8).fill(200));
  for (const { body } of answers) expect(body).toEqual(answers[0]?.body);
  expect((await historyOf(house, code)).filter(({ step }) => step === 'putAway')).toHaveLength(1);
});

test('of two questions under one scanId at once, one is answered and the other is a mistake', async () => {
  const house = await aHouse();
  const code = await received(house);
  const scanId = newScan();
  const sent = (location: string) =>
    house.call('wu', `POST /api/v1/items/${code}/steps`, { scanId, step: 'move', location });
  const answers = await Promise.all([sent('Q-01-01-1'), sent('R-01'), sent('Q-01-01-1'), sent('R-01')]);
  const said = answers.map(({ status }) => status).sort();
  expect(said).toEqual([200, 200, 422, 422]);
  expect((await historyOf(house, code)).filter(({ step }) => step === 'move')).toHaveLength(1);
});

test('the answer of one route is not that of another that is asked in the same words', async () => {
  const house = await aHouse();
  const { code } = await ok(house.call('whale', 'POST /api/v1/return-orders', aReturn([{ sku: 'SHIRT' }])));
  const ask = { scanId: newScan(), step: 'cancel' };
  const asked = (things: string) => house.call('whale', `POST /api/v1/${things}/${code}/steps`, ask);
  const first = await ok(asked('return-orders'));
  for (const things of ['items', 'tickets']) {
    const { status, body } = await asked(things);
    expect([things, status, body.code]).toEqual([things, 422, 'scan_id_reused']);
  }
  expect(await ok(asked('return-orders'))).toEqual(first);
});

test('a refused scan may be sent again when the reason is gone', async () => {
  const house = await aHouse();
  const code = await decided(house, 'RTS');
  await ok(house.item('wu', code, 'hold', { kind: 'quality' }));
  const ask = { scanId: newScan(), step: 'putAway', location: 'A-01-01-1' };
  const sent = () => house.call('wu', `POST /api/v1/items/${code}/steps`, ask);
  expect((await sent()).status).toBe(409);
  await ok(house.item('wang', code, 'liftHold', { kind: 'quality', reason: '复核无误' }));
  await ok(sent());
});

test('returns, blind receipts, shipments and the steps of papers are done once too', async () => {
  const house = await aHouse();
  const shelf = await stored(house);
  const repair = await decided(house, 'REP', broken);
  await ok(house.item('zhao', repair, 'startRepair', { fault: '坏', location: 'B-01' }));
  const { ticket } = await ok(house.call('zhao', `GET /api/v1/items/${repair}`));
  const scanId = newScan;
  const blind = { scanId: scanId(), location: 'R-01', description: '盒' };
  const asks = [
    ['whale', 'POST /api/v1/return-orders', aReturn([{ sku: 'SHIRT' }])],
    ['liu', 'POST /api/v1/receipts', blind],
    ['wang', 'POST /api/v1/shipments', shipmentAsk('resale', [shelf])],
    ['zhao', `POST /api/v1/tickets/${ticket.code}/steps`, { scanId: scanId(), step: 'takeIn' }],
  ] as const;
  const count = async () =>
    Promise.all(
      ['return-orders', 'items', 'shipments'].map(
        async (list) => (await ok(house.call('wang', `GET /api/v1/${list}`))).total,
      ),
    );
  for (const [who, endpoint, body] of asks) {
    const first = await ok(house.call(who, endpoint, body));
    const before = await count();
    const again = await Promise.all([1, 2].map(() => house.call(who, endpoint, body)));
    for (const one of again) expect(one.body).toEqual(first);
    expect(await count()).toEqual(before);
  }
});

/** What nobody can do through the product: reach into the database past its trigger. */
async function tamper(house: House, sql: string) {
  const url = house.deps.config.DATABASE_URL;
  if (dialect === 'postgres') {
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    await client.query(`set session_replication_role = replica; ${sql}`);
    return void (await client.end());
  }
  const file = new Database(url.replace('file:', ''));
  for (const { name } of file.prepare("select name from sqlite_master where type = 'trigger'").all() as {
    name: string;
  }[])
    file.exec(`drop trigger "${name}"`);
  file.exec(sql);
  file.close();
}

/** What the check at the command line says of a house. */
const checked = (house: House) =>
  spawnSync(process.execPath, [fileURLToPath(new URL('../../dist/server/verify/main.js', import.meta.url))], {
    env: { ...process.env, DATABASE_URL: house.deps.config.DATABASE_URL },
    encoding: 'utf8',
  });

const of = (code: string) => `item_id = (select id from items where code = '${code}')`;
test.each([
  [
    'changed',
    (code: string) => `update item_events set by_whom = 'nobody' where seq = 2 and ${of(code)}`,
    'was changed',
  ],
  ['removed', (code: string) => `delete from item_events where seq = 2 and ${of(code)}`, 'is missing'],
  [
    'cut off',
    (code: string) => `delete from item_events where seq = 3 and ${of(code)}`,
    'has 2 events and counts 3',
  ],
  [
    'put in another order',
    (code: string) =>
      `update item_events set seq = 99 where seq = 2 and ${of(code)};
       update item_events set seq = 2 where seq = 3 and ${of(code)};
       update item_events set seq = 3 where seq = 99 and ${of(code)}`,
    'does not follow',
  ],
  [
    'contradicted',
    (code: string) => `update items set state = 'stored' where code = '${code}'`,
    'its history ends in',
  ],
])('an event that was %s is noticed', async (how, sql, says) => {
  const house = await aHouse();
  const code = await inspected(house);
  expect(await verify(house.database)).toEqual([]);
  // It prints what is found, whatever that is: once shows it, to save eight processes.
  const asksOutside = how === 'changed';
  if (asksOutside) {
    const { status, stdout } = checked(house);
    expect([status, stdout]).toEqual([0, expect.stringContaining('账实一致')]);
  }
  await tamper(house, sql(code));
  const faults = await verify(house.database);
  expect(faults.join('\n')).toContain(code);
  expect(faults.join('\n')).toContain(says);
  if (asksOutside) {
    const { status, stdout } = checked(house);
    expect([status, stdout]).toEqual([1, expect.stringContaining(faults.join('\n'))]);
  }
  await tamper(
    house,
    `delete from item_events where ${of(code)}; delete from inspections where ${of(code)}; delete from holds where ${of(code)}; delete from items where code = '${code}'`,
  );
});
