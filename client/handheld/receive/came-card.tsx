import { useWords } from '../../shared/use-words.ts';
import { odd } from '../../shared/words/odd.ts';
import { type Item, ItemLine } from '../item-card.tsx';
import { Card } from '../parts.tsx';
import { HeldCard } from './held-card.tsx';

/** What came last where that has to be looked at: which it is, its serial, its cabinet, why it is held. */
export function CameCard({
  item,
  isNamed,
}: {
  readonly item: Item;
  /** Whether its name stands beside this already. */
  readonly isNamed: boolean;
}) {
  const t = useWords(odd);
  return (
    <>
      {(item.serial !== null || !isNamed) && (
        <Card label={t('came')}>
          {!isNamed && <ItemLine item={item} />}
          {item.serial && <p className="thing-name code">{item.serial}</p>}
        </Card>
      )}
      <HeldCard item={item} />
    </>
  );
}
