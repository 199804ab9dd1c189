import { type ReactNode, useState } from 'react';
import type { OpenStep } from '../shared/questions.ts';
import { useSay } from '../shared/use-words.ts';
import { Asking } from './asking.tsx';
import type { Item } from './item-card.tsx';
import type { OnStep } from './open-steps.tsx';
import type { Problem } from './problems.tsx';

/** Of the steps that are open, those that are a trouble and not the work of the day. */
const troubles = new Set([
  'hold',
  'liftHold',
  'reportMissing',
  'reportLost',
  'correct',
  'recount',
  'identify',
]);
export const isTrouble = ({ step }: OpenStep) => troubles.has(step);

/** What the exception key offers about an item, and the questions that go with it. */
export function useItemProblems(
  item: Item | undefined,
  onStep: OnStep,
): { readonly problems: readonly Problem[]; readonly asking: ReactNode } {
  const say = useSay();
  const [step, setStep] = useState<OpenStep>();
  const problems = (item?.openSteps ?? [])
    .filter(isTrouble)
    .map((one) => ({ label: say(one.button), report: () => setStep(one) }));
  const asking = step && (
    <Asking
      step={step}
      about={{ exporter: item?.exporter?.code }}
      onClose={() => setStep(undefined)}
      onDone={(answers) => {
        setStep(undefined);
        onStep(step, answers);
      }}
    />
  );
  return { problems, asking };
}
