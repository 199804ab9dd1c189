import type { Words } from '../../server/words/words.ts';
import type { Answers, OpenStep } from './questions.ts';

/** What a code of the catalogue is called. */
export type NameOf = (list: string, code: string) => Words;

/** The answer that a step tells, as people say it: a code by its name, a choice by its words, a place as it is. */
function told({ fields, tells }: OpenStep, answers: Answers, nameOf: NameOf): Words | undefined {
  const given = tells === null ? undefined : answers[tells];
  if (given === undefined || given === null || given === '') return undefined;
  const text = String(given);
  const field = fields.find(({ name }) => name === tells);
  if (field?.list) return nameOf(field.list, text);
  return field?.choices?.find(({ value }) => value === text) ?? { zh: text, en: text };
}

/** What is so now that a step was taken: 去向已定：良品上架. */
export function doneWords(step: OpenStep, answers: Answers, nameOf: NameOf): Words {
  const what = told(step, answers, nameOf);
  const { zh, en } = step.done;
  return what ? { zh: `${zh}：${what.zh}`, en: `${en}: ${what.en}` } : { zh, en };
}
