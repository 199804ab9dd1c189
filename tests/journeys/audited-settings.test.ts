import { describe, expect, test } from 'vitest';
import { outbox } from '../../db/schema/jobs.ts';
import { systemViewer } from '../../db/seen-by.ts';
import type { Name } from '../cast.ts';
import { aHouse, type House, newScan } from '../world.ts';
import { type Body, ok } from './road.ts';

const scan = (body: object) => ({ scanId: newScan(), ...body });
const log = async (at: House, who: Name = 'admin'): Promise<Body[]> =>
  (await ok(at.call(who, 'GET /api/v1/audit'))).rows;
const newest = async (at: House) => (await log(at))[0];

describe('whoever changes what all go by stands in the audit log, with what was before', () => {
  test('a warehouse', async () => {
    const at = await aHouse();
    await ok(at.call('admin', 'PATCH /api/v1/warehouses/HK', scan({ inZone: true, contact: '王芳' })));
    expect(await newest(at)).toMatchObject({
      ...{ by: 'admin', action: 'warehouseChanged', subjectName: 'HK', changed: { inZone: [false, true] } },
    });
  });

  test('an organisation, new or changed', async () => {
    const at = await aHouse();
    const vendor = { kind: 'vendor', code: 'NEU', nameZh: '新维修', nameEn: 'New Repairs' };
    await ok(at.call('ma', 'POST /api/v1/organisations', scan(vendor)));
    expect(await newest(at)).toMatchObject({
      ...{ by: 'ma', action: 'organisationAdded', subjectName: 'NEU' },
      changed: { kind: [null, 'vendor'], nameZh: [null, '新维修'] },
    });
  });

  test('a customs rule and a disposition rule', async () => {
    const at = await aHouse();
    const rules = async (kind: string): Promise<Body[]> =>
      (await ok(at.call('guan', `GET /api/v1/${kind}-rules`))).rows;
    const [customs] = await rules('customs');
    const citation = { citation: '海关总署公告 2026 年第 1 号' };
    await ok(at.call('guan', `PATCH /api/v1/customs-rules/${customs.id}`, scan(citation)));
    expect(await newest(at)).toMatchObject({
      ...{ by: 'guan', action: 'customsRuleChanged', subject: customs.id },
      changed: { citation: [customs.citation, citation.citation] },
    });
    at.later(0.1);
    const [disposition] = await rules('disposition');
    const off = { active: false };
    await ok(at.call('ma', `PATCH /api/v1/disposition-rules/${disposition.id}`, scan(off)));
    expect(await newest(at)).toMatchObject({
      ...{ by: 'ma', action: 'dispositionRuleChanged', subject: disposition.id },
      changed: { active: [true, false], version: [1, 2] },
    });
    at.later(0.1);
    const { id: _, ...again } = customs;
    await ok(at.call('guan', 'POST /api/v1/customs-rules', scan(again)));
    expect(await newest(at)).toMatchObject({ by: 'guan', action: 'customsRuleAdded' });
    at.later(0.1);
    const { id: __, version: ___, ...rule } = disposition;
    await ok(at.call('ma', 'POST /api/v1/disposition-rules', scan(rule)));
    expect(await newest(at)).toMatchObject({ by: 'ma', action: 'dispositionRuleAdded' });
  });
});

describe('an exporter’s limit for repairs that are paid without asking', () => {
  const limit = async (at: House) =>
    (await ok(at.call('whale', 'GET /api/v1/approval-limit'))).autoApproveMinor;
  const set = (at: House, autoApproveMinor: number | null) =>
    at.call('whale', 'PATCH /api/v1/approval-limit', scan({ autoApproveMinor }));
  const byTheHub = (at: House, autoApproveMinor: number | null, who: Name = 'ma') =>
    at.call(who, 'PATCH /api/v1/organisations/whale', scan({ autoApproveMinor }));

  test('is theirs to raise: the hub sets none, raises none and gives none to a new one', async () => {
    const at = await aHouse();
    const refused = { status: 409, code: 'theirs_to_raise' };
    for (const amount of [0, 1, 99_999_999]) expect((await byTheHub(at, amount)).body).toMatchObject(refused);
    await ok(set(at, 5_000));
    for (const who of ['ma', 'admin'] as const)
      expect((await byTheHub(at, 5_001, who)).body).toMatchObject(refused);
    expect(await limit(at)).toBe(5_000);
    const exporter = { kind: 'exporter', code: 'NEU', nameZh: '新', nameEn: 'New', autoApproveMinor: 100 };
    expect((await at.call('ma', 'POST /api/v1/organisations', scan(exporter))).body).toMatchObject(refused);
  });

  test('is lowered by the hub, and both see it: in the log, by mail, in figures', async () => {
    const at = await aHouse();
    await ok(set(at, 5_000));
    at.later(0.1);
    await ok(byTheHub(at, 3_000));
    expect(await limit(at)).toBe(3_000);
    at.later(0.1);
    await ok(byTheHub(at, null));
    expect(await limit(at)).toBeNull();
    const seen = (rows: Body[]) => rows.map(({ by, changed }) => [by, changed.autoApproveMinor]);
    const all = [
      ['ma', [3_000, null]],
      ['ma', [5_000, 3_000]],
      ['whale', [null, 5_000]],
    ];
    expect(seen(await log(at))).toEqual(all);
    expect(seen(await log(at, 'whale'))).toEqual(all);
    expect(await log(at, 'kite')).toEqual([]);
    const mails = (await at.database.as(systemViewer).find(outbox)).map(({ about }) => about);
    expect(mails.map(({ mail, to, what }) => [mail, to, what]).sort()).toEqual([
      ['limitChanged', 'whale@example.test', '¥30.00'],
      ['limitChanged', 'whale@example.test', '¥50.00'],
      ['limitChanged', 'whale@example.test', '–'],
    ]);
  });

  test('is no business of members, vendors and keys', async () => {
    const at = await aHouse();
    for (const who of ['whaleClerk', 'spark', 'ma', 'admin'] as const)
      expect(
        (await at.call(who, 'PATCH /api/v1/approval-limit', scan({ autoApproveMinor: 1 }))).status,
        who,
      ).toBe(403);
    const ask = { name: 'ERP', scopes: ['tickets.answer'], days: 1 };
    const { secret } = await ok(at.call('whale', 'POST /api/v1/api-keys', ask));
    const { default: request } = await import('supertest');
    const byKey = await request(at.server)
      .patch('/api/v1/approval-limit')
      .set('authorization', `Bearer ${secret}`)
      .send(scan({ autoApproveMinor: 99_999 }));
    expect(byKey.body).toMatchObject({ status: 403, code: 'prove_yourself' });
  });
});
