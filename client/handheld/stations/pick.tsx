import { useWords } from '../../shared/use-words.ts';
import { handheld } from '../../shared/words/handheld.ts';
import { Resolving } from '../resolving.tsx';

export function Pick() {
  const t = useWords(handheld);
  return <Resolving name="pick" hint={t('scan.shipment')} />;
}
