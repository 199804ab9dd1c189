import { describe, expect, test } from 'vitest';
import { firstCustomsRules } from '../../db/seed/customs-rules.ts';
import { firstDispositionRules } from '../../db/seed/disposition-rules.ts';
import { customsVerdicts } from '../../server/customs/verdict.ts';
import { type Findings, recommendDisposition } from '../../server/items/recommend-disposition.ts';

const customsRules = firstCustomsRules as Parameters<typeof customsVerdicts>[0];
const say = (customsStatus: string) =>
  customsVerdicts(customsRules, { customsStatus, exportMode: '9610' }, '2026-11-23');
const plain: Findings = {
  ...{ grade: 'B', hazard: false, wish: null, reason: 'R11', outcome: null, ownerKnown: true },
  customs: say('RELEASED_DOMESTIC'),
};
const advised = (found: Partial<Findings>) =>
  recommendDisposition(firstDispositionRules as Parameters<typeof recommendDisposition>[0], {
    ...plain,
    ...found,
  });
const grades = ['N', 'A', 'B', 'C', 'D', 'E'];
const byGrade = (found: Partial<Findings>) =>
  grades.map((grade) => advised({ ...found, grade })?.disposition).join(' ');

/** What is advised for the grades N, A, B, C, D and E, by what its exporter wishes. */
const wishes = (text: string) =>
  text
    .trim()
    .split('\n')
    .map((row) => row.trim().split(/:\s+/) as [string, string]);

describe('goods that customs released on their way back', () => {
  test.each(
    wishes(`
      –:   RTS RTS RSB RSB REP HLD
      RTS: RTS RTS RSB RSB REP HLD
      RSB: RSB RSB RSB RSB REP HLD
      RPK: RPK RPK RPK RPK REP HLD
      LIQ: LIQ LIQ LIQ LIQ REP HLD
      RSD: RSD RSD RSD RSD REP HLD
      REP: RTS RTS RSB REP REP HLD
      RFB: RTS RTS RSB RFB RFB HLD
      RPV: RTS RTS RSB RPV RPV HLD
      RTO: RTO RTO RTO RTO REP HLD
      RTE: RTE RTE RTE RTE RTE RTE
      RTV: RTV RTV RTV RTV RTV RTV
      REX: REX REX REX REX REX REX
      DST: DST DST DST DST DST DST
      RCY: RCY RCY RCY RCY RCY RCY
      DON: DON DON DON DON DON DON
      HRV: RTS RTS RSB RSB HRV HRV
      HLD: HLD HLD HLD HLD HLD HLD
      EXC: RTS RTS RSB RSB REP HLD`),
  )('wish %s: %s', (wish, expected) => {
    expect(byGrade({ wish: wish === '–' ? null : wish })).toBe(expected);
  });
});

describe('goods that customs did not release', () => {
  test.each([
    // In the zone only as returns: sold again from there, but neither repaired nor taken apart.
    ['ZONE_BONDED', null, 'RTS RTS RSB RSB HLD HLD'],
    ['ZONE_BONDED', 'REP', 'RTS RTS RSB RSB HLD HLD'],
    ['ZONE_BONDED', 'HRV', 'RTS RTS RSB RSB HLD HLD'],
    ['ZONE_BONDED', 'LIQ', 'LIQ LIQ LIQ LIQ HLD HLD'],
    // In bonded repair: repaired, but never sold.
    ['BONDED_REPAIR', null, 'HLD HLD HLD HLD REP HLD'],
    ['BONDED_REPAIR', 'RSB', 'HLD HLD HLD HLD REP HLD'],
    ['BONDED_REPAIR', 'RFB', 'HLD HLD HLD RFB RFB HLD'],
    ['BONDED_REPAIR', 'RPV', 'HLD HLD HLD RPV RPV HLD'],
    ['BONDED_REPAIR', 'RTO', 'RTO RTO RTO RTO REP HLD'],
    ['TEMP_REPAIR_1300', null, 'HLD HLD HLD HLD REP HLD'],
    ['HAINAN_ZERO_TARIFF', 'HRV', 'RTS RTS RSB RSB REP HLD'],
    ['ARRIVED_UNDECLARED', 'RFB', 'RTS RTS RSB RSB HLD HLD'],
  ])('%s, wish %s: %s', (status, wish, expected) => {
    expect(byGrade({ wish, customs: say(status) })).toBe(expected);
  });
});

