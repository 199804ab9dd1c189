import type { CustomsAction, customsRules } from '../schema/rules.ts';

type Rule = typeof customsRules.$inferInsert;
type Verdict = Rule['verdict'];
interface Words {
  readonly zh: string;
  readonly en: string;
  readonly citation: string;
}

const returns2020 = '海关总署公告2020年第44号 (GACC Announcement 2020 No. 44)';
const repair2015 = '海关总署公告2015年第59号 (GACC Announcement 2015 No. 59)';
const scrap2023 =
  '海关总署公告2015年第59号第十条，2023年8月28日修订 (GACC Announcement 2015 No. 59, art. 10, as amended 2023-08-28)';
const relief2026 = '财政部 海关总署 税务总局公告2026年第16号 (MoF/GACC/STA Announcement 2026 No. 16)';
const mode1300 =
  '海关监管方式1300“修理物品” (supervision mode 1300, articles for repair); 期限与担保以海关核准为准';
const hainan2025 =
  '财关税〔2025〕12号；海关总署公告2025年第159号 (MoF Customs Tariff 2025 No. 12; GACC Announcement 2025 No. 159)';
const law37 = '《中华人民共和国海关法》第三十七条 (Customs Law, art. 37)';

const ask: Words = {
  zh: '须先由关务与海关确认。',
  en: 'The customs liaison confirms it with customs first.',
  citation: law37,
};
type Row = readonly [
  status: string,
  actions: readonly (CustomsAction | '*')[],
  verdict: Verdict,
  words: Words,
];

/** From the most particular to the most general: the first row that fits answers. */
const rows: readonly Row[] = [
  [
    'RELEASED_DOMESTIC',
    ['*'],
    'allowed',
    {
      zh: '退运放行后为国内货物，可维修、复售和退回。',
      en: 'Released on their way back, they are domestic goods: repair, resale and return are open.',
      citation: `${returns2020}; ${relief2026}`,
    },
  ],
  [
    'BONDED_REPAIR',
    ['repair'],
    'allowed',
    { zh: '保税维修账册内可维修。', en: 'Repair is what its bonded ledger is for.', citation: repair2015 },
  ],
  [
    'BONDED_REPAIR',
    ['toBuyer', 'exchange'],
    'allowed',
    { zh: '维修后复运出境。', en: 'After repair it leaves the country again.', citation: repair2015 },
  ],
  [
    'BONDED_REPAIR',
    ['resale'],
    'forbidden',
    {
      zh: '保税维修货物应复运出境，不得复售。',
      en: 'Goods in bonded repair leave the country again and are not resold.',
      citation: repair2015,
    },
  ],
  [
    'BONDED_REPAIR',
    ['toExporter', 'destroy'],
    'ask customs',
    {
      zh: '退回国内或销毁须海关同意；旧件、坏件不得内销。',
      en: 'Return into China and destruction need customs; old and bad parts are never sold in China.',
      citation: scrap2023,
    },
  ],
  [
    'TEMP_REPAIR_1300',
    ['repair', 'toBuyer'],
    'allowed',
    {
      zh: '为修理而入境，修理后复运出境。',
      en: 'It came in for repair and leaves again after it.',
      citation: mode1300,
    },
  ],
  [
    'TEMP_REPAIR_1300',
    ['resale'],
    'forbidden',
    {
      zh: '修理物品不得复售。',
      en: 'Articles brought in for repair are not resold.',
      citation: mode1300,
    },
  ],
  ['TEMP_REPAIR_1300', ['exchange', 'toExporter', 'destroy'], 'ask customs', { ...ask, citation: mode1300 }],
  [
    'ZONE_BONDED',
    ['repair'],
    'forbidden',
    {
      zh: '仅为退货入区的货物不得维修；维修须另设保税维修账册。',
      en: 'Goods in the zone only as returns are not repaired; that takes a bonded-repair ledger.',
      citation: repair2015,
    },
  ],
  [
    'ZONE_BONDED',
    ['resale', 'toBuyer', 'exchange'],
    'allowed',
    {
      zh: '在区内理货、换标后再出口。',
      en: 'Sorted and relabelled in the zone, it is exported again.',
      citation: returns2020,
    },
  ],
  ['ZONE_BONDED', ['toExporter', 'destroy'], 'ask customs', { ...ask, citation: returns2020 }],
  [
    'HAINAN_ZERO_TARIFF',
    ['repair'],
    'allowed',
    { zh: '岛内可维修。', en: 'It may be repaired on the island.', citation: hainan2025 },
  ],
  ['HAINAN_ZERO_TARIFF', ['*'], 'ask customs', { ...ask, citation: hainan2025 }],
  [
    'ARRIVED_UNDECLARED',
    ['*'],
    'ask customs',
    {
      zh: '尚未申报：先由关务申报并放行。',
      en: 'Not declared yet: the customs liaison declares it and has it released first.',
      citation: returns2020,
    },
  ],
  [
    'EXPORT_DECLARED',
    ['toBuyer', 'exchange'],
    'allowed',
    { zh: '已按出口申报。', en: 'It is declared for export.', citation: law37 },
  ],
  ['EXPORT_DECLARED', ['resale', 'toExporter'], 'ask customs', ask],
  [
    '*',
    ['*'],
    'forbidden',
    {
      zh: '未经海关许可不得处置。',
      en: 'Without permission of customs nothing may be done with it.',
      citation: law37,
    },
  ],
];

/** The first set of customs rules, for any supervision mode and without an end of validity. */
export const firstCustomsRules: readonly Rule[] = rows
  .flatMap(([status, actions, verdict, words]) =>
    actions.map((action) => ({ status, action, verdict, ...words })),
  )
  .map((rule, i) => ({
    id: `customs:${rule.status}:${rule.action}`,
    position: (i + 1) * 10,
    mode: '*',
    validFrom: null,
    validTo: null,
    ...rule,
  }));
