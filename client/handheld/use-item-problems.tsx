import { type ReactNode, useState } from 'react';
import { later } from '../shared/later.tsx';
import { onlyWhatStands } from '../shared/lifting.ts';
import { isA, type OpenStep } from '../shared/questions.ts';
import { useSay, useWords } from '../shared/use-words.ts';
import { handheld } from '../shared/words/handheld.ts';
import { useCatalogue } from './catalogue.ts';
import type { Item } from './item-card.tsx';
import type { OnStep } from './open-steps.tsx';
import type { Problem } from './problems.tsx';
import { waitsForMe } from './waits-for-me.ts';

const Asking = later(() => import('./asking.tsx'), 'Asking', null);
const ConfirmSheet = later(() => import('./confirm-sheet.tsx'), 'ConfirmSheet', null);

/** What the exception key offers about an item, and the questions that go with it. */
export function useItemProblems(
  item: Item | undefined,
  onStep: OnStep,
): { readonly problems: readonly Problem[]; readonly asking: ReactNode } {
  const t = useWords(handheld);
  const say = useSay();
  const [step, setStep] = useState<OpenStep>();
  const [isConfirming, setConfirming] = useState(false);
  const problems = (item?.openSteps ?? [])
    .filter((one) => isA(one, 'exception'))
    .map((one) => ({ label: say(one.button), report: () => setStep(one) }));
  const signed = item && waitsForMe(item);
  // Whoever is the second of two need not write again what the first has written, but sees it.
  const confirming =
    signed && item.signature
      ? [
          {
            label: t('item.confirm', { step: say(item.signature.button) }),
            report: () => setConfirming(true),
          },
        ]
      : [];
  const { lists } = useCatalogue();
  const confirmation = isConfirming && signed && (
    <ConfirmSheet item={item} step={signed} onStep={onStep} onClose={() => setConfirming(false)} />
  );
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
  return { problems: [...confirming, ...problems], asking: confirmation || asking };
}
