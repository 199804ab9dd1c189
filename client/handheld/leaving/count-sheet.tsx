import { later } from '../../shared/later.tsx';
import type { Leaving } from './use-leaving.ts';

const Asking = later(() => import('../asking.tsx'), 'Asking', null);

/** How many there are of the lot that was scanned, before it is taken. */
export const CountSheet = ({ counted: { asked, give, leave } }: Pick<Leaving, 'counted'>) =>
  asked && <Asking step={asked.step} onDone={give} onClose={leave} />;
