import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decide, openSteps } from '../../server/workflow/decide.ts';
import { itemWorkflow } from '../../server/workflow/item.ts';
import type { Aim, ItemFacts } from '../../server/workflow/item-facts.ts';
import { type Workflow, waysOf } from '../../server/workflow/workflow.ts';
import { allTrue, type GuardName } from './item-facts.ts';
import { outcome } from './outcome.ts';

const flow = itemWorkflow as unknown as Workflow<ItemFacts>;
const states = Object.keys(flow.states);
const steps = Object.keys(flow.steps);
const verdict = fc.constantFrom('allowed', 'forbidden', 'ask customs' as const);
const aims: Aim[] = ['repair', 'resale', 'exchange', 'toBuyer', 'toExporter', 'destroy', 'vendor'];
const kinds = ['receiving', 'storage', 'quarantine', 'hazard', 'bench', 'packing', 'outbound'];
const maybe = <T>(one: fc.Arbitrary<T>) => fc.option(one, { nil: null });

/** Facts of any kind, likely and unlikely, so that most steps are open now and then. */
const anyFacts: fc.Arbitrary<ItemFacts> = fc.record({
  holds: fc.oneof(
    fc.constant([]),
    fc.array(fc.constantFrom('battery', 'customs', 'quality'), { maxLength: 2 }),
  ),
  changesOwner: fc.boolean(),
  ownerKnown: fc.boolean(),
  announced: fc.boolean(),
  hazard: fc.boolean(),
  grade: maybe(fc.constantFrom('N', 'A', 'B', 'C', 'D', 'E', 'H', 'Q')),
  customsStatus: fc.constantFrom('RELEASED_DOMESTIC', 'ABROAD'),
  quantity: fc.integer({ min: 1, max: 5 }),
  quantityGiven: maybe(fc.integer({ min: 1, max: 5 })),
  isAsked: fc.boolean(),
  othersCounted: maybe(
    fc.record({ counted: fc.constant([{ by: 'han', counted: 1 }]), left: fc.integer({ min: 0, max: 5 }) }),
  ),
  disposition: maybe(fc.constantFrom('RTS', 'RSB', 'REP', 'DST', 'RTO', 'RTE', 'EXC')),
  aim: maybe(fc.constantFrom(...aims, 'quarantine' as const, 'ask' as const)),
  customs: fc.record({
    ...{ repair: verdict, resale: verdict, exchange: verdict },
    ...{ toBuyer: verdict, toExporter: verdict, destroy: verdict },
  }),
  repair: fc.constantFrom('never repaired', 'repaired', 'failed', 'declined'),
  replaced: fc.boolean(),
  place: maybe(
    fc.record({
      ...{ code: fc.constant('A-1'), free: maybe(fc.nat(9)), coming: fc.integer({ min: 1, max: 5 }) },
      ...{ kind: fc.constantFrom(...kinds), room: fc.boolean(), open: fc.boolean() },
      ...{ otherCustoms: fc.boolean(), keptApart: fc.boolean(), grade: maybe(fc.constantFrom('A', 'B')) },
    }),
  ),
  promised: fc.boolean(),
  ticket: maybe(
    fc.record({ state: fc.constantFrom('approved', 'inRepair', 'ready', 'closed'), atVendor: fc.boolean() }),
  ),
  shipment: maybe(
    fc.record({
      exit: fc.constantFrom('resale', 'exchange', 'toBuyer', 'toExporter'),
      state: fc.constantFrom('open', 'packed', 'handedOver'),
      transport: fc.constantFrom('air', 'sea', 'road'),
      asked: fc.boolean(),
    }),
  ),
  battery: fc.constantFrom('none', 'ion in equipment', 'ion alone'),
  findings: maybe(
    fc.record({ battery: fc.constantFrom('none', 'good'), cosmetic: fc.constantFrom('C0', 'C1') }),
  ),
  dataLeft: fc.boolean(),
  signedBy: maybe(fc.constantFrom('wang', 'han')),
  takesTwo: fc.boolean(),
  signedForThis: maybe(fc.constantFrom('wang', 'han')),
  signatureWaits: fc.boolean(),
  serialised: fc.boolean(),
  actor: fc.constantFrom('wang', 'han'),
  inOurHands: fc.boolean(),
  isAnotherUnit: fc.boolean(),
  serials: fc.constant(null),
  saidAnother: fc.boolean(),
  lastStep: maybe(fc.constantFrom('receive', 'decide', 'instruct', 'putAway', 'move')),
  lastFrom: maybe(fc.constantFrom('announced', 'missing', 'neverCame')),
  kindOfHold: maybe(fc.constantFrom('battery', 'quality')),
  doubts: fc.constant([]),
  doubtGiven: fc.constant(null),
});
/** Facts under which one of the ways is open; without them a walk would hardly ever get past the dock. */
const likely = states.flatMap((state) =>
  steps.flatMap((step) =>
    waysOf(flow, state, step).map(({ guard }) => allTrue([guard ?? []].flat() as GuardName[])),
  ),
);
const facts = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...likely) },
  { weight: 1, arbitrary: anyFacts },
);
const walk = fc.array(fc.tuple(fc.nat(), facts), { minLength: 10, maxLength: 60 });
const runs = { seed: 20261123, numRuns: 400 };

