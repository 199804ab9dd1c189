import { describe, expect, test } from 'vitest';
import type { ItemFacts } from '../../server/workflow/item-facts.ts';
import { itemGuards } from '../../server/workflow/item-guards.ts';
import { type GuardName, plain } from './item-facts.ts';

const holds = (name: GuardName, facts: Partial<ItemFacts>) => itemGuards[name].holds({ ...plain, ...facts });
const allowed = plain.customs;
type Exit = NonNullable<ItemFacts['shipment']>['exit'];
const shipment = (more: Partial<NonNullable<ItemFacts['shipment']>>) => ({
  shipment: { exit: 'resale' as Exit, state: 'open', transport: 'air', asked: false, ...more },
});
const exits: Exit[] = ['resale', 'exchange', 'toBuyer', 'toExporter'];

describe('of a lot', () => {
  test.each([
    [10, 9, true],
    [10, 10, true],
    [10, 11, false],
    [1, 1, true],
    [1, 2, false],
    [10, null, true],
  ])('of %i announced, %s come in: allowed is %s', (quantity, quantityGiven, may) => {
    expect(holds('it is no more than was announced', { quantity, quantityGiven })).toBe(may);
  });

  test.each([
    [10, 1, true],
    [10, 9, true],
    [10, 10, false],
    [10, 11, false],
    [2, 1, true],
    [2, 2, false],
    [2, null, true],
    [1, 1, false],
    [1, null, false],
  ])('of %i, %s split off: allowed is %s', (quantity, quantityGiven, may) => {
    expect(holds('it is a lot large enough to split', { quantity, quantityGiven })).toBe(may);
  });
});

describe('before it is asked', () => {
  test.each<[GuardName, Partial<ItemFacts>]>([
    ['there is room at this place', { place: null }],
    ['this place is made for it', { place: null, hazard: true, holds: ['battery'] }],
    ['this place is for receiving', { place: null }],
    ['this place is a bench', { place: null }],
    ['customs allow this exit', { shipment: null, customs: { ...allowed, resale: 'forbidden' } }],
    ['its shipment is still open', { shipment: null }],
    ['it was decided to leave this way', { shipment: null, aim: null }],
    ['the carrier may carry its battery', { shipment: null, battery: 'ion alone', hazard: true }],
    ['it is promised to this shipment', { shipment: null, promised: true }],
    ['its vendor is done with it', { ticket: null }],
    ['the grade allows this disposition', { aim: null, grade: null }],
    ['the outcome of its repair allows this', { aim: null, repair: 'failed' }],
  ])('“%s” stands in nobody’s way', (guard, facts) => expect(holds(guard, facts)).toBe(true));

  test.each<[GuardName, Partial<ItemFacts>]>([
    ['its data are wiped', { shipment: null, dataLeft: true }],
    ['its ticket is at our bench', { ticket: null }],
    ['its ticket is a vendor’s', { ticket: null }],
    ['it has a repair to check', { ticket: null }],
    ['it is promised to this shipment', { shipment: null, promised: false }],
    ['it was shipped for resale', { shipment: null }],
    ['it was shipped in exchange', { shipment: null }],
    ['it was shipped to its buyer', { shipment: null }],
    ['it was shipped to its exporter', { shipment: null }],
  ])('“%s” is not so', (guard, facts) => expect(holds(guard, facts)).toBe(false));
});

test('customs are asked about the very way out, about repair and about destruction, each by itself', () => {
  const ways = [...exits, 'repair', 'destroy'] as const;
  for (const forbidden of ways)
    for (const verdict of ['forbidden', 'ask customs'] as const) {
      const facts = { customs: { ...allowed, [forbidden]: verdict } };
      const open = exits.filter((exit) =>
        holds('customs allow this exit', { ...facts, ...shipment({ exit }) }),
      );
      expect(open).toEqual(exits.filter((exit) => exit !== forbidden));
      expect(holds('customs allow its repair', facts)).toBe(forbidden !== 'repair');
      expect(holds('customs allow its destruction', facts)).toBe(forbidden !== 'destroy');
    }
});

test('it leaves the way that was decided, and no other', () => {
  for (const exit of ['resale', 'toBuyer', 'toExporter'] as const) {
    const open = exits.filter((aim) =>
      holds('it was decided to leave this way', { aim, ...shipment({ exit }) }),
    );
    expect(open).toEqual([exit]);
  }
});

