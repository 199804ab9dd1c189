import type { Reply } from '../shared/api.ts';
import { ClockIcon } from '../shared/icons.tsx';
import { useWords } from '../shared/use-words.ts';
import { beforeIts, exactTime, HowLong, When } from '../shared/when.tsx';
import { vendor } from '../shared/words/vendor.ts';

const SOON_MS = 2 * 86_400_000;

interface Given {
  readonly promisedAt: string;
  readonly overdue: boolean;
  readonly state: Reply<'GET /api/v1/tickets'>['rows'][number]['state'];
}
/** Done with, or back to the warehouse for its check. */
const isDone = ({ ended, waitsFor }: Given['state']) => ended || waitsFor === 'staff';
/** Late is what the vendor still has to finish. */
export const isLate = ({ overdue, state }: Omit<Given, 'promisedAt'>) => overdue && !isDone(state);

/** The day that was promised: red when it has passed, coral when it is near. */
export function Promised({ promisedAt, overdue, state }: Given) {
  const t = useWords(vendor);
  const near = new Date(promisedAt).getTime() - Date.now() < SOON_MS;
  const late = isLate({ overdue, state });
  const tone = late ? 'bad' : near && !isDone(state) ? 'due' : 'plain';
  return (
    <span className={`promised state-tag ${tone}`} title={exactTime(promisedAt)}>
      <ClockIcon size={14} />
      {beforeIts(t(late ? 'tickets.overdue' : 'tickets.due'))}
      {late ? <HowLong since={promisedAt} /> : <When at={promisedAt} />}
    </span>
  );
}