interface Stride {
  readonly from: string;
  readonly step: string;
  readonly to: string;
  readonly facts: ItemFacts;
}
/** Walks through a life: at each stride one of the steps that are open under the facts of the moment. */
function walked(plan: readonly (readonly [number, ItemFacts])[]): Stride[] {
  let state = flow.initial;
  return plan.flatMap(([choice, facts]) => {
    const open = openSteps(flow, state, facts);
    const onward = open.filter((name) => waysOf(flow, state, name).some(({ target }) => target));
    const choices = choice % 5 && onward.length ? onward : open;
    const step = choices[choice % Math.max(choices.length, 1)];
    if (step === undefined) return [];
    const from = state;
    state = decide(flow, { code: 'RT1', state }, facts, { step, where: null }).state;
    return [{ from, step, to: state, facts }];
  });
}

test('a life goes only by ways that the workflow declares', () => {
  const seen = new Set<string>();
  fc.assert(
    fc.property(walk, (plan) => {
      for (const { from, step, to } of walked(plan)) {
        seen.add(to);
        expect(waysOf(flow, from, step).map(({ target }) => target ?? from)).toContain(to);
      }
    }),
    { ...runs, numRuns: 1500 },
  );
  // A walk that never gets anywhere would prove nothing.
  for (const state of ['received', 'stored', 'inRepair', 'atVendor', 'toCheck', 'picked', 'destroyed'])
    expect([...seen], state).toContain(state);
});

test('a refused step leaves a sentence and no effect, in every state and under any facts', () => {
  fc.assert(
    fc.property(fc.constantFrom(...states), fc.constantFrom(...steps), anyFacts, (state, step, facts) => {
      const opens = openSteps(flow, state, facts).includes(step);
      expect(outcome(flow, state, step, facts).startsWith('→')).toBe(opens);
    }),
    { ...runs, numRuns: 4000 },
  );
});

test('while anything holds it, nothing takes it off its place, to a bench, to a vendor or out of the house', () => {
  const out = ['pick', 'pack', 'ship', 'destroy', 'reserve', 'startRepair', 'handToVendor'];
  const held = fc.tuple(anyFacts, fc.constantFrom('battery', 'customs', 'identity', 'dispute'));
  fc.assert(
    fc.property(fc.constantFrom(...states), held, (state, [facts, hold]) => {
      const open = openSteps(flow, state, { ...facts, holds: [hold] });
      expect(open.filter((step) => out.includes(step))).toEqual([]);
    }),
    { ...runs, numRuns: 2000 },
  );
});

test('no repair begins that customs do not allow', () => {
  fc.assert(
    fc.property(fc.constantFrom(...states), anyFacts, (state, facts) => {
      fc.pre(facts.customs.repair !== 'allowed');
      const open = openSteps(flow, state, facts);
      expect(open).not.toContain('startRepair');
      expect(open).not.toContain('handToVendor');
    }),
    { ...runs, numRuns: 2000 },
  );
});

test('receiving makes nothing sellable: it is inspected and decided before it is picked, each time it comes in', () => {
  const looks = ['inspect', 'passCheck'];
  const decides = ['decide', 'instruct', 'expire'];
  fc.assert(
    fc.property(walk, (plan) => {
      let [looked, decided] = [false, false];
      for (const { step, to } of walked(plan)) {
        if (['received', 'announced'].includes(to)) [looked, decided] = [false, false];
        // Whoever moves in says of opening stock what was found and decided where it lay before.
        if (step === 'takeOver') [looked, decided] = [to !== 'received', to === 'stored'];
        looked ||= looks.includes(step);
        decided ||= decides.includes(step);
        if (['pick', 'reserve'].includes(step)) expect([looked, decided]).toEqual([true, true]);
      }
    }),
    { ...runs, numRuns: 1500 },
  );
  // Opening stock begins with its own step, and nothing that has a history takes that.
  const without = (barred: readonly string[]) => reachable('received', [...barred, 'takeOver']);
  expect(without([])).toContain('picked');
  expect(without(looks)).not.toContain('picked');
  expect(without(decides)).not.toContain('picked');
});

test('nothing leaves but through pick, pack and ship; nothing is destroyed but by a second person', () => {
  expect(reachable('announced', ['pick'])).not.toContain('shipped');
  expect(reachable('announced', ['pack'])).not.toContain('shipped');
  expect(reachable('announced', ['ship'])).not.toContain('shipped');
  for (const from of states)
    for (const step of steps)
      for (const { target } of waysOf(flow, from, step))
        if (target === 'destroyed') expect(step).toBe('destroy');
  fc.assert(
    fc.property(fc.constantFrom(...states), anyFacts, (state, facts) => {
      if (facts.signedBy === null || facts.signedBy === facts.actor)
        expect(openSteps(flow, state, facts)).not.toContain('destroy');
    }),
    { ...runs, numRuns: 2000 },
  );
});

test('what ended stays ended, until the same thing is announced anew or found', () => {
  const ways = states
    .filter((state) => flow.states[state]?.phase === 'ended')
    .flatMap((state) =>
      steps.filter((step) => waysOf(flow, state, step).length).map((step) => `${state}.${step}`),
    );
  expect(ways).toEqual([
    ...['neverCame.receive', 'neverCame.returnAgain'],
    ...['resold', 'exchanged', 'returnedToBuyer', 'returnedToExporter', 'keptByVendor'].map(
      (state) => `${state}.returnAgain`,
    ),
    ...['lost.find', 'cancelled.returnAgain'],
  ]);
});

/** Every state that can be reached from one without ever taking one of these steps. */
function reachable(start: string, barred: readonly string[]): string[] {
  const found = new Set([start]);
  for (const from of found)
    for (const step of steps.filter((name) => !barred.includes(name)))
      for (const { target } of waysOf(flow, from, step)) if (target) found.add(target);
  return [...found];
}
