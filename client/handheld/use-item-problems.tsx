import { type ReactNode, useState } from 'react';
import { onlyWhatStands } from '../shared/lifting.ts';
import { type Answers, isA, type OpenStep } from '../shared/questions.ts';
import { useSay, useWords } from '../shared/use-words.ts';
import { handheld } from '../shared/words/handheld.ts';
import { Asking } from './asking.tsx';
import { useCatalogue } from './catalogue.ts';
import type { Item } from './item-card.tsx';
import type { OnStep } from './open-steps.tsx';
import type { Problem } from './problems.tsx';

/** What the exception key offers about an item, and the questions that go with it. */
export function useItemProblems(
  item: Item | undefined,
  onStep: OnStep,
): { readonly problems: readonly Problem[]; readonly asking: ReactNode } {
  const t = useWords(handheld);
  const say = useSay();
  const [step, setStep] = useState<OpenStep>();
  const problems = (item?.openSteps ?? [])
    .filter((one) => isA(one, 'exception'))
    .map((one) => ({ label: say(one.button), report: () => setStep(one) }));
  const { signature } = item ?? {};
  const signed = item?.openSteps.find((one) => one.step === signature?.step);
  // Whoever is the second of two need not write again what the first has written.
  const confirming =
    signature && signed && !signature.mine
      ? [
          {
            label: t('item.confirm', { step: say(signature.button) }),
            report: () => onStep(signed, signature.given as Answers),
          },
        ]
      : [];
  const { lists } = useCatalogue();
  const asking = step && (
    <Asking
      step={onlyWhatStands(step, item?.holds ?? [], lists)}
      about={{ exporter: item?.exporter?.code }}
      onClose={() => setStep(undefined)}
      onDone={(answers) => {
        setStep(undefined);
        onStep(step, answers);
      }}
    />
  );
  return { problems: [...confirming, ...problems], asking };
}
