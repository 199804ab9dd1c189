import { Button } from 'antd';
import { useState } from 'react';
import { ButtonLink } from '../../shared/desk/button-link.tsx';
import { useFactWords } from '../../shared/desk/fact-words.ts';
import type { Row } from '../../shared/desk/list-page.tsx';
import { useMessage } from '../../shared/desk/messages.tsx';
import { SpreadsheetButton } from '../../shared/desk/spreadsheet-button.tsx';
import { StateTag } from '../../shared/desk/state-tag.tsx';
import { PlusIcon, UploadIcon } from '../../shared/icons.tsx';
import { useLanguage } from '../../shared/language.ts';
import { money } from '../../shared/money.ts';
import { useMay } from '../../shared/signed-in.tsx';
import { useWords } from '../../shared/use-words.ts';
import { portal } from '../../shared/words/portal.ts';
import { skuImport } from '../../shared/words/sku-import.ts';
import { PortalList } from '../portal-list.tsx';
import { SkuForm } from './sku-form.tsx';

export type Sku = Row<'GET /api/v1/skus'>;

/** What the exporter sells; its administrators add to it and put it right. */
export function SkusPage() {
  const t = useWords(portal);
  const imported = useWords(skuImport);
  const facts = useFactWords();
  const language = useLanguage();
  const may = useMay();
  const message = useMessage();
  const [open, setOpen] = useState<Sku | 'new'>();
  const manages = may('skus.manage');
  const nameOf = (sku: Sku) => (language === 'en' ? sku.nameEn : sku.nameZh);
  const add = (
    <Button type="primary" icon={<PlusIcon />} onClick={() => setOpen('new')}>
      {t('skus.add')}
    </Button>
  );
  const edit = (sku: Sku) => (
    <Button size="small" aria-label={t('skus.editOne', { code: sku.code })} onClick={() => setOpen(sku)}>
      {t('skus.edit')}
    </Button>
  );
  const state = ({ active }: Sku) => (
    <StateTag state={active ? portalState.active : portalState.ended} tone={active ? 'good' : 'plain'} />
  );
  return (
    <>
      <PortalList
        endpoint="GET /api/v1/skus"
        title={t('skus.title')}
        actions={
          <>
            <SpreadsheetButton list="skus" filters={['active']} />
            {manages && (
              <ButtonLink to="/skus/import" icon={<UploadIcon />}>
                {imported('open')}
              </ButtonLink>
            )}
            {manages && add}
          </>
        }
        searchHint={t('skus.search')}
        rowKey={(row) => row.code}
        empty={{ title: t('skus.empty'), why: t('skus.emptyWhy'), ...(manages ? { action: add } : {}) }}
        filters={[
          {
            name: 'active',
            label: t('skus.state'),
            choices: [
              { value: 'yes', label: t('skus.active') },
              { value: 'no', label: t('skus.ended') },
            ],
          },
        ]}
        columns={[
          {
            key: 'code',
            title: t('skus.code'),
            sorts: true,
            cell: (row) => <span className="code">{row.code}</span>,
          },
          {
            key: language === 'en' ? 'nameEn' : 'nameZh',
            title: t('skus.name'),
            sorts: true,
            cell: nameOf,
          },
          { key: 'gtin', title: t('skus.gtin'), cell: (row) => row.gtin ?? '–' },
          { key: 'hsCode', title: t('skus.hsCode'), cell: (row) => row.hsCode ?? '–' },
          {
            key: 'valueMinor',
            title: t('skus.value'),
            sorts: true,
            align: 'right',
            cell: (row) => money(row.valueMinor, row.currency, language),
          },
          {
            key: 'weightGrams',
            title: t('skus.weight'),
            sorts: true,
            align: 'right',
            cell: (row) => row.weightGrams,
          },
          { key: 'battery', title: t('skus.battery'), cell: (row) => facts.battery(row.battery) },
          { key: 'active', title: t('skus.state'), cell: state },
          ...(manages ? [{ key: 'edit', title: t('skus.change'), cell: edit }] : []),
        ]}
        card={(row) => (
          <article className="row-card">
            <span className="row-card-head">
              <b>{nameOf(row)}</b>
              {state(row)}
            </span>
            <span className="row-card-head">
              <span className="code">{row.code}</span>
              {manages && edit(row)}
            </span>
            <span className="quiet-text">
              {money(row.valueMinor, row.currency, language)} · {facts.battery(row.battery)}
            </span>
          </article>
        )}
      />
      {open && (
        <SkuForm
          {...(open === 'new' ? {} : { sku: open })}
          onDone={() => {
            setOpen(undefined);
            message.success(t('skus.kept'));
          }}
          onClose={() => setOpen(undefined)}
        />
      )}
    </>
  );
}
const portalState = { active: portal.both('skus.active'), ended: portal.both('skus.ended') };
