import type { DispositionTest, dispositionRules } from '../schema/rules.ts';

type Rule = typeof dispositionRules.$inferInsert;
type Row = readonly [name: string, test: DispositionTest, disposition: string, zh: string, en: string];

const repaired = ['K01', 'K02', 'K03', 'K04', 'K05', 'K06', 'K07'];
const failed = ['K08', 'K09', 'K11', 'K14', 'K15'];
const declined = ['K10'];
/** What a buyer sent in to have it mended, and wants back. */
const sentInForRepair = ['R23', 'R24'];
const sellable = ['N', 'A', 'B', 'C'];
const repairAllowed = { action: 'repair', verdict: 'allowed' } as const;
const resaleForbidden = { action: 'resale', verdict: 'forbidden' } as const;

/** The exporter's wish is followed where the test of the row allows it. */
const asWished = (wish: string, test: DispositionTest = {}): Row => [
  `wish-${wish}`,
  { wish: [wish], ...test },
  wish,
  '按出口商的要求。',
  'As the exporter asked.',
];

const dangerAndDoubt: readonly Row[] = [
  ['hazard', { hazard: true }, 'HAZ', '危险品：放入危险品柜。', 'Dangerous: into the hazard cabinet.'],
  ['grade-H', { grade: ['H'] }, 'HAZ', '电池受损或无法判断。', 'Its battery is damaged or cannot be judged.'],
  [
    'owner-unknown',
    { owner: 'unknown' },
    'QTN',
    '货主未知：先确认货主。',
    'Owner unknown: identify it first.',
  ],
  ['grade-Q', { grade: ['Q'] }, 'QTN', '质检不完整：补做质检。', 'Not fully inspected: inspect it again.'],
];

const afterRepair: readonly Row[] = [
  [
    'repaired-to-buyer',
    { outcome: repaired, wish: ['RTO'] },
    'RTO',
    '已修好，退回买家。',
    'Repaired: to its buyer.',
  ],
  [
    'repaired-to-exporter',
    { outcome: repaired, wish: ['RTE'] },
    'RTE',
    '已修好，退出口商。',
    'Repaired: to its exporter.',
  ],
  [
    'repaired-not-for-sale',
    { outcome: repaired, customs: resaleForbidden },
    'RTO',
    '已修好，海关禁止复售。',
    'Repaired, and customs forbid its resale.',
  ],
  [
    'repaired-as-new',
    { outcome: repaired, wish: ['RTS', 'RSB', 'RPK', 'LIQ', 'RSD'], grade: ['N', 'A'] },
    'RTS',
    '已修好且如新。',
    'Repaired and as good as new.',
  ],
  [
    'repaired-for-sale',
    { outcome: repaired, wish: ['RTS', 'RSB', 'RPK', 'LIQ', 'RSD'], grade: ['B', 'C'] },
    'RSB',
    '已修好，可复售。',
    'Repaired and good to resell.',
  ],
  [
    'repaired-sent-in',
    { outcome: repaired, reason: sentInForRepair },
    'RTO',
    '买家送修，已修好。',
    'Its buyer sent it in; it is repaired.',
  ],
  [
    'repaired-N-A',
    { outcome: repaired, grade: ['N', 'A'] },
    'RTS',
    '已修好且如新。',
    'Repaired and as good as new.',
  ],
  [
    'repaired-B-C',
    { outcome: repaired, grade: ['B', 'C'] },
    'RSB',
    '已修好，可复售。',
    'Repaired and good to resell.',
  ],
  [
    'repaired-rest',
    { outcome: repaired },
    'HLD',
    '已修但等级仍低：请出口商指示。',
    'Repaired, yet graded low: the exporter decides.',
  ],
  [
    'failed-destroy',
    { outcome: failed, wish: ['DST'] },
    'DST',
    '未修好，出口商要求销毁。',
    'Not repaired; the exporter asked for destruction.',
  ],
  ['failed', { outcome: failed }, 'RTE', '未修好，退出口商。', 'Not repaired: to its exporter.'],
  [
    'declined-destroy',
    { outcome: declined, wish: ['DST'] },
    'DST',
    '拒修，出口商要求销毁。',
    'Repair declined; the exporter asked for destruction.',
  ],
  [
    'declined-to-buyer',
    { outcome: declined, wish: ['RTO', 'REP'] },
    'RTO',
    '拒修，原样退回买家。',
    'Repair declined: to its buyer as it is.',
  ],
  [
    'declined-sent-in',
    { outcome: declined, reason: sentInForRepair },
    'RTO',
    '拒修，原样退回买家。',
    'Repair declined: to its buyer as it is.',
  ],
  ['declined', { outcome: declined }, 'RTE', '拒修，退出口商。', 'Repair declined: to its exporter.'],
];

const byWish: readonly Row[] = [
  asWished('RTO', { grade: sellable }),
  asWished('RTE'),
  asWished('RTV'),
  asWished('REX'),
  asWished('DST'),
  asWished('RCY'),
  asWished('DON'),
  asWished('HRV', { grade: ['D', 'E'], customs: { action: 'destroy', verdict: 'allowed' } }),
  asWished('REP', { grade: ['C', 'D'], customs: repairAllowed }),
  asWished('RFB', { grade: ['C', 'D'], customs: repairAllowed }),
  asWished('RPV', { grade: ['C', 'D'], customs: repairAllowed }),
  asWished('HLD'),
];

const byGrade: readonly Row[] = [
  [
    'not-for-sale',
    { grade: sellable, customs: resaleForbidden },
    'HLD',
    '海关禁止复售：请出口商指示。',
    'Customs forbid its resale: the exporter decides.',
  ],
  ...['RSB', 'RPK', 'LIQ', 'RSD'].map((wish) => asWished(wish, { grade: sellable })),
  ['grade-N', { grade: ['N'] }, 'RTS', '全新未拆，上架。', 'New and unopened: back to stock.'],
  ['grade-A', { grade: ['A'] }, 'RTS', '准新，上架。', 'Like new: back to stock.'],
  ['grade-B', { grade: ['B'] }, 'RSB', '良好，按次品复售。', 'Good: resell as open box.'],
  ['grade-C', { grade: ['C'] }, 'RSB', '一般，按次品复售。', 'Fair: resell as B-grade.'],
  [
    'grade-D',
    { grade: ['D'], customs: repairAllowed },
    'REP',
    '可修，海关允许维修。',
    'Repairable, and customs allow it.',
  ],
  [
    'grade-D-rest',
    { grade: ['D'] },
    'HLD',
    '可修，但海关未允许：请出口商指示。',
    'Repairable, but not allowed by customs: the exporter decides.',
  ],
  ['grade-E', { grade: ['E'] }, 'HLD', '报废级：请出口商指示。', 'Beyond repair: the exporter decides.'],
];

/** The first set of rules; the first that fits advises. */
export const firstDispositionRules: readonly Rule[] = [
  ...dangerAndDoubt,
  ...afterRepair,
  ...byWish,
  ...byGrade,
].map(([name, test, disposition, zh, en], i) => ({
  id: name,
  position: (i + 1) * 10,
  version: 1,
  test,
  disposition,
  zh,
  en,
  active: true,
}));