describe('goods that come from a repair', () => {
  const repaired = ['K01', 'K02', 'K03', 'K04', 'K05', 'K06', 'K07'];
  const failed = ['K08', 'K09', 'K11', 'K14', 'K15'];

  test.each(
    wishes(`
      –:   RTS RTS RSB RSB HLD HLD
      RTS: RTS RTS RSB RSB HLD HLD
      RSB: RTS RTS RSB RSB HLD HLD
      RPK: RTS RTS RSB RSB HLD HLD
      LIQ: RTS RTS RSB RSB HLD HLD
      RSD: RTS RTS RSB RSB HLD HLD
      REP: RTS RTS RSB RSB HLD HLD
      RTO: RTO RTO RTO RTO RTO RTO
      RTE: RTE RTE RTE RTE RTE RTE`),
  )('repaired, wish %s: %s', (wish, expected) => {
    for (const outcome of repaired)
      expect(byGrade({ outcome, wish: wish === '–' ? null : wish }), outcome).toBe(expected);
  });

  test.each([
    // Its buyer sent it in, under warranty or paying for it, and wants it back; unless it is to be sold.
    ['R23', null, 'RTO RTO RTO RTO RTO RTO'],
    ['R24', 'REP', 'RTO RTO RTO RTO RTO RTO'],
    ['R23', 'RTS', 'RTS RTS RSB RSB RTO RTO'],
    ['R24', 'RSB', 'RTS RTS RSB RSB RTO RTO'],
    ['R23', 'RPK', 'RTS RTS RSB RSB RTO RTO'],
    ['R24', 'LIQ', 'RTS RTS RSB RSB RTO RTO'],
    ['R23', 'RSD', 'RTS RTS RSB RSB RTO RTO'],
    ['R22', null, 'RTS RTS RSB RSB HLD HLD'],
    ['R99', null, 'RTS RTS RSB RSB HLD HLD'],
  ])('repaired, reason %s, wish %s: %s', (reason, wish, expected) => {
    expect(byGrade({ outcome: 'K01', reason, wish })).toBe(expected);
  });

  test('what was repaired under bond goes back over the border, to its exporter only on a wish', () => {
    for (const status of ['BONDED_REPAIR', 'TEMP_REPAIR_1300'])
      for (const wish of [null, 'RTS', 'LIQ', 'RTO'])
        expect(byGrade({ outcome: 'K01', wish, customs: say(status) })).toBe('RTO RTO RTO RTO RTO RTO');
    expect(advised({ outcome: 'K01', wish: 'RTE', customs: say('BONDED_REPAIR') })?.disposition).toBe('RTE');
  });

  test('what could not be repaired goes to its exporter, or is destroyed on a wish', () => {
    for (const outcome of failed)
      for (const reason of ['R11', 'R23']) {
        expect(byGrade({ outcome, reason, wish: 'DST' }), outcome).toBe('DST DST DST DST DST DST');
        for (const wish of [null, 'RTO', 'REP', 'RTS'])
          expect(byGrade({ outcome, reason, wish }), outcome).toBe('RTE RTE RTE RTE RTE RTE');
      }
  });

  test.each([
    [null, 'R11', 'RTE'],
    ['RTS', 'R11', 'RTE'],
    ['RTO', 'R11', 'RTO'],
    ['REP', 'R11', 'RTO'],
    ['DST', 'R11', 'DST'],
    ['DST', 'R23', 'DST'],
    [null, 'R23', 'RTO'],
    [null, 'R24', 'RTO'],
    [null, 'R22', 'RTE'],
  ])('an estimate that was declined, wish %s, reason %s: %s', (wish, reason, expected) => {
    expect(advised({ outcome: 'K10', grade: 'D', wish, reason })?.disposition).toBe(expected);
  });

  test('an outcome that says nothing of a repair changes nothing', () => {
    for (const outcome of ['K12', 'K13', 'K16', 'K17'])
      expect(byGrade({ outcome }), outcome).toBe('RTS RTS RSB RSB REP HLD');
  });
});

describe('the rule that advised', () => {
  test.each<[string, Partial<Findings>]>([
    ['hazard', { hazard: true, grade: 'Q', ownerKnown: false }],
    ['grade-H', { grade: 'H', ownerKnown: false, wish: 'DST' }],
    ['owner-unknown', { ownerKnown: false, grade: 'Q', wish: 'DST' }],
    ['grade-Q', { grade: 'Q', outcome: 'K01', wish: 'RTO' }],
    ['repaired-to-buyer', { outcome: 'K01', wish: 'RTO' }],
    ['repaired-to-exporter', { outcome: 'K01', wish: 'RTE' }],
    ['repaired-not-for-sale', { outcome: 'K01', customs: say('BONDED_REPAIR') }],
    ['repaired-as-new', { outcome: 'K01', wish: 'RSB', grade: 'A' }],
    ['repaired-for-sale', { outcome: 'K01', wish: 'RTS', grade: 'C' }],
    ['repaired-sent-in', { outcome: 'K01', reason: 'R23' }],
    ['repaired-N-A', { outcome: 'K01', grade: 'N' }],
    ['repaired-B-C', { outcome: 'K01', grade: 'B' }],
    ['repaired-rest', { outcome: 'K01', grade: 'D' }],
    ['failed-destroy', { outcome: 'K08', wish: 'DST' }],
    ['failed', { outcome: 'K08' }],
    ['declined-destroy', { outcome: 'K10', wish: 'DST' }],
    ['declined-to-buyer', { outcome: 'K10', wish: 'REP' }],
    ['declined-sent-in', { outcome: 'K10', reason: 'R23' }],
    ['declined', { outcome: 'K10' }],
    ['not-for-sale', { customs: say('BONDED_REPAIR') }],
    ...['RTO', 'RTE', 'RTV', 'REX', 'DST', 'RCY', 'DON', 'HLD', 'RSB', 'RPK', 'LIQ', 'RSD'].map(
      (wish): [string, Partial<Findings>] => [`wish-${wish}`, { wish }],
    ),
    ...['HRV', 'REP', 'RFB', 'RPV'].map((wish): [string, Partial<Findings>] => [
      `wish-${wish}`,
      { wish, grade: 'D' },
    ]),
    ...grades.map((grade): [string, Partial<Findings>] => [`grade-${grade}`, { grade }]),
    ['grade-D-rest', { grade: 'D', customs: say('ZONE_BONDED') }],
  ])('is named on the item, with its version: %s', (rule, found) => {
    expect(advised(found)?.by).toBe(`${rule}.1`);
  });

  test('is one of as many as stand in order, each with room for another before it', () => {
    expect(firstDispositionRules).toHaveLength(43);
    const positions = firstDispositionRules.map(({ position }) => position);
    expect(positions).toEqual(positions.map((_, i) => 10 + 10 * i));
  });
});
