import { describe, expect, test } from 'vitest';
import type { CustomsAction } from '../../db/schema/rules.ts';
import { firstCodes } from '../../db/seed/catalogue.ts';
import { firstCustomsRules } from '../../db/seed/customs-rules.ts';
import { firstDispositionRules } from '../../db/seed/disposition-rules.ts';
import { customsVerdicts } from '../../server/customs/verdict.ts';
import { gradeFrom } from '../../server/items/grade.ts';
import { type Findings, recommendDisposition } from '../../server/items/recommend-disposition.ts';
import type { Aim, ItemFacts, RepairEnd } from '../../server/workflow/item-facts.ts';
import { itemGuards } from '../../server/workflow/item-guards.ts';

const codesOf = (list: string) => firstCodes.filter((row) => row.list === list).map(({ code }) => code);
const meaningOf = (list: string, code: string | null) =>
  firstCodes.find((row) => row.list === list && row.code === code)?.meaning ?? null;
type Advised = Parameters<typeof recommendDisposition>[0];
type Ruled = Parameters<typeof customsVerdicts>[0];
const say = (status: string) =>
  customsVerdicts(firstCustomsRules as Ruled, { customsStatus: status, exportMode: '9610' }, '2026-11-23');
const plain: Findings = {
  grade: 'B',
  hazard: false,
  wish: null,
  reason: 'R11',
  outcome: null,
  ownerKnown: true,
  customs: say('RELEASED_DOMESTIC'),
};
const advised = (found: Partial<Findings>) =>
  recommendDisposition(firstDispositionRules as Advised, { ...plain, ...found })?.disposition;

describe('the first catalogue', () => {
  test('has each code of a list once, with its own id', () => {
    const names = firstCodes.map(({ list, code }) => `${list}:${code}`);
    expect(new Set(names).size).toBe(names.length);
    expect(firstCodes.map(({ id }) => id)).toEqual(names);
    for (const rules of [firstCustomsRules, firstDispositionRules])
      expect(new Set(rules.map(({ id }) => id)).size).toBe(rules.length);
  });

  test('says everything in Chinese and in English', () => {
    for (const { zh, en } of [...firstCodes, ...firstCustomsRules, ...firstDispositionRules]) {
      expect(zh.trim()).not.toBe('');
      expect(en).toMatch(/^[\x20-\x7e’“”]+$/);
    }
    for (const { citation } of firstCustomsRules) expect(citation).toMatch(/公告|海关/);
  });

  test('gives every disposition an aim that the workflow knows', () => {
    const aims: Record<Aim, true> = {
      ...{ repair: true, resale: true, exchange: true, toBuyer: true, toExporter: true, destroy: true },
      ...{ vendor: true, quarantine: true, hazard: true, ask: true, none: true },
    };
    for (const code of codesOf('disposition'))
      expect(Object.keys(aims)).toContain(meaningOf('disposition', code));
  });

  test('lets an exception place only holds that exist, each with an owner that exists', () => {
    const held = codesOf('exception').map((code) => meaningOf('exception', code));
    for (const kind of held) if (kind) expect(codesOf('hold')).toContain(kind);
    for (const kind of codesOf('hold')) expect(codesOf('hold owner')).toContain(meaningOf('hold', kind));
    expect(meaningOf('exception', 'X11')).toBe('battery');
  });

  test('knows every answer an inspection can give, and every grade that follows', () => {
    const all = everyMix({
      cosmetic: codesOf('cosmetic'),
      functional: codesOf('functional'),
      complete: codesOf('complete'),
      packaging: codesOf('packaging'),
      battery: ['none', 'good', 'unknown', 'damaged'],
    });
    for (const answers of all) expect(codesOf('grade')).toContain(gradeFrom(answers));
  });
});

