import { useParams } from 'react-router';
import type { Reply } from '../../shared/api.ts';
import { CopyCode, grouped } from '../../shared/code.tsx';
import { Card, Facts } from '../../shared/desk/card.tsx';
import { CodeLink } from '../../shared/desk/code-link.tsx';
import { useReply } from '../../shared/desk/replies.ts';
import { SmallTable } from '../../shared/desk/small-table.tsx';
import { StateTag } from '../../shared/desk/state-tag.tsx';
import { StepButtons } from '../../shared/desk/step-buttons.tsx';
import { ThingPage } from '../../shared/desk/thing-page.tsx';
import { isA } from '../../shared/questions.ts';
import { useSay, useWords } from '../../shared/use-words.ts';
import { When } from '../../shared/when.tsx';
import { office } from '../../shared/words/office.ts';
import { NameCell } from '../name-cell.tsx';
import { PhotosCard } from '../photos-card.tsx';
import { useTakeStep } from '../steps.ts';

type Parcel = Reply<'GET /api/v1/parcels/:code'>;

/** One parcel: its outside, the return orders in it, and what came out of it. */
export function ParcelPage() {
  const t = useWords(office);
  const { code = '' } = useParams();
  const asked = useReply('GET /api/v1/parcels/:code', { code });
  const take = useTakeStep('POST /api/v1/parcels/:code/steps', code);
  return (
    <ThingPage
      asked={asked}
      waiting={grouped(code)}
      show={(it) => ({
        title: `${t('parcels.code')} ${grouped(it.code)}`,
        about: (
          <span className="tags">
            <CopyCode>{it.code}</CopyCode>
            <StateTag state={it.state} />
          </span>
        ),
        actions: it.openSteps.length > 0 && (
          <StepButtons steps={it.openSteps.filter((step) => !isA(step, 'photo'))} onStep={take} />
        ),
        main: (
          <>
            <div className="cards">
              <OutsideCard parcel={it} />
              <PhotosCard
                title={t('parcels.photos')}
                endpoint="POST /api/v1/parcels/:code/photos"
                code={it.code}
                photos={it.photos}
              />
            </div>
            <Card title={t('parcels.orderList')}>
              <OrdersIn parcel={it} />
            </Card>
            <Card title={t('parcels.itemList')}>
              <ItemsOf parcel={it} />
            </Card>
          </>
        ),
      })}
    />
  );
}

interface Shown {
  readonly parcel: Parcel;
}

function OutsideCard({ parcel }: Shown) {
  const t = useWords(office);
  const { waybill, location, seal, weightGrams, by, receivedAt, note, pieces } = parcel;
  return (
    <Card title={t('parcels.facts')}>
      <Facts
        facts={[
          { name: t('parcels.waybill'), value: waybill && <CopyCode>{waybill}</CopyCode> },
          { name: t('parcels.dock'), value: location },
          { name: t('parcels.seal'), value: seal },
          {
            name: t('parcels.weight'),
            value: weightGrams === null ? null : t('parcels.grams', { grams: weightGrams }),
          },
          { name: t('parcels.by'), value: by },
          { name: t('parcels.receivedAt'), value: <When at={receivedAt} /> },
          { name: t('parcels.pieces'), value: pieces },
          ...(note ? [{ name: t('parcels.note'), value: note }] : []),
        ]}
      />
    </Card>
  );
}

function OrdersIn({ parcel: { orders } }: Shown) {
  const t = useWords(office);
  const say = useSay();
  if (orders.length === 0) return <p className="quiet-text">{t('parcels.noOrders')}</p>;
  return (
    <SmallTable
      label={t('parcels.orderList')}
      rows={orders}
      rowKey={(row) => row.code}
      columns={[
        {
          key: 'code',
          title: t('arrivals.code'),
          cell: (row) => <CodeLink to={`/arrivals/${row.code}`} code={row.code} />,
        },
        { key: 'exporter', title: t('arrivals.exporter'), cell: (row) => say(row.exporter) },
        { key: 'reference', title: t('arrivals.reference'), cell: (row) => row.reference ?? '–' },
        { key: 'state', title: t('arrivals.state'), cell: (row) => <StateTag state={row.state} /> },
      ]}
    />
  );
}

function ItemsOf({ parcel: { items } }: Shown) {
  const t = useWords(office);
  if (items.length === 0) return <p className="quiet-text">{t('parcels.noItems')}</p>;
  return (
    <SmallTable
      label={t('parcels.itemList')}
      rows={items}
      rowKey={(row) => row.code}
      columns={[
        {
          key: 'code',
          title: t('items.code'),
          cell: (row) => <CodeLink to={`/items/${row.code}`} code={row.code} />,
        },
        {
          key: 'name',
          title: t('items.name'),
          cell: (row) => <NameCell of={row} />,
        },
        { key: 'quantity', title: t('arrivals.quantity'), align: 'right', cell: (row) => row.quantity },
        { key: 'state', title: t('parcels.state'), cell: (row) => <StateTag state={row.state} /> },
        {
          key: 'order',
          title: t('arrivals.code'),
          cell: ({ order }) => (order ? <CodeLink to={`/arrivals/${order}`} code={order} /> : '–'),
        },
      ]}
    />
  );
}
