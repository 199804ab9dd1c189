import { CodeLink } from '../../shared/desk/code-link.tsx';
import { useFactWords } from '../../shared/desk/fact-words.ts';
import { SmallTable } from '../../shared/desk/small-table.tsx';
import { StateTag } from '../../shared/desk/state-tag.tsx';
import { useWords } from '../../shared/use-words.ts';
import { shipments } from '../../shared/words/shipments.ts';
import { Progress } from '../arrivals/progress.tsx';
import { ItemCell } from '../name-cell.tsx';
import type { Shipment } from './shipment-page.tsx';

/** What is promised to it, where that lies, and how much of it is picked and packed. */
export function ShipmentItems({ items }: { readonly items: Shipment['items'] }) {
  const t = useWords(shipments);
  const words = useFactWords();
  if (items.length === 0) return <p className="quiet-text">{t('noItems')}</p>;
  const picked = items.filter((one) => one.picked);
  const packed = items.filter((one) => one.packed);
  return (
    <>
      <p className="tags">
        <Progress received={picked.length} total={items.length} />
        {t('progress', { count: items.length, picked: picked.length, packed: packed.length })}
      </p>
      <SmallTable
        label={t('itemList')}
        rows={items}
        rowKey={(row) => row.code}
        columns={[
          {
            key: 'code',
            title: t('sku'),
            cell: (row) => <ItemCell code={row.code} of={row} />,
          },
          { key: 'state', title: t('itemState'), cell: (row) => <StateTag state={row.state} /> },
          {
            key: 'location',
            title: t('location'),
            cell: (row) => (row.location ? <span className="code">{row.location}</span> : '–'),
          },
          { key: 'quantity', title: t('quantity'), align: 'right', cell: (row) => row.quantity },
          { key: 'battery', title: t('battery'), cell: (row) => words.battery(row.battery) },
          {
            key: 'replaces',
            title: t('replaces'),
            cell: (row) =>
              row.replaces ? <CodeLink to={`/items/${row.replaces}`} code={row.replaces} /> : '–',
          },
        ]}
      />
    </>
  );
}
