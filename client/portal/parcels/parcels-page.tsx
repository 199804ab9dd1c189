import { Link } from 'react-router';
import type { Reply } from '../../shared/api.ts';
import { Code } from '../../shared/code.tsx';
import { useStateChoices } from '../../shared/desk/catalogue.ts';
import { CodeLink } from '../../shared/desk/code-link.tsx';
import { SpreadsheetButton } from '../../shared/desk/spreadsheet-button.tsx';
import { StateTag } from '../../shared/desk/state-tag.tsx';
import { useWords } from '../../shared/use-words.ts';
import { When } from '../../shared/when.tsx';
import { parcelWords } from '../../shared/words/parcel.ts';
import { PortalList } from '../portal-list.tsx';

type Row = Reply<'GET /api/v1/parcels'>['rows'][number];

/** What carriers brought for this exporter, the newest first. */
export function ParcelsPage() {
  const t = useWords(parcelWords);
  const states = useStateChoices('parcel');
  const weight = ({ weightGrams }: Row) => (weightGrams === null ? '–' : t('grams', { grams: weightGrams }));
  return (
    <PortalList
      endpoint="GET /api/v1/parcels"
      title={t('title')}
      about={t('about')}
      actions={<SpreadsheetButton list="parcels" filters={['state']} />}
      searchHint={t('search')}
      rowKey={(row) => row.code}
      empty={{ title: t('empty'), why: t('emptyWhy') }}
      filters={[{ name: 'state', label: t('state'), choices: states, several: true }]}
      columns={[
        {
          key: 'code',
          title: t('code'),
          sorts: true,
          cell: (row) => <CodeLink to={`/parcels/${row.code}`} code={row.code} />,
        },
        { key: 'waybill', title: t('waybill'), sorts: true, cell: (row) => row.waybill ?? '–' },
        {
          key: 'receivedAt',
          title: t('receivedAt'),
          sorts: true,
          cell: (row) => <When at={row.receivedAt} />,
        },
        { key: 'state', title: t('state'), sorts: true, cell: (row) => <StateTag state={row.state} /> },
        { key: 'returns', title: t('returns'), cell: (row) => <Returns returns={row.returns} /> },
        { key: 'pieces', title: t('pieces'), align: 'right', cell: (row) => row.pieces },
        { key: 'seal', title: t('seal'), cell: (row) => row.seal ?? '–' },
        { key: 'weightGrams', title: t('weight'), sorts: true, align: 'right', cell: weight },
        { key: 'photos', title: t('photos'), align: 'right', cell: (row) => row.photos },
      ]}
      card={(row) => (
        <Link to={`/parcels/${row.code}`} className="row-card">
          <span className="row-card-head">
            <b>{row.waybill ?? <Code>{row.code}</Code>}</b>
            <StateTag state={row.state} />
          </span>
          <span className="row-card-head">
            <span>{row.returns.map(({ code, reference }) => reference ?? code).join(' · ')}</span>
            <span className="quiet-text">{t('piecesCount', { count: row.pieces })}</span>
          </span>
          <span className="quiet-text">
            <When at={row.receivedAt} /> · {weight(row)} · {t('photosCount', { count: row.photos })}
          </span>
        </Link>
      )}
    />
  );
}

function Returns({ returns }: Pick<Row, 'returns'>) {
  return returns.map(({ code, reference }) => (
    <div key={code}>
      <Link to={`/returns/${code}`}>{reference ?? <Code>{code}</Code>}</Link>
    </div>
  ));
}
