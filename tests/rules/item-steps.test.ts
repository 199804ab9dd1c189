import { describe, expect, test } from 'vitest';
import { Problem } from '../../server/http/problem.ts';
import { whenFalse } from '../../server/words/when-false.ts';
import { decide, openSteps, type Whereabouts } from '../../server/workflow/decide.ts';
import { itemWorkflow } from '../../server/workflow/item.ts';
import type { Workflow } from '../../server/workflow/workflow.ts';
import { waysOf } from '../../server/workflow/workflow.ts';
import { allButOne, allTrue, cases, type GuardName, plain } from './item-facts.ts';
import { guardsStand, itemSteps } from './item-table.ts';
import { aPlace } from './opening-cases.ts';

const flow = itemWorkflow as unknown as Workflow<typeof plain>;
const states = Object.keys(flow.states);
const steps = Object.keys(flow.steps);
const item = (state: string) => ({ code: 'RT0001', state });
const guardsOn = (state: string, step: string) =>
  waysOf(flow, state, step).map(({ guard }) => [guard ?? []].flat() as GuardName[]);

const table = Object.entries(itemSteps).map(([state, row]) => ({
  state,
  known: new Map(
    row
      .split(' ')
      .filter(Boolean)
      .map((entry) => {
        const [step = '', targets] = entry.split('>');
        return [step, targets?.split('|') ?? [state]] as const;
      }),
  ),
}));

const a01: Whereabouts = { place: 'A-01', words: { zh: '在 A-01', en: 'at A-01' } };
function refusalOf(
  state: string,
  step: string,
  facts: typeof plain,
  where: Whereabouts | null = a01,
): Problem {
  try {
    decide(flow, item(state), facts, { step, where });
  } catch (error) {
    if (error instanceof Problem) return error;
    throw error;
  }
  throw new Error(`${step} was possible in ${state}.`);
}

describe('the life of an item', () => {
  test('has exactly the states of the table', () => {
    expect(Object.keys(itemSteps).sort()).toEqual([...states].sort());
  });

  test.each(table)('$state: every step that may happen leads where the table says', ({ state, known }) => {
    for (const [step, targets] of known) {
      const reached = guardsOn(state, step).map(
        (guards) => decide(flow, item(state), allTrue(guards), { step, where: null }).state,
      );
      expect([...new Set(reached)], `${state}.${step}`).toEqual(targets);
    }
  });

  test.each(table)('$state: every other step is refused, whatever the facts', ({ state, known }) => {
    const everything = Object.keys(cases).map((name) => allTrue([name as GuardName]));
    for (const step of steps.filter((name) => !known.has(name)))
      for (const facts of everything) {
        const { status, code, extra } = refusalOf(state, step, facts);
        expect({ status, code, guard: extra.guard }, `${state}.${step}`).toEqual({
          ...{ status: 409, code: 'step_refused', guard: null },
        });
      }
  });

  test('opens as buttons what it would accept, and nothing else', () => {
    for (const { state, known } of table)
      for (const facts of Object.keys(cases).map((name) => allTrue([name as GuardName]))) {
        const open = openSteps(flow, state, facts);
        for (const step of known.keys()) {
          const accepted = guardsOn(state, step).some((guards) =>
            guards.every((name) => flow.guards[name]?.holds(facts)),
          );
          expect(open.includes(step), `${state}.${step}`).toBe(accepted);
        }
      }
  });
});

/** Where another way of the same step opens when this one closes. */
const otherWay = new Set<GuardName>([
  'its ticket is at our bench',
  'its ticket is a vendor’s',
  'it was shipped for resale',
  'it was shipped in exchange',
  'it was shipped to its buyer',
  'it was shipped to its exporter',
  'it is the unit that went',
  'another unit came back',
  'it was said that it is another',
  'its exporter announced it',
  'it was expected when it came',
  'it was missed when it came',
  'it was given up when it came',
  'nobody announced it',
  'it was decided where it goes',
  'where it goes is open',
  'it is graded',
  'nobody graded it',
  'one person is enough, or another signed first',
  'two people have to sign',
]);

const standing = Object.entries(guardsStand) as [GuardName, string][];

