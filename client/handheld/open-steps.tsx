import { type ReactNode, useState } from 'react';
import { later } from '../shared/later.tsx';
import { type Answers, type ChoiceLists, isA, type OpenStep } from '../shared/questions.ts';
import { useSay, useWords } from '../shared/use-words.ts';
import { handheld } from '../shared/words/handheld.ts';
import type { About } from './ask-fetched.tsx';
import { PrimaryButton, SideButton, SideButtons } from './parts.tsx';
import type { QuestionsProps } from './questions.tsx';
import { Sheet } from './sheet.tsx';
import { waitsForMe } from './waits-for-me.ts';

const Asking = later(() => import('./asking.tsx'), 'Asking', null);
const ConfirmSheet = later(() => import('./confirm-sheet.tsx'), 'ConfirmSheet', null);

export type OnStep = (step: OpenStep, answers: Answers) => void;
interface OpenStepsProps {
  /** As the server sent them. The first is the big button, one or two stand beside it, the rest behind 'more'. */
  readonly steps: readonly OpenStep[];
  /** The step that takes back the last one: it always stands beside the big button. */
  readonly undo?: string | null;
  /** This one comes first, if it is open. */
  readonly first?: string | undefined;
  readonly about?: About;
  readonly lists?: ChoiceLists;
  /** What was answered to a question before, on this device. */
  readonly said?: QuestionsProps['said'];
  /** A button of another kind that stands beside the big one. */
  readonly beside?: ReactNode;
  /** The big button, where the next step is none of these: they all stand behind 'more'. */
  readonly instead?: ReactNode;
  readonly onStep: OnStep;
}

/** Photos have their own button: a step without its picture would say nothing. Troubles stand behind the exception key. */
const hasOwnButton = (step: OpenStep) => isA(step, 'photo') || isA(step, 'exception');
const MAX_SIDE_BUTTONS = 2;

/** The steps that are open now, as buttons; asks their questions before it gives them on. */
export function OpenSteps({
  steps,
  undo,
  first,
  about,
  lists,
  said,
  beside,
  instead,
  onStep,
}: OpenStepsProps) {
  const t = useWords(handheld);
  const say = useSay();
  const [asking, setAsking] = useState<OpenStep>();
  const [more, setMore] = useState(false);
  const [isConfirming, setConfirming] = useState(false);
  const item = about?.item;
  const signed = item && waitsForMe(item);
  const back = steps.find(({ step }) => step === undo);
  const onward = steps
    .filter((step) => step !== back && !hasOwnButton(step))
    .sort((a, b) => Number(b.step === first) - Number(a.step === first));
  const big = instead ? undefined : onward[0];
  const others = onward.filter((step) => step !== big);
  const room = MAX_SIDE_BUTTONS - (back ? 1 : 0) - (beside ? 1 : 0);
  const small = others.length <= room ? others : others.slice(0, Math.max(0, room - 1));
  const rest = others.slice(small.length);
  const press = (step: OpenStep) => {
    setMore(false);
    if (signed?.step === step.step) setConfirming(true);
    else if (step.fields.length > 0) setAsking(step);
    else onStep(step, {});
  };
  const button = (step: OpenStep) => (
    <SideButton key={step.step} onClick={() => press(step)}>
      {say(step.button)}
    </SideButton>
  );
  return (
    <>
      {instead}
      {big && <PrimaryButton onClick={() => press(big)}>{say(big.button)}</PrimaryButton>}
      <SideButtons>
        {back && <SideButton onClick={() => onStep(back, {})}>{say(back.button)}</SideButton>}
        {beside}
        {small.map(button)}
        {rest.length > 0 && <SideButton onClick={() => setMore(true)}>{t('key.more')}</SideButton>}
      </SideButtons>
      {more && (
        <Sheet title={t('key.more')} onClose={() => setMore(false)}>
          {rest.map(button)}
        </Sheet>
      )}
      {isConfirming && signed && (
        <ConfirmSheet item={item} step={signed} onStep={onStep} onClose={() => setConfirming(false)} />
      )}
      {asking && (
        <Asking
          step={asking}
          {...(about ? { about } : {})}
          {...(lists ? { lists } : {})}
          {...(said ? { said } : {})}
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
