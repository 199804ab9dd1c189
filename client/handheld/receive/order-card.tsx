import { useWords } from '../../shared/use-words.ts';
import { floor } from '../../shared/words/floor.ts';
import { useNameOf } from '../item-card.tsx';
import { Card, Chip } from '../parts.tsx';
import type { Order } from './match.ts';

/** Which parcel is open, whose it is, and how many articles it should hold. */
export function OrderCard({ order, place }: { readonly order: Order; readonly place: string | null }) {
  const t = useWords(floor);
  const { nameOf } = useNameOf();
  const papers = [order.waybill, order.reference, order.code].filter((one) => one !== null);
  return (
    <Card>
      <p className="quiet code-line">{papers.join(' · ')}</p>
      <p className="thing-name">
        {t('receive.announced', {
          exporter: nameOf(order.exporter),
          count: order.lines.reduce((sum, { quantity }) => sum + quantity, 0),
        })}
      </p>
      {order.note && <p className="quiet">{order.note}</p>}
      {place && (
        <div className="chips">
          <Chip>{t('receive.to', { place })}</Chip>
        </div>
      )}
    </Card>
  );
}
