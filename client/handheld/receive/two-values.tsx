import { useWords } from '../../shared/use-words.ts';
import { odd } from '../../shared/words/odd.ts';
import type { Odd } from './job.ts';

/** Two values that should be one, the one above the other so that the eye finds where they part. */
export function TwoValues({
  is = 'held',
  expected,
  owner,
  seen,
}: {
  readonly is?: Odd['is'] | 'held' | undefined;
  readonly expected: string;
  readonly owner?: string | undefined;
  readonly seen: string;
}) {
  const t = useWords(odd);
  return (
    <dl className="two-values">
      <dt>{t(`expected.${is}`)}</dt>
      <dd>
        {owner && <span>{owner}</span>}
        <span className="code">{expected}</span>
      </dd>
      <dt>{t('seen')}</dt>
      <dd>
        <span className="code">{seen}</span>
      </dd>
    </dl>
  );
}
