import { ClockIcon } from '../shared/icons.tsx';
import { useWords } from '../shared/use-words.ts';
import { exactTime, When } from '../shared/when.tsx';
import { vendor } from '../shared/words/vendor.ts';

const soon = 2 * 86_400_000;
const ended = new Set(['ready', 'closed', 'cancelled']);

/** The day that was promised: red when it has passed, coral when it is near. */
export function Promised({
  promisedAt,
  overdue,
  state,
}: {
  readonly promisedAt: string;
  readonly overdue: boolean;
  readonly state: { readonly id: string };
}) {
  const t = useWords(vendor);
  const near = new Date(promisedAt).getTime() - Date.now() < soon;
  const tone = ended.has(state.id) ? 'plain' : overdue ? 'bad' : near ? 'due' : 'plain';
  return (
    <span className={`promised state-tag ${tone}`} title={exactTime(promisedAt)}>
      <ClockIcon size={14} />
      {t(overdue && tone === 'bad' ? 'tickets.overdue' : 'tickets.due')} <When at={promisedAt} />
    </span>
  );
}
