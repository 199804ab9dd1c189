import { isA } from '../shared/questions.ts';
import type { Item } from './item-card.tsx';

/** The steps that lay it somewhere: what its state has for that before what may be done anywhere. */
export const placingOf = ({ openSteps }: Pick<Item, 'openSteps'>) =>
  openSteps
    .filter((one) => isA(one, 'placing'))
    .sort((a, b) => Number(isA(a, 'aside')) - Number(isA(b, 'aside')));

/** Whether it waits to be put where it belongs. */
export const waitsForPlace = ({ openSteps }: Pick<Item, 'openSteps'>) =>
  openSteps.some((one) => isA(one, 'placing') && !isA(one, 'aside'));
