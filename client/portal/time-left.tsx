import { ClockIcon } from '../shared/icons.tsx';
import { useWords } from '../shared/use-words.ts';
import { exactTime, When } from '../shared/when.tsx';
import { portal } from '../shared/words/portal.ts';

const SOON_MS = 24 * 3_600_000;

/** Until when one may answer; red on the last day. */
export function TimeLeft({ until }: { readonly until: string | null }) {
  const t = useWords(portal);
  if (until === null) return null;
  const late = new Date(until).getTime() - Date.now() < SOON_MS;
  return (
    <span className={`time-left state-tag ${late ? 'bad' : 'due'}`} title={exactTime(until)}>
      <ClockIcon size={14} />
      {t('decide.until')} {exactTime(until)} · <When at={until} />
    </span>
  );
}
