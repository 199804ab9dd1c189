import type { locations, PlaceKind, warehouses, zones } from '../../db/schema/master-data.ts';
import type { ExporterId } from './companies.ts';

export type WarehouseId = 'hk1' | 'yp1';

export const theWarehouses: readonly (typeof warehouses.$inferInsert)[] = [
  {
    id: 'hk1',
    code: 'HK1',
    nameZh: '海口一号仓',
    nameEn: 'Haikou Warehouse 1',
    address: '海南省海口市澄迈老城经济开发区南一环路 69 号 3 号库',
    contact: '王芳',
    phone: '0898-6748 3021',
    inZone: false,
    active: true,
  },
  {
    id: 'yp1',
    code: 'YP1',
    nameZh: '洋浦保税仓',
    nameEn: 'Yangpu Bonded Warehouse',
    address: '海南省儋州市洋浦保税港区港航路 5 号 B2 库',
    contact: '周敏',
    phone: '0898-2882 6150',
    inZone: true,
    active: true,
  },
];

type Zone = readonly [
  code: string,
  kind: PlaceKind,
  zh: string,
  en: string,
  bays: number,
  levels: number,
  bins: number,
  capacity: number | null,
];

/** A place has as many numbers as its zone has dimensions: R-01, or A-01-02-1 for bay, level and bin. */
const layouts: Readonly<Record<WarehouseId, readonly Zone[]>> = {
  hk1: [
    ['R', 'receiving', '收货区', 'Receiving', 6, 0, 0, null],
    ['A', 'storage', 'A 区 数码', 'Aisle A, electronics', 8, 4, 3, 24],
    ['C', 'storage', 'C 区 家电', 'Aisle C, appliances', 8, 3, 3, 12],
    ['D', 'storage', 'D 区 服饰', 'Aisle D, apparel', 6, 4, 3, 60],
    ['E', 'storage', 'E 区 待申报', 'Aisle E, not declared yet', 3, 3, 3, 40],
    ['Q', 'quarantine', '隔离区', 'Quarantine', 3, 3, 3, 30],
    ['H', 'hazard', '危险品柜', 'Hazard cabinet', 1, 3, 3, 6],
    ['B', 'bench', '维修工位', 'Repair benches', 6, 0, 0, 6],
    ['V', 'vendor', '送修交接区', 'For vendors', 2, 0, 0, null],
    ['P', 'packing', '打包台', 'Packing', 4, 0, 0, null],
    ['O', 'outbound', '出库区', 'Outbound dock', 4, 0, 0, null],
  ],
  yp1: [
    ['R', 'receiving', '收货区', 'Receiving', 3, 0, 0, null],
    ['A', 'storage', 'A 区 数码家电', 'Aisle A, electronics and appliances', 6, 3, 3, 24],
    ['D', 'storage', 'D 区 服饰', 'Aisle D, apparel', 4, 3, 3, 60],
    ['Q', 'quarantine', '隔离区', 'Quarantine', 2, 2, 3, 30],
    ['H', 'hazard', '危险品柜', 'Hazard cabinet', 1, 2, 3, 6],
    ['B', 'bench', '维修工位', 'Repair benches', 1, 0, 0, 6],
    ['V', 'vendor', '送修交接区', 'For vendors', 1, 0, 0, null],
    ['P', 'packing', '打包台', 'Packing', 2, 0, 0, null],
    ['O', 'outbound', '出库区', 'Outbound dock', 2, 0, 0, null],
  ],
};

const numbered = (n: number, digits: number) =>
  Array.from({ length: n }, (_, i) => String(i + 1).padStart(digits, '0'));

const codesOf = ([zone, , , , bays, levels, bins]: Zone): string[] =>
  numbered(bays, 2).flatMap((bay) =>
    levels === 0
      ? [`${zone}-${bay}`]
      : numbered(levels, 2).flatMap((level) =>
          numbered(bins, 1).map((bin) => `${zone}-${bay}-${level}-${bin}`),
        ),
  );

const everyZone = Object.entries(layouts).flatMap(([at, layout]) =>
  layout.map((zone) => ({ at: at as WarehouseId, zone, id: `${at}-${zone[0]}` })),
);

export const theZones: readonly (typeof zones.$inferInsert)[] = everyZone.map(
  ({ at, id, zone: [code, kind, nameZh, nameEn] }) => ({ id, warehouseId: at, code, nameZh, nameEn, kind }),
);

export const theLocations: readonly (typeof locations.$inferInsert)[] = everyZone.flatMap(
  ({ at, id: zoneId, zone }) =>
    codesOf(zone).map((code) => ({
      id: `${at}-${code}`,
      warehouseId: at,
      ...{ zoneId, code, kind: zone[1], capacity: zone[7], active: true },
    })),
);

const aisles: Readonly<Record<WarehouseId, Readonly<Record<ExporterId, string>>>> = {
  hk1: { lanjing: 'A', yunfan: 'C', zhiyuan: 'D' },
  yp1: { lanjing: 'A', yunfan: 'A', zhiyuan: 'D' },
};

/** The shelves of an owner; what customs have not released yet stands apart. */
export function shelvesFor(at: WarehouseId, exporter: ExporterId, undeclared: boolean): typeof theLocations {
  const zone = undeclared && at === 'hk1' ? 'E' : aisles[at][exporter];
  return theLocations.filter(({ zoneId }) => zoneId === `${at}-${zone}`);
}

export const placesOfKind = (at: WarehouseId, kind: PlaceKind) =>
  theLocations.filter((place) => place.warehouseId === at && place.kind === kind);
