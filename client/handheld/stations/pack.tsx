import { useWords } from '../../shared/use-words.ts';
import { handheld } from '../../shared/words/handheld.ts';
import { Resolving } from '../resolving.tsx';

export function Pack() {
  const t = useWords(handheld);
  return <Resolving name="pack" hint={t('scan.shipment')} />;
}
