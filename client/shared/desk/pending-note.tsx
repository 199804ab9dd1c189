import { useWords } from '../use-words.ts';
import { desk } from '../words/desk.ts';

interface Pending {
  readonly pending: number;
  readonly failing: boolean;
}

/** What is done in pieces after its answer: the page follows it. */
export const whilePending = (it: Pick<Pending, 'pending'> | undefined) => (it?.pending ? 1_000 : undefined);

export function PendingNote({ pending, failing }: Pending) {
  const t = useWords(desk);
  if (pending === 0) return null;
  return (
    <span className="quiet-text" role="status">
      {t(failing ? 'pending.failing' : 'pending.left', { count: pending })}
    </span>
  );
}
