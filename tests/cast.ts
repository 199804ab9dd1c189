import type { Database } from '../db/open.ts';
import { skus } from '../db/schema/goods.ts';
import { locations, organisations, type PlaceKind, warehouses, zones } from '../db/schema/master-data.ts';
import { postings, users } from '../db/schema/people.ts';
import type { Writing } from '../db/scope.ts';
import { seedCatalogue } from '../db/seed/catalogue.ts';
import { systemViewer } from '../db/seen-by.ts';
import type { Role } from '../server/access/permissions.ts';

interface Person {
  readonly role: Role;
  readonly organisation: string;
  readonly warehouse: string | null;
}
const staff = (role: Role, warehouse = 'hk'): Person => ({ role, organisation: 'hub', warehouse });
const guest = (role: Role, organisation: string): Person => ({ role, organisation, warehouse: null });

/**
 * The people of all tests. Whale and Kite export, and must never hear of each other; Spark and Bolt repair. Most of
 * the staff work in Haikou, outside the customs zone; zhou works in Yangpu, inside it.
 */
export const cast = {
  liu: staff('receiver'),
  chen: staff('inspector'),
  wu: staff('storekeeper'),
  zhao: staff('technician'),
  sun: staff('packer'),
  wang: staff('supervisor'),
  han: staff('supervisor'),
  guan: staff('customs'),
  ma: staff('manager'),
  admin: staff('administrator'),
  zhou: staff('supervisor', 'yp'),
  whale: guest('exporterAdmin', 'whale'),
  whaleClerk: guest('exporterMember', 'whale'),
  kite: guest('exporterAdmin', 'kite'),
  spark: guest('vendorAdmin', 'spark'),
  sparkBench: guest('vendorMember', 'spark'),
  bolt: guest('vendorAdmin', 'bolt'),
} satisfies Record<string, Person>;
export type Name = keyof typeof cast;

const born = new Date('2026-01-05T01:00:00Z');
const orgs = [
  ['hub', 'hub', '海南归航供应链有限公司', 'Hainan Guihang Supply Chain'],
  ['whale', 'exporter', '深圳蓝鲸电子有限公司', 'Shenzhen Blue Whale Electronics'],
  ['kite', 'exporter', '义乌纸鸢服饰有限公司', 'Yiwu Kite Apparel'],
  ['spark', 'vendor', '海口创维修服务部', 'Haikou Spark Repairs'],
  ['bolt', 'vendor', '三亚快修科技', 'Sanya Bolt Repairs'],
] as const;

const places: readonly (readonly [string, PlaceKind, number | null])[] = [
  ['R-01', 'receiving', null],
  ['A-01-01-1', 'storage', 20],
  ['A-01-01-2', 'storage', 2],
  ['Q-01-01-1', 'quarantine', 50],
  ['H-01-01-1', 'hazard', 10],
  ['B-01', 'bench', 5],
  ['V-01', 'vendor', null],
  ['P-01', 'packing', null],
  ['O-01', 'outbound', null],
];

const sku = (
  exporterId: string,
  code: string,
  nameZh: string,
  more: Partial<typeof skus.$inferInsert> = {},
) => ({
  id: `${exporterId}-${code}`,
  exporterId,
  code,
  nameZh,
  nameEn: `${nameZh} (en)`,
  category: 'other',
  gtin: null,
  hsCode: '8517130000',
  valueMinor: 19_900,
  currency: 'CNY',
  weightGrams: 200,
  battery: 'none' as const,
  batteryWh: null,
  serialTracked: false,
  holdsData: false,
  active: true,
  createdAt: born,
  ...more,
});
/** Both exporters call something SHIRT, and both call something X-1. */
export const theSkus = [
  sku('whale', 'EARBUDS', '蓝牙耳机 BW-200 黑色', { battery: 'ion in equipment', gtin: '06901234567892' }),
  sku('whale', 'PHONE', '智能手机 M8 128G 蓝色', {
    battery: 'ion in equipment',
    serialTracked: true,
    holdsData: true,
  }),
  sku('whale', 'POWERBANK', '快充移动电源 20000mAh', { battery: 'ion alone', batteryWh: '74' }),
  sku('whale', 'SHIRT', '广告衫'),
  sku('whale', 'X-1', '测试品'),
  sku('kite', 'SHIRT', '棉质T恤 白 L'),
  sku('kite', 'X-1', '测试裙'),
];

/** A warehouse with its zones and places. */
async function openHouse(tx: Writing, id: 'hk' | 'yp', name: string, inZone: boolean) {
  await tx.add(warehouses, {
    id,
    code: id.toUpperCase(),
    nameZh: name,
    nameEn: `${id} warehouse`,
    address: '海南省海口市',
    contact: '王芳',
    phone: '13800000000',
    inZone,
    active: true,
  });
  for (const kind of new Set(places.map(([, kind]) => kind)))
    await tx.add(zones, {
      id: `${id}-${kind}`,
      warehouseId: id,
      code: kind.slice(0, 2).toUpperCase(),
      nameZh: kind,
      nameEn: kind,
      kind,
    });
  for (const [code, kind, capacity] of places)
    await tx.add(locations, {
      id: `${id}-${code}`,
      warehouseId: id,
      zoneId: `${id}-${kind}`,
      code,
      kind,
      capacity,
      active: true,
    });
}

/** Fills an empty database with the catalogue, the cast and their places. */
export async function playTheCast(database: Database): Promise<void> {
  await seedCatalogue(database);
  await database.as(systemViewer).atomically(async (tx) => {
    for (const [id, kind, nameZh, nameEn] of orgs)
      await tx.add(organisations, {
        id,
        kind,
        code: id,
        nameZh,
        nameEn,
        autoApproveMinor: null,
        // What most tests are about came from wherever; those about exports set another contract.
        exportCitation: 'need not',
        active: true,
        createdAt: born,
      });
    await openHouse(tx, 'hk', '海口一号仓', false);
    await openHouse(tx, 'yp', '洋浦保税仓', true);
    for (const one of theSkus) await tx.add(skus, one);
    for (const [id, person] of Object.entries<Person>(cast)) {
      const { role, organisation: organisationId, warehouse: warehouseId } = person;
      await tx.add(users, {
        id,
        name: id,
        email: `${id}@example.test`,
        username: id.toLowerCase(),
        emailVerified: true,
        role,
        organisationId,
        warehouseId,
        language: 'zh-CN',
        active: true,
        twoFactorEnabled: role === 'administrator',
        createdAt: born,
        updatedAt: born,
      });
      if (warehouseId) await tx.add(postings, { id: `${id}-${warehouseId}`, userId: id, warehouseId });
    }
  });
}
