import type { CitationRule, organisations } from '../../db/schema/master-data.ts';
import { usccCheckCharacter } from '../identifiers/uscc.ts';

type Company = Omit<typeof organisations.$inferInsert, 'code' | 'createdAt' | 'active' | 'email'>;
export type ExporterId = 'lanjing' | 'yunfan' | 'zhiyuan';
export type VendorId = 'chuangwei' | 'kuaixiu';

const uscc = (first17: string) => first17 + usccCheckCharacter(first17);

const hub: Company = {
  id: 'hub',
  kind: 'hub',
  nameZh: '海南归航供应链管理有限公司',
  nameEn: 'Hainan Guihang Supply Chain Management Co., Ltd.',
  uscc: uscc('91460100MA5RC0X49'),
  contact: '马俊',
  phone: '0898-6655 2016',
  address: '海南省海口市秀英区海港路 28 号航运大厦 12 层',
  autoApproveMinor: null,
};

const exporters: readonly Company[] = [
  {
    id: 'lanjing',
    kind: 'exporter',
    nameZh: '深圳蓝鲸电子科技有限公司',
    nameEn: 'Shenzhen Blue Whale Electronics Technology Co., Ltd.',
    uscc: uscc('91440300MA5FQ7T80'),
    contact: '蓝晶',
    phone: '0755-8321 7760',
    address: '广东省深圳市龙华区民治街道梅龙路 168 号蓝鲸科技园 B 座 9 层',
    autoApproveMinor: 6_000,
    exportCitation: 'should',
  },
  {
    id: 'yunfan',
    kind: 'exporter',
    nameZh: '广州云帆家用电器有限公司',
    nameEn: 'Guangzhou Cloudsail Home Appliances Co., Ltd.',
    uscc: uscc('91440101MA59W2KX1'),
    contact: '梁云帆',
    phone: '020-3487 5512',
    address: '广东省广州市番禺区大石街道石北工业路 63 号',
    autoApproveMinor: null,
    exportCitation: 'need not',
  },
  {
    id: 'zhiyuan',
    kind: 'exporter',
    nameZh: '义乌纸鸢服饰有限公司',
    nameEn: 'Yiwu Paper Kite Apparel Co., Ltd.',
    uscc: uscc('91330782MA2E8LRD2'),
    contact: '楼知远',
    phone: '0579-8536 2280',
    address: '浙江省义乌市北苑街道雪峰西路 968 号 3 幢',
    autoApproveMinor: 2_000,
    exportCitation: 'must',
  },
];

const vendors: readonly Company[] = [
  {
    id: 'chuangwei',
    kind: 'vendor',
    nameZh: '海口创为电器维修服务有限公司',
    nameEn: 'Haikou Chuangwei Appliance Repair Services Co., Ltd.',
    uscc: uscc('91460106MA5T4H9P2'),
    contact: '符创为',
    phone: '0898-3196 7043',
    address: '海南省海口市龙华区滨濂北路 41 号',
    autoApproveMinor: null,
  },
  {
    id: 'kuaixiu',
    kind: 'vendor',
    nameZh: '三亚快修数码科技有限公司',
    nameEn: 'Sanya Quick Fix Digital Technology Co., Ltd.',
    uscc: uscc('91460200MA5U1B6E1'),
    contact: '黎凯秀',
    phone: '0898-8827 5191',
    address: '海南省三亚市吉阳区榆亚路 126 号',
    autoApproveMinor: null,
  },
];

/** The hub, three exporters and two vendors, as they stood when the hub opened. */
export const companies = (createdAt: Date): (typeof organisations.$inferInsert)[] =>
  [hub, ...exporters, ...vendors].map((company) => ({
    ...company,
    code: company.id,
    email: `service@${company.id}.example`,
    active: true,
    createdAt,
  }));

export const addressOf = (id: ExporterId) => exporters.find((company) => company.id === id) ?? hub;

/** Whether their returns have to cite what was exported. */
export const citationOf = (id: ExporterId): CitationRule =>
  exporters.find((company) => company.id === id)?.exportCitation ?? 'should';
