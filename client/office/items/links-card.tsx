import { Card, Facts } from '../../shared/desk/card.tsx';
import { CodeLink } from '../../shared/desk/code-link.tsx';
import { useFactWords } from '../../shared/desk/fact-words.ts';
import { useWords } from '../../shared/use-words.ts';
import { facts as factWords } from '../../shared/words/facts.ts';
import { office } from '../../shared/words/office.ts';
import type { Item } from './item-page.tsx';

/** The papers it belongs to, and the items it came from or was replaced by. */
export function LinksCard({ item }: { readonly item: Item }) {
  const t = useWords(office);
  const fact = useWords(factWords);
  const words = useFactWords();
  const { order, parcel, ticket, shipment, splitFrom, replacedBy } = item;
  return (
    <Card title={t('item.links')}>
      <Facts
        facts={[
          {
            name: t('item.order'),
            value: order ? <CodeLink to={`/arrivals/${order.code}`} code={order.code} /> : '–',
          },
          ...(order?.reference ? [{ name: t('arrivals.reference'), value: order.reference }] : []),
          ...(order?.waybill ? [{ name: fact('name.waybill'), value: order.waybill }] : []),
          ...(parcel
            ? [
                {
                  name: t('parcels.code'),
                  value: <CodeLink to={`/parcels/${parcel.code}`} code={parcel.code} />,
                },
              ]
            : []),
          {
            name: t('item.ticket'),
            value: ticket ? <CodeLink to={`/repair/${ticket.code}`} code={ticket.code} /> : '–',
          },
          {
            name: t('item.shipment'),
            value: shipment ? (
              <span className="tags">
                <CodeLink to={`/outbound/${shipment.code}`} code={shipment.code} />
                {words.exit(shipment.exit)}
              </span>
            ) : (
              '–'
            ),
          },
          ...(splitFrom
            ? [{ name: t('item.splitFrom'), value: <CodeLink to={`/items/${splitFrom}`} code={splitFrom} /> }]
            : []),
          ...(replacedBy
            ? [
                {
                  name: t('item.replacedBy'),
                  value: <CodeLink to={`/items/${replacedBy}`} code={replacedBy} />,
                },
              ]
            : []),
        ]}
      />
    </Card>
  );
}
