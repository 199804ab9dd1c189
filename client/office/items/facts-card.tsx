import { Link } from 'react-router';
import { CopyCode } from '../../shared/code.tsx';
import { Card, Facts } from '../../shared/desk/card.tsx';
import { useCodeName } from '../../shared/desk/catalogue.ts';
import { useFactWords } from '../../shared/desk/fact-words.ts';
import { useSay, useWords } from '../../shared/use-words.ts';
import { When } from '../../shared/when.tsx';
import { facts } from '../../shared/words/facts.ts';
import { office } from '../../shared/words/office.ts';
import { useNameOf } from '../choices.ts';
import type { Item } from './item-page.tsx';

/** What it is, where it is and whose. */
export function FactsCard({ item }: { readonly item: Item }) {
  const t = useWords(office);
  const fact = useWords(facts);
  const say = useSay();
  const nameOf = useNameOf();
  const name = useCodeName();
  const words = useFactWords();
  const { sku, location } = item;
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
          ...(sku ? [{ name: fact('name.battery'), value: words.battery(sku.battery) }] : []),
          {
            name: t('item.data'),
            value: t(item.wiped ? 'item.dataWiped' : sku?.holdsData ? 'item.dataLeft' : 'item.dataNone'),
          },
          { name: t('item.received'), value: <When at={item.receivedAt} /> },
        ]}
      />
    </Card>
  );
}
