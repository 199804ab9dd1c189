import { Button } from 'antd';
import { Link, useNavigate } from 'react-router';
import { useCountry } from '../../shared/desk/country.ts';
import type { Row } from '../../shared/desk/list-page.tsx';
import { PlusIcon, UploadIcon } from '../../shared/icons.tsx';
import { useMay } from '../../shared/signed-in.tsx';
import { useWords } from '../../shared/use-words.ts';
import { When } from '../../shared/when.tsx';
import { portal } from '../../shared/words/portal.ts';
import { PortalList } from '../portal-list.tsx';
import { platforms } from '../returns/head-fields.tsx';

type Exported = Row<'GET /api/v1/exported-orders'>;

/** What the exporter sold abroad, with what is left of it to be returned. */
export function ExportedPage() {
  const t = useWords(portal);
  const country = useCountry();
  const goods = ({ skus, lines }: Exported) => (
    <span className="two-lines">
      <span className="code">{skus.join(', ')}</span>
      {lines > skus.length && <span className="quiet-text">{t('exported.more', { count: lines })}</span>}
    </span>
  );
  const where = ({ platform, country: of }: Exported) =>
    [platform, of && country(of)].filter(Boolean).join(' · ');
  return (
    <PortalList
      endpoint="GET /api/v1/exported-orders"
      title={t('exported.title')}
      about={t('exported.about')}
      actions={<EnterButtons />}
      searchHint={t('exported.search')}
      rowKey={(row) => row.id}
      empty={{ title: t('exported.empty'), why: t('exported.emptyWhy'), action: <EnterButtons /> }}
      filters={[
        {
          name: 'platform',
          label: t('exported.platform'),
          several: true,
          choices: platforms.map((value) => ({ value, label: value })),
        },
        {
          name: 'returned',
          label: t('exported.returned'),
          choices: [
            { value: 'yes', label: t('exported.withReturns') },
            { value: 'no', label: t('exported.withoutReturns') },
          ],
        },
      ]}
      columns={[
        {
          key: 'number',
          title: t('exported.number'),
          sorts: true,
          cell: (row) => (
            <Link to={`/exported/${row.id}`} className="code">
              {row.number}
            </Link>
          ),
        },
        { key: 'platform', title: t('exported.platform'), sorts: true, cell: (row) => row.platform || '–' },
        {
          key: 'country',
          title: t('exported.country'),
          sorts: true,
          cell: (row) => (row.country ? country(row.country) : '–'),
        },
        { key: 'goods', title: t('exported.goods'), cell: goods },
        { key: 'exported', title: t('exported.exported'), align: 'right', cell: (row) => row.exported },
        { key: 'back', title: t('exported.back'), align: 'right', cell: (row) => row.back },
        { key: 'onTheWay', title: t('exported.onTheWay'), align: 'right', cell: (row) => row.onTheWay },
        { key: 'left', title: t('exported.left'), align: 'right', cell: (row) => <b>{row.left}</b> },
        {
          key: 'createdAt',
          title: t('exported.createdAt'),
          sorts: true,
          cell: (row) => <When at={row.createdAt} />,
        },
      ]}
      card={(row) => (
        <Link to={`/exported/${row.id}`} className="row-card">
          <span className="row-card-head">
            <b className="code">{row.number}</b>
            <span className="quiet-text">
              <When at={row.createdAt} />
            </span>
          </span>
          <span className="row-card-head">
            {goods(row)}
            <b>{t('exported.leftOf', row)}</b>
          </span>
          <span className="quiet-text">{where(row)}</span>
        </Link>
      )}
    />
  );
}

function EnterButtons() {
  const t = useWords(portal);
  const go = useNavigate();
  const may = useMay();
  if (!may('returns.submit')) return null;
  return (
    <>
      <Button icon={<UploadIcon />} onClick={() => void go('/exported/import')}>
        {t('returns.import')}
      </Button>
      <Button type="primary" icon={<PlusIcon />} onClick={() => void go('/exported/new')}>
        {t('exported.add')}
      </Button>
    </>
  );
}
