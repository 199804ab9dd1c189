import type { Reply } from '../shared/api.ts';
import { useAnySend } from '../shared/desk/replies.ts';
import { type Answers, type OpenStep, stepInput } from '../shared/questions.ts';

type Steps =
  | 'POST /api/v1/items/:code/steps'
  | 'POST /api/v1/return-orders/:code/steps'
  | 'POST /api/v1/parcels/:code/steps'
  | 'POST /api/v1/tickets/:code/steps'
  | 'POST /api/v1/consignments/:code/steps'
  | 'POST /api/v1/shipments/:code/steps';

/** Takes a step of one thing: what `<StepButtons onStep>` wants. */
export function useTakeStep<E extends Steps>(endpoint: E, code: string) {
  const send = useAnySend();
  return (step: Pick<OpenStep, 'step' | 'seen'>, answers: Answers): Promise<Reply<E>> => {
    const input = stepInput<E>(code, step, answers);
    return send(endpoint, input);
  };
}
