import type { Item } from './item-card.tsx';

/** Whether it is dangerous and still lies outside of a hazard cabinet: until then nothing else is done with it. */
export const awaitsCabinet = ({ hazard, location }: Item) => hazard && location?.kind !== 'hazard';
