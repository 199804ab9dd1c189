import type { Words } from '../../server/words/words.ts';

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
  readonly asks: readonly Question[];
}
export type Answers = Readonly<Record<string, string | number | boolean | File | undefined>>;
/** Choices that do not come with the question, by its `list` or, without one, by its `kind`. */
export type ChoiceLists = Readonly<Record<string, readonly Choice[]>>;

export const choicesOf = (question: Question, lists: ChoiceLists): readonly Choice[] | undefined =>
  question.choices ?? lists[question.list ?? question.kind];
