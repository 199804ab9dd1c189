import { Link } from 'react-router';
import { CopyCode } from '../../shared/code.tsx';
import { Card, Facts } from '../../shared/desk/card.tsx';
import { useCodeName } from '../../shared/desk/catalogue.ts';
import { useFactWords } from '../../shared/desk/fact-words.ts';
import { skuFacts } from '../../shared/desk/sku-questions.ts';
import { useSay, useWords } from '../../shared/use-words.ts';
import { When } from '../../shared/when.tsx';
import { office } from '../../shared/words/office.ts';
import { sku as skuWords } from '../../shared/words/sku.ts';
import { useNameOf } from '../choices.ts';
import type { Item } from './item-page.tsx';

/** What the page of an item tells in a place of its own: here by its own words, or in another card. */
const toldElsewhere: readonly string[] = [
  'description',
  'serial',
  'quantity',
  'custody',
  'reason',
  'wish',
  'grade',
  'hazard',
  'wiped',
  'advised',
  'disposition',
  'decidedReason',
  'outcome',
  'splitFrom',
  'replacedBy',
] satisfies (keyof Item)[];

/** What it is, where it is and whose. */
export function FactsCard({ item }: { readonly item: Item }) {
  const t = useWords(office);
  const its = useWords(skuWords);
  const say = useSay();
  const nameOf = useNameOf();
  const name = useCodeName();
  const words = useFactWords();
  const { sku, location } = item;
  // Whatever else has a name among the facts is told under it.
  const others = Object.entries(item).flatMap(([key, value]) => {
    const called = toldElsewhere.includes(key) || isNoFact(value) ? undefined : words.name(key);
    return called === undefined ? [] : [{ name: called, value: words.value(key, value) }];
  });
  return (
    <Card title={t('item.facts')}>
      <Facts
        facts={[
          { name: t('item.sku'), value: sku ? <CopyCode>{sku.code}</CopyCode> : '–' },
          ...(item.description ? [{ name: t('item.description'), value: item.description }] : []),
          { name: t('items.serial'), value: item.serial ? <CopyCode>{item.serial}</CopyCode> : '–' },
          { name: t('items.quantity'), value: item.quantity },
          { name: t('items.exporter'), value: item.exporter ? nameOf(item.exporter) : '–' },
          {
            name: t('item.where'),
            value: location ? (
              <>
                <Link to={`/locations/${encodeURIComponent(location.code)}`} className="code">
                  {location.code}
                </Link>{' '}
                {say(location.zone)}
              </>
            ) : (
              t('item.nowhere')
            ),
          },
          { name: t('item.custody'), value: words.value('custody', item.custody) },
          { name: t('item.reason'), value: name('reason', item.reason) },
          { name: t('item.wish'), value: name('disposition', item.wish) },
          ...(sku ? skuFacts.map((key) => ({ name: its(key), value: words.value(key, sku[key]) })) : []),
          {
            name: t('item.data'),
            value: t(item.wiped ? 'item.dataWiped' : sku?.holdsData ? 'item.dataLeft' : 'item.dataNone'),
          },
          ...others,
          { name: t('item.received'), value: <When at={item.receivedAt} /> },
        ]}
      />
    </Card>
  );
}

/** Nothing, or what has parts of its own: a place, an owner, a list. */
const isNoFact = (value: unknown) => value === null || value === '' || typeof value === 'object';
