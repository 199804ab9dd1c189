import { Link } from 'react-router';
import type { Reply } from '../../shared/api.ts';
import { Code } from '../../shared/code.tsx';
import { Card, Facts } from '../../shared/desk/card.tsx';
import { useCodeName } from '../../shared/desk/catalogue.ts';
import { useFactWords } from '../../shared/desk/fact-words.ts';
import { useWords } from '../../shared/use-words.ts';
import { When } from '../../shared/when.tsx';
import { portal } from '../../shared/words/portal.ts';

/** Where it comes from, what was decided, what holds it, where it leaves. */
export function ItemFacts({ item }: { readonly item: Reply<'GET /api/v1/items/:code'> }) {
  const t = useWords(portal);
  const name = useCodeName();
  const facts = useFactWords();
  const { order, customs, shipment } = item;
  const rows = [
    {
      name: t('returns.code'),
      value: order && (
        <Link to={`/returns/${order.code}`}>{order.reference ?? <Code>{order.code}</Code>}</Link>
      ),
    },
    {
      name: facts.name('cameAs') ?? '',
      value: item.cameAs && <span className="state-tag due">{facts.value('cameAs', item.cameAs)}</span>,
    },
    { name: t('items.sku'), value: item.sku && <span className="code">{item.sku.code}</span> },
    { name: t('items.quantity'), value: item.quantity },
    { name: t('items.reason'), value: name('reason', item.reason) },
    { name: t('items.wish'), value: item.wish && name('disposition', item.wish) },
    { name: t('items.disposition'), value: item.disposition && name('disposition', item.disposition) },
    { name: t('items.decidedReason'), value: item.decidedReason },
    { name: t('items.custody'), value: facts.value('custody', item.custody) },
    {
      name: t('items.holds'),
      value:
        item.holds.length > 0 &&
        item.holds.map(({ kind, doubt }) => (
          <span key={`${kind} ${doubt}`} className="state-tag due">
            {name('hold', kind)}
          </span>
        )),
    },
    {
      name: t('items.shipment'),
      value: shipment && <Link to={`/shipments/${shipment.code}`}>{facts.exit(shipment.exit)}</Link>,
    },
    { name: t('items.exported'), value: name('mode', customs.mode) },
    {
      name: t('line.exportDocument'),
      value: customs.document && <span className="code">{customs.document}</span>,
    },
    { name: t('items.receivedAt'), value: item.receivedAt && <When at={item.receivedAt} /> },
  ];
  return (
    <Card title={t('items.about')}>
      <Facts facts={rows.filter(({ value }) => value !== null && value !== false && value !== '')} />
    </Card>
  );
}
