import { useWords } from '../../shared/use-words.ts';
import { handheld } from '../../shared/words/handheld.ts';
import { Resolving } from '../resolving.tsx';

export function Receive() {
  const t = useWords(handheld);
  return <Resolving name="receive" hint={t('scan.parcel')} />;
}
