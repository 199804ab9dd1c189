import { useCodeName } from '../../shared/desk/catalogue.ts';
import { CodeLink } from '../../shared/desk/code-link.tsx';
import { DaysChip } from '../../shared/desk/days-chip.tsx';
import type { Row } from '../../shared/desk/list-page.tsx';
import type { Column } from '../../shared/desk/list-table.tsx';
import { StateTag } from '../../shared/desk/state-tag.tsx';
import { useSay, useWords } from '../../shared/use-words.ts';
import { HowLong } from '../../shared/when.tsx';
import { office } from '../../shared/words/office.ts';
import { NameCell } from '../name-cell.tsx';

export type ItemRow = Row<'GET /api/v1/items'>;

/** The columns of every list of items in the office. */
export function useItemColumns(): readonly Column<ItemRow>[] {
  const t = useWords(office);
  const say = useSay();
  const name = useCodeName();
  return [
    {
      key: 'code',
      title: t('items.code'),
      sorts: true,
      cell: (row) => <CodeLink to={`/items/${row.code}`} code={row.code} />,
    },
    {
      key: 'sku',
      title: t('items.name'),
      sorts: true,
      cell: (row) => <NameCell of={row} />,
    },
    { key: 'exporter', title: t('items.exporter'), cell: (row) => say(row.exporter) || '–' },
    {
      key: 'state',
      title: t('items.state'),
      sorts: true,
      cell: (row) => (
        <span className="tags">
          <StateTag state={row.state} />
          {row.holds > 0 && <StateTag state={office.both('items.held')} tone="bad" />}
          {row.hazard && <StateTag state={office.both('item.hazard')} tone="bad" />}
        </span>
      ),
    },
    {
      key: 'grade',
      title: t('items.grade'),
      sorts: true,
      cell: (row) => (row.grade ? <span title={name('grade', row.grade)}>{row.grade}</span> : '–'),
    },
    {
      key: 'disposition',
      title: t('items.disposition'),
      cell: (row) => name('disposition', row.disposition),
    },
    {
      key: 'location',
      title: t('items.location'),
      sorts: true,
      cell: (row) => (row.location ? <span className="code">{row.location}</span> : '–'),
    },
    { key: 'quantity', title: t('items.quantity'), sorts: true, align: 'right', cell: (row) => row.quantity },
    {
      key: 'windowDays',
      title: t('items.window'),
      sorts: true,
      cell: (row) => (row.state.ended ? '–' : <DaysChip days={row.windowDays} />),
    },
    {
      key: 'stateSince',
      title: t('items.stateSince'),
      sorts: true,
      cell: (row) => <HowLong since={row.stateSince} />,
    },
  ];
}
