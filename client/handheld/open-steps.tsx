import { useState } from 'react';
import type { Answers, ChoiceLists, OpenStep } from '../shared/questions.ts';
import { useSay, useWords } from '../shared/use-words.ts';
import { handheld } from '../shared/words/handheld.ts';
import { Asking } from './asking.tsx';
import { PrimaryButton, SideButton, SideButtons } from './parts.tsx';
import { Sheet } from './sheet.tsx';

interface OpenStepsProps {
  /** As the server sent them. The first is the big button, two stand beside it, the rest are behind 'more'. */
  readonly steps: readonly OpenStep[];
  readonly lists?: ChoiceLists;
  readonly onStep: (step: OpenStep, answers: Answers) => void;
}

/** The steps that are open now, as buttons; asks their questions before it gives them on. */
export function OpenSteps({ steps, lists = {}, onStep }: OpenStepsProps) {
  const t = useWords(handheld);
  const say = useSay();
  const [asking, setAsking] = useState<OpenStep>();
  const [more, setMore] = useState(false);
  const [first, ...others] = steps;
  const beside = others.length <= 2 ? others : others.slice(0, 1);
  const press = (step: OpenStep) => {
    setMore(false);
    if (step.fields.length > 0) setAsking(step);
    else onStep(step, {});
  };
  const button = (step: OpenStep) => (
    <SideButton key={step.step} onClick={() => press(step)}>
      {say(step.button)}
    </SideButton>
  );
  return (
    <>
      {first && <PrimaryButton onClick={() => press(first)}>{say(first.button)}</PrimaryButton>}
      {others.length > 0 && (
        <SideButtons>
          {beside.map(button)}
          {others.length > 2 && <SideButton onClick={() => setMore(true)}>{t('key.more')}</SideButton>}
        </SideButtons>
      )}
      {more && (
        <Sheet title={t('key.more')} onClose={() => setMore(false)}>
          {others.slice(1).map(button)}
        </Sheet>
      )}
      {asking && (
        <Asking
          step={asking}
          lists={lists}
          onClose={() => setAsking(undefined)}
          onDone={(answers) => {
            setAsking(undefined);
            onStep(asking, answers);
          }}
        />
      )}
    </>
  );
}
