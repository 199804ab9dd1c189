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

/** So many of so many, as numbers and as a bar. */
export const Progress = ({ received, total }: { readonly received: number; readonly total: number }) => (
  <span className="progress">
    {received} / {total}
    <span aria-hidden="true">
      <span style={{ width: `${total > 0 ? (100 * received) / total : 0}%` }} />
    </span>
  </span>
);
