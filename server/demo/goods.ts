import type { skus } from '../../db/schema/goods.ts';
import { gs1CheckDigit } from '../identifiers/gtin.ts';
import type { ExporterId } from './companies.ts';
import type { Shape } from './drawings.ts';

export type Kind =
  | 'phone'
  | 'data'
  | 'audio'
  | 'power bank'
  | 'drone'
  | 'accessory'
  | 'appliance'
  | 'apparel';
type Battery = (typeof skus.$inferInsert)['battery'];
export interface Sku extends Omit<typeof skus.$inferInsert, 'createdAt'> {
  readonly exporterId: ExporterId;
  readonly kind: Kind;
  readonly shape: Shape;
  readonly colour: string;
}

// code | 中文 | English | kind | shape | colour | HS code | yuan | grams | watt-hours
const electronics = `
BW-M8-128-BL | 智能手机 M8 128G 海蓝 | Smartphone M8 128 GB, sea blue | phone | phone | #2f6fb7 | 8517130000 | 1899 | 412 | 19.25
BW-M8-256-BK | 智能手机 M8 256G 墨黑 | Smartphone M8 256 GB, ink black | phone | phone | #23272e | 8517130000 | 2199 | 412 | 19.25
BW-M8P-256-WH | 智能手机 M8 Pro 256G 月白 | Smartphone M8 Pro 256 GB, moon white | phone | phone | #d9dee5 | 8517130000 | 2899 | 436 | 20.02
BW-SE3-64-GN | 智能手机 SE3 64G 竹青 | Smartphone SE3 64 GB, bamboo green | phone | phone | #4b8f6b | 8517130000 | 999 | 368 | 15.40
BW-TAB10 | 平板电脑 10.4 英寸 128G | Tablet 10.4 inch 128 GB | data | tablet | #5d6470 | 8471301000 | 1499 | 742 | 27.72
BW-W3 | 智能手表 W3 | Smartwatch W3 | data | watch | #2b2f36 | 8517629900 | 499 | 148 | 1.62
BW-E200-BK | 蓝牙耳机 E200 黑色 | Wireless earbuds E200, black | audio | earbuds | #2a2d33 | 8518300000 | 199 | 120 | 1.85
BW-E200-WH | 蓝牙耳机 E200 白色 | Wireless earbuds E200, white | audio | earbuds | #eef0f2 | 8518300000 | 199 | 120 | 1.85
BW-E500-NC | 主动降噪耳机 E500 | Noise-cancelling earbuds E500 | audio | earbuds | #6a7f9c | 8518300000 | 459 | 136 | 2.04
BW-SPK2 | 便携蓝牙音箱 SPK2 | Portable Bluetooth speaker SPK2 | audio | speaker | #c0563b | 8518220000 | 269 | 620 | 18.50
BW-PB10 | 移动电源 10000mAh | Power bank 10,000 mAh | power bank | power bank | #3b4250 | 8507600090 | 89 | 230 | 37.00
BW-PB20 | 快充移动电源 20000mAh | Fast-charging power bank 20,000 mAh | power bank | power bank | #24507a | 8507600090 | 159 | 410 | 74.00
BW-PB27 | 户外移动电源 27000mAh | Outdoor power bank 27,000 mAh | power bank | power bank | #4c5a3a | 8507600090 | 239 | 560 | 99.90
BW-SKY1 | 航拍无人机 SKY1 | Camera drone SKY1 | drone | drone | #8d949e | 8806229000 | 3299 | 1180 | 43.60
BW-CAM4 | 运动相机 CAM4 | Action camera CAM4 | data | camera | #30353d | 8525891100 | 899 | 196 | 5.78
BW-GAN65 | 65W 氮化镓充电器 | 65 W GaN charger | accessory | charger | #f1f2f4 | 8504401990 | 129 | 142`;

const appliances = `
YF-RC40 | 电饭煲 4L 智能预约 | Rice cooker 4 L with timer | appliance | pot | #e4e0d8 | 8516603000 | 329 | 3900
YF-AF55 | 空气炸锅 5.5L | Air fryer 5.5 L | appliance | pot | #3c3f44 | 8516609000 | 299 | 4600
YF-HD18 | 高速吹风机 1800W | High-speed hair dryer 1800 W | appliance | dryer | #b86b8c | 8516310000 | 259 | 780
YF-EK17 | 电热水壶 1.7L | Electric kettle 1.7 L | appliance | kettle | #c9ccd1 | 8516799000 | 119 | 1150
YF-RV2 | 扫地机器人 RV2 | Robot vacuum RV2 | appliance | robot | #f0f1f3 | 8508110000 | 1399 | 4200 | 74.88
YF-BL12 | 破壁料理机 1.2L | Blender 1.2 L | appliance | kettle | #8aa5b8 | 8509409000 | 389 | 3400
YF-SI24 | 蒸汽电熨斗 2400W | Steam iron 2400 W | appliance | dryer | #5a86b8 | 8516400000 | 139 | 1280
YF-HU30 | 加湿器 3L 静音 | Humidifier 3 L, quiet | appliance | pot | #dfe9ee | 8509809000 | 159 | 1500
YF-TB3 | 声波电动牙刷 TB3 | Sonic toothbrush TB3 | appliance | dryer | #8fc3bd | 8509809000 | 149 | 260 | 2.96
YF-CM6 | 滴滤咖啡机 0.6L | Drip coffee maker 0.6 L | appliance | kettle | #403a36 | 8516711000 | 269 | 2300
YF-FN9 | 台式循环扇 9 英寸 | Desk fan 9 inch | appliance | fan | #eef1ee | 8414519100 | 169 | 2100
YF-GS15 | 手持挂烫机 1500W | Handheld garment steamer 1500 W | appliance | dryer | #d8b48a | 8516400000 | 149 | 920`;

