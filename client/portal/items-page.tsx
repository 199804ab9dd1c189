import { useWords } from '../shared/use-words.ts';
import { portal } from '../shared/words/portal.ts';
import { ItemList } from './item-list.tsx';

export function ItemsPage() {
  const t = useWords(portal);
  return <ItemList title={t('items.title')} empty={{ title: t('items.empty'), why: t('items.emptyWhy') }} />;
}
