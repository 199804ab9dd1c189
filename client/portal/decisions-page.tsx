import { useWords } from '../shared/use-words.ts';
import { portal } from '../shared/words/portal.ts';
import { ItemList } from './item-list.tsx';

/** What waits for a word from the exporter. */
export function DecisionsPage() {
  const t = useWords(portal);
  return (
    <ItemList
      title={t('decisions.title')}
      empty={{ title: t('decisions.empty'), why: t('decisions.emptyWhy') }}
      only={{ state: 'awaitingInstruction' }}
    />
  );
}
