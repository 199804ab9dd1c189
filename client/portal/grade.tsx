import { useCodeName } from '../shared/desk/catalogue.ts';
import { useWords } from '../shared/use-words.ts';
import { portal } from '../shared/words/portal.ts';

const tones: Readonly<Record<string, string>> = { N: 'good', A: 'good', B: 'good', E: 'bad', H: 'bad' };

/** A grade as its letter and in plain words. */
export function Grade({ grade }: { readonly grade: string | null }) {
  const t = useWords(portal);
  const name = useCodeName();
  if (grade === null) return <span className="quiet-text">{t('items.notGraded')}</span>;
  return (
    <span className={`state-tag ${tones[grade] ?? 'plain'}`}>
      <b>{grade}</b> · {name('grade', grade)}
    </span>
  );
}
