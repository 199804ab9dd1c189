import { expect, test } from 'vitest';
import { systemViewer } from '../../db/seen-by.ts';
import { routes } from '../../server/api.ts';
import { cast, type Name } from '../cast.ts';
import { aHouse, type House, newScan } from '../world.ts';
import { fullHouse } from './full-house.ts';
import { matrix } from './matrix.ts';
import type { Subject } from './matrix-row.ts';
import { type Endpoint, elsewhere, inHaikou, sent, subjects } from './sweep.ts';
import { tables } from './tables.ts';

const changing = routes.filter(({ endpoint }) => !endpoint.startsWith('GET '));
const doneOnce = changing.filter(({ once }) => once === true).map(({ endpoint }) => endpoint as Endpoint);

test('whatever changes something is done once, or says in a sentence why not', () => {
  const unsaid = changing.filter(({ once }) => once !== true && !/^because (\S+ ){4,}\S+$/.test(once ?? ''));
  expect(unsaid.map(({ endpoint }) => endpoint)).toEqual([]);
  // Nobody who is not signed in has keys: strangers would share them, and be told each other’s answers.
  expect(changing.filter(({ once, open }) => open && once === true)).toEqual([]);
  expect(routes.filter(({ endpoint, once }) => endpoint.startsWith('GET ') && once)).toEqual([]);
  expect(doneOnce.length).toBeGreaterThan(35);
});

test('whoever takes a scanId is done once under it, but for those who do it themselves', () => {
  const takes = changing.filter(
    ({ endpoint, once }) =>
      once !== true && 'scanId' in matrix[endpoint as Endpoint].ask(somebody, 'manager'),
  );
  expect(takes.map(({ endpoint }) => endpoint)).toEqual([
    'POST /api/v1/scans',
    'POST /api/v1/return-orders/imports',
    'POST /api/v1/exported-orders/imports',
    'POST /api/v1/skus/imports',
    'POST /api/v1/opening-stock/imports',
  ]);
});

const somebody = new Proxy({}, { get: () => 'x' }) as Subject;

/** All that stands in the house, by table. */
async function standing(house: House) {
  const system = house.database.as(systemViewer);
  const found = [...tables].map(async ([name, table]) => {
    const rows = await system.find(table, undefined, 20_000);
    return [name, rows.map((row) => JSON.stringify(row)).sort()] as const;
  });
  return Object.fromEntries(await Promise.all(found));
}

/** A question that somebody gets answered, under a key of its own, and how to ask it again. */
async function answered(house: House, endpoint: Endpoint, all: readonly Subject[]) {
  const row = matrix[endpoint];
  for (const name of [...inHaikou, ...elsewhere] as Name[])
    for (const of of all) {
      const ask = row.ask(of, cast[name].role);
      const key = 'scanId' in ask ? {} : { idempotencyKey: `"${newScan()}"` };
      const again = (more: object = {}) =>
        sent(house, name, endpoint, { ...ask, ...more }, { ...row, ...key });
      const answer = await again();
      if (answer.status === 200) return { answer, again };
    }
  throw new Error(`Nobody is answered by ${endpoint}.`);
}

test('asked twice under one key, every route that is done once does its work once and answers the same', async () => {
  const { house, goods } = await fullHouse();
  const { whale, yangpu } = await subjects(house, goods);
  for (const endpoint of doneOnce) {
    const kept = (await standing(house)).answers?.length ?? 0;
    const { answer, again } = await answered(house, endpoint, [whale, yangpu]);
    const before = await standing(house);
    expect(before.answers?.length, endpoint).toBe(kept + 1);
    // What is done again bears another time.
    house.later(0.01);
    const repeated = await again();
    expect([repeated.status, repeated.text], endpoint).toEqual([200, answer.text]);
    expect(await standing(house), endpoint).toEqual(before);
  }
});

test('a key that comes with the header is its asker’s, its route’s and its question’s; without one the work is done again', async () => {
  const house = await aHouse();
  const aDay = { from: '2026-12-01T00:00:00Z', until: '2026-12-02T00:00:00Z' };
  const leave = (id: string, idempotencyKey?: string, endpoint = 'POST /api/v1/people/:id/leaves') =>
    sent(house, 'admin', endpoint, { id, ...aDay }, idempotencyKey ? { idempotencyKey } : {});
  const leaves = ({ text }: { text: string }) => JSON.parse(text).leaves.length;
  expect(leaves(await leave('zhao', 'leave-0001'))).toBe(1);
  expect(leaves(await leave('zhao', '"leave-0001"'))).toBe(1);
  expect(await leave('wu', 'leave-0001')).toMatchObject({ status: 422 });
  expect((await leave('wu', 'leave-0001')).text).toContain('scan_id_reused');
  const asked = { id: JSON.parse((await leave('zhao', 'leave-0001')).text).leaves[0].id };
  const elsewhere = await sent(house, 'admin', 'DELETE /api/v1/leaves/:id', asked, {
    idempotencyKey: 'leave-0001',
  });
  expect([elsewhere.status, elsewhere.text]).toEqual([422, expect.stringContaining('scan_id_reused')]);
  for (const malformed of ['short', 'with blanks in it', 'x'.repeat(65)])
    expect(await leave('zhao', malformed), malformed).toMatchObject({ status: 422 });
  expect(leaves(await leave('zhao'))).toBe(2);
  expect(leaves(await leave('zhao'))).toBe(3);
});
