import { describe, expect, test } from 'vitest';
import {
  type Findings,
  recommendDisposition,
  ruleApplies,
} from '../../server/items/recommend-disposition.ts';

const customs: Findings['customs'] = {
  ...{ repair: 'allowed', resale: 'ask customs', exchange: 'allowed' },
  ...{ toBuyer: 'allowed', toExporter: 'allowed', destroy: 'forbidden' },
};
const found: Findings = {
  ...{ grade: 'B', hazard: false, wish: 'RTO', reason: 'R23', outcome: 'K01', ownerKnown: true, customs },
};
type Test = Parameters<typeof ruleApplies>[0];

describe('a rule fits', () => {
  test('everything, while it names no condition', () => {
    expect(ruleApplies({}, found)).toBe(true);
    expect(ruleApplies({}, { ...found, wish: null, outcome: null, ownerKnown: false, hazard: true })).toBe(
      true,
    );
  });

  test.each<[string, Test, Partial<Findings>[], Partial<Findings>[]]>([
    ['grade', { grade: ['B', 'C'] }, [{}, { grade: 'C' }], [{ grade: 'A' }, { grade: 'Q' }]],
    ['danger', { hazard: true }, [{ hazard: true }], [{}]],
    ['no danger', { hazard: false }, [{}], [{ hazard: true }]],
    ['wish', { wish: ['RTO', 'RTE'] }, [{}, { wish: 'RTE' }], [{ wish: 'DST' }, { wish: null }]],
    ['reason', { reason: ['R23', 'R24'] }, [{}, { reason: 'R24' }], [{ reason: 'R11' }]],
    [
      'outcome',
      { outcome: ['K01', 'K02'] },
      [{}, { outcome: 'K02' }],
      [{ outcome: 'K08' }, { outcome: null }],
    ],
    ['a known owner', { owner: 'known' }, [{}], [{ ownerKnown: false }]],
    ['an unknown owner', { owner: 'unknown' }, [{ ownerKnown: false }], [{}]],
    [
      'the word of customs',
      { customs: { action: 'destroy', verdict: 'forbidden' } },
      [{}, { customs: { ...customs, repair: 'forbidden' } }],
      [{ customs: { ...customs, destroy: 'allowed' } }, { customs: { ...customs, destroy: 'ask customs' } }],
    ],
  ])('by %s', (_, rule, met, unmet) => {
    for (const it of met) expect(ruleApplies(rule, { ...found, ...it }), JSON.stringify(it)).toBe(true);
    for (const it of unmet) expect(ruleApplies(rule, { ...found, ...it }), JSON.stringify(it)).toBe(false);
    // One condition that is not met is enough, whatever else is.
    for (const it of unmet) expect(ruleApplies({ ...all, ...rule }, { ...found, ...it })).toBe(false);
  });
  const all: Test = {
    ...{ grade: ['B'], hazard: false, wish: ['RTO'], reason: ['R23'], outcome: ['K01'], owner: 'known' },
    customs: { action: 'repair', verdict: 'allowed' },
  };
  test('when all its conditions are met together', () => expect(ruleApplies(all, found)).toBe(true));
});

describe('the advice', () => {
  const rule = (id: string, disposition: string, test: Test, more: object = {}) =>
    ({ id, disposition, test, version: 3, active: true, position: 1, zh: '', en: '', ...more }) as never;

  test('is that of the first rule that fits and is in force, and names it with its version', () => {
    const rules = [
      rule('danger', 'HAZ', { hazard: true }),
      rule('off', 'DST', {}, { active: false }),
      rule('good', 'RSB', { grade: ['B'] }, { version: 2 }),
      rule('rest', 'QTN', {}),
    ];
    expect(recommendDisposition(rules, found)).toEqual({ disposition: 'RSB', by: 'good.2' });
    expect(recommendDisposition(rules, { ...found, grade: 'D' })).toEqual({
      disposition: 'QTN',
      by: 'rest.3',
    });
    expect(recommendDisposition(rules, { ...found, hazard: true })).toEqual({
      disposition: 'HAZ',
      by: 'danger.3',
    });
  });

  test('is none where no rule fits', () => {
    expect(recommendDisposition([rule('danger', 'HAZ', { hazard: true })], found)).toBeNull();
    expect(recommendDisposition([], found)).toBeNull();
  });
});
