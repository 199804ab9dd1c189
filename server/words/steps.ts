import type { Words } from './words.ts';

interface Refused {
  readonly what: Words;
  readonly code: string;
  readonly state: Words;
  readonly where: string | null;
  readonly button: Words;
  readonly guard: Words | null;
  readonly next: Words | null;
  readonly buttons: readonly Words[];
}
const both = (zh: string, en: string): Words => ({ zh, en });

/** A refused step: what the thing is and where, why not, and what to do next, apart and in one breath. */
function refused({ what, code, state, where, button, guard, next, buttons }: Refused) {
  const it = both(
    `${what.zh} ${code}：${state.zh}${where ? `，在 ${where}` : ''}`,
    `${what.en} ${code}: ${state.en}${where ? `, at ${where}` : ''}`,
  );
  const why = guard
    ? both(
        `不能“${button.zh}”：未满足“${guard.zh}”。`,
        `Cannot ${button.en.toLowerCase()}: it is not true that ${guard.en}.`,
      )
    : both(
        `“${state.zh}”时不能“${button.zh}”。`,
        `"${button.en}" is not possible while it is ${state.en.toLowerCase()}.`,
      );
  const list = {
    zh: buttons.map(({ zh }) => zh).join('、'),
    en: buttons.map(({ en }) => en).join(', '),
  };
  const instead = buttons.length
    ? both(`现在可以：${list.zh}。`, `Possible now: ${list.en}.`)
    : both('现在没有可做的步骤，请找主管。', 'Nothing can be done with it now; ask a supervisor.');
  const then = next ?? instead;
  return {
    what: it,
    why,
    next: then,
    all: both(`${it.zh}。${why.zh}${then.zh}`, `${it.en}. ${why.en} ${then.en}`),
  };
}

export const sentences = { refused };

/** What happens to a thing without being a step that anybody may ask for. */
export const stepNames: Readonly<Record<string, Words>> = {
  announce: { zh: '预报', en: 'Announced' },
  comeInExchange: { zh: '维修商换来', en: 'Came in exchange from its vendor' },
  receiveBlind: { zh: '无预报收货', en: 'Received without announcement' },
};
