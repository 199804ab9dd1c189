import type { StepTaken } from '../../server/entities/step-shapes.ts';
import type { StepEndpoint } from '../shared/api.ts';
import { useAnyStep } from '../shared/desk/replies.ts';
import { type Answers, type OpenStep, stepInput } from '../shared/questions.ts';

/** Takes a step of one thing: what `<StepButtons onStep>` wants. */
export function useTakeStep<E extends StepEndpoint>(endpoint: E, code: string) {
  const send = useAnyStep();
  return (step: Pick<OpenStep, 'step' | 'seen'>, answers: Answers): Promise<StepTaken> => {
    const input = stepInput<E>(code, step, answers);
    return send(endpoint, input);
  };
}
