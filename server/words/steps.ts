import { whenFalse } from './when-false.ts';
import type { Words } from './words.ts';

interface Refused {
  readonly what: Words;
  readonly code: string;
  readonly state: Words;
  readonly where: Words | null;
  readonly button: Words;
  /** Whether the step leads to where it stands already. */
  readonly isDone: boolean;
  /** The condition that is not met: its name and, where it says more than its name, what is the matter. */
  readonly guard: { readonly name: string; readonly zh: string; readonly says: Words | undefined } | null;
  readonly next: Words | null;
  readonly buttons: readonly Words[];
}
const both = (zh: string, en: string): Words => ({ zh, en });

function whyNot(state: Words, button: Words, { guard, isDone }: Pick<Refused, 'guard' | 'isDone'>): Words {
  if (guard) {
    const { zh, en } =
      guard.says ?? whenFalse[guard.name] ?? both(`不是“${guard.zh}”`, `not so: ${guard.name}`);
    return both(`不能${button.zh}：${zh}。`, `Cannot ${button.en.toLowerCase()}: ${inSentence(en)}.`);
  }
  return isDone
    ? both(`已做过“${button.zh}”，不用再做。`, `It is already ${state.en.toLowerCase()}.`)
    : both(
        `${state.zh}的不能${button.zh}。`,
        `Cannot ${button.en.toLowerCase()} what is ${state.en.toLowerCase()}.`,
      );
}
/** A sentence after a colon begins small, but for what is a name or a code. */
const inSentence = (en: string) => (/^[A-Z][a-z]/.test(en) ? en[0]?.toLowerCase() + en.slice(1) : en);

/** A refused step: what the thing is and where, why not, and what to do next, apart and in one breath. */
function refused({ what, code, state, where, button, isDone, guard, next, buttons }: Refused) {
  const it = both(
    `${what.zh} ${code}：${state.zh}${where ? `，${where.zh}` : ''}`,
    `${what.en} ${code}: ${state.en}${where ? `, ${where.en}` : ''}`,
  );
  const why = whyNot(state, button, { guard, isDone });
  const list = {
    zh: buttons.map(({ zh }) => zh).join('、'),
    en: buttons.map(({ en }) => en).join(', '),
  };
  const instead = buttons.length
    ? both(`您现在可以：${list.zh}。`, `You can now: ${list.en.toLowerCase()}.`)
    : both('您现在没有可做的，请找主管。', 'There is nothing for you to do with it now; ask a supervisor.');
  const then = next ?? instead;
  return {
    what: it,
    why,
    next: then,
    all: both(`${it.zh}。${why.zh}${then.zh}`, `${it.en}. ${why.en} ${then.en}`),
  };
}

export const sentences = { refused };

interface Named {
  readonly nameZh: string;
  readonly nameEn: string;
}
/** Where a refused thing is. */
export const whereWords = {
  at: (place: string): Words => both(`在 ${place}`, `at ${place}`),
  /** `promised`: the day, as 2026-11-28 */
  withVendor: ({ nameZh, nameEn }: Named, promised: string | null): Words =>
    both(
      `在${nameZh}${promised ? `，应于 ${promised} 修回` : ''}`,
      `with ${nameEn}${promised ? `, due back on ${promised}` : ''}`,
    ),
};

/** What happens to a thing without being a step that anybody may ask for. */
export const stepNames: Readonly<Record<string, Words>> = {
  announce: { zh: '预报', en: 'Announced' },
  comeInExchange: { zh: '维修商换来', en: 'Received in exchange from the vendor' },
  receiveBlind: { zh: '无预报收货', en: 'Received as unannounced' },
};
