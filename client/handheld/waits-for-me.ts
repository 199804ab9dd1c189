import type { OpenStep } from '../shared/questions.ts';
import type { Item } from './item-card.tsx';

/** The step that somebody else signed first, where it waits for this person. */
export function waitsForMe({ signature, openSteps }: Item): OpenStep | undefined {
  return signature && !signature.mine ? openSteps.find(({ step }) => step === signature.step) : undefined;
}
