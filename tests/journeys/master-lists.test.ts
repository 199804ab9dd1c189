import { describe, expect, test } from 'vitest';
import {
  activeVendors,
  countRecords,
  countSkus,
  type RecordsAsked,
  recordList,
  type SkusAsked,
  skuList,
} from '../../db/queries/master-data-lists.ts';
import { countPeople, type PeopleAsked, personList, postingsOfMany } from '../../db/queries/people.ts';
import { skusNamed } from '../../db/queries/scans.ts';
import { skus } from '../../db/schema/goods.ts';
import { organisations } from '../../db/schema/master-data.ts';
import { users } from '../../db/schema/people.ts';
import { listOfOrganisations } from '../../server/organisations/organisations.ts';
import { agree, hour, laidOut } from './laid-out.ts';

const at = laidOut(async (tx) => {
  const its = { uscc: '91460000MA5TABCD10', contact: '周敏 Zhou', active: false, createdAt: hour(1) };
  await tx.change(organisations, { id: 'bolt' }, its);
  await tx.change(
    skus,
    { id: 'whale-PHONE' },
    { category: 'phones', hsCode: '8517130001', valueMinor: 200_000, createdAt: hour(1) },
  );
  await tx.change(skus, { id: 'whale-X-1' }, { active: false, weightGrams: 5 });
  await tx.change(users, { id: 'sun' }, { active: false, createdAt: hour(1), name: 'Sun_Li 孙' });
});
const page = { descending: false, limit: 50, offset: 0 };
describe('people', () => {
  const asked = (more: Partial<PeopleAsked> = {}): PeopleAsked => ({ ...page, sort: 'username', ...more });
  const list = async (more: Partial<PeopleAsked>) =>
    (await at.as('admin').list(personList, asked(more))).map(({ id }) => id);

  test('are found by role, organisation, whether they are still here, and a part of a name', async () => {
    await agree<PeopleAsked>(
      [
        [{ role: ['supervisor'] }, 'han wang zhou'],
        [{ role: ['customs', 'manager'] }, 'guan ma'],
        [{ organisation: ['whale', 'kite'] }, 'kite whale whaleClerk'],
        [{ organisation: ['spark'], role: ['vendorMember'] }, 'sparkBench'],
        [{ active: false }, 'sun'],
        [{ active: true, role: ['packer'] }, ''],
        [{ id: 'wu' }, 'wu'],
        [{ id: 'nobody' }, ''],
        [{ search: 'WHALE' }, 'whale whaleClerk'],
        [{ search: 'sun_l' }, 'sun'],
        [{ search: 'zh' }, 'zhao zhou'],
        [{ search: 'wu@' }, 'wu'],
        [{ search: '孙' }, 'sun'],
        [{ search: '%' }, ''],
        [{ search: '\\' }, ''],
      ],
      list,
      (more) => at.as('admin').list(countPeople, asked(more)),
    );
    expect(await at.as('admin').list(countPeople, asked())).toEqual([{ n: 17 }]);
  });

  test('are told with their organisation, sorted and turned', async () => {
    expect((await at.as('admin').list(personList, asked({ id: 'spark' })))[0]).toEqual({
      ...{ id: 'spark', name: 'spark', email: 'spark@example.test', username: 'spark', role: 'vendorAdmin' },
      ...{ language: 'zh-CN', active: true, createdAt: new Date('2026-01-05T01:00:00Z') },
      organisation: { code: 'spark', nameZh: '海口创维修服务部', nameEn: 'Haikou Spark Repairs' },
    });
    const guests = { organisation: ['whale', 'kite', 'spark'] };
    const sorts = {
      name: 'kite spark sparkBench whale whaleClerk',
      role: 'kite whale whaleClerk spark sparkBench',
    };
    for (const [sort, expected] of Object.entries(sorts) as [PeopleAsked['sort'], string][])
      expect((await list({ ...guests, sort })).join(' ')).toBe(expected);
    expect((await list({ ...guests, sort: 'organisation', descending: true })).join(' ')).toBe(
      'whale whaleClerk spark sparkBench kite',
    );
    expect((await list({ sort: 'createdAt', descending: true, limit: 1 })).join(' ')).toBe('sun');
    expect((await list({ ...guests, sort: 'email', limit: 2, offset: 3 })).join(' ')).toBe(
      'whale whaleClerk',
    );
    const postings = await at.as('admin').list(postingsOfMany, { userIds: ['zhou', 'wu'] });
    expect(postings).toEqual([
      {
        ...{ id: 'wu-hk', userId: 'wu', warehouseId: 'hk', roles: null, code: 'HK' },
        nameZh: '海口一号仓',
        nameEn: 'hk warehouse',
      },
      {
        ...{ id: 'zhou-yp', userId: 'zhou', warehouseId: 'yp', roles: null, code: 'YP' },
        nameZh: '洋浦保税仓',
        nameEn: 'yp warehouse',
      },
    ]);
  });
});

