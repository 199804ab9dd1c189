import type { Reply } from '../../shared/api.ts';
import { StateTag } from '../../shared/desk/state-tag.tsx';
import { useWords } from '../../shared/use-words.ts';
import { portal } from '../../shared/words/portal.ts';

type Row = Reply<'GET /api/v1/return-orders'>['rows'][number];
const stages = {
  expected: 'expected',
  'partly received': 'partly',
  received: 'received',
  'in work': 'inWork',
  settled: 'settled',
} as const;

/** How far a return is: in words, and once it is agreed also as a bar. */
export function Progress({ state, progress }: Pick<Row, 'state' | 'progress'>) {
  const t = useWords(portal);
  const { stage, received, settled, total, extra } = progress;
  if (stage === 'asked' || stage === 'ended')
    return <StateTag state={state} tone={state.waitsFor === 'staff' ? 'due' : 'plain'} />;
  const words = t(`progress.${stages[stage]}`);
  const share = (n: number) => (total === 0 ? 0 : Math.round((100 * n) / total));
  return (
    <span className="progress">
      <span>
        {words} <span className="quiet-text">{t('progress.count', { received, settled, total })}</span>
        {extra > 0 && <span className="state-tag due">{t('progress.extra', { count: extra })}</span>}
      </span>
      <span className="progress-bar" aria-hidden="true">
        <i className="settled" style={{ width: `${share(settled)}%` }} />
        <i className="received" style={{ width: `${share(received - settled)}%` }} />
      </span>
    </span>
  );
}
