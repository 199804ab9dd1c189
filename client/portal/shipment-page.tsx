import { Link, useParams } from 'react-router';
import type { Reply } from '../shared/api.ts';
import { Code, CopyCode, grouped } from '../shared/code.tsx';
import { Card, Facts } from '../shared/desk/card.tsx';
import { useCountry } from '../shared/desk/country.ts';
import { useFactWords } from '../shared/desk/fact-words.ts';
import { useReply } from '../shared/desk/replies.ts';
import { StateTag } from '../shared/desk/state-tag.tsx';
import { ThingPage } from '../shared/desk/thing-page.tsx';
import { useSay, useWords } from '../shared/use-words.ts';
import { exactTime } from '../shared/when.tsx';
import { portal } from '../shared/words/portal.ts';

type Shipment = Reply<'GET /api/v1/shipments/:code'>;

/** One shipment of the exporter's goods: what is in it, to whom it goes, and its waybill. */
export function ShipmentPage() {
  const { code = '' } = useParams();
  const facts = useFactWords();
  return (
    <ThingPage
      asked={useReply('GET /api/v1/shipments/:code', { code })}
      waiting={grouped(code)}
      show={(shipment) => ({
        title: `${facts.exit(shipment.exit)} · ${shipment.consignee}`,
        about: (
          <>
            <CopyCode>{shipment.code}</CopyCode> <StateTag state={shipment.state} />
          </>
        ),
        main: <Contents items={shipment.items} />,
        aside: <Way shipment={shipment} />,
      })}
    />
  );
}

function Contents({ items }: { readonly items: Shipment['items'] }) {
  const t = useWords(portal);
  const say = useSay();
  return (
    <Card title={t('shipments.contents', { count: items.length })}>
      <ul className="plain-list">
        {items.map((item) => (
          <li key={item.code}>
            <span className="two-lines">
              <Link to={`/items/${item.code}`}>{say(item.name)}</Link>
              <span className="quiet-text">
                <Code>{item.code}</Code> {item.serial}{' '}
                {item.quantity > 1 && t('pieces', { count: item.quantity })}
              </span>
            </span>
            <StateTag state={item.state} />
          </li>
        ))}
      </ul>
    </Card>
  );
}

function Way({ shipment }: { readonly shipment: Shipment }) {
  const t = useWords(portal);
  const country = useCountry();
  const { consignee, address, carrier, waybill, shippedAt, reference } = shipment;
  const facts = [
    { name: t('returns.reference'), value: reference },
    { name: t('shipments.consignee'), value: consignee },
    { name: t('shipments.address'), value: address },
    { name: t('returns.country'), value: country(shipment.country) },
    { name: t('returns.carrier'), value: carrier },
    { name: t('shipments.waybill'), value: waybill && <CopyCode>{waybill}</CopyCode> },
    { name: t('shipments.shippedAt'), value: shippedAt && exactTime(shippedAt) },
  ];
  return (
    <Card title={t('shipments.way')}>
      <Facts facts={facts.filter(({ value }) => value !== null && value !== '')} />
    </Card>
  );
}