describe('the first disposition rules', () => {
  test.each<[string, Partial<Findings>, string]>([
    ['danger before everything', { hazard: true, wish: 'RTO', grade: 'A' }, 'HAZ'],
    ['whose is it', { ownerKnown: false, grade: 'A' }, 'QTN'],
    ['not fully inspected', { grade: 'Q', wish: 'RTO' }, 'QTN'],
    ['new', { grade: 'N' }, 'RTS'],
    ['like new', { grade: 'A' }, 'RTS'],
    ['good', { grade: 'B' }, 'RSB'],
    ['fair', { grade: 'C' }, 'RSB'],
    ['to be repaired, customs allow it', { grade: 'D' }, 'REP'],
    ['to be repaired, parked in the zone', { grade: 'D', customs: say('ZONE_BONDED') }, 'HLD'],
    ['to be repaired, not declared yet', { grade: 'D', customs: say('ARRIVED_UNDECLARED') }, 'HLD'],
    ['beyond repair', { grade: 'E' }, 'HLD'],
    ['its buyer wants it back', { grade: 'A', wish: 'RTO' }, 'RTO'],
    ['its exporter wants it back', { grade: 'D', wish: 'RTE' }, 'RTE'],
    ['destruction is asked for', { grade: 'E', wish: 'DST' }, 'DST'],
    ['repair is asked for', { grade: 'C', wish: 'REP' }, 'REP'],
    ['repair of a sound thing is asked for', { grade: 'A', wish: 'REP' }, 'RTS'],
    ['bonded for repair and sound', { grade: 'A', customs: say('BONDED_REPAIR') }, 'HLD'],
    ['repaired as new', { grade: 'A', outcome: 'K01' }, 'RTS'],
    ['repaired, good', { grade: 'B', outcome: 'K02', wish: 'RTS' }, 'RSB'],
    ['repaired for its buyer', { grade: 'B', outcome: 'K01', wish: 'RTO' }, 'RTO'],
    ['sent in for repair, repaired', { grade: 'B', outcome: 'K01', reason: 'R23', wish: 'REP' }, 'RTO'],
    ['repaired under bond', { grade: 'B', outcome: 'K01', customs: say('BONDED_REPAIR') }, 'RTO'],
    ['could not be repaired', { grade: 'D', outcome: 'K08' }, 'RTE'],
    ['could not be repaired, destroy', { grade: 'D', outcome: 'K09', wish: 'DST' }, 'DST'],
    ['estimate declined, sent in', { grade: 'D', outcome: 'K10', reason: 'R24' }, 'RTO'],
    ['estimate declined', { grade: 'D', outcome: 'K10' }, 'RTE'],
  ])('%s', (_, found, disposition) => expect(advised(found)).toBe(disposition));

  test('whatever is found, something is advised that the workflow lets one decide', () => {
    const all = everyMix({
      status: codesOf('customs status'),
      grade: codesOf('grade'),
      outcome: [null, ...codesOf('outcome')],
      wish: [null, ...codesOf('disposition')],
      reason: ['R11', 'R23'],
      hazard: [false, true],
    });
    const wrong = all.flatMap(({ status, ...found }) => {
      const customs = say(status);
      const disposition = advised({ ...found, customs }) ?? null;
      const fault = faultOf(disposition, { ...found, customs });
      return fault ? [`${status} ${JSON.stringify(found)} ${disposition}: ${fault}`] : [];
    });
    expect(all.length).toBeGreaterThan(1_000);
    expect(wrong).toEqual([]);
  });
});

function faultOf(
  disposition: string | null,
  found: { grade: string; outcome: string | null; customs: Findings['customs'] },
): string | undefined {
  const aim = meaningOf('disposition', disposition) as Aim | null;
  const repair = (meaningOf('outcome', found.outcome) ?? 'never repaired') as RepairEnd;
  const facts = { ...found, disposition, aim, repair } as unknown as ItemFacts;
  if (!aim) return 'nothing is advised';
  for (const guard of ['the grade allows this disposition', 'the outcome of its repair allows this'] as const)
    if (!itemGuards[guard].holds(facts)) return guard;
  const needs = (aim === 'vendor' ? 'repair' : aim) as CustomsAction;
  if (needs === 'repair' && found.customs.repair !== 'allowed') return 'customs do not allow its repair';
  return needs === 'resale' && found.customs.resale === 'forbidden' ? 'customs forbid its resale' : undefined;
}

type Mix<Values> = { [Name in keyof Values]: Values[Name] extends readonly (infer One)[] ? One : never };

/** Every way to pick one value under each name. */
function everyMix<const Values extends Readonly<Record<string, readonly unknown[]>>>(
  values: Values,
): Mix<Values>[] {
  const mixes = Object.entries(values).reduce<object[]>(
    (all, [name, each]) => all.flatMap((one) => each.map((value) => ({ ...one, [name]: value }))),
    [{}],
  );
  return mixes as Mix<Values>[];
}
