import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { Problem } from '../../server/http/problem.ts';
import { whenFalse } from '../../server/words/when-false.ts';
import { accepts, decide, openSteps, type Whereabouts } from '../../server/workflow/decide.ts';
import { knows, type Workflow, waysOf, workflow } from '../../server/workflow/workflow.ts';
import { workflows } from '../../server/workflow/workflows.ts';

interface Weather {
  readonly dry: boolean;
  readonly warm: boolean;
  readonly day: boolean;
}
const step = (zh: string, en: string) =>
  ({ button: { zh, en }, done: { zh, en }, needs: 'items.read', asks: z.object({}) }) as const;
const state = (zh: string, en: string) => ({ zh, en, phase: 'p', description: 'A pair of shoes.' }) as const;
const rule = (zh: string, otherwiseZh: string, otherwise: string, holds: (now: Weather) => boolean) => ({
  ...{ zh, holds },
  otherwise: { zh: otherwiseZh, en: otherwise },
});

/** Shoes go out in dry weather; by night only when it is warm as well. */
const shoes = workflow({
  name: { zh: '鞋', en: 'pair of shoes' },
  phases: { p: { zh: '鞋柜', en: 'Rack' } },
  steps: {
    goOut: step('出门', 'Go out'),
    comeHome: step('回家', 'Come home'),
    polish: step('擦亮', 'Polish'),
    throwAway: step('扔掉', 'Throw away'),
  },
  effects: { 'get dirty': '弄脏', shine: '擦亮' },
  initial: 'home',
  guards: {
    'it is dry': rule('天晴', '等雨停。', 'Wait for the rain to stop.', ({ dry }) => dry),
    'it is warm': rule('天暖', '多穿一点。', 'Put on a coat.', ({ warm }) => warm),
    'it is day': rule('白天', '等天亮。', 'Wait for the morning.', ({ day }) => day),
  },
  states: {
    home: {
      ...state('在家', 'At Home'),
      on: {
        goOut: [
          { target: 'out', guard: ['it is warm', 'it is dry', 'it is day'], actions: 'get dirty' },
          { target: 'late', guard: ['it is dry', 'it is warm'], actions: ['get dirty', 'shine'] },
        ],
        polish: { guard: 'it is day', actions: 'shine' },
      },
    },
    out: { ...state('在外', 'Out'), type: 'final', on: { comeHome: { target: 'home' } } },
    late: { ...state('夜游', 'Out late'), on: { throwAway: { target: 'gone' } } },
    gone: { ...state('扔了', 'Gone'), type: 'final' },
  },
});
const a01: Whereabouts = { place: 'A-01', words: { zh: '在 A-01', en: 'at A-01' } };
const flow = shoes as unknown as Workflow<Weather>;
const fine: Weather = { dry: true, warm: true, day: true };
const decided = (from: string, name: string, now: Weather = fine) =>
  decide(flow, { code: 'S-1', state: from }, now, { step: name, where: null });

function refusal(from: string, name: string, now: Weather = fine, where: Whereabouts | null = null): Problem {
  try {
    decide(flow, { code: 'S-1', state: from }, now, { step: name, where });
  } catch (error) {
    if (error instanceof Problem) return error;
    throw error;
  }
  throw new Error(`${name} was possible.`);
}

describe('a decision', () => {
  test('takes the first way that is open, and orders its effects in their order', () => {
    expect(decided('home', 'goOut')).toEqual({ state: 'out', effects: ['get dirty'] });
    expect(decided('home', 'goOut', { ...fine, day: false })).toEqual({
      ...{ state: 'late', effects: ['get dirty', 'shine'] },
    });
    expect(decided('home', 'polish', { ...fine, dry: false, warm: false })).toEqual({
      ...{ state: 'home', effects: ['shine'] },
    });
    expect(decided('late', 'throwAway')).toEqual({ state: 'gone', effects: [] });
  });

  test('an end with a way out may be left by it, and an end without one by none', () => {
    expect(decided('out', 'comeHome')).toEqual({ state: 'home', effects: [] });
    for (const name of Object.keys(flow.steps)) expect(() => decided('gone', name)).toThrow(Problem);
  });

  test('every guard of a way counts', () => {
    for (const now of [
      { ...fine, dry: false },
      { ...fine, warm: false },
    ]) {
      expect(() => decided('home', 'goOut', now)).toThrow('step_refused');
      expect(accepts(flow, 'home', now, 'goOut')).toBe(false);
    }
    expect(accepts(flow, 'home', fine, 'goOut')).toBe(true);
    expect(accepts(flow, 'out', fine, 'comeHome')).toBe(true);
    expect(accepts(flow, 'out', fine, 'goOut')).toBe(false);
  });

  test('the open steps are those of this state whose guards hold', () => {
    expect(openSteps(flow, 'home', fine)).toEqual(['goOut', 'polish']);
    expect(openSteps(flow, 'home', { ...fine, dry: false })).toEqual(['polish']);
    expect(openSteps(flow, 'home', { ...fine, day: false })).toEqual(['goOut']);
    expect([openSteps(flow, 'gone', fine), openSteps(flow, 'nowhere', fine)]).toEqual([[], []]);
  });

  test('a state knows its steps whatever the weather, and no other state’s', () => {
    expect([knows(flow, 'home', 'goOut'), knows(flow, 'out', 'comeHome')]).toEqual([true, true]);
    for (const [from, name] of [
      ['home', 'comeHome'],
      ['gone', 'goOut'],
      ['nowhere', 'goOut'],
      ['home', 'toString'],
    ] as const)
      expect(knows(flow, from, name), name).toBe(false);
    expect(waysOf(flow, 'home', 'goOut').map(({ target }) => target)).toEqual(['out', 'late']);
    expect([waysOf(flow, 'home', 'comeHome'), waysOf(flow, 'nowhere', 'goOut')]).toEqual([[], []]);
  });
});

