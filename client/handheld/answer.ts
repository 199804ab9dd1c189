import type { Words } from '../../server/words/words.ts';
import { grouped } from '../shared/code.tsx';
import { Failure } from '../shared/failure.ts';
import type { Answers, OpenStep } from '../shared/questions.ts';
import { doneWords } from '../shared/step-done.ts';
import { handheld } from '../shared/words/handheld.ts';
import { shell } from '../shared/words/shell.ts';
import { nameOfCode } from './catalogue.ts';
import type { Tone } from './feedback.ts';

/** What the screen says to the last scan or press: one line, and for an error what, where, why and what next. */
export interface Answer {
  readonly tone: Tone;
  readonly title: Words;
  /** The thing that somebody has in hand, where another was scanned. */
  readonly inHand?: Words | undefined;
  readonly what?: Words | undefined;
  readonly where?: string | null | undefined;
  readonly why?: Words | undefined;
  readonly next?: Words | undefined;
}

export const success = (title: Words): Answer => ({ tone: 'success', title });
/** Nothing was done yet: what is to be scanned or said next. */
export const asks = (title: Words): Answer => ({ tone: 'neutral', title });
/** A step that was taken: how the thing stands now. */
export const done = (step: OpenStep, answers: Answers): Answer =>
  success(doneWords(step, answers, nameOfCode));
/** The same of a step that may take two people: whose was only the first signature is told so. */
export const doneOrSigned = (
  step: OpenStep,
  answers: Answers,
  after: {
    readonly signature: { readonly step: string; readonly mine: boolean } | null;
    readonly splitInto: string | null;
  },
): Answer =>
  after.splitInto
    ? success({
        zh: handheld.in('zh-CN')('answer.split', { code: grouped(after.splitInto) }),
        en: handheld.in('en')('answer.split', { code: grouped(after.splitInto) }),
      })
    : after.signature?.mine && after.signature.step === step.step
      ? warning({
          zh: handheld.in('zh-CN')('answer.signed', { step: step.button.zh }),
          en: handheld.in('en')('answer.signed', { step: step.button.en }),
        })
      : done(step, answers);
export const warning = (title: Words, more: Omit<Answer, 'tone' | 'title'> = {}): Answer => ({
  ...more,
  tone: 'warning',
  title,
});
/** Green only for what the house does not doubt: otherwise why it is held. */
export function heldOr(
  { holds }: { readonly holds: readonly { readonly why: Words | null }[] },
  answer: Answer,
): Answer {
  const why = holds.find((hold) => hold.why)?.why;
  return why && answer.tone === 'success' ? warning(why) : answer;
}
export const refusal = (title: Words, more: Omit<Answer, 'tone' | 'title'> = {}): Answer => ({
  ...more,
  tone: 'error',
  title,
});

const titles = {
  403: 'answer.forbidden',
  404: 'answer.notFound',
  409: 'answer.refused',
  422: 'answer.unusable',
} as const;
const isTitled = (status: number): status is keyof typeof titles => status in titles;

/** What went wrong, as the server says it or, when it said nothing, as we know it. */
export function answerTo(error: unknown): Answer {
  if (!(error instanceof Failure))
    return refusal(handheld.both('answer.failed'), { why: shell.both('failure.server') });
  const { status, words } = error;
  const { what, where, why, next } = error.refusal;
  const title = handheld.both(isTitled(status) ? titles[status] : 'answer.failed');
  return refusal(title, { what, where, why: why ?? words, next });
}
