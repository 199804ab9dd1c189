import { useStateChoices } from '../../shared/desk/catalogue.ts';
import { CodeLink } from '../../shared/desk/code-link.tsx';
import { ListPage } from '../../shared/desk/list-page.tsx';
import { SpreadsheetButton } from '../../shared/desk/spreadsheet-button.tsx';
import { StateTag } from '../../shared/desk/state-tag.tsx';
import { useWords } from '../../shared/use-words.ts';
import { When } from '../../shared/when.tsx';
import { office } from '../../shared/words/office.ts';

/** What carriers brought, the newest first. */
export function ParcelsPage() {
  const t = useWords(office);
  const states = useStateChoices('parcel');
  return (
    <ListPage
      endpoint="GET /api/v1/parcels"
      title={t('parcels.title')}
      about={t('parcels.about')}
      actions={<SpreadsheetButton list="parcels" filters={['state', 'blind']} />}
      searchHint={t('parcels.search')}
      rowKey={(row) => row.code}
      empty={{ title: t('parcels.empty'), why: t('parcels.emptyWhy') }}
      filters={[
        { name: 'state', label: t('parcels.state'), several: true, choices: states },
        {
          name: 'blind',
          label: t('parcels.blind'),
          choices: [
            { value: 'yes', label: t('parcels.blindYes') },
            { value: 'no', label: t('parcels.blindNo') },
          ],
        },
      ]}
      columns={[
        {
          key: 'code',
          title: t('parcels.code'),
          sorts: true,
          cell: (row) => <CodeLink to={`/parcels/${row.code}`} code={row.code} />,
        },
        { key: 'waybill', title: t('parcels.waybill'), sorts: true, cell: (row) => row.waybill ?? '–' },
        {
          key: 'state',
          title: t('parcels.state'),
          sorts: true,
          cell: (row) => <StateTag state={row.state} />,
        },
        { key: 'dock', title: t('parcels.dock'), cell: (row) => row.location ?? '–' },
        { key: 'seal', title: t('parcels.seal'), cell: (row) => row.seal ?? '–' },
        {
          key: 'weightGrams',
          title: t('parcels.weight'),
          sorts: true,
          align: 'right',
          cell: ({ weightGrams }) =>
            weightGrams === null ? '–' : t('parcels.grams', { grams: weightGrams }),
        },
        { key: 'orders', title: t('parcels.orders'), align: 'right', cell: (row) => row.orders },
        { key: 'pieces', title: t('parcels.pieces'), align: 'right', cell: (row) => row.pieces },
        { key: 'by', title: t('parcels.by'), cell: (row) => row.by ?? '–' },
        {
          key: 'receivedAt',
          title: t('parcels.receivedAt'),
          sorts: true,
          cell: (row) => <When at={row.receivedAt} />,
        },
      ]}
    />
  );
}
