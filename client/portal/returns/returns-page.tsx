import { Link } from 'react-router';
import { Code } from '../../shared/code.tsx';
import { useStateChoices } from '../../shared/desk/catalogue.ts';
import { CodeLink } from '../../shared/desk/code-link.tsx';
import { SpreadsheetButton } from '../../shared/desk/spreadsheet-button.tsx';
import { useSay, useWords } from '../../shared/use-words.ts';
import { When } from '../../shared/when.tsx';
import { portal } from '../../shared/words/portal.ts';
import { PortalList } from '../portal-list.tsx';
import { Progress } from './progress.tsx';
import { ReturnActions } from './return-actions.tsx';

export function ReturnsPage() {
  const t = useWords(portal);
  const say = useSay();
  const states = useStateChoices('returnOrder');
  return (
    <PortalList
      endpoint="GET /api/v1/return-orders"
      title={t('returns.title')}
      actions={
        <>
          <SpreadsheetButton list="return-orders" filters={['state']} />
          <ReturnActions />
        </>
      }
      searchHint={t('returns.search')}
      rowKey={(row) => row.code}
      empty={{ title: t('returns.empty'), why: t('returns.emptyWhy') }}
      filters={[{ name: 'state', label: t('returns.state'), choices: states, several: true }]}
      columns={[
        {
          key: 'code',
          title: t('returns.code'),
          sorts: true,
          cell: (row) => <CodeLink to={`/returns/${row.code}`} code={row.code} />,
        },
        { key: 'reference', title: t('returns.reference'), sorts: true, cell: (row) => row.reference ?? '–' },
        { key: 'state', title: t('returns.state'), cell: (row) => <Progress {...row} /> },
        { key: 'lines', title: t('returns.lines'), align: 'right', cell: (row) => row.lines },
        {
          key: 'waybill',
          title: t('returns.waybill'),
          cell: (row) => (row.waybill ? <span className="code">{row.waybill}</span> : '–'),
        },
        { key: 'warehouse', title: t('returns.warehouse'), cell: (row) => say(row.warehouse) },
        {
          key: 'createdAt',
          title: t('returns.createdAt'),
          sorts: true,
          cell: (row) => <When at={row.createdAt} />,
        },
      ]}
      card={(row) => (
        <Link to={`/returns/${row.code}`} className="row-card">
          <span className="row-card-head">
            <b>{row.reference ?? <Code>{row.code}</Code>}</b>
            <span className="quiet-text">
              <When at={row.createdAt} />
            </span>
          </span>
          <Progress {...row} />
          <span className="quiet-text">
            {row.reference && <Code>{row.code}</Code>} {t('returns.linesCount', { count: row.lines })}
          </span>
        </Link>
      )}
    />
  );
}
