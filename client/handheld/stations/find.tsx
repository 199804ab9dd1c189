import { useWords } from '../../shared/use-words.ts';
import { handheld } from '../../shared/words/handheld.ts';
import { Resolving } from '../resolving.tsx';

export function Find() {
  const t = useWords(handheld);
  const scanned = new URLSearchParams(location.search).get('scan') ?? undefined;
  return <Resolving name="find" hint={t('scan.anything')} first={scanned} />;
}
