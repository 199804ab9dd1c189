import { Link } from 'react-router';
import { Code } from '../shared/code.tsx';
import { useStateChoices } from '../shared/desk/catalogue.ts';
import { CodeLink } from '../shared/desk/code-link.tsx';
import { useCountry } from '../shared/desk/country.ts';
import { useFactWords } from '../shared/desk/fact-words.ts';
import { SpreadsheetButton } from '../shared/desk/spreadsheet-button.tsx';
import { StateTag } from '../shared/desk/state-tag.tsx';
import { useWords } from '../shared/use-words.ts';
import { When } from '../shared/when.tsx';
import { portal } from '../shared/words/portal.ts';
import { PortalList } from './portal-list.tsx';

const exits = ['resale', 'exchange', 'toBuyer', 'toExporter'] as const;

/** What left the house, or is about to. */
export function ShipmentsPage() {
  const t = useWords(portal);
  const facts = useFactWords();
  const country = useCountry();
  const states = useStateChoices('shipment');
  return (
    <PortalList
      endpoint="GET /api/v1/shipments"
      title={t('shipments.title')}
      actions={<SpreadsheetButton list="shipments" filters={['state', 'exit']} />}
      searchHint={t('shipments.search')}
      rowKey={(row) => row.code}
      empty={{ title: t('shipments.empty'), why: t('shipments.emptyWhy') }}
      filters={[
        { name: 'state', label: t('shipments.state'), choices: states, several: true },
        {
          name: 'exit',
          label: t('shipments.exit'),
          choices: exits.map((exit) => ({ value: exit, label: facts.exit(exit) })),
          several: true,
        },
      ]}
      columns={[
        {
          key: 'code',
          title: t('shipments.code'),
          sorts: true,
          cell: (row) => <CodeLink to={`/shipments/${row.code}`} code={row.code} />,
        },
        { key: 'exit', title: t('shipments.exit'), cell: (row) => facts.exit(row.exit) },
        {
          key: 'state',
          title: t('shipments.state'),
          sorts: true,
          cell: (row) => <StateTag state={row.state} />,
        },
        { key: 'consignee', title: t('shipments.consignee'), cell: (row) => row.consignee },
        { key: 'country', title: t('returns.country'), cell: (row) => country(row.country) },
        { key: 'items', title: t('shipments.items'), align: 'right', cell: (row) => row.items },
        {
          key: 'waybill',
          title: t('shipments.waybill'),
          cell: (row) =>
            row.waybill ? (
              <>
                {row.carrier} <span className="code">{row.waybill}</span>
              </>
            ) : (
              '–'
            ),
        },
        { key: 'shippedAt', title: t('shipments.shippedAt'), cell: (row) => <When at={row.shippedAt} /> },
      ]}
      card={(row) => (
        <Link to={`/shipments/${row.code}`} className="row-card">
          <span className="row-card-head">
            <b>{facts.exit(row.exit)}</b>
            <StateTag state={row.state} />
          </span>
          <span className="row-card-head">
            <span>
              {row.consignee} · {country(row.country)}
            </span>
            <span className="quiet-text">{t('shipments.itemsCount', { count: row.items })}</span>
          </span>
          <span className="quiet-text">
            <Code>{row.code}</Code> {row.carrier} {row.waybill && <span className="code">{row.waybill}</span>}
          </span>
        </Link>
      )}
    />
  );
}
