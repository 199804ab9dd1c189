import { CopyCode } from '../shared/code.tsx';
import { ListPage } from '../shared/desk/list-page.tsx';
import { StateTag } from '../shared/desk/state-tag.tsx';
import { useWords } from '../shared/use-words.ts';
import { When } from '../shared/when.tsx';
import { portal } from '../shared/words/portal.ts';

export function ReturnsPage() {
  const t = useWords(portal);
  return (
    <ListPage
      endpoint="GET /api/v1/return-orders"
      title={t('returns.title')}
      searchHint={t('returns.search')}
      rowKey={(row) => row.code}
      empty={{ title: t('returns.empty'), why: t('returns.emptyWhy') }}
      columns={[
        {
          key: 'code',
          title: t('returns.code'),
          sorts: true,
          cell: (row) => <CopyCode>{row.code}</CopyCode>,
        },
        { key: 'reference', title: t('returns.reference'), sorts: true, cell: (row) => row.reference ?? '–' },
        {
          key: 'state',
          title: t('returns.state'),
          sorts: true,
          cell: (row) => <StateTag state={row.state} />,
        },
        {
          key: 'createdAt',
          title: t('returns.createdAt'),
          sorts: true,
          cell: (row) => <When at={row.createdAt} />,
        },
      ]}
    />
  );
}
