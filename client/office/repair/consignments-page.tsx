import { useStateChoices } from '../../shared/desk/catalogue.ts';
import { CodeLink } from '../../shared/desk/code-link.tsx';
import { ListPage } from '../../shared/desk/list-page.tsx';
import { SpreadsheetButton } from '../../shared/desk/spreadsheet-button.tsx';
import { StateTag } from '../../shared/desk/state-tag.tsx';
import { useSay, useWords } from '../../shared/use-words.ts';
import { When } from '../../shared/when.tsx';
import { office } from '../../shared/words/office.ts';

/** What goes to vendors together. */
export function ConsignmentsPage() {
  const t = useWords(office);
  const say = useSay();
  const states = useStateChoices('consignment');
  return (
    <ListPage
      endpoint="GET /api/v1/consignments"
      title={t('consignments.title')}
      about={t('consignments.about')}
      actions={<SpreadsheetButton list="consignments" filters={['state']} unsorted />}
      rowKey={(row) => row.code}
      empty={{ title: t('consignments.empty'), why: t('consignments.emptyWhy') }}
      filters={[{ name: 'state', label: t('consignments.state'), several: true, choices: states }]}
      columns={[
        {
          key: 'code',
          title: t('consignments.code'),
          cell: (row) => <CodeLink to={`/consignments/${row.code}`} code={row.code} />,
        },
        { key: 'vendor', title: t('consignments.vendor'), cell: (row) => say(row.vendor) },
        { key: 'state', title: t('consignments.state'), cell: (row) => <StateTag state={row.state} /> },
        { key: 'lines', title: t('consignments.lines'), align: 'right', cell: (row) => row.lines },
        { key: 'away', title: t('consignments.away'), align: 'right', cell: (row) => row.away },
        { key: 'openedAt', title: t('consignments.opened'), cell: (row) => <When at={row.openedAt} /> },
        {
          key: 'handedOverAt',
          title: t('consignments.handedOver'),
          cell: (row) => <When at={row.handedOverAt} />,
        },
      ]}
    />
  );
}
