import { type Answers, type Danger, isA, type OpenStep } from '../../shared/questions.ts';
import { floorLater } from '../../shared/words/floor-later.ts';
import type { Item } from '../item-card.tsx';

/**
 * The questions of an inspection, if that is the step. What may be left out is asked all the same where the goods
 * call for it: whether a device that holds data was wiped, and the serial of one that has one.
 */
export function questionsFor(item: Item, step: string | undefined): OpenStep | undefined {
  const open = item.openSteps.find((one) => one.step === step && isA(one, 'inspection'));
  if (!open) return undefined;
  const called = new Set([
    ...(item.sku?.holdsData && !item.wiped ? ['wiped'] : []),
    ...(item.sku?.serialTracked && item.serial === null ? ['serialSeen'] : []),
  ]);
  const fields = open.fields.map((field) => (called.has(field.name) ? { ...field, required: true } : field));
  // At the end of the questions the button says what it does.
  const button = {
    zh: floorLater.in('zh-CN')('inspect.submit', { step: open.button.zh }),
    en: floorLater.in('en')('inspect.submit', { step: open.button.en }),
  };
  return { ...open, fields, button };
}

/** The step that an answer calls for at once: who saw a danger looks no further. */
export const dangerIn = (questions: OpenStep | undefined, answers: Answers): Danger | undefined =>
  questions?.fields
    .flatMap(({ name, choices }) => choices?.find(({ value }) => value === answers[name]) ?? [])
    .find(({ danger }) => danger)?.danger;

/** Whether somebody said something that would be lost. */
export const isBegun = (item: Item, answers: Answers): boolean => {
  const before = findingsBefore(item);
  return Object.entries(answers).some(([name, answer]) => answer !== undefined && before[name] !== answer);
};

/** What the goods say of themselves; it stands among the answers and can be changed there. */
export const findingsBefore = ({ sku }: Item): Answers =>
  sku?.battery === 'none' ? { battery: 'none' } : {};
