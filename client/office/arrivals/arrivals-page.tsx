import { useStateChoices } from '../../shared/desk/catalogue.ts';
import { CodeLink } from '../../shared/desk/code-link.tsx';
import { useCountry } from '../../shared/desk/country.ts';
import { ListPage } from '../../shared/desk/list-page.tsx';
import { SpreadsheetButton } from '../../shared/desk/spreadsheet-button.tsx';
import { StateTag } from '../../shared/desk/state-tag.tsx';
import { useSay, useWords } from '../../shared/use-words.ts';
import { When } from '../../shared/when.tsx';
import { office } from '../../shared/words/office.ts';
import { useExporters } from '../choices.ts';
import { Progress, useStage } from './progress.tsx';

/** What exporters announced, the newest first. */
export function ArrivalsPage() {
  const t = useWords(office);
  const say = useSay();
  const stage = useStage();
  const country = useCountry();
  const states = useStateChoices('returnOrder');
  const exporters = useExporters();
  return (
    <ListPage
      endpoint="GET /api/v1/return-orders"
      title={t('arrivals.title')}
      about={t('arrivals.about')}
      actions={<SpreadsheetButton list="return-orders" filters={['state', 'exporter']} />}
      searchHint={t('arrivals.search')}
      rowKey={(row) => row.code}
      empty={{ title: t('arrivals.empty'), why: t('arrivals.emptyWhy') }}
      filters={[
        { name: 'state', label: t('arrivals.state'), several: true, choices: states },
        { name: 'exporter', label: t('arrivals.exporter'), several: true, choices: exporters },
      ]}
      columns={[
        {
          key: 'code',
          title: t('arrivals.code'),
          sorts: true,
          cell: (row) => <CodeLink to={`/arrivals/${row.code}`} code={row.code} />,
        },
        { key: 'exporter', title: t('arrivals.exporter'), cell: (row) => say(row.exporter) },
        {
          key: 'reference',
          title: t('arrivals.reference'),
          sorts: true,
          cell: (row) => row.reference ?? '–',
        },
        { key: 'waybill', title: t('arrivals.waybill'), cell: (row) => row.waybill ?? '–' },
        {
          key: 'country',
          title: t('arrivals.country'),
          cell: (row) => (row.country ? country(row.country) : '–'),
        },
        {
          key: 'state',
          title: t('arrivals.state'),
          sorts: true,
          cell: (row) => (
            <span className="two-lines">
              <StateTag state={row.state} tone={row.state.waitsFor === 'staff' ? 'bad' : 'plain'} />
              {row.risks > 0 && <b className="bad-text">{t('arrivals.risk')}</b>}
            </span>
          ),
        },
        { key: 'stage', title: t('arrivals.stage'), cell: ({ progress }) => stage(progress.stage) },
        {
          key: 'received',
          title: t('arrivals.received'),
          align: 'right',
          cell: ({ progress }) => <Progress {...progress} />,
        },
        { key: 'lines', title: t('arrivals.lines'), align: 'right', cell: (row) => row.lines },
        {
          key: 'createdAt',
          title: t('arrivals.createdAt'),
          sorts: true,
          cell: (row) => <When at={row.createdAt} />,
        },
      ]}
    />
  );
}
