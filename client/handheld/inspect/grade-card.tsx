import { useSay, useWords } from '../../shared/use-words.ts';
import { floorLater } from '../../shared/words/floor-later.ts';
import { useCatalogue } from '../catalogue.ts';
import type { Item } from '../item-card.tsx';
import { Card } from '../parts.tsx';

/** The grade that followed from the answers, large, and where the house would send it. */
export function GradeCard({ item }: { readonly item: Item }) {
  const t = useWords(floorLater);
  const say = useSay();
  const { nameOf } = useCatalogue();
  if (!item.grade) return null;
  return (
    <Card label={t('inspect.grade')}>
      <p className="big-number">
        <b>{item.grade}</b>
        <span>{say(nameOf('grade', item.grade))}</span>
      </p>
      {item.advised && (
        <p className="advice">
          {t('inspect.advised')} <b>{say(nameOf('disposition', item.advised))}</b>
        </p>
      )}
    </Card>
  );
}
