import { describe, expect, test } from 'vitest';
import type { CustomsAction } from '../../db/schema/rules.ts';
import { customsVerdicts } from '../../server/customs/verdict.ts';
import { gradeFrom } from '../../server/items/grade.ts';
import { progressOf } from '../../server/returns/progress.ts';

const looked = (text: string, battery = 'good') => {
  const [cosmetic = '', functional = '', complete = '', packaging = ''] = text.split(' ');
  return gradeFrom({ cosmetic, functional, complete, packaging, battery });
};

test.each([
  ['new, sealed and complete', 'C0 F1 K1 P1', 'N'],
  ['new and sealed, so nobody tried it', 'C0 F0 K1 P1', 'N'],
  ['new, but the seal is broken', 'C0 F1 K1 P2', 'A'],
  ['like new', 'C1 F1 K1 P2', 'A'],
  ['like new, an accessory is missing', 'C1 F1 K2 P2', 'B'],
  ['light marks', 'C2 F1 K1 P3', 'B'],
  ['light marks, the charger is missing', 'C2 F1 K3 P3', 'C'],
  ['visible marks', 'C3 F1 K1 P3', 'C'],
  ['a small fault', 'C1 F2 K1 P2', 'C'],
  ['does not work', 'C1 F3 K1 P2', 'D'],
  ['dead, but whole', 'C2 F4 K1 P2', 'D'],
  ['broken outside, works', 'C4 F1 K1 P3', 'D'],
  ['broken and dead', 'C4 F4 K3 P3', 'E'],
  ['opened and not tried', 'C1 F0 K1 P2', 'Q'],
])('%s: %s is grade %s', (_, found, grade) => expect(looked(found)).toBe(grade));

// D4: N is C0, P1, K1; A at most C1, F1, K1; B at most C2, F1, K2; C is C3 or K3 with F1 or F2; D is F3 or F4.
test.each([
  ['C0 F1 K1 P1', 'N', { C: 'A', F: 'C', K: 'B', P: 'A' }],
  ['C1 F1 K1 P2', 'A', { C: 'B', F: 'C', K: 'B', P: 'A' }],
  ['C2 F1 K1 P2', 'B', { C: 'C', F: 'C', K: 'B', P: 'B' }],
  ['C2 F1 K2 P2', 'B', { C: 'C', F: 'C', K: 'C', P: 'B' }],
  ['C3 F2 K2 P2', 'C', { C: 'D', F: 'D', K: 'C', P: 'C' }],
  ['C3 F3 K2 P2', 'D', { C: 'D', F: 'D', K: 'D', P: 'D' }],
  ['C3 F4 K2 P2', 'D', { C: 'E', K: 'D', P: 'D' }],
  ['C1 F0 K1 P1', 'Q', { C: 'Q', F: 'A', K: 'Q', P: 'Q' }],
  ['C0 F0 K1 P1', 'N', { C: 'Q', F: 'N', K: 'Q', P: 'Q' }],
])('%s is grade %s, and one step worse on one axis is %j', (found, grade, worse) => {
  expect(looked(found)).toBe(grade);
  for (const [axis, then] of Object.entries(worse)) {
    const step = found.replace(new RegExp(`${axis}(\\d)`), (_, n) => `${axis}${Number(n) + 1}`);
    expect([step, looked(step)]).toEqual([step, then]);
  }
});

test('a battery that is damaged or cannot be judged is danger, whatever the rest', () => {
  for (const found of ['C0 F1 K1 P1', 'C1 F0 K1 P2', 'C4 F4 K3 P3'])
    for (const battery of ['damaged', 'unknown']) expect(looked(found, battery)).toBe('H');
  expect(looked('C1 F1 K1 P2', 'none')).toBe('A');
});

