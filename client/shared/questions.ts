import type { Words } from '../../server/words/words.ts';
import type { Endpoint, Input } from './api.ts';
import { newScanId } from './scan-id.ts';

/** What the server wants to know for a step: one question of its form. Kinds are those of the workflow. */
export interface Question {
  readonly name: string;
  readonly kind: string;
  readonly label: Words;
  readonly required: boolean;
  readonly list?: string | undefined;
  readonly choices?: readonly Choice[] | undefined;
}
export interface Choice extends Words {
  readonly value: string;
}
/** A step that is open now, with its button. */
export interface OpenStep {
  readonly step: string;
  readonly button: Words;
  readonly fields: readonly Question[];
}
export type Answer = string | number | boolean | readonly string[] | null | undefined;
export type Answers = Readonly<Record<string, Answer>>;
/** Choices that do not come with the question, by its `list` or, without one, by its `kind`. */
export type ChoiceLists = Readonly<Record<string, readonly Choice[]>>;

export const choicesOf = (question: Question, lists: ChoiceLists): readonly Choice[] | undefined =>
  question.choices ?? lists[question.list ?? question.kind];

/**
 * What to send for a step. It carries its own scanId: make it once per press of the button, and send the same one
 * again when the answer was lost.
 */
export const stepInput = <E extends Endpoint>(code: string, step: string, answers: Answers): Input<E> =>
  // The server named the step and its questions, so only the server can say whether these are its answers.
  ({ ...answers, code, step, scanId: newScanId() }) as unknown as Input<E>;