describe('organisations', () => {
  type OrganisationsAsked = Partial<RecordsAsked> & { readonly kind?: string[]; readonly active?: boolean };
  const asked = ({ kind, active, ...more }: OrganisationsAsked): RecordsAsked => ({
    ...{ ...page, sort: 'code' },
    ...listOfOrganisations.meaning({ kind, active }, hour(1)),
    ...more,
  });
  const list = async (more: OrganisationsAsked) =>
    ((await at.as('ma').list(recordList, asked(more))) as { code: string }[]).map(({ code }) => code);

  test('are found by kind, by whether one still works with them, and by a part of what is known of them', async () => {
    await agree<OrganisationsAsked>(
      [
        [{}, 'bolt hub kite spark whale'],
        [{ kind: ['vendor'] }, 'bolt spark'],
        [{ kind: ['vendor', 'hub'] }, 'bolt hub spark'],
        [{ active: false }, 'bolt'],
        [{ active: true, kind: ['vendor'] }, 'spark'],
        [{ search: '5tabcd' }, 'bolt'],
        [{ search: '周敏' }, 'bolt'],
        [{ search: 'repairs' }, 'bolt spark'],
        [{ search: '纸鸢' }, 'kite'],
        [{ search: 'HUB' }, 'hub'],
      ],
      list,
      (more) => at.as('ma').list(countRecords, asked(more)),
    );
    expect((await list({ sort: 'kind', descending: true })).join(' ')).toBe('bolt spark hub kite whale');
    expect((await list({ sort: 'createdAt', descending: true, limit: 1 })).join(' ')).toBe('bolt');
    expect((await list({ limit: 2, offset: 2 })).join(' ')).toBe('kite spark');
    expect(await at.as('zhao').ask(activeVendors, {})).toEqual([
      { code: 'spark', nameZh: '海口创维修服务部', nameEn: 'Haikou Spark Repairs' },
    ]);
  });
});

describe('SKUs', () => {
  const asked = (more: Partial<SkusAsked> = {}): SkusAsked => ({ ...page, sort: 'code', ...more });
  const list = async (more: Partial<SkusAsked>) =>
    (await at.as('ma').list(skuList, asked(more))).map(({ sku }) => sku.id.replace('whale-', ''));

  test('are found by owner, category, battery, code and a part of what is known of them', async () => {
    await agree<SkusAsked>(
      [
        [{ exporter: ['kite'] }, 'kite-SHIRT kite-X-1'],
        [{ exporter: ['kite', 'whale'], code: 'SHIRT' }, 'kite-SHIRT SHIRT'],
        [{ category: 'phones' }, 'PHONE'],
        [{ battery: ['ion alone'] }, 'POWERBANK'],
        [{ battery: ['ion alone', 'ion in equipment'] }, 'EARBUDS PHONE POWERBANK'],
        [{ active: false }, 'X-1'],
        [{ active: true, code: 'X-1' }, 'kite-X-1'],
        [{ code: 'x-1' }, ''],
        [{ search: '3456789' }, 'EARBUDS'],
        [{ search: '130001' }, 'PHONE'],
        [{ search: '测试' }, 'kite-X-1 X-1'],
        [{ search: '(EN)', exporter: ['kite'] }, 'kite-SHIRT kite-X-1'],
        [{ search: 'power' }, 'POWERBANK'],
      ],
      list,
      (more) => at.as('ma').list(countSkus, asked(more)),
    );
    expect(await at.as('ma').list(countSkus, asked())).toEqual([{ n: 7 }]);
    expect(await at.as('kite').list(countSkus, asked())).toEqual([{ n: 2 }]);
    expect((await list({ sort: 'valueMinor', descending: true, limit: 1 })).join(' ')).toBe('PHONE');
    expect((await list({ sort: 'weightGrams', limit: 1 })).join(' ')).toBe('X-1');
    expect((await list({ sort: 'createdAt', descending: true, limit: 1 })).join(' ')).toBe('PHONE');
    expect((await list({ sort: 'category', descending: true, limit: 1 })).join(' ')).toBe('PHONE');
    expect((await list({ sort: 'exporter', limit: 2 })).join(' ')).toBe('kite-SHIRT kite-X-1');
    const [found] = await at.as('ma').list(skuList, asked({ code: 'PHONE' }));
    expect(found?.exporter).toEqual({
      code: 'whale',
      zh: '深圳蓝鲸电子有限公司',
      en: 'Shenzhen Blue Whale Electronics',
    });
    expect(found?.sku).toMatchObject({
      nameZh: '智能手机 M8 128G 蓝色',
      serialTracked: true,
      holdsData: true,
    });
  });

  test('are named by their GTIN or by a code that several may use', async () => {
    const named = async (text: string) =>
      (await at.as('wu').ask(skusNamed, { text }))
        .map(({ code, exporterEn }) => `${code} ${exporterEn}`)
        .sort();
    expect(await named('06901234567892')).toEqual(['EARBUDS Shenzhen Blue Whale Electronics']);
    expect(await named('SHIRT')).toEqual([
      'SHIRT Shenzhen Blue Whale Electronics',
      'SHIRT Yiwu Kite Apparel',
    ]);
    expect(await at.as('kite').ask(skusNamed, { text: 'SHIRT' })).toEqual([
      {
        exporterId: 'kite',
        exporterCode: 'kite',
        code: 'SHIRT',
        gtin: null,
        nameZh: '棉质T恤 白 L',
        nameEn: '棉质T恤 白 L (en)',
        exporterZh: '义乌纸鸢服饰有限公司',
        exporterEn: 'Yiwu Kite Apparel',
      },
    ]);
  });
});