describe('customs', () => {
  const rule = (
    position: number,
    status: string,
    mode: string,
    action: string,
    verdict: string,
    more = {},
  ) => ({
    ...{ id: `${position}`, position, status, mode, action: action as CustomsAction, zh: '', en: '' },
    ...{ verdict: verdict as 'allowed', citation: '', validFrom: null, validTo: null, ...more },
  });
  const rules = [
    rule(1, 'BONDED', '9610', 'resale', 'forbidden'),
    rule(2, 'BONDED', '*', 'resale', 'allowed'),
    rule(3, '*', '*', 'destroy', 'ask customs'),
    rule(4, 'FREE', '*', '*', 'allowed'),
    rule(5, 'OLD', '*', '*', 'allowed', { validTo: '2026-06-30' }),
    rule(6, 'OLD', '*', '*', 'forbidden', { validFrom: '2026-07-01' }),
  ];
  const say = (customsStatus: string, exportMode = '9610', today = '2026-11-23') =>
    customsVerdicts(rules, { customsStatus, exportMode }, today);

  test('say what the first fitting rule says', () => {
    expect(say('BONDED').resale).toBe('forbidden');
    expect(say('BONDED', '9710').resale).toBe('allowed');
    expect(say('FREE')).toEqual({
      ...{ repair: 'allowed', resale: 'allowed', exchange: 'allowed' },
      ...{ toBuyer: 'allowed', toExporter: 'allowed', destroy: 'ask customs' },
    });
  });
  test('have to be asked where no rule fits', () => expect(say('NEW').repair).toBe('ask customs'));
  test('go by the rule of the day, to the day', () => {
    expect(say('OLD', '9610', '2026-06-30').repair).toBe('allowed');
    expect(say('OLD', '9610', '2026-07-01').repair).toBe('forbidden');
  });
});

describe('how far a return order is', () => {
  const of = (order: string, ...items: [string, number][]) =>
    progressOf(
      order,
      items.map(([state, quantity]) => ({ state, quantity, cameAs: null })),
    );
  test.each([
    ['draft', [], 'asked', [0, 0, 0, 0]],
    ['submitted', [], 'asked', [0, 0, 0, 0]],
    ['approved', [['announced', 3]], 'expected', [3, 0, 0, 3]],
    ['approved', [['missing', 3]], 'expected', [3, 0, 0, 3]],
    ['approved', [['neverCame', 3]], 'settled', [0, 0, 3, 3]],
    [
      'approved',
      [
        ['neverCame', 1],
        ['resold', 2],
      ],
      'settled',
      [0, 2, 3, 3],
    ],
    [
      'approved',
      [
        ['announced', 2],
        ['received', 1],
      ],
      'partly received',
      [2, 1, 0, 3],
    ],
    [
      'approved',
      [
        ['missing', 1],
        ['resold', 2],
      ],
      'partly received',
      [1, 2, 2, 3],
    ],
    ['approved', [['received', 3]], 'received', [0, 3, 0, 3]],
    [
      'approved',
      [
        ['received', 1],
        ['inspected', 2],
      ],
      'in work',
      [0, 3, 0, 3],
    ],
    [
      'approved',
      [
        ['stored', 1],
        ['resold', 2],
      ],
      'in work',
      [0, 3, 2, 3],
    ],
    ['approved', [['inRepair', 1]], 'in work', [0, 1, 0, 1]],
    ['approved', [['shipped', 1]], 'in work', [0, 1, 0, 1]],
    [
      'approved',
      [
        ['resold', 2],
        ['destroyed', 1],
      ],
      'settled',
      [0, 3, 3, 3],
    ],
    ['rejected', [], 'ended', [0, 0, 0, 0]],
    ['cancelled', [['cancelled', 3]], 'ended', [0, 3, 3, 3]],
  ] as [string, [string, number][], string, number[]][])('%s with %j: %s', (order, items, stage, counts) => {
    const { stage: is, announced, received, settled, total } = of(order, ...items);
    expect({ is, counts: [announced, received, settled, total] }).toEqual({ is: stage, counts });
  });
});
