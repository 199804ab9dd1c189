import { useWords } from '../../shared/use-words.ts';
import { handheld } from '../../shared/words/handheld.ts';
import { Resolving } from '../resolving.tsx';

export function PutAway() {
  const t = useWords(handheld);
  return <Resolving name="putAway" hint={t('scan.item')} />;
}
