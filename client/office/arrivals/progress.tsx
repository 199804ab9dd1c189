import { useWords } from '../../shared/use-words.ts';
import { office } from '../../shared/words/office.ts';

const stages = {
  asked: 'asked',
  expected: 'expected',
  'partly received': 'partly',
  received: 'received',
  'in work': 'work',
  settled: 'settled',
  ended: 'ended',
} as const;

/** How far a return order is, in words. */
export function useStage() {
  const t = useWords(office);
  return (stage: keyof typeof stages) => t(`arrivals.stages.${stages[stage]}`);
}

/** So many of so many, as numbers and as a bar; what came beside what was announced stands beside it. */
export function Progress({
  received,
  total,
  extra = 0,
}: {
  readonly received: number;
  readonly total: number;
  readonly extra?: number;
}) {
  const t = useWords(office);
  return (
    <span className="progress">
      {received} / {total}
      {extra > 0 && <b className="bad-text"> {t('arrivals.extra', { count: extra })}</b>}
      <span aria-hidden="true">
        <span style={{ width: `${total > 0 ? (100 * received) / total : 0}%` }} />
      </span>
    </span>
  );
}
