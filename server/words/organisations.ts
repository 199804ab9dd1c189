import type { PlaceKind } from '../../db/schema/master-data.ts';
import type { Words } from './words.ts';

export const houseSentences = {
  notAUscc: (text: string): Words => ({
    zh: `“${text}”不是有效的统一社会信用代码：应为 18 位，最后一位是校验码。请对照营业执照核对。`,
    en: `"${text}" is not a valid Unified Social Credit Code: it has 18 characters, the last of them a check character. Compare it with the business licence.`,
  }),
  organisationTaken: (code: string): Words => ({
    zh: `代码 ${code} 或这个统一社会信用代码已登记过，请核对。`,
    en: `The code ${code} or its Unified Social Credit Code is already registered.`,
  }),
  warehouseTaken: (code: string): Words => ({
    zh: `仓库代码 ${code} 已被使用，请换一个。`,
    en: `The warehouse code ${code} is taken; choose another.`,
  }),
  theirsToRaise: {
    zh: '自动批准额度只能由出口商自己提高；这里只能调低或取消。',
    en: 'Only the exporter may raise this limit. Here it can be lowered or removed.',
  },
  closedMeanwhile: {
    zh: '公司已停用，之后的内容没有导入。',
    en: 'The company was deactivated meanwhile; what came after that was not imported.',
  },
  notTheHub: { zh: '中心自身不能停用。', en: 'The hub itself cannot be deactivated.' },
  noWarehouse: {
    zh: '您还没有所在的仓库。请先选择仓库。',
    en: 'You are not in a warehouse yet. Choose one first.',
  },
} as const;

export const organisationNoun: Words = { zh: '组织', en: 'organisation' };

/** What the first zones of a warehouse are called. */
export const zoneNames: Readonly<Record<PlaceKind, Words>> = {
  receiving: { zh: '收货区', en: 'Receiving' },
  storage: { zh: '存储区', en: 'Storage' },
  quarantine: { zh: '隔离区', en: 'Quarantine' },
  hazard: { zh: '危险品柜', en: 'Hazard cabinet' },
  bench: { zh: '维修工位', en: 'Repair benches' },
  vendor: { zh: '送修交接区', en: 'Vendor hand-over' },
  packing: { zh: '打包区', en: 'Packing' },
  outbound: { zh: '出库区', en: 'Outbound dock' },
};

/** What the hub and its first warehouse are called until somebody says better. */
export const firstNames = {
  hub: { zh: '归航退货中心', en: 'Guihang returns hub' },
  warehouse: { zh: '一号仓', en: 'Warehouse 1' },
} as const;
