import { Button } from 'antd';
import { useState } from 'react';
import type { Reply } from '../shared/api.ts';
import { useCodeLists, useNameOf } from '../shared/desk/catalogue.ts';
import { FailureAlert } from '../shared/desk/failure-alert.tsx';
import { useMessage } from '../shared/desk/messages.tsx';
import { useStep } from '../shared/desk/replies.ts';
import { StepForm } from '../shared/desk/step-form.tsx';
import { Failure } from '../shared/failure.ts';
import { type Answers, isA, type OpenStep, stepInput } from '../shared/questions.ts';
import { doneWords } from '../shared/step-done.ts';
import { useSay } from '../shared/use-words.ts';

const stepsOfTicket = 'POST /api/v1/tickets/:code/steps';

/** What was filled in for a step that was refused because somebody else changed the ticket. */
interface Stale {
  readonly step: string;
  readonly answers: Answers;
}

/** The open steps as buttons for a thumb: the next one large, the others below it. What asks nothing is done at once. */
export function TicketSteps({
  ticket,
  quiet = false,
}: {
  readonly ticket: Pick<Reply<'GET /api/v1/tickets/:code'>, 'code' | 'openSteps' | 'diagnosis'>;
  /** Nothing here is expected of the vendor now. */
  readonly quiet?: boolean;
}) {
  const say = useSay();
  const lists = useCodeLists();
  const message = useMessage();
  const nameOf = useNameOf();
  const send = useStep(stepsOfTicket);
  const [asking, setAsking] = useState<OpenStep>();
  const [filledIn, setFilledIn] = useState<Stale>();
  const take = async (step: OpenStep, answers: Answers) => {
    try {
      await send.mutateAsync(stepInput<typeof stepsOfTicket>(ticket.code, step, answers));
    } catch (failure) {
      if (!(failure instanceof Failure && failure.code === 'changed_meanwhile')) throw failure;
      // The page shows the ticket as it is; what was filled in waits in the next window.
      setFilledIn({ step: step.step, answers });
      return setAsking(undefined);
    }
    setAsking(undefined);
    setFilledIn(undefined);
    message.success(say(doneWords(step, answers, nameOf)));
  };
  const initial = (step: OpenStep): Answers => {
    if (filledIn?.step === step.step) return filledIn.answers;
    return isA(step, 'diagnosis') && ticket.diagnosis ? { diagnosis: ticket.diagnosis } : {};
  };
  const press = (step: OpenStep) =>
    step.fields.some(({ required }) => required) ? setAsking(step) : void take(step, {}).catch(() => {});
  const steps = inOrder(ticket);
  return (
    <div className="thumb-steps">
      {steps.map((step, index) => (
        <Button
          key={step.step}
          block={index === 0}
          type={index === 0 && !quiet ? 'primary' : 'default'}
          loading={send.isPending && send.variables?.step === step.step}
          disabled={send.isPending}
          onClick={() => press(step)}
        >
          {say(step.button)}
        </Button>
      ))}
      {send.error && !asking && <FailureAlert failure={send.error} />}
      {asking && (
        <StepForm
          title={say(asking.button)}
          questions={asking.fields}
          lists={lists}
          initial={initial(asking)}
          onDone={(answers) => take(asking, answers)}
          onClose={() => setAsking(undefined)}
        />
      )}
    </div>
  );
}

/** Once the diagnosis is written, the next thing is the price. */
function inOrder({
  openSteps,
  diagnosis,
}: {
  readonly openSteps: readonly OpenStep[];
  readonly diagnosis: string | null;
}): readonly OpenStep[] {
  if (diagnosis === null) return openSteps;
  const written = openSteps.filter((step) => isA(step, 'diagnosis'));
  const rest = openSteps.filter((step) => !isA(step, 'diagnosis'));
  const [first, ...others] = rest;
  return first ? [first, ...written, ...others] : written;
}
