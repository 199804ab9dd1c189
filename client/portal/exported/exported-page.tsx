import { Button } from 'antd';
import { Link, useNavigate } from 'react-router';
import { useCountry } from '../../shared/desk/country.ts';
import {
  type Exported,
  ExportedGoods,
  useExportedColumns,
  useExportedFilters,
} from '../../shared/desk/exported/exported-columns.tsx';
import { SpreadsheetButton } from '../../shared/desk/spreadsheet-button.tsx';
import { PlusIcon, UploadIcon } from '../../shared/icons.tsx';
import { useMay } from '../../shared/signed-in.tsx';
import { useWords } from '../../shared/use-words.ts';
import { When } from '../../shared/when.tsx';
import { portal } from '../../shared/words/portal.ts';
import { PortalList } from '../portal-list.tsx';

/** What the exporter sold abroad, with what is left of it to be returned. */
export function ExportedPage() {
  const t = useWords(portal);
  const country = useCountry();
  const columns = useExportedColumns();
  const filters = useExportedFilters();
  const where = ({ platform, country: of }: Exported) =>
    [platform, of && country(of)].filter(Boolean).join(' · ');
  return (
    <PortalList
      endpoint="GET /api/v1/exported-orders"
      title={t('exported.title')}
      about={t('exported.about')}
      actions={
        <>
          <SpreadsheetButton list="exported-orders" filters={['platform', 'returned']} />
          <EnterButtons />
        </>
      }
      searchHint={t('exported.search')}
      rowKey={(row) => row.id}
      empty={{ title: t('exported.empty'), why: t('exported.emptyWhy'), action: <EnterButtons /> }}
      filters={filters}
      columns={columns}
      card={(row) => (
        <Link to={`/exported/${row.id}`} className="row-card">
          <span className="row-card-head">
            <b className="code">{row.number}</b>
            <span className="quiet-text">
              <When at={row.createdAt} />
            </span>
          </span>
          <span className="row-card-head">
            <ExportedGoods {...row} />
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
