import { useWords } from '../../shared/use-words.ts';
import { handheld } from '../../shared/words/handheld.ts';
import { odd } from '../../shared/words/odd.ts';
import type { Item } from '../item-card.tsx';
import { SideButton, SideButtons } from '../parts.tsx';
import { takeBack } from './odd.ts';
import type { Receiving } from './use-receiving.ts';

/** For what comes back from a vendor with a number that nobody can read. */
export function BackButton({ work, item }: { readonly work: Receiving; readonly item: Item }) {
  const t = useWords(odd);
  const h = useWords(handheld);
  const leave = () => {
    work.change({ back: null });
    work.station.clear();
  };
  return (
    <SideButtons>
      <SideButton onClick={() => void work.station.run(() => takeBack(work, item, null))}>
        {t('cannotRead')}
      </SideButton>
      <SideButton onClick={leave}>{h('key.drop')}</SideButton>
    </SideButtons>
  );
}
