import { describe, expect, test } from 'vitest';
import type { Aim, ItemFacts, RepairEnd } from '../../server/workflow/item-facts.ts';
import { itemGuards } from '../../server/workflow/item-guards.ts';
import { type GuardName, plain } from './item-facts.ts';
import { aPlace } from './opening-cases.ts';

const holds = (name: GuardName, facts: Partial<ItemFacts>) => itemGuards[name].holds({ ...plain, ...facts });
const ways: Aim[] = ['resale', 'exchange', 'toBuyer', 'toExporter', 'repair', 'vendor', 'destroy'];
const calm: Aim[] = ['quarantine', 'hazard', 'ask', 'none'];

describe('the grade allows', () => {
  test.each([
    ['N', ways],
    ['A', ways],
    ['B', ['toBuyer', 'toExporter', 'repair', 'vendor', 'destroy']],
    ['C', ['toBuyer', 'toExporter', 'repair', 'vendor', 'destroy']],
    ['D', ['toBuyer', 'toExporter', 'repair', 'vendor', 'destroy']],
    ['E', ['toBuyer', 'toExporter', 'repair', 'vendor', 'destroy']],
    ['H', ['toExporter', 'destroy']],
    ['Q', []],
    [null, []],
  ])('for %s, sold as new: %s', (grade, open) => {
    const may = ways.filter((aim) =>
      holds('the grade allows this disposition', { grade, aim, disposition: 'RTS' }),
    );
    expect(may).toEqual(open);
    for (const aim of calm) expect(holds('the grade allows this disposition', { grade, aim })).toBe(true);
  });

  test('goods of grade B and C to be sold as used, and no others below', () => {
    const used = { disposition: 'RSB', aim: 'resale' } as const;
    const open = ['N', 'A', 'B', 'C', 'D', 'E', 'H', 'Q', null].filter((grade) =>
      holds('the grade allows this disposition', { ...used, grade }),
    );
    expect(open).toEqual(['N', 'A', 'B', 'C']);
  });
});

test.each<[RepairEnd, Aim[]]>([
  ['never repaired', ways],
  ['repaired', ['resale', 'toBuyer', 'toExporter']],
  ['failed', ['exchange', 'toExporter', 'repair', 'vendor', 'destroy']],
  ['declined', ['exchange', 'toBuyer', 'toExporter', 'destroy']],
])('%s: open is %s', (repair, open) => {
  expect(ways.filter((aim) => holds('the outcome of its repair allows this', { repair, aim }))).toEqual(open);
  for (const aim of calm) expect(holds('the outcome of its repair allows this', { repair, aim })).toBe(true);
});

test('what was replaced already goes to no buyer a second time', () => {
  const open = ways.filter((aim) => holds('it was not replaced already', { replaced: true, aim }));
  expect(open).toEqual(['resale', 'toExporter', 'repair', 'vendor', 'destroy']);
});

const kinds = ['receiving', 'storage', 'quarantine', 'hazard', 'bench', 'vendor', 'packing', 'outbound'];
const placesFor = (guard: GuardName, facts: Partial<ItemFacts>) =>
  kinds.filter((kind) => holds(guard, { ...facts, place: aPlace(kind) }));

test('dangerous goods lie in the hazard cabinet and nothing else does; what is held lies apart', () => {
  const made = 'this place is made for it';
  expect(placesFor(made, {})).toEqual(['receiving', 'storage', 'quarantine', 'bench']);
  expect(placesFor(made, { holds: ['quality'] })).toEqual(['receiving', 'quarantine']);
  expect(placesFor(made, { hazard: true })).toEqual(['hazard']);
  expect(placesFor(made, { hazard: true, holds: ['battery'] })).toEqual(['hazard']);
});

test('among stock lies what is looked at, decided and stays; a vendor’s shelf is for what goes to a vendor', () => {
  const stock = 'it may lie among stock';
  expect(placesFor(stock, {})).toEqual(kinds);
  for (const not of [
    { grade: null },
    { grade: 'Q' },
    { aim: null },
    { aim: 'destroy' },
    { aim: 'ask' },
  ] as const)
    expect(placesFor(stock, not), JSON.stringify(not)).toEqual(kinds.filter((kind) => kind !== 'storage'));
  expect(placesFor('this place is made for it', { aim: 'vendor' })).toContain('vendor');
  expect(placesFor('this place is made for it', { aim: 'vendor', holds: ['quality'] })).not.toContain(
    'vendor',
  );
});

test.each(['otherCustoms', 'keptApart'] as const)('%s counts in bins, not at docks and cabinets', (apart) => {
  const guard = apart === 'keptApart' ? 'owners share this place' : 'its customs status may lie here';
  expect(kinds.filter((kind) => !holds(guard, { place: aPlace(kind, { [apart]: true }) }))).toEqual([
    'storage',
    'quarantine',
  ]);
});

test('goods come in at the dock, in quarantine or in the hazard cabinet; work is done at a bench', () => {
  expect(placesFor('this place is for receiving', {})).toEqual(['receiving', 'quarantine', 'hazard']);
  expect(placesFor('this place is a bench', {})).toEqual(['bench']);
});

test('a place that is closed has no room', () => {
  for (const [room, open, fits] of [
    [true, true, true],
    [false, true, false],
    [true, false, false],
  ] as const)
    expect(holds('there is room at this place', { place: aPlace('storage', { room, open }) })).toBe(fits);
});

test('damaged and loose batteries fly with nobody; by sea and by road they travel', () => {
  const by = (transport: string, facts: Partial<ItemFacts>) =>
    holds('the carrier may carry its battery', {
      ...facts,
      shipment: { exit: 'resale', state: 'open', transport, asked: false },
    });
  for (const facts of [{ hazard: true }, { battery: 'ion alone' }]) {
    expect(by('air', facts)).toBe(false);
    expect(by('sea', facts)).toBe(true);
    expect(by('road', facts)).toBe(true);
  }
  for (const battery of ['none', 'ion in equipment', 'ion with equipment', 'metal'])
    expect(by('air', { battery })).toBe(true);
});

test('a person’s data leave only towards that person or the exporter', () => {
  const to = (exit: 'resale' | 'exchange' | 'toBuyer' | 'toExporter') =>
    holds('its data are wiped', {
      dataLeft: true,
      shipment: { exit, state: 'open', transport: 'sea', asked: false },
    });
  expect([to('resale'), to('exchange'), to('toBuyer'), to('toExporter')]).toEqual([false, false, true, true]);
});

test('a replacement is given from what was decided for resale or for exchange', () => {
  const shipment = { exit: 'exchange', state: 'open', transport: 'sea', asked: false } as const;
  const open = ways.filter((aim) => holds('it was decided to leave this way', { aim, shipment }));
  expect(open).toEqual(['resale', 'exchange']);
});