const apparel = `
ZY-TS-WH-L | 棉质T恤 白色 L | Cotton T-shirt, white, L | apparel | shirt | #f5f5f2 | 6109100010 | 39 | 190
ZY-TS-WH-M | 棉质T恤 白色 M | Cotton T-shirt, white, M | apparel | shirt | #f5f5f2 | 6109100010 | 39 | 180
ZY-TS-BK-L | 棉质T恤 黑色 L | Cotton T-shirt, black, L | apparel | shirt | #2b2b2e | 6109100010 | 39 | 190
ZY-DR-FL-M | 碎花连衣裙 M | Floral dress, M | apparel | dress | #c76b7f | 6204430000 | 129 | 320
ZY-DR-BL-S | 雪纺长裙 藏蓝 S | Chiffon dress, navy, S | apparel | dress | #2f3f66 | 6204430000 | 149 | 350
ZY-HD-GY-XL | 连帽卫衣 灰色 XL | Hooded sweatshirt, grey, XL | apparel | shirt | #9a9da3 | 6110200090 | 99 | 560
ZY-JN-32 | 直筒牛仔裤 32 码 | Straight jeans, size 32 | apparel | trousers | #3f5f8a | 6203429090 | 119 | 640
ZY-JK-OR-L | 轻薄防风外套 橘色 L | Light windproof jacket, orange, L | apparel | shirt | #d9803f | 6201409000 | 159 | 430
ZY-SC-SK | 真丝围巾 | Silk scarf | apparel | scarf | #a94f5d | 6214100090 | 189 | 110
ZY-HT-SUN | 防晒渔夫帽 | Sun bucket hat | apparel | hat | #c9b891 | 6505009900 | 49 | 130
ZY-KD-110 | 儿童卫衣 110 码 | Children’s sweatshirt, size 110 | apparel | shirt | #e3b94f | 6110200090 | 69 | 280
ZY-SH-42 | 帆布鞋 42 码 | Canvas shoes, size 42 | apparel | shoes | #4f7a8f | 6404190000 | 109 | 880`;

const batteryOf = (kind: Kind, wattHours: string | undefined): Battery => {
  if (!wattHours) return 'none';
  if (kind === 'power bank') return 'ion alone';
  return kind === 'drone' ? 'ion with equipment' : 'ion in equipment';
};
const categories: Readonly<Record<Kind, string>> = {
  phone: '手机',
  data: '平板与穿戴',
  audio: '耳机音箱',
  'power bank': '移动电源',
  drone: '无人机',
  accessory: '配件',
  appliance: '小家电',
  apparel: '服饰',
};
const serialised = new Set(['BW-TAB10', 'BW-W3', 'BW-CAM4', 'BW-SKY1', 'YF-RV2', 'YF-CM6']);

const rowsOf = (table: string) => table.trim().split('\n');
const skuOf =
  (exporterId: ExporterId, prefix: string) =>
  (row: string, i: number): Sku => {
    const [
      code = '',
      nameZh = '',
      nameEn = '',
      sort,
      form,
      colour = '',
      hsCode = '',
      yuan,
      grams,
      wattHours,
    ] = row.split(' | ');
    const [kind, shape] = [sort as Kind, form as Shape];
    const body = `${prefix}${String(110 + i * 17).padStart(12 - prefix.length, '0')}`;
    return {
      id: `${exporterId}-${code}`,
      ...{ exporterId, code, nameZh, nameEn, kind, shape, colour, hsCode },
      weightGrams: Number(grams),
      category: categories[kind],
      gtin: `0${body}${gs1CheckDigit(body)}`,
      valueMinor: Number(yuan) * 100,
      currency: 'CNY',
      battery: batteryOf(kind, wattHours),
      batteryWh: wattHours ?? null,
      serialTracked: kind === 'phone' || serialised.has(code),
      serialPattern: kind === 'phone' ? 'IMEI' : null,
      holdsData: kind === 'phone' || kind === 'data',
      active: true,
    };
  };

/** Forty things that are sold from China to everywhere, and come back. */
export const theSkus: readonly Sku[] = [
  ...rowsOf(electronics).map(skuOf('lanjing', '6971208')),
  ...rowsOf(appliances).map(skuOf('yunfan', '6955731')),
  ...rowsOf(apparel).map(skuOf('zhiyuan', '6949026')),
];

export const skuRow = (sku: Sku, createdAt: Date): typeof skus.$inferInsert => {
  const { kind: _, shape: _s, colour: _c, ...row } = sku;
  return { ...row, createdAt };
};

export function skuNamed(code: string): Sku {
  const sku = theSkus.find((one) => one.code === code);
  if (!sku) throw new Error(`The demo knows no SKU ${code}.`);
  return sku;
}

export const skusOfExporter = (id: ExporterId) => theSkus.filter(({ exporterId }) => exporterId === id);
