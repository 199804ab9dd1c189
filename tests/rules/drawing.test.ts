import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { chapter, roadmap } from '../../server/documentation/describe.ts';
import { type Workflow, workflow } from '../../server/workflow/workflow.ts';

const step = (zh: string, en: string, more: { undo?: string } = {}) =>
  ({ button: { zh, en }, done: { zh, en }, needs: 'items.read', asks: z.object({}), ...more }) as const;
const rooms = ['hall', 'kitchen', 'cellar', 'attic', 'garden'] as const;
const names = { hall: '厅', kitchen: '厨', cellar: '窖', attic: '阁', garden: '园', bed: '床', grave: '墓' };
const state = <on extends object>(id: keyof typeof names, on: on) => ({
  ...{
    zh: names[id],
    en: id,
    phase: id === 'grave' ? 'after' : 'life',
    description: 'A place for a cat.',
    on,
  },
});

/** A cat goes to bed from so many of its rooms. */
const cat = (tired: number, more: object = {}) => {
  const on = (at: (typeof rooms)[number], on: object = {}) =>
    state(at, {
      ...(rooms.indexOf(at) < tired ? { sleep: { target: 'bed', guard: 'it is tired' } } : {}),
      ...on,
    });
  return workflow({
    name: { zh: '猫', en: 'cat' },
    phases: {
      life: { zh: '一生', en: 'Life' },
      after: { zh: '之后', en: 'After' },
      never: { zh: '无', en: 'No' },
    },
    steps: {
      run: step('跑', 'Run', { undo: 'runBack' }),
      runBack: step('跑回', 'Run back'),
      jump: step('跳', 'Jump'),
      sleep: step('睡', 'Sleep'),
      die: { ...step('死', 'Die'), needs: 'the system' },
      purr: step('呼噜', 'Purr'),
      rise: step('复活', 'Rise'),
    },
    effects: { stretch: '伸展', yawn: '哈欠' },
    initial: 'hall',
    guards: {
      'it is tired': { zh: '困了', otherwise: { zh: '等。', en: 'Wait.' }, holds: () => true },
      'it is dark': { zh: '天黑', otherwise: { zh: '等。', en: 'Wait.' }, holds: () => true },
    },
    states: {
      hall: on('hall', { run: { target: 'kitchen' }, jump: { target: 'kitchen' }, purr: { target: 'hall' } }),
      kitchen: on('kitchen', { run: { target: 'cellar' }, runBack: { target: 'hall' }, purr: {} }),
      cellar: on('cellar', { run: { target: 'attic' } }),
      attic: on('attic', { run: { target: 'garden' } }),
      garden: on('garden'),
      bed: state('bed', {
        die: { target: 'grave', guard: ['it is tired', 'it is dark'], actions: ['stretch', 'yawn'] },
      }),
      grave: { ...state('grave', { rise: { target: 'hall' } }), type: 'final' },
    } as never,
    ...more,
  }) as unknown as Workflow<object>;
};
const chinese = Object.fromEntries(Object.keys(names).map((id) => [id, `猫在这里：${id}。`]));

describe('the roads of a life', () => {
  test('are drawn whole while a step leads to one place from no more than four', () => {
    const picture = roadmap(cat(4));
    for (const room of rooms.slice(0, 4)) expect(picture).toContain(`  ${room} --> bed: 睡 Sleep\n`);
    expect(picture).not.toContain('未画出');
    expect(picture.startsWith('```mermaid\nstateDiagram-v2\n')).toBe(true);
    expect(picture.endsWith('\n```')).toBe(true);
    expect(picture).toContain('  [*] --> hall\n');
  });

  test('leave out what is possible from five, and say so in both languages', () => {
    const picture = roadmap(cat(5));
    expect(picture).not.toContain('--> bed');
    expect(picture).toContain('```\n\n几乎处处可做、未画出：睡；');
    expect(picture).toContain('\nPossible almost everywhere and not drawn: Sleep; nor are undoing');
  });

  test('go forward only: not back by an undo, not out of an end, not round where it stands', () => {
    const picture = roadmap(cat(1));
    expect(picture).not.toMatch(/kitchen --> hall|grave --> hall|hall --> hall|Purr|Rise/);
    expect(picture).toContain('  hall --> kitchen: 跑 Run / 跳 Jump\n');
  });

  test('stand in the boxes of their phases, and no phase without a road is drawn', () => {
    const picture = roadmap(cat(1));
    expect(picture).toContain('  state "一生 Life" as the_life {\n    state "厅 hall" as hall\n');
    expect(picture).toContain('  state "之后 After" as the_after {\n    state "墓 grave" as grave\n  }\n');
    expect(picture).not.toContain('the_never');
  });

  test('name every step that is left out', () => {
    const everywhere = Object.fromEntries(
      rooms.map((room) => [room, state(room, { sleep: { target: 'bed' }, die: { target: 'grave' } })]),
    );
    const picture = roadmap(
      cat(0, { states: { ...everywhere, bed: state('bed', {}), grave: state('grave', {}) } }),
    );
    expect(picture).toContain('未画出：睡、死；');
    expect(picture).toContain('not drawn: Sleep, Die; nor');
  });
});

describe('a chapter', () => {
  const text = chapter(cat(1), chinese);

  test('names the thing and draws all its ways, those back and out of an end too', () => {
    expect(text.startsWith('## 猫 cat\n\n```mermaid\n')).toBe(true);
    expect(text).toContain('  kitchen --> hall: 跑回 Run back\n');
    expect(text).toContain('  grave --> hall: 复活 Rise\n');
    expect(text).not.toContain('hall --> hall');
  });

  test('lists every state with its phase, and whether it is an end', () => {
    expect(text).toContain(
      '### 每个状态\n\n- **厅** (一生) 猫在这里：hall。\n- **厨** (一生) 猫在这里：kitchen。\n',
    );
    expect(text).toContain('- **墓** (之后, 终点) 猫在这里：grave。\n\n### 每一步\n\n');
    expect(text).toContain('### Every state\n\n- **hall** (Life) A place for a cat.\n');
    expect(text).toContain('- **grave** (After, an end) A place for a cat.\n\n### Every step\n\n');
  });

  test('has a row for each way: from where, by which step, only if, who, and then', () => {
    expect(text).toContain('| 状态 | 步骤 | 仅当 | 权限 | 然后 |\n| --- | --- | --- | --- | --- |\n');
    expect(text).toContain('| 床 | 死 | 困了、天黑 | 系统自身 | **墓**、伸展、哈欠 |');
    expect(text).toContain('| State | Step | Only if | Who | Then |\n| --- | --- | --- | --- | --- |\n');
    expect(text).toContain('| bed | Die | it is tired, it is dark | the system | **grave**, stretch, yawn |');
    expect(text).toContain('| 厅 | 跑 |  | `items.read` | **厨** |');
    expect(text).toContain('| kitchen | Purr |  | `items.read` | stays |');
    expect(text).toContain('| 厨 | 呼噜 |  | `items.read` | 状态不变 |');
  });

  test.each([
    ['a state', { ...chinese, attic: undefined }, cat(1), 'attic'],
    ['an effect', chinese, cat(1, { effects: { stretch: '伸展' } }), 'yawn'],
    ['a guard', chinese, cat(1, { guards: {} }), 'it is tired'],
    ['a step', chinese, cat(1, { steps: {} }), 'sleep'],
    ['a phase', chinese, cat(1, { phases: {} }), 'life'],
  ])('is not written while %s has no words', (_, said, flow, missing) => {
    expect(() => chapter(flow, said as typeof chinese)).toThrow(`does not say what ${missing} is`);
  });
});
