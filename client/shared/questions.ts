import type { Words } from '../../server/words/words.ts';
import type { StepKind } from '../../server/workflow/workflow.ts';
import type { Endpoint, Input } from './api.ts';
import { newScanId } from './scan-id.ts';

/** What the server wants to know for a step: one question of its form. Kinds are those of the workflow. */
export interface Question {
  readonly name: string;
  readonly kind: string;
  readonly label: Words;
  readonly required: boolean;
  readonly list?: string | undefined;
  /** Of the list, only what means one of these is worth offering. */
  readonly means?: readonly string[] | undefined;
  readonly choices?: readonly Choice[] | undefined;
  /** Answers that cannot be beside such an answer to another question. */
  readonly ruledOut?:
    | readonly {
        readonly answers: readonly (string | boolean)[];
        readonly beside: { readonly name: string; readonly answer: string };
      }[]
    | undefined;
}
export interface Danger {
  readonly step: string;
  readonly answers: Readonly<Record<string, string>>;
}
export interface Choice extends Words {
  readonly value: string;
  readonly meaning?: string | null;
  /** The step to take at once, before anything else is asked: it is dangerous. */
  readonly danger?: Danger | undefined;
}
/** Something to be asked in a sheet: a title, and its questions. */
export interface AskedStep {
  readonly step: string;
  readonly button: Words;
  readonly fields: readonly Question[];
  /** What it is, by the workflow's own account. */
  readonly kinds: readonly StepKind[];
  /** Of a step that decides: the version of the thing on the screen. A form that was opened keeps that of its opening. */
  readonly seen?: number | null;
}
/** A step that is open now, with its button. */
export interface OpenStep extends AskedStep {
  /** What is said once it was taken, and which answer is told with it. */
  readonly done: Words;
  readonly tells: string | null;
}
export const isA = ({ kinds }: Pick<OpenStep, 'kinds'>, kind: StepKind): boolean => kinds.includes(kind);
/** The open step of a thing that is of this kind. */
export const theOne = <S extends Pick<OpenStep, 'kinds'>>(
  steps: readonly S[],
  kind: StepKind,
): S | undefined => steps.find((step) => isA(step, kind));
export type Answer = string | number | boolean | readonly string[] | null | undefined;
export type Answers = Readonly<Record<string, Answer>>;
/** Choices that do not come with the question, by its `list` or, without one, by its `kind`. */
export type ChoiceLists = Readonly<Record<string, readonly Choice[]>>;

/** Whether an answer cannot be true beside those that were given to other questions. */
export const isRuledOut = ({ ruledOut = [] }: Question, answer: Answer, given: Answers): boolean =>
  ruledOut.some(
    ({ answers, beside }) => given[beside.name] === beside.answer && answers.includes(answer as string),
  );

/** The choices that a question offers, beside what was answered already. */
export function choicesOf(
  question: Question,
  lists: ChoiceLists,
  given: Answers = {},
): readonly Choice[] | undefined {
  const { choices, list, kind, means } = question;
  const offered = (choices ?? lists[list ?? kind])?.filter(
    ({ value }) => !isRuledOut(question, value, given),
  );
  return means ? offered?.filter(({ meaning }) => meaning && means.includes(meaning)) : offered;
}

/**
 * What to send for a step. It carries its own scanId: make it once per press of the button, and send the same one
 * again when the answer was lost. A step that decides says which version of the thing was on the screen.
 */
export function stepInput<E extends Endpoint>(
  code: string,
  { step, seen }: Pick<OpenStep, 'step' | 'seen'>,
  answers: Readonly<Record<string, unknown>>,
): Input<E> {
  const shown = typeof seen === 'number' ? { seen } : {};
  // The server named the step and its questions, so only the server can say whether these are its answers.
  return { ...answers, ...shown, code, step, scanId: newScanId() } as unknown as Input<E>;
}
