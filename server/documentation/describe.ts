import type { Words } from '../words/words.ts';
import { type Workflow, waysOf } from '../workflow/workflow.ts';

/** What each state says of itself, which the workflow has in English only. */
export type StatesInChinese = Readonly<Record<string, string>>;
interface Arrow {
  readonly from: string;
  readonly step: string;
  readonly to: string;
}
type Language = keyof Words;

const both = ({ zh, en }: Words) => `${zh} ${en}`;
const onlyOnce = <T>(list: readonly T[]) => [...new Set(list)];

/** Every step that leads from one state to another. */
const arrowsOf = <Facts>(flow: Workflow<Facts>): Arrow[] =>
  Object.entries(flow.states).flatMap(([from, { on }]) =>
    Object.keys(on ?? {}).flatMap((step) =>
      waysOf(flow, from, step).flatMap(({ target }) =>
        target && target !== from ? [{ from, step, to: target }] : [],
      ),
    ),
  );

/** A Mermaid picture: states in their phases, one arrow from state to state with all the steps that lead there. */
function draw<Facts>(flow: Workflow<Facts>, arrows: readonly Arrow[]): string {
  const drawn = new Set(arrows.flatMap(({ from, to }) => [from, to]));
  const boxes = Object.entries(flow.phases).flatMap(([phase, words]) => {
    const inside = Object.entries(flow.states).filter(
      ([id, state]) => state.phase === phase && drawn.has(id),
    );
    const lines = inside.map(([id, state]) => `    state "${both(state)}" as ${id}`);
    return lines.length ? [`  state "${both(words)}" as the_${phase} {`, ...lines, '  }'] : [];
  });
  const pairs = onlyOnce(arrows.map(({ from, to }) => `${from} --> ${to}`));
  const lines = pairs.map((pair) => {
    const steps = arrows.filter(({ from, to }) => `${from} --> ${to}` === pair).map(({ step }) => step);
    return `  ${pair}: ${steps.map((step) => both(flow.steps[step]?.button ?? missing(step))).join(' / ')}`;
  });
  return ['```mermaid', 'stateDiagram-v2', ...boxes, `  [*] --> ${flow.initial}`, ...lines, '```'].join('\n');
}

/** The whole picture. Steps without a change of state stand in the table. */
const picture = <Facts>(flow: Workflow<Facts>): string => draw(flow, arrowsOf(flow));

/** The main roads only: no steps back, none out of an end, none that are possible almost everywhere. */
export function roadmap<Facts>(flow: Workflow<Facts>): string {
  const undo = new Set(Object.values(flow.steps).flatMap((step) => step.undo ?? []));
  const onward = arrowsOf(flow).filter(
    ({ from, step }) => !undo.has(step) && flow.states[from]?.type !== 'final',
  );
  const tooMany = ({ step, to }: Arrow) =>
    onward.filter((other) => other.step === step && other.to === to).length > 4;
  const everywhere = onlyOnce(onward.filter(tooMany).map(({ step }) => step));
  const named = everywhere.map((step) => flow.steps[step]?.button ?? missing(step));
  const left = named.length ? [namedBesides(named)] : [];
  return [
    draw(
      flow,
      onward.filter((arrow) => !tooMany(arrow)),
    ),
    ...left,
  ].join('\n\n');
}
const namedBesides = (steps: readonly Words[]) =>
  `几乎处处可做、未画出：${steps.map(({ zh }) => zh).join('、')}；撤销和再次退回也未画出。  \n` +
  `Possible almost everywhere and not drawn: ${steps.map(({ en }) => en).join(', ')}; nor are undoing and coming back again.`;

const heads = {
  zh: {
    table: ['状态', '步骤', '仅当', '权限', '然后'],
    title: '每一步',
    states: '每个状态',
    ends: '终点',
    system: '系统自身',
    stays: '状态不变',
    join: '、',
  },
  en: {
    table: ['State', 'Step', 'Only if', 'Who', 'Then'],
    title: 'Every step',
    states: 'Every state',
    ends: 'an end',
    system: 'the system',
    stays: 'stays',
    join: ', ',
  },
} as const;

/** One row for each way of each step of each state. */
function table<Facts>(flow: Workflow<Facts>, language: Language): string[] {
  const { join, system, stays, table: head } = heads[language];
  const effect = (name: string) => (language === 'zh' ? (flow.effects[name] ?? missing(name)) : name);
  const guard = (name: string) => (language === 'zh' ? (flow.guards[name]?.zh ?? missing(name)) : name);
  const row = (from: string, step: string) =>
    waysOf(flow, from, step).map(({ target, guard: guards, actions }) => {
      const { button, needs } = flow.steps[step] ?? missing(step);
      const to = target ? `**${flow.states[target]?.[language] ?? missing(target)}**` : stays;
      return [
        flow.states[from]?.[language],
        button[language],
        [guards ?? []].flat().map(guard).join(join),
        needs === 'the system' ? system : `\`${needs}\``,
        [to, ...[actions ?? []].flat().map(effect)].join(join),
      ];
    });
  const rows = Object.entries(flow.states).flatMap(([from, { on }]) =>
    Object.keys(on ?? {}).flatMap((step) => row(from, step)),
  );
  return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`);
}

function half<Facts>(flow: Workflow<Facts>, chinese: StatesInChinese, language: Language): string {
  const { title, states, ends } = heads[language];
  const lines = Object.entries(flow.states).map(([id, state]) => {
    const says = language === 'zh' ? (chinese[id] ?? missing(id)) : state.description;
    const phase = flow.phases[state.phase]?.[language] ?? missing(state.phase);
    return `- **${state[language]}** (${phase}${state.type ? `, ${ends}` : ''}) ${says}`;
  });
  return [`### ${states}`, '', ...lines, '', `### ${title}`, '', ...table(flow, language)].join('\n');
}

/** A workflow as a chapter of the documentation: picture, states and table, in Chinese and in English. */
export const chapter = <Facts>(flow: Workflow<Facts>, chinese: StatesInChinese): string =>
  [
    `## ${flow.name.zh} ${flow.name.en}`,
    picture(flow),
    half(flow, chinese, 'zh'),
    half(flow, chinese, 'en'),
  ].join('\n\n');

function missing(name: string): never {
  throw new Error(`The workflow does not say what ${name} is.`);
}
