import { describe, expect, test } from 'vitest';
import { firstCodes } from '../../db/seed/catalogue.ts';
import { firstCustomsRules } from '../../db/seed/customs-rules.ts';
import { firstFourEyes } from '../../db/seed/four-eyes.ts';
import { customsVerdicts } from '../../server/customs/verdict.ts';
import { codesOnly, codeTables } from './code-tables.ts';

const rules = firstCustomsRules as Parameters<typeof customsVerdicts>[0];
const actions = ['repair', 'resale', 'exchange', 'toBuyer', 'toExporter', 'destroy'] as const;
const short = { allowed: 'yes', forbidden: 'no', 'ask customs': 'ask' } as const;

/**
 * What may be done with goods of each customs status. Released on return they are domestic goods (GACC 2020 No. 44,
 * MoF/GACC/STA 2026 No. 16). In bonded repair they leave the country again, and old or bad parts are never sold in
 * China (GACC 2015 No. 59, art. 10 as amended in 2023). In the zone only as returns they are sorted and exported, but
 * not repaired. Undeclared, or anywhere else: customs first (Customs Law, art. 37).
 */
const table = `
  status              repair resale exchange toBuyer toExporter destroy
  ABROAD              no     no     no       no      no         no
  IN_TRANSIT_INBOUND  no     no     no       no      no         no
  ARRIVED_UNDECLARED  ask    ask    ask      ask     ask        ask
  ZONE_BONDED         no     yes    yes      yes     ask        ask
  BONDED_REPAIR       yes    no     yes      yes     ask        ask
  TEMP_REPAIR_1300    yes    no     ask      yes     ask        ask
  RELEASED_DOMESTIC   yes    yes    yes      yes     yes        yes
  HAINAN_ZERO_TARIFF  yes    ask    ask      ask     ask        ask
  EXPORT_DECLARED     no     ask    yes      yes     ask        no
  EXPORTED            no     no     no       no      no         no
  DESTROYED           no     no     no       no      no         no
  ABANDONED           no     no     no       no      no         no`;
const rows = table
  .trim()
  .split('\n')
  .slice(1)
  .map((row) => row.trim().split(/\s+/) as [string, ...string[]]);

describe('the first customs rules', () => {
  test.each(rows)(
    '%s: repair %s, resale %s, exchange %s, to buyer %s, to exporter %s, destroy %s',
    (status, ...say) => {
      for (const exportMode of ['9610', '9710', '9810', '1210', 'other', 'unknown'])
        for (const today of ['2020-01-01', '2026-11-23', '2035-12-31']) {
          const verdicts = customsVerdicts(rules, { customsStatus: status, exportMode }, today);
          expect(actions.map((action) => short[verdicts[action]])).toEqual(say);
        }
    },
  );

  test('the table speaks of every customs status there is', () => {
    const statuses = firstCodes.filter(({ list }) => list === 'customs status').map(({ code }) => code);
    expect(rows.map(([status]) => status)).toEqual(statuses);
  });

  test.each([
    ['RELEASED_DOMESTIC', /^海关总署公告2020年第44号.*No\. 44\); 财政部 海关总署 税务总局公告2026年第16号/],
    ['BONDED_REPAIR', /^海关总署公告2015年第59号/],
    ['TEMP_REPAIR_1300', /监管方式1300.*supervision mode 1300/],
    ['ZONE_BONDED', /^海关总署公告20(15年第59|20年第44)号/],
    ['HAINAN_ZERO_TARIFF', /财关税〔2025〕12号；海关总署公告2025年第159号/],
    ['ARRIVED_UNDECLARED', /^海关总署公告2020年第44号/],
    ['EXPORT_DECLARED', /海关法》第三十七条.*art\. 37/],
    ['*', /海关法》第三十七条.*art\. 37/],
  ])('what is said of %s is cited', (status, cited) => {
    const its = rules.filter((rule) => rule.status === status);
    expect(its.length).toBeGreaterThan(0);
    for (const { citation } of its) expect(citation).toMatch(cited);
  });

  test.each([
    ['BONDED_REPAIR', 'destroy', /2023年8月28日修订/, /old and bad parts are never sold in China/],
    ['ZONE_BONDED', 'repair', /2015年第59号/, /not repaired/],
    ['ZONE_BONDED', 'resale', /2020年第44号/, /exported again/],
    ['ZONE_BONDED', 'destroy', /2020年第44号/, /confirms it with customs first/],
    ['TEMP_REPAIR_1300', 'destroy', /1300/, /confirms it with customs first/],
    ['EXPORT_DECLARED', 'resale', /海关法/, /confirms it with customs first/],
  ])('to %s, %s is answered with its own law and in its own words', (status, action, cited, en) => {
    const rule = rules.find((one) => one.status === status && one.action === action);
    expect(rule?.citation).toMatch(cited);
    expect(rule?.en).toMatch(en);
  });

  test('one status and one action are answered by one row, with room for others between them', () => {
    expect(new Set(rules.map(({ id }) => id))).toEqual(
      new Set(rules.map(({ status, action }) => `customs:${status}:${action}`)),
    );
    const positions = rules.map(({ position }) => position);
    expect(positions).toEqual(positions.map((_, i) => 10 + 10 * i));
  });
});

describe('the first catalogue of codes', () => {
  const written = (list: string) =>
    firstCodes
      .filter((row) => row.list === list)
      .map(({ code, zh, meaning }) => `${code} ${zh}${meaning ? ` → ${meaning}` : ''}`);
  const lines = (text: string) => text.split(/[\n;]/).flatMap((line) => line.trim() || []);

  test.each(Object.entries(codeTables))('%s is as the table has it', (list, text) => {
    expect(written(list)).toEqual(lines(text));
  });
  test.each(Object.entries(codesOnly))('%s has the codes of the trade', (list, text) => {
    const its = firstCodes.filter((row) => row.list === list);
    expect(its.map(({ code }) => code)).toEqual(text.trim().split(/\s+/));
    expect(its.every(({ meaning }) => meaning === null)).toBe(true);
  });

  test('there is no other list, every code is in use, and each has its place in its list', () => {
    const lists = [...new Set(firstCodes.map(({ list }) => list))].sort();
    expect(lists).toEqual(Object.keys({ ...codeTables, ...codesOnly }).sort());
    for (const name of lists) {
      const its = firstCodes.filter(({ list }) => list === name);
      expect(its.map(({ position, active }) => [position, active])).toEqual(
        its.map((_, i) => [10 + 10 * i, true]),
      );
    }
  });
});

test('at first two people sign for destruction, for a dangerous battery, and for a count that is off by more than 5', () => {
  expect(firstFourEyes).toEqual([
    { id: 'destruction', active: true, above: null },
    { id: 'hazardRelease', active: true, above: null },
    { id: 'regimeOverride', active: false, above: null },
    { id: 'countAdjustment', active: true, above: 5 },
  ]);
});
