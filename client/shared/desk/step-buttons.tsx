import { Button, Dropdown } from 'antd';
import { useState } from 'react';
import type { StepTaken } from '../../../server/entities/step-shapes.ts';
import { Failure } from '../failure.ts';
import { MoreIcon, ReturnIcon } from '../icons.tsx';
import { type Answers, type ChoiceLists, isA, type OpenStep } from '../questions.ts';
import { doneWords } from '../step-done.ts';
import { useSay, useWords } from '../use-words.ts';
import { desk } from '../words/desk.ts';
import { useNameOf } from './catalogue.ts';
import { FailureAlert } from './failure-alert.tsx';
import { useMessage } from './messages.tsx';
import { StepForm } from './step-form.tsx';

interface StepButtonsProps {
  /** As the server sent them; the first is the next one. */
  readonly steps: readonly OpenStep[];
  readonly lists?: ChoiceLists;
  /** Sends it: `(step, answers) => send.mutateAsync(stepInput<'POST …'>(code, step, answers))`. May throw a Failure. */
  readonly onStep: (step: OpenStep, answers: Answers) => Promise<StepTaken>;
  /** How many stand beside each other before the rest goes behind 'more'. */
  readonly shown?: number;
  /** What is filled in when a step is asked. */
  readonly initial?: (step: OpenStep) => Answers;
  /** The step that takes back the last one: it stands apart, always in sight. */
  readonly undo?: string | null;
}

/** Of a step that takes two people, whether this was the first signature and nothing else. */
const isSignedOnly = ({ signature }: StepTaken, { step }: OpenStep) =>
  signature?.mine === true && signature.step === step;

/** A step that was refused because somebody else changed the thing, and what was filled in for it. */
interface Stale {
  readonly failure: Failure;
  readonly step: string;
  readonly answers: Answers;
}

/**
 * The steps that are open now, as buttons; each asks in a window what it has to know. When somebody else changed the
 * thing meanwhile the window closes, so that the page shows it as it is; what was filled in waits in the next window.
 */
export function StepButtons({
  steps: all,
  lists = {},
  onStep,
  shown = 3,
  initial,
  undo = null,
}: StepButtonsProps) {
  const t = useWords(desk);
  const say = useSay();
  const message = useMessage();
  const nameOf = useNameOf();
  const [asking, setAsking] = useState<OpenStep>();
  const [stale, setStale] = useState<Stale>();
  const take = async (step: OpenStep, answers: Answers) => {
    const after = await onStep(step, answers).catch((failure: unknown) => {
      if (!(failure instanceof Failure && failure.code === 'changed_meanwhile')) throw failure;
      setStale({ failure, step: step.step, answers });
    });
    setAsking(undefined);
    if (!after) return;
    setStale(undefined);
    if (isSignedOnly(after, step)) message.info(t('steps.signed', { step: say(step.button) }));
    else message.success(say(doneWords(step, answers, nameOf)));
  };
  const steps = all.filter(({ step }) => step !== undo);
  const back = all.find(({ step }) => step === undo);
  const changed = stale && (
    <div className="step-changed">
      <FailureAlert failure={stale.failure} />
    </div>
  );
  if (all.length === 0)
    return (
      <>
        {changed}
        <span className="quiet-text">{t('steps.none')}</span>
      </>
    );
  const rest = steps.slice(shown);
  return (
    <div className="step-buttons">
      {changed}
      {steps.slice(0, shown).map((step, index) => (
        <Button
          key={step.step}
          type={index === 0 && !isA(step, 'aside') ? 'primary' : 'default'}
          onClick={() => setAsking(step)}
        >
          {say(step.button)}
        </Button>
      ))}
      {rest.length > 0 && (
        <Dropdown
          trigger={['click']}
          menu={{
            items: rest.map((step) => ({ key: step.step, label: say(step.button) })),
            onClick: ({ key }) => setAsking(rest.find(({ step }) => step === key)),
          }}
        >
          <Button icon={<MoreIcon />}>{t('steps.more')}</Button>
        </Dropdown>
      )}
      {back && (
        <Button icon={<ReturnIcon />} onClick={() => setAsking(back)}>
          {say(back.button)}
        </Button>
      )}
      {asking && (
        <StepForm
          title={say(asking.button)}
          questions={asking.fields}
          lists={lists}
          initial={stale?.step === asking.step ? stale.answers : (initial?.(asking) ?? {})}
          onDone={(answers) => take(asking, answers)}
          onClose={() => setAsking(undefined)}
        />
      )}
    </div>
  );
}
