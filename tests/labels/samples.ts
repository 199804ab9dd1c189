import type { ConsignmentList } from '../../labels/consignment-list.ts';
import type { ItemLabel } from '../../labels/item-label.ts';
import type { LocationLabel } from '../../labels/location-label.ts';
import type { ReturnSlip } from '../../labels/return-slip.ts';
import type { ShippingLabel } from '../../labels/shipping-label.ts';

export const item: ItemLabel = {
  code: 'G7K2M9Q4XF',
  sku: 'EB-PRO2-WHT',
  name: { zh: '星海无线蓝牙耳机 Pro 2 主动降噪版（白色）', en: 'Xinghai Pro 2 wireless earbuds, ANC, white' },
  quantity: 1,
  serial: '35209900176148',
  grade: 'A',
  exporter: { zh: '深圳市星海电子商务有限公司', en: 'Shenzhen Xinghai E-commerce Co., Ltd.' },
  date: '2026-03-09',
  hazard: false,
};

export const badge = {
  secret: 'GHBK7Q2MZXW4NACVETLRPGUYOFDI3',
  person: '刘芳',
  role: { zh: '收货员', en: 'Receiver' },
  organisation: { zh: '海南归航供应链有限公司', en: 'Hainan Guihang Supply Chain' },
  date: '2026-11-23',
};

export const location: LocationLabel = {
  code: 'A-03-12-2',
  kind: 'storage',
  zone: { zh: '甲区 小件货架', en: 'Zone A, small parts' },
  warehouse: { zh: '深圳前海退货仓', en: 'Qianhai returns warehouse' },
};

const site = {
  name: { zh: '深圳前海退货仓', en: 'Qianhai returns warehouse' },
  address: '广东省深圳市南山区前海合作区临海大道 59 号 3 栋 2 层退货收货口',
  contact: '周敏',
  phone: '0755-8600 0000',
};

export const slip: ReturnSlip = {
  code: 'R4H8W2ZC6B',
  exporter: item.exporter ?? { zh: '', en: '' },
  reference: 'XH-RMA-20260309-017',
  warehouse: site,
  date: '2026-03-09',
  note: '外箱有两处破损，买家已拍照。',
  lines: [
    {
      sku: 'EB-PRO2-WHT',
      name: item.name ?? { zh: '', en: '' },
      quantity: 12,
      reason: { zh: '质量问题：单耳无声', en: 'Defective: one side silent' },
    },
    {
      sku: 'PB-20000-BLK',
      name: { zh: '20000 毫安时移动电源（黑色）', en: 'Power bank 20,000 mAh, black' },
      quantity: 3,
      reason: { zh: '买家不想要了', en: 'No longer wanted' },
    },
    {
      sku: 'TS-COT-M-NVY',
      name: { zh: '纯棉圆领短袖 T 恤 男款 藏青 M', en: 'Cotton T-shirt, men, navy, M' },
      quantity: 40,
      reason: { zh: '尺码不符', en: 'Wrong size' },
    },
  ],
};

export const shipment: ShippingLabel = {
  code: 'S3N5V8TQ7A',
  carrier: '顺丰国际',
  waybill: 'SF1400128374659',
  from: {
    name: '归航退货服务 深圳前海退货仓',
    address: site.address,
    contact: '周敏',
    phone: '0755-8600 0000',
  },
  to: {
    name: '深圳市星海电子商务有限公司',
    address: '广东省深圳市宝安区西乡街道固戍社区南昌第二工业区 B 栋 5 楼 503 室 品质部',
    contact: '陈立群',
    phone: '138 0000 0000',
  },
  contents: [
    { name: { zh: '无线蓝牙耳机 Pro 2', en: 'Wireless earbuds Pro 2' }, quantity: 12 },
    { name: { zh: '20000 毫安时移动电源', en: 'Power bank 20,000 mAh' }, quantity: 3 },
  ],
  weightGrams: 4260,
  battery: 'ion in equipment',
  date: '2026-03-21',
};

export const consignment: ConsignmentList = {
  code: 'C9D2F6PJ1M',
  date: '2026-03-15',
  from: shipment.from,
  vendor: {
    name: '东莞市恒修电子科技有限公司',
    address: '广东省东莞市长安镇振安中路 88 号 A 座 3 楼',
    contact: '何志刚',
    phone: '0769-8100 0000',
  },
  note: '请在 7 天内报价；未经同意不得维修。',
  lines: [
    {
      ticket: 'T2B7X4KD9E',
      item: 'G7K2M9Q4XF',
      name: item.name ?? { zh: '', en: '' },
      serial: '35209900176148',
      quantity: 1,
      fault: '左耳无声，充电盒指示灯不亮；买家称进过水。',
    },
    {
      ticket: 'T8Q1M5HR3C',
      item: 'G1A9C3E5WJ',
      name: { zh: '四轴航拍无人机 4K', en: 'Quadcopter drone 4K' },
      serial: 'DR4K-00918',
      quantity: 1,
      fault: '云台抖动，图传断续。',
    },
    {
      ticket: 'T6Y4G2NB8W',
      item: 'G5P7R8S2VQ',
      name: { zh: '手持式小型吸尘器', en: 'Handheld vacuum cleaner' },
      serial: null,
      quantity: 6,
      fault: '电机异响',
    },
  ],
};
