import { useStateChoices } from '../../shared/desk/catalogue.ts';
import { CodeLink } from '../../shared/desk/code-link.tsx';
import { ListPage } from '../../shared/desk/list-page.tsx';
import { SpreadsheetButton } from '../../shared/desk/spreadsheet-button.tsx';
import { StateTag } from '../../shared/desk/state-tag.tsx';
import { useSay, useWords } from '../../shared/use-words.ts';
import { When } from '../../shared/when.tsx';
import { office } from '../../shared/words/office.ts';
import { useVendors } from '../choices.ts';
import { ItemCell } from '../name-cell.tsx';

/** Repair tickets, the nearest promise first. */
export function TicketsPage() {
  const t = useWords(office);
  const say = useSay();
  const states = useStateChoices('ticket');
  const vendors = useVendors().map((vendor) => ({ value: vendor.value, label: say(vendor) }));
  return (
    <ListPage
      endpoint="GET /api/v1/tickets"
      title={t('tickets.title')}
      about={t('tickets.about')}
      actions={<SpreadsheetButton list="tickets" filters={['state', 'vendor', 'open', 'overdue']} />}
      searchHint={t('tickets.search')}
      rowKey={(row) => row.code}
      empty={{ title: t('tickets.empty'), why: t('tickets.emptyWhy') }}
      filters={[
        { name: 'state', label: t('tickets.state'), several: true, choices: states },
        {
          name: 'vendor',
          label: t('tickets.who'),
          several: true,
          choices: [{ value: 'bench', label: t('tickets.bench') }, ...vendors],
        },
        {
          name: 'open',
          label: t('tickets.openOnly'),
          choices: [{ value: 'yes', label: t('tickets.isOpen') }],
        },
        {
          name: 'overdue',
          label: t('tickets.overdue'),
          choices: [{ value: 'yes', label: t('tickets.isOverdue') }],
        },
      ]}
      columns={[
        {
          key: 'code',
          title: t('tickets.code'),
          sorts: true,
          cell: (row) => <CodeLink to={`/repair/${row.code}`} code={row.code} />,
        },
        {
          key: 'item',
          title: t('tickets.item'),
          cell: (row) => <ItemCell code={row.item} of={row} />,
        },
        {
          key: 'state',
          title: t('tickets.state'),
          sorts: true,
          cell: (row) => (
            <span className="tags">
              <StateTag state={row.state} />
              {row.overdue && <StateTag state={office.both('tickets.isOverdue')} tone="bad" />}
            </span>
          ),
        },
        {
          key: 'vendor',
          title: t('tickets.who'),
          cell: (row) => (row.vendor ? say(row.vendor) : t('tickets.bench')),
        },
        { key: 'fault', title: t('tickets.fault'), cell: (row) => <span className="cut">{row.fault}</span> },
        {
          key: 'promisedAt',
          title: t('tickets.promised'),
          sorts: true,
          cell: (row) => <When at={row.promisedAt} />,
        },
        {
          key: 'openedAt',
          title: t('tickets.opened'),
          sorts: true,
          cell: (row) => <When at={row.openedAt} />,
        },
      ]}
    />
  );
}
