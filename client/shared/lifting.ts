import { type ChoiceLists, isA, type OpenStep } from './questions.ts';

interface Hold {
  readonly kind: string;
  readonly doubt: string | null;
}

/** Only a hold that stands can be lifted; where nothing but doubts stand, it is asked which of them. */
export function onlyWhatStands(step: OpenStep, holds: readonly Hold[], lists: ChoiceLists): OpenStep {
  if (!isA(step, 'lifting')) return step;
  const onlyDoubts = holds.every(({ doubt }) => doubt !== null);
  const fields = step.fields.map((field) => {
    if (field.name === 'doubt') return { ...field, required: onlyDoubts };
    if (field.list !== 'hold') return field;
    return { ...field, choices: lists.hold?.filter(({ value }) => holds.some(({ kind }) => kind === value)) };
  });
  return { ...step, fields };
}
