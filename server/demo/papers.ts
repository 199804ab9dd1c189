import { addDays, type CalendarDate, shanghaiDate } from '../customs/dates.ts';
import { imeiCheckDigit } from '../identifiers/imei.ts';
import type { LineAsk } from '../returns/submit.ts';
import type { Chance } from './chance.ts';
import { addressOf, type ExporterId } from './companies.ts';
import type { Exit } from './dock.ts';
import type { Sku } from './goods.ts';
import type { WarehouseId } from './places.ts';

export type Papers = Pick<
  LineAsk,
  'exportMode' | 'exportDocument' | 'exportDocumentKind' | 'exportLine' | 'exportDate' | 'releaseDate'
>;

const modes = {
  lanjing: { '9610': 5, '9810': 3, '9710': 2 },
  yunfan: { '9710': 5, '9810': 3, '9610': 2 },
  zhiyuan: { '9610': 6, '9710': 1, '9810': 2 },
} as const;
const offices: Readonly<Record<ExporterId, string>> = { lanjing: '5316', yunfan: '5165', zhiyuan: '2926' };

/** What an exporter can cite of the export; released on the day or a day after. */
export function papersFor(
  chance: Chance,
  exporter: ExporterId,
  at: WarehouseId,
  exported: CalendarDate,
): Papers {
  const exportMode = at === 'yp1' && chance.yes(0.6) ? '1210' : chance.among(modes[exporter]);
  const retail = exportMode === '9610' || exportMode === '1210';
  return {
    exportMode,
    exportDocument: `${offices[exporter]}${exported.slice(0, 4)}${retail ? 'E' : '0'}${chance.digits(9)}`,
    exportDocumentKind: retail ? 'list' : 'declaration',
    exportLine: chance.whole(1, 20),
    exportDate: exported,
    releaseDate: addDays(exported, chance.whole(0, 1)),
  };
}

/** It was sold some weeks to some months before it comes back. */
export const exportedBefore = (chance: Chance, now: Date): CalendarDate =>
  addDays(shanghaiDate(now), -chance.whole(24, 128));

/** Telephones carry an IMEI, the rest what its maker engraved. */
export function serialFor(chance: Chance, { kind, code }: Sku): string {
  if (kind !== 'phone') return `${code.replaceAll('-', '').slice(0, 6)}${chance.digits(8)}`;
  const first14 = `86${chance.digits(12)}`;
  return first14 + imeiCheckDigit(first14);
}

const carriers = [
  ['极兔国际', 'JT', 13],
  ['顺丰国际', 'SF', 13],
  ['圆通国际', 'YT', 13],
] as const;
export function waybillFor(chance: Chance): { carrier: string; waybill: string } {
  const [carrier, letters, digits] = chance.pick(carriers);
  return { carrier, waybill: letters + chance.digits(digits) };
}

export const markets = [
  ['TikTok Shop', 'TH'],
  ['TikTok Shop', 'VN'],
  ['TikTok Shop', 'GB'],
  ['Shopee', 'MY'],
  ['Shopee', 'PH'],
  ['Shopee', 'SG'],
  ['Lazada', 'TH'],
  ['Lazada', 'ID'],
  ['Amazon', 'US'],
  ['Amazon', 'DE'],
  ['Amazon', 'JP'],
  ['Temu', 'US'],
] as const;

const buyers = [
  ['Somchai Prasert', '12 Sukhumvit Soi 31, Watthana, Bangkok 10110', 'TH'],
  ['Nguyen Thi Mai', '45 Le Loi, Ben Nghe, District 1, Ho Chi Minh City', 'VN'],
  ['Ahmad bin Ismail', '8 Jalan Ampang, 50450 Kuala Lumpur', 'MY'],
  ['Maria Santos', '221 Katipunan Avenue, Quezon City 1108', 'PH'],
  ['Tan Wei Ling', '73 Tampines Street 21, #08-114, Singapore 521073', 'SG'],
  ['Budi Hartono', 'Jl. Kemang Raya 17, Jakarta Selatan 12730', 'ID'],
  ['Sarah Miller', '1480 Maple Street, Portland, OR 97204', 'US'],
  ['Jonas Weber', 'Lindenstraße 9, 50674 Köln', 'DE'],
  ['Yuki Tanaka', '2-14-6 Kamimeguro, Meguro-ku, Tokyo 153-0051', 'JP'],
  ['Emily Clarke', '31 Station Road, Bristol BS6 5EE', 'GB'],
] as const;
const dealers = [
  ['海口骑楼数码折扣店', '海南省海口市龙华区中山路 57 号', 'CN'],
  ['三亚湾品牌折扣仓', '海南省三亚市天涯区三亚湾路 189 号', 'CN'],
  ['Golden Mekong Trading', '118 Monivong Boulevard, Phnom Penh', 'KH'],
  ['Straits Outlet Pte Ltd', '10 Ubi Crescent, #05-33, Singapore 408564', 'SG'],
] as const;

/** How a mobile number is written in each of their countries; # is any digit. */
const numbers: Readonly<Record<string, string>> = {
  TH: '+66 8# ### ####',
  VN: '+84 90 ### ####',
  MY: '+60 12-### ####',
  PH: '+63 917 ### ####',
  SG: '+65 9### ####',
  ID: '+62 812-####-####',
  US: '+1 503-555-01##',
  DE: '+49 1512 #######',
  JP: '+81 90-####-####',
  GB: '+44 7700 900###',
  CN: '+86 138 #### ####',
  KH: '+855 12 ### ###',
};

export interface Consignee {
  readonly consignee: string;
  readonly address: string;
  readonly phone: string;
  readonly country: string;
}
/** Home to its exporter, to a buyer abroad, or to a dealer. */
export function consigneeFor(chance: Chance, exporter: ExporterId, exit: Exit): Consignee {
  if (exit === 'toExporter') {
    const { contact, address, phone } = addressOf(exporter);
    return { consignee: contact ?? '', address: address ?? '', phone: phone ?? '', country: 'CN' };
  }
  const [consignee, address, country] =
    exit === 'resale' && chance.yes(0.45) ? chance.pick(dealers) : chance.pick(buyers);
  const phone = (numbers[country] ?? '').replaceAll('#', () => chance.digits(1));
  return { consignee, address, phone, country };
}
