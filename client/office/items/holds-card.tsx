import { Card } from '../../shared/desk/card.tsx';
import { useCodeName } from '../../shared/desk/catalogue.ts';
import { AlertIcon } from '../../shared/icons.tsx';
import { useSay, useWords } from '../../shared/use-words.ts';
import { When } from '../../shared/when.tsx';
import { office } from '../../shared/words/office.ts';
import type { Item } from './item-page.tsx';

/** Why it may not leave: each hold, who deals with it, since when. Nothing without holds. */
export function HoldsCard({ item: { holds } }: { readonly item: Item }) {
  const t = useWords(office);
  const name = useCodeName();
  const say = useSay();
  if (holds.length === 0) return null;
  return (
    <Card title={t('item.held')} tone="bad">
      <ul className="holds">
        {holds.map(({ kind, doubt, owner, note, why, placedAt }) => (
          <li key={`${kind} ${doubt}`}>
            <AlertIcon />
            <div>
              <b>{name('hold', kind)}</b>
              {why ? <p>{say(why)}</p> : note && <p>{note}</p>}
              <p>
                {name('hold owner', owner)} · <When at={placedAt} />
              </p>
            </div>
          </li>
        ))}
      </ul>
    </Card>
  );
}
