import { useWords } from '../../shared/use-words.ts';
import { handheld } from '../../shared/words/handheld.ts';
import { Resolving } from '../resolving.tsx';

export function Bench() {
  const t = useWords(handheld);
  return <Resolving name="bench" hint={t('scan.ticket')} />;
}
