import { useWords } from '../../shared/use-words.ts';
import { handheld } from '../../shared/words/handheld.ts';
import { Resolving } from '../resolving.tsx';

export function Inspect() {
  const t = useWords(handheld);
  return <Resolving name="inspect" hint={t('scan.item')} />;
}
