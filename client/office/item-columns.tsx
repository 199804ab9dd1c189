import { CodeLink } from '../shared/desk/code-link.tsx';
import type { Row } from '../shared/desk/list-page.tsx';
import type { Column } from '../shared/desk/list-table.tsx';
import { StateTag } from '../shared/desk/state-tag.tsx';
import { useSay, useWords } from '../shared/use-words.ts';
import { When } from '../shared/when.tsx';
import { office } from '../shared/words/office.ts';

type ItemRow = Row<'GET /api/v1/items'>;

/** The columns of every list of items in the office. */
export function useItemColumns(): readonly Column<ItemRow>[] {
  const t = useWords(office);
  const say = useSay();
  return [
    {
      key: 'code',
      title: t('items.code'),
      sorts: true,
      cell: (row) => <CodeLink to={`/items/${row.code}`} code={row.code} />,
    },
    { key: 'name', title: t('items.name'), cell: (row) => say(row.name) },
    { key: 'exporter', title: t('items.exporter'), cell: (row) => say(row.exporter) },
    {
      key: 'state',
      title: t('items.state'),
      sorts: true,
      cell: (row) => <StateTag state={row.state} tone={row.holds > 0 ? 'bad' : 'plain'} />,
    },
    { key: 'grade', title: t('items.grade'), sorts: true, cell: (row) => row.grade ?? '–' },
    {
      key: 'location',
      title: t('items.location'),
      sorts: true,
      cell: (row) => (row.location ? <span className="code">{row.location}</span> : '–'),
    },
    { key: 'quantity', title: t('items.quantity'), sorts: true, align: 'right', cell: (row) => row.quantity },
    {
      key: 'stateSince',
      title: t('items.stateSince'),
      sorts: true,
      cell: (row) => <When at={row.stateSince} />,
    },
  ];
}
