import { Link } from 'react-router';
import { useWords } from '../../use-words.ts';
import { When } from '../../when.tsx';
import { exported } from '../../words/exported.ts';
import { useCountry } from '../country.ts';
import type { Filter, Row } from '../list-page.tsx';
import type { Column } from '../list-table.tsx';
import { platforms } from '../platforms.ts';

export type Exported = Row<'GET /api/v1/exported-orders'>;

/** The first of its articles. */
export function ExportedGoods({ skus, lines }: Exported) {
  const t = useWords(exported);
  return (
    <span className="two-lines">
      <span className="code">{skus.join(', ')}</span>
      {lines > skus.length && <span className="quiet-text">{t('more', { count: lines })}</span>}
    </span>
  );
}

/** By which the list can be filtered, in the portal and in the office. */
export function useExportedFilters(): readonly Filter[] {
  const t = useWords(exported);
  return [
    {
      name: 'platform',
      label: t('platform'),
      several: true,
      choices: platforms.map((value) => ({ value, label: value })),
    },
    {
      name: 'returned',
      label: t('returned'),
      choices: [
        { value: 'yes', label: t('withReturns') },
        { value: 'no', label: t('withoutReturns') },
      ],
    },
  ];
}

/** The columns of the list: how many were exported, came back, are on their way and are left. */
export function useExportedColumns(): readonly Column<Exported>[] {
  const t = useWords(exported);
  const country = useCountry();
  return [
    {
      key: 'number',
      title: t('number'),
      sorts: true,
      cell: (row) => (
        <Link to={`/exported/${row.id}`} className="code">
          {row.number}
        </Link>
      ),
    },
    { key: 'platform', title: t('platform'), sorts: true, cell: (row) => row.platform || '–' },
    {
      key: 'country',
      title: t('country'),
      sorts: true,
      cell: (row) => (row.country ? country(row.country) : '–'),
    },
    { key: 'goods', title: t('goods'), cell: (row) => <ExportedGoods {...row} /> },
    { key: 'exported', title: t('exported'), align: 'right', cell: (row) => row.exported },
    { key: 'back', title: t('back'), align: 'right', cell: (row) => row.back },
    { key: 'onTheWay', title: t('onTheWay'), align: 'right', cell: (row) => row.onTheWay },
    { key: 'left', title: t('left'), align: 'right', cell: (row) => <b>{row.left}</b> },
    { key: 'createdAt', title: t('createdAt'), sorts: true, cell: (row) => <When at={row.createdAt} /> },
  ];
}