test.each<[Exit, GuardName]>([
  ['resale', 'it was shipped for resale'],
  ['exchange', 'it was shipped in exchange'],
  ['toBuyer', 'it was shipped to its buyer'],
  ['toExporter', 'it was shipped to its exporter'],
])('what was sent %s arrives there: %s', (sent, guard) => {
  expect(exits.filter((exit) => holds(guard, shipment({ exit })))).toEqual([sent]);
});

test('what was decided for repair goes to our bench or to a vendor; what was not, to neither', () => {
  const aims = [
    ...exits,
    'repair',
    'vendor',
    'destroy',
    'quarantine',
    'hazard',
    'ask',
    'none',
    null,
  ] as const;
  const open = (guard: GuardName) => aims.filter((aim) => holds(guard, { aim }));
  expect(open('it was decided for repair')).toEqual(['repair', 'vendor']);
  expect(open('it was decided for destruction')).toEqual(['destroy']);
});

test('a vendor is done when its ticket is ready or closed; there is something to check when it is ready', () => {
  const states = [
    'intake',
    'diagnosing',
    'awaitingApproval',
    'inRepair',
    'rework',
    'ready',
    'closed',
    'cancelled',
  ];
  const at = (guard: GuardName, atVendor: boolean) =>
    states.filter((state) => holds(guard, { ticket: { state, atVendor } }));
  for (const atVendor of [true, false]) {
    expect(at('its vendor is done with it', atVendor)).toEqual(['ready', 'closed']);
    expect(at('it has a repair to check', atVendor)).toEqual(['ready']);
    expect(at('its ticket is a vendor’s', atVendor)).toHaveLength(atVendor ? states.length : 0);
    expect(at('its ticket is at our bench', atVendor)).toHaveLength(atVendor ? 0 : states.length);
  }
});

test('a promise binds to one shipment: the one it names, and only while that is open', () => {
  const promised = 'it is promised to this shipment';
  expect(holds(promised, { promised: true, ...shipment({ asked: false }) })).toBe(true);
  expect(holds(promised, { promised: true, ...shipment({ asked: true }) })).toBe(false);
  expect(holds(promised, { promised: false, ...shipment({ asked: false }) })).toBe(false);
  expect([true, false].map((is) => holds('it is not promised to a shipment', { promised: is }))).toEqual([
    ...[false, true],
  ]);
  const open = ['open', 'packed', 'handedOver', 'delivered', 'cancelled'].filter((state) =>
    holds('its shipment is still open', shipment({ state })),
  );
  expect(open).toEqual(['open']);
});

test('a step is taken back while it is the last one', () => {
  const steps = ['receive', 'decide', 'instruct', 'putAway', 'move', 'hold', 'addPhoto', null];
  const after = (guard: GuardName) => steps.filter((lastStep) => holds(guard, { lastStep }));
  expect(after('it still lies where its receipt put it')).toEqual(['receive']);
  expect(after('it still lies where its decision left it')).toEqual(['decide', 'instruct']);
  expect(after('it still lies where its put-away put it')).toEqual(['putAway']);
});

test.each([
  [[], null, false],
  [['quality'], null, true],
  [['quality'], 'quality', true],
  [['quality'], 'battery', false],
  [['quality', 'battery'], 'battery', true],
  [[], 'battery', false],
])('where %j hold it, a hold of kind %s stands: %s', (standing, kindOfHold, stands) => {
  expect(holds('such a hold stands', { holds: standing, kindOfHold })).toBe(stands);
  expect(holds('nothing holds it', { holds: standing })).toBe(standing.length === 0);
});

test.each([
  [false, null, true],
  [false, 'han', true],
  [false, 'wang', true],
  [true, null, false],
  [true, 'han', false],
  [true, 'wang', true],
])(
  'a step takes two: %s, and %s signed for it first: han may carry it out: %s',
  (takesTwo, signedForThis, may) => {
    const facts = { takesTwo, signedForThis, actor: 'han' };
    expect(holds('one person is enough, or another signed first', facts)).toBe(may);
    expect(holds('two people have to sign', facts)).toBe(takesTwo);
  },
);

test('destruction is carried out by somebody other than who signed first', () => {
  const by = (signedBy: string | null) => holds('two different people sign', { signedBy, actor: 'han' });
  expect([by(null), by('han'), by('wang')]).toEqual([false, false, true]);
});
