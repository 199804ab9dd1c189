import { later } from '../../shared/later.tsx';
import { useWords } from '../../shared/use-words.ts';
import { floor } from '../../shared/words/floor.ts';
import { useNameOf } from '../item-card.tsx';
import { BigNumber, Card, Chip } from '../parts.tsx';
import { announcedIn, type Order, type Parcel } from './match.ts';

const Elsewhere = later(() => import('./elsewhere.tsx'), 'Elsewhere', null);

/** Which parcel is open, whose it is, and how many articles of those that it should hold are here. */
export function OrderCard({
  order,
  parcel,
  place,
}: {
  readonly order: Order | undefined;
  readonly parcel: Parcel | undefined;
  readonly place: string | null;
}) {
  const t = useWords(floor);
  const { nameOf } = useNameOf();
  const waybill = parcel?.waybill ?? order?.waybill ?? parcel?.code ?? null;
  const papers = [waybill, order?.reference, order?.code].filter(Boolean);
  return (
    <Card>
      <p className="quiet code-line">{papers.join(' · ')}</p>
      <p className="thing-name">
        {order
          ? t('receive.announced', {
              exporter: nameOf(order.exporter),
              count: announcedIn(order).reduce((sum, { quantity }) => sum + quantity, 0),
            })
          : t('receive.blindParcel')}
      </p>
      {parcel && (
        <BigNumber
          value={parcel.progress.here}
          of={parcel.orders.length > 0 ? parcel.progress.expected : undefined}
          unit={t('receive.scanned')}
        />
      )}
      {order && parcel?.orders.length === 1 && <Elsewhere order={order} parcel={parcel} />}
      {parcel && parcel.progress.extra > 0 && (
        <div className="chips">
          <Chip clock>{t('receive.extra', { count: parcel.progress.extra })}</Chip>
        </div>
      )}
      {order?.note && <p className="quiet">{order.note}</p>}
      {place && (
        <div className="chips">
          <Chip>{t('receive.to', { place })}</Chip>
        </div>
      )}
    </Card>
  );
}