test.each(standing.filter(([guard]) => !otherWay.has(guard)))(
  '“%s” alone blocks wherever it stands, and says so in both languages',
  (guard, places) => {
    for (const place of places.split(' ')) {
      const [state = '', step = ''] = place.split('.');
      const ways = guardsOn(state, step);
      expect(cases[guard].lies.length * ways.length, place).toBeGreaterThan(0);
      for (const facts of ways.flatMap((guards) => allButOne(guards, guard))) {
        const refusal = refusalOf(state, step, facts);
        expect(refusal.extra, place).toMatchObject({ guard, step, state, where: 'A-01' });
        const { what, why, next } = refusal.extra as Record<string, { zh: string; en: string }>;
        for (const words of [what, why, next, refusal.words]) {
          expect(words?.zh).toMatch(/[\u4e00-\u9fff]{2}/);
          expect(words?.en).toMatch(/[a-z]{3}/);
        }
        expect(what?.en).toContain('RT0001');
        expect(what?.en).toContain('A-01');
        const said = flow.guards[guard]?.says?.(facts) ?? whenFalse[guard];
        expect(why?.zh).toContain(said?.zh);
        expect(why?.en.toLowerCase()).toContain(said?.en.toLowerCase());
        expect(next).toEqual(flow.guards[guard]?.otherwise);
        expect(refusal.extra.openSteps).toEqual(openSteps(flow, state, facts));
      }
    }
  },
);

test.each(standing)('“%s” stands where the table says and nowhere else', (guard, places) => {
  const found = states.flatMap((state) =>
    steps.filter((step) => guardsOn(state, step).flat().includes(guard)).map((step) => `${state}.${step}`),
  );
  expect(found.sort()).toEqual(places.split(' ').sort());
});

test('the other ways of a step open where the first one closes', () => {
  const ready = (atVendor: boolean) => ({ ...plain, ticket: { state: 'ready', atVendor } });
  const fail = (atVendor: boolean) =>
    decide(flow, item('toCheck'), ready(atVendor), { step: 'failCheck', where: null });
  expect(fail(false)).toMatchObject({ state: 'inRepair', effects: ['send its ticket round again'] });
  expect(fail(true)).toMatchObject({ state: 'atVendor' });
  expect(fail(true).effects).toContain('add it to the consignment');
  const ends = { resale: 'resold', exchange: 'exchanged', toBuyer: 'returnedToBuyer' } as const;
  for (const [exit, end] of Object.entries({ ...ends, toExporter: 'returnedToExporter' } as const)) {
    const shipment = { exit: exit as keyof typeof ends, state: 'handedOver', transport: 'air', asked: false };
    expect(decide(flow, item('shipped'), { ...plain, shipment }, { step: 'arrive', where: null }).state).toBe(
      end,
    );
  }
  const undone = (announced: boolean, lastFrom = 'announced') =>
    decide(
      flow,
      item('received'),
      { ...plain, lastStep: 'receive', lastFrom, announced },
      { step: 'undoReceive', where: null },
    ).state;
  expect([undone(true), undone(false)]).toEqual(['announced', 'cancelled']);
  for (const late of ['missing', 'neverCame']) expect(undone(true, late)).toBe(late);
  const nowhere = refusalOf('shipped', 'arrive', { ...plain, shipment: null });
  const { next } = nowhere.extra as { next: { zh: string; en: string } };
  expect([next.zh, next.en].every((text) => text.length > 5)).toBe(true);
});

test('opening stock begins where its work stands: decided, graded only, or neither', () => {
  const place = aPlace('quarantine');
  const begins = (more: object) =>
    decide(flow, item('announced'), { ...plain, place, ...more }, { step: 'takeOver', where: null }).state;
  expect(begins({})).toBe('stored');
  expect(begins({ grade: null, aim: 'quarantine', disposition: 'QTN' })).toBe('stored');
  expect(begins({ aim: null, disposition: null })).toBe('inspected');
  expect(begins({ aim: null, disposition: null, grade: null })).toBe('received');
});

test.each(['liftHold', 'correct', 'recount'])(
  'where %s takes two, the first only signs, and so does the same person again; another carries it out',
  (step) => {
    const facts = { ...plain, holds: ['battery'], takesTwo: true };
    const effects = (more: object) =>
      decide(flow, item('stored'), { ...facts, ...more }, { step, where: null }).effects;
    expect(effects({})).toEqual(['sign first']);
    expect(effects({ signedForThis: plain.actor })).toEqual(['sign first']);
    expect(effects({ signedForThis: 'wang' })).toContain('the first signature is used');
    expect(effects({ signedForThis: 'wang' })).not.toContain('sign first');
    expect(effects({ takesTwo: false })).not.toContain('sign first');
  },
);
