import { Link } from 'react-router';
import { Code } from '../../shared/code.tsx';
import { useCodeLists, usePhases, useStateChoices } from '../../shared/desk/catalogue.ts';
import { CodeLink } from '../../shared/desk/code-link.tsx';
import { DaysChip } from '../../shared/desk/days-chip.tsx';
import { SpreadsheetButton } from '../../shared/desk/spreadsheet-button.tsx';
import { useSay, useWords } from '../../shared/use-words.ts';
import { When } from '../../shared/when.tsx';
import { portal } from '../../shared/words/portal.ts';
import { Grade } from '../grade.tsx';
import { PortalList } from '../portal-list.tsx';
import { Stage } from './journey.tsx';

/** Everything that ever came back, with a spreadsheet of what is shown. */
export function ItemsPage() {
  const t = useWords(portal);
  const say = useSay();
  const phases = usePhases('item').map(({ id, ...words }) => ({ value: id, label: say(words) }));
  const states = useStateChoices('item');
  const grades = (useCodeLists().grade ?? []).map((one) => ({ value: one.value, label: say(one) }));
  return (
    <PortalList
      endpoint="GET /api/v1/items"
      title={t('items.title')}
      actions={<SpreadsheetButton list="items" filters={['state', 'phase', 'grade', 'window']} />}
      searchHint={t('items.search')}
      rowKey={(row) => row.code}
      empty={{ title: t('items.empty'), why: t('items.emptyWhy') }}
      filters={[
        { name: 'phase', label: t('items.phase'), choices: phases },
        { name: 'state', label: t('items.state'), choices: states, several: true },
        { name: 'grade', label: t('items.grade'), choices: grades, several: true },
        {
          name: 'window',
          label: t('items.window'),
          choices: [30, 60, 90].map((count) => ({
            value: String(count),
            label: t('items.windowWithin', { count }),
          })),
        },
      ]}
      columns={[
        { key: 'name', title: t('items.name'), cell: (row) => say(row.name) || row.sku },
        {
          key: 'code',
          title: t('items.code'),
          sorts: true,
          cell: (row) => <CodeLink to={`/items/${row.code}`} code={row.code} />,
        },
        {
          key: 'serial',
          title: t('items.serial'),
          cell: (row) => (row.serial ? <span className="code">{row.serial}</span> : '–'),
        },
        {
          key: 'quantity',
          title: t('items.quantity'),
          sorts: true,
          align: 'right',
          cell: (row) => row.quantity,
        },
        { key: 'state', title: t('items.state'), sorts: true, cell: (row) => <Stage state={row.state} /> },
        {
          key: 'grade',
          title: t('items.grade'),
          sorts: true,
          cell: (row) => (row.grade ? <Grade grade={row.grade} /> : '–'),
        },
        {
          key: 'windowDays',
          title: t('items.window'),
          sorts: true,
          cell: (row) => <DaysChip days={row.windowDays} />,
        },
        {
          key: 'stateSince',
          title: t('items.stateSince'),
          sorts: true,
          cell: (row) => <When at={row.stateSince} />,
        },
      ]}
      card={(row) => (
        <Link to={`/items/${row.code}`} className="row-card">
          <span className="row-card-head">
            <b>{say(row.name) || row.sku}</b>
            <Stage state={row.state} />
          </span>
          <span className="row-card-head">
            <span className="quiet-text">
              <Code>{row.code}</Code> {row.quantity > 1 && t('pieces', { count: row.quantity })}
            </span>
            {row.grade && <Grade grade={row.grade} />}
          </span>
          <span className="row-card-head">
            <span className="quiet-text">
              <When at={row.stateSince} />
            </span>
            {row.windowDays !== null && <DaysChip days={row.windowDays} />}
          </span>
        </Link>
      )}
    />
  );
}
