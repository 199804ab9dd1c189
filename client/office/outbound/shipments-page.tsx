import { ButtonLink } from '../../shared/desk/button-link.tsx';
import { useStateChoices } from '../../shared/desk/catalogue.ts';
import { CodeLink } from '../../shared/desk/code-link.tsx';
import { useCountry } from '../../shared/desk/country.ts';
import { useFactWords } from '../../shared/desk/fact-words.ts';
import { ListPage } from '../../shared/desk/list-page.tsx';
import { SpreadsheetButton } from '../../shared/desk/spreadsheet-button.tsx';
import { StateTag } from '../../shared/desk/state-tag.tsx';
import { PlusIcon } from '../../shared/icons.tsx';
import { useMay } from '../../shared/signed-in.tsx';
import { useSay, useWords } from '../../shared/use-words.ts';
import { When } from '../../shared/when.tsx';
import { shipments } from '../../shared/words/shipments.ts';
import { ways } from '../../shared/words/ways.ts';
import { useExporters } from '../choices.ts';

export const exits = Object.keys(ways.zh.exit) as (keyof typeof ways.zh.exit)[];

/** What leaves the house, the newest first. */
export function ShipmentsPage() {
  const t = useWords(shipments);
  const say = useSay();
  const words = useFactWords();
  const country = useCountry();
  const states = useStateChoices('shipment');
  const exporters = useExporters();
  const create = useMay()('shipments.plan') && (
    <ButtonLink to="/outbound/new" type="primary" icon={<PlusIcon />}>
      {t('open')}
    </ButtonLink>
  );
  return (
    <ListPage
      endpoint="GET /api/v1/shipments"
      title={t('title')}
      about={t('about')}
      searchHint={t('search')}
      rowKey={(row) => row.code}
      actions={
        <>
          <SpreadsheetButton list="shipments" filters={['state', 'exit', 'exporter']} />
          {create}
        </>
      }
      empty={{ title: t('empty'), why: t('emptyWhy'), action: create }}
      filters={[
        { name: 'state', label: t('state'), several: true, choices: states },
        {
          name: 'exit',
          label: t('exit'),
          several: true,
          choices: exits.map((exit) => ({ value: exit, label: words.exit(exit) })),
        },
        { name: 'exporter', label: t('exporter'), several: true, choices: exporters },
      ]}
      columns={[
        {
          key: 'code',
          title: t('code'),
          sorts: true,
          cell: (row) => <CodeLink to={`/outbound/${row.code}`} code={row.code} />,
        },
        { key: 'exit', title: t('exit'), cell: (row) => words.exit(row.exit) },
        { key: 'exporter', title: t('exporter'), cell: (row) => say(row.exporter) },
        { key: 'consignee', title: t('consignee'), cell: (row) => row.consignee },
        { key: 'country', title: t('country'), cell: (row) => country(row.country) },
        { key: 'items', title: t('items'), align: 'right', cell: (row) => row.items },
        { key: 'state', title: t('state'), sorts: true, cell: (row) => <StateTag state={row.state} /> },
        {
          key: 'waybill',
          title: t('waybill'),
          cell: (row) => (
            <span className="two-lines">
              <span>{row.waybill ?? '–'}</span>
              <small>{row.carrier}</small>
            </span>
          ),
        },
        {
          key: 'createdAt',
          title: t('createdAt'),
          sorts: true,
          cell: (row) => <When at={row.createdAt} />,
        },
        { key: 'shippedAt', title: t('shippedAt'), cell: (row) => <When at={row.shippedAt} /> },
      ]}
    />
  );
}
