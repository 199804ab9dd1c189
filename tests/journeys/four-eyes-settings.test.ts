import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { auditLog } from '../../db/schema/access.ts';
import { fourEyes } from '../../db/schema/rules.ts';
import { systemViewer } from '../../db/seen-by.ts';
import type { Name } from '../cast.ts';
import { aHouse, type House, newScan } from '../world.ts';
import { type Body, ok } from './road.ts';

const settings = async (at: House, who: Name = 'wang'): Promise<Body[]> =>
  (await ok(at.call(who, 'GET /api/v1/four-eyes'))).rows;
const set = (at: House, id: string, body: object) =>
  at.call('admin', `PATCH /api/v1/four-eyes/${id}`, { scanId: newScan(), ...body });
const notes = (at: House) => at.database.as(systemViewer).find(auditLog, eq(auditLog.action, 'fourEyesSet'));
const all = [
  ['destruction', true, null, true],
  ['hazardRelease', true, null, false],
  ['regimeOverride', false, null, false],
  ['countAdjustment', true, 5, false],
] as const;

test('a new house asks two people for destruction, for a dangerous battery, for a count off by more than five', async () => {
  const at = await aHouse();
  for (const rows of [await settings(at), await settings(at, 'chen')])
    expect(rows.map(({ id, active, above, fixed }) => [id, active, above, fixed])).toEqual(all);
  for (const { name } of await settings(at))
    expect([name.zh, name.en].every((text) => text.length > 1)).toBe(true);
  expect((await at.call('whale', 'GET /api/v1/four-eyes')).status).toBe(403);
  expect((await at.call('liu', 'GET /api/v1/four-eyes')).status).toBe(403);
});

test('a house that is older than a setting has it as a new one begins, and keeps it once it is set', async () => {
  const at = await aHouse();
  const row = await at.database.as(systemViewer).first(fourEyes, eq(fourEyes.id, 'regimeOverride'));
  if (row) await at.database.as(systemViewer).atomically((tx) => tx.remove(fourEyes, row));
  expect((await settings(at)).map(({ id, active }) => [id, active])).toContainEqual([
    'regimeOverride',
    false,
  ]);
  await ok(set(at, 'regimeOverride', { active: true }));
  expect(await at.database.as(systemViewer).find(fourEyes, eq(fourEyes.id, 'regimeOverride'))).toEqual([
    { id: 'regimeOverride', active: true, above: null },
  ]);
  await ok(set(at, 'regimeOverride', { active: false }));
  expect(await at.database.as(systemViewer).count(fourEyes, eq(fourEyes.id, 'regimeOverride'))).toBe(1);
});

test('a setting is changed on the record: what was not said stays, and what has no number gets none', async () => {
  const at = await aHouse();
  const { rows } = await ok(set(at, 'countAdjustment', { active: true, above: 0 }));
  expect(rows).toMatchObject([{}, {}, {}, { id: 'countAdjustment', active: true, above: 0 }]);
  await ok(set(at, 'countAdjustment', { active: false }));
  await ok(set(at, 'hazardRelease', { active: false, above: 7 }));
  expect((await settings(at)).map(({ id, active, above }) => [id, active, above])).toEqual([
    ['destruction', true, null],
    ['hazardRelease', false, null],
    ['regimeOverride', false, null],
    ['countAdjustment', false, 0],
  ]);
  // What is as it was is no change.
  await ok(set(at, 'countAdjustment', { active: false, above: 0 }));
  const byHand = { byWhom: 'admin', byName: 'admin', organisationId: 'hub', at: at.clock.now };
  const noted = await notes(at);
  expect(noted).toHaveLength(3);
  expect(noted).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ ...byHand, subject: 'countAdjustment', changed: { above: [5, 0] } }),
      expect.objectContaining({ subject: 'countAdjustment', changed: { active: [true, false] } }),
      expect.objectContaining({
        ...{ subject: 'hazardRelease', subjectName: '解除电池危险挂起', changed: { active: [true, false] } },
      }),
    ]),
  );
});

test('destruction takes two people, always; nothing is set that there is not, or out of bounds', async () => {
  const at = await aHouse();
  expect((await set(at, 'destruction', { active: false })).body).toMatchObject({
    status: 409,
    code: 'fixed',
  });
  for (const body of [{ above: -1 }, { above: 1.5 }, { above: 1_000_001 }, { active: 'yes' }, { more: 1 }])
    expect((await set(at, 'countAdjustment', { active: true, ...body })).status, JSON.stringify(body)).toBe(
      422,
    );
  expect((await set(at, 'countAdjustment', {})).status).toBe(422);
  expect((await set(at, 'nothing', { active: true })).status).toBe(422);
  await ok(set(at, 'countAdjustment', { active: true, above: 1_000_000 }));
  const asked = { scanId: newScan(), active: true };
  for (const who of ['ma', 'wang'] as const)
    expect((await at.call(who, 'PATCH /api/v1/four-eyes/countAdjustment', asked)).status).toBe(403);
  expect(await notes(at)).toHaveLength(1);
});
