import { useFactWords } from './fact-words.ts';

/** A clock that matters: days until a customs window closes, in coral when it is near. */
export function DaysChip({ days, label }: { readonly days: number | null; readonly label?: string }) {
  const facts = useFactWords();
  if (days === null) return <span>–</span>;
  const tone = days < 0 ? 'bad' : days <= 30 ? 'due' : 'plain';
  return (
    <span className={`state-tag ${tone}`}>
      {label && `${label} `}
      {facts.daysLeft(days)}
    </span>
  );
}
