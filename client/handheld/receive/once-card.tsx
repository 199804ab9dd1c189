import { useWords } from '../../shared/use-words.ts';
import { odd } from '../../shared/words/odd.ts';
import { Card, Quiet } from '../parts.tsx';
import type { Job } from './job.ts';

/** The serial that was read and is not sure to be whole, and what it should look like: of this piece and no other. */
export function OnceCard({
  work: { job },
}: {
  readonly work: { readonly job: { readonly now: Pick<Job, 'once' | 'form' | 'unlike'> } };
}) {
  const o = useWords(odd);
  const { once, form, unlike } = job.now;
  if (once === null) return null;
  return (
    <Card label={o('once')}>
      <p className="thing-name code">{once}</p>
      <Quiet>{form ? o('formIs', { form }) : o('formUnknown')}</Quiet>
      <Quiet>{o(unlike ? 'unlike.why' : 'onceWhy')}</Quiet>
    </Card>
  );
}
