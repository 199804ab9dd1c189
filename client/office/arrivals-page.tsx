import { CopyCode } from '../shared/code.tsx';
import { ListPage } from '../shared/desk/list-page.tsx';
import { StateTag } from '../shared/desk/state-tag.tsx';
import { useSay, useWords } from '../shared/use-words.ts';
import { When } from '../shared/when.tsx';
import { office } from '../shared/words/office.ts';

/** What exporters announced, the newest first. */
export function ArrivalsPage() {
  const t = useWords(office);
  const say = useSay();
  return (
    <ListPage
      endpoint="GET /api/v1/return-orders"
      title={t('arrivals.title')}
      searchHint={t('arrivals.search')}
      rowKey={(row) => row.code}
      empty={{ title: t('arrivals.empty'), why: t('arrivals.emptyWhy') }}
      columns={[
        {
          key: 'code',
          title: t('arrivals.code'),
          sorts: true,
          cell: (row) => <CopyCode>{row.code}</CopyCode>,
        },
        { key: 'exporter', title: t('arrivals.exporter'), cell: (row) => say(row.exporter) },
        { key: 'waybill', title: t('arrivals.waybill'), cell: (row) => row.waybill ?? '–' },
        {
          key: 'state',
          title: t('arrivals.state'),
          sorts: true,
          cell: (row) => <StateTag state={row.state} />,
        },
        {
          key: 'received',
          title: t('arrivals.received'),
          align: 'right',
          cell: ({ progress }) => `${progress.received} / ${progress.total}`,
        },
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
