import { expect, test } from 'vitest';
import { z } from 'zod';
import { entities } from '../../server/registry.ts';
import { during } from '../../server/workflow/effects.ts';
import { fieldsOf } from '../../server/workflow/fields.ts';
import { faultsOfEffects, faultsOfWorkflow } from '../../server/workflow/soundness.ts';
import { knows, type Workflow, waysOf, workflow } from '../../server/workflow/workflow.ts';

const all = Object.entries(entities).map(([entity, { flow, effects }]) => ({
  entity,
  flow: flow as unknown as Workflow<object>,
  effects: Object.keys(effects),
}));

test.each(all)('$entity: every state is reached, every rule is used, every order is carried out', (life) => {
  expect(faultsOfWorkflow(life.flow, life.effects)).toEqual([]);
});

test.each(all)('$entity: everything has a name in Chinese and in English', ({ flow }) => {
  const names = [
    flow.name,
    ...Object.values(flow.phases),
    ...Object.values(flow.states),
    ...Object.values(flow.steps).map(({ button }) => button),
    ...Object.entries(flow.guards).map(([en, { zh }]) => ({ zh, en })),
    ...Object.values(flow.guards).map(({ otherwise }) => otherwise),
    ...Object.values(flow.steps).flatMap(({ asks }) => fieldsOf(asks).map(({ label }) => label)),
  ];
  for (const { zh, en } of names) {
    expect(zh, en).toMatch(/[\u4e00-\u9fff]/);
    expect(en, zh).toMatch(/^[\x20-\x7e’“”]+$/);
  }
  for (const [id, { phase, description }] of Object.entries(flow.states)) {
    expect(Object.keys(flow.phases), id).toContain(phase);
    expect(description).toMatch(/^[A-Z].*\.$/);
  }
});

const words = { zh: '某', en: 'Some' };
const step = { button: words, done: words, needs: 'items.read', asks: z.object({}) } as const;
const state = { zh: '某', en: 'Some', phase: 'p', description: 'Some.' } as const;
const rule = { zh: '某', otherwise: words, holds: () => true } as const;
const plan = {
  name: { zh: '鞋', en: 'shoe' },
  phases: { p: words },
  effects: { ring: '响' },
  initial: 'home',
} as const;

test('what is wrong with a workflow is said by name', () => {
  const leaky = workflow({
    ...plan,
    steps: { go: step, wait: step },
    guards: { 'it is dry': rule, 'it is late': rule },
    states: {
      home: { ...state, on: { go: { target: 'away', guard: 'it is dry', actions: 'ring' } } },
      away: state,
      limbo: { ...state, on: { go: { target: 'home' } } },
    },
  });
  expect(faultsOfWorkflow(leaky as unknown as Workflow<object>, [])).toEqual([
    'shoe: nothing leads to the state limbo',
    'shoe: no state knows the step wait',
    'shoe: nothing asks for the guard it is late',
    'shoe: nobody carries out the effect ring',
  ]);
  const silent = workflow({
    ...plan,
    steps: { go: step },
    guards: { 'it is dry': rule },
    states: { home: { ...state, on: { go: { target: 'away', guard: 'it is dry' } } }, away: state },
  });
  expect(faultsOfWorkflow(silent as unknown as Workflow<object>, ['ring'])).toEqual([
    'shoe: nothing orders the effect ring',
  ]);
});

test('a workflow that slipped past the compiler is caught when the server starts', () => {
  const sound = workflow({
    ...plan,
    steps: { go: step },
    guards: { 'it is dry': rule },
    states: {
      home: { ...state, on: { go: { target: 'away', guard: 'it is dry', actions: 'ring' } } },
      away: state,
    },
  }) as unknown as Workflow<object>;
  expect(faultsOfWorkflow(sound, ['ring'])).toEqual([]);
  const on = { run: { target: 'abroad', guard: 'it is far', actions: 'sing' } };
  const forged = { ...sound, states: { ...sound.states, away: { ...state, on } } } as Workflow<object>;
  expect(faultsOfWorkflow(forged, ['ring'])).toEqual([
    'shoe: there is no state abroad',
    'shoe: nobody declared the step run',
    'shoe: there is no guard it is far',
    'shoe: nobody carries out the effect sing',
  ]);
});

test('an effect that reads what was given is ordered in the steps that it named, and in no others', () => {
  const { flow, effects } = entities.item;
  const told = (effect: object) => faultsOfEffects(flow, { ...effects, 'take the bench': effect });
  expect(told(effects['take the bench'])).toEqual([]);
  expect(told(() => ({}))).toEqual([]);
  expect(told(during('item', ['startRepair', 'inspect'], () => ({})))).toEqual([
    'item: inspect does not order take the bench',
  ]);
  expect(told(during('item', ['inspect'], () => ({})))).toEqual([
    'item: take the bench does not know what startRepair is given',
    'item: inspect does not order take the bench',
  ]);
});

const allWays = all.flatMap(({ entity, flow }) =>
  Object.entries(flow.states).flatMap(([from, { on }]) =>
    Object.keys(on ?? {}).flatMap((step) =>
      waysOf(flow, from, step).map(({ target = from, actions = [] }) => ({
        ...{ way: `${entity}: ${from}, ${step}, ${target}`, step, effects: [actions].flat() },
        ...{
          waited: knows(flow, from, 'expire'),
          waits: knows(flow, target, 'expire'),
          stays: from === target,
        },
      })),
    ),
  ),
);
test('a state whose time may be up starts its clock on the way in and stops it on the way out', () => {
  // What is undone goes on waiting as before: its clock runs on.
  const without = (verb: string) => (way: (typeof allWays)[number]) =>
    !way.effects.some(
      (effect) =>
        effect.startsWith(`${verb} the clock`) || (verb === 'start' && effect === 'let its clock run on'),
    );
  const inwards = allWays.filter(({ waits, stays }) => waits && !stays);
  // `expire` is what a clock sends, which ends with it.
  const outwards = allWays.filter(({ waited, waits, step }) => waited && !waits && step !== 'expire');
  expect([inwards.length, outwards.length].every((n) => n > 2)).toBe(true);
  expect(inwards.filter(without('start')).map(({ way }) => way)).toEqual([]);
  expect(outwards.filter(without('stop')).map(({ way }) => way)).toEqual([]);
});