describe('a refusal', () => {
  test('says what it is and where, which condition is not met, and what to do about it', () => {
    const { status, code, words, extra } = refusal('home', 'goOut', { ...fine, dry: false }, a01);
    expect([status, code]).toEqual([409, 'step_refused']);
    expect(words).toEqual({
      zh: '鞋 S-1：在家，在 A-01。不能出门：不是“天晴”。等雨停。',
      en: 'pair of shoes S-1: At Home, at A-01. Cannot go out: not so: it is dry. Wait for the rain to stop.',
    });
    expect(extra).toEqual({
      what: { zh: '鞋 S-1：在家，在 A-01', en: 'pair of shoes S-1: At Home, at A-01' },
      why: { zh: '不能出门：不是“天晴”。', en: 'Cannot go out: not so: it is dry.' },
      next: { zh: '等雨停。', en: 'Wait for the rain to stop.' },
      ...{ where: 'A-01', state: 'home', step: 'goOut', guard: 'it is dry', openSteps: ['polish'] },
    });
  });

  test('of several ways it explains the one that lacks least, and of that the first condition', () => {
    expect(refusal('home', 'goOut', { ...fine, day: false, warm: false }).extra.guard).toBe('it is warm');
    expect(refusal('home', 'goOut', { ...fine, dry: false, warm: false }).extra.guard).toBe('it is warm');
    const dark = { dry: false, warm: false, day: false };
    expect(refusal('home', 'goOut', dark).extra.guard).toBe('it is dry');
  });

  test('of a step that this state does not know names the state, and what is possible instead', () => {
    const { words, extra } = refusal('home', 'throwAway');
    expect(words).toEqual({
      zh: '鞋 S-1：在家。在家的不能扔掉。您现在可以：出门、擦亮。',
      en: 'pair of shoes S-1: At Home. Cannot throw away what is at home. You can now: go out, polish.',
    });
    expect(extra).toMatchObject({ where: null, guard: null, openSteps: ['goOut', 'polish'] });
  });

  test('where nothing is possible it sends for a supervisor', () => {
    const { extra } = refusal('gone', 'comeHome');
    expect(extra.next).toEqual({
      zh: '您现在没有可做的，请找主管。',
      en: 'There is nothing for you to do with it now; ask a supervisor.',
    });
    expect(extra.openSteps).toEqual([]);
  });

  test('of a step that was taken already says so, and offers only what this person may do', () => {
    const asked = { step: 'goOut', where: null, may: (step: string) => step !== 'comeHome' };
    const refused = () => decide(flow, { code: 'S-1', state: 'out' }, fine, asked);
    expect(refused).toThrow('step_refused');
    try {
      refused();
    } catch (error) {
      expect((error as Problem).extra).toMatchObject({
        why: { zh: '已做过“出门”，不用再做。', en: 'It is already out.' },
        next: { zh: '您现在没有可做的，请找主管。' },
        openSteps: [],
      });
    }
  });

  test('calls a step that nobody knows by what was asked', () => {
    const { extra, words } = refusal('out', 'fly');
    expect(words).toEqual({
      zh: '鞋 S-1：在外。在外的不能fly。您现在可以：回家。',
      en: 'pair of shoes S-1: Out. Cannot fly what is out. You can now: come home.',
    });
    expect(extra).toMatchObject({ step: 'fly', state: 'out', guard: null });
  });
});

test('every guard says what is the matter when it does not hold, in words of its own', () => {
  const names = Object.values(workflows).flatMap(({ guards }) => Object.keys(guards));
  expect([...new Set(names)].filter((name) => !(name in whenFalse))).toEqual([]);
  expect(Object.keys(whenFalse).filter((name) => !names.includes(name))).toEqual([]);
});
