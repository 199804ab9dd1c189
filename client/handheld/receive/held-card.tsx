import { useSay, useWords } from '../../shared/use-words.ts';
import { odd } from '../../shared/words/odd.ts';
import { Cabinet } from '../cabinet.tsx';
import { useCatalogue } from '../catalogue.ts';
import { awaitsCabinet } from '../hazard.ts';
import type { Item } from '../item-card.tsx';
import { Card, Quiet } from '../parts.tsx';
import { TwoValues } from './two-values.tsx';

/** Why a thing is held, in words, with what does not agree side by side. */
export function HeldCard({ item }: { readonly item: Item }) {
  const t = useWords(odd);
  const say = useSay();
  const { nameOf } = useCatalogue();
  return (
    <>
      {awaitsCabinet(item) && <Cabinet item={item} />}
      {item.holds.length > 0 && (
        <Card label={t('held')}>
          {item.holds.map(({ kind, why, note, expected, seen }) => (
            <div key={`${kind} ${why?.en ?? note}`}>
              <p className="reason strong">{say(nameOf('hold', kind))}</p>
              {why ? <Quiet>{say(why)}</Quiet> : note && <Quiet>{note}</Quiet>}
              {expected && seen && <TwoValues expected={expected} seen={seen} />}
            </div>
          ))}
        </Card>
      )}
    </>
  );
}
