import { Alert, Button, Grid, Table } from 'antd';
import { useWords } from '../../use-words.ts';
import { skuImport } from '../../words/sku-import.ts';
import { Card } from '../card.tsx';
import { FaultTable, pagedSheet } from '../fault-table.tsx';
import { Sideways } from '../sideways.tsx';
import { useFieldName, useFieldValue } from './field-names.ts';
import type { Check, Fault } from './use-sku-import.ts';

/** How the check ended: what to put right, or what is new and what changes, with the button that stores it. */
export function SkuReport({
  checked,
  busy,
  onStore,
}: {
  readonly checked: Check;
  readonly busy: boolean;
  readonly onStore: () => void;
}) {
  const t = useWords(skuImport);
  const { faults, faultsInAll, remarks, counts } = checked;
  if (faults.length > 0)
    return (
      <>
        <Alert
          type="error"
          showIcon
          title={t('faulty', { count: faultsInAll })}
          description={t('faultyWhy')}
        />
        <SkuFaults title={t('faults')} faults={faults} />
      </>
    );
  const { new: added, changed, same } = counts;
  const count = added + changed;
  return (
    <>
      <Alert
        type="success"
        showIcon
        title={t('sound', { added, changed, same })}
        description={t(count > 0 ? 'soundWhy' : 'nothingToDo')}
        action={
          count > 0 && (
            <Button type="primary" loading={busy} onClick={onStore}>
              {t('go', { count })}
            </Button>
          )
        }
      />
      {count > 0 && <Changes changes={checked.changes} of={count} />}
      {remarks.length > 0 && <SkuFaults title={t('remarks')} faults={remarks} />}
    </>
  );
}

function Changes({ changes, of }: { readonly changes: Check['changes']; readonly of: number }) {
  const t = useWords(skuImport);
  const { md } = Grid.useBreakpoint();
  const name = useFieldName();
  const said = useFieldValue();
  const rows = changes.map((change) => ({ ...change, key: `${change.row}` }));
  type Row = Check['changes'][number];
  const fields = ({ kind, currency, fields: all }: Row) => (
    <span className="sku-import-fields">
      {all.map(({ field, from, to }) => (
        <span key={field}>
          {name(field)}：{kind === 'changed' && `${said(field, from, currency)} → `}
          <b>{said(field, to, currency)}</b>
        </span>
      ))}
    </span>
  );
  const whether = ({ kind }: Row) => t(kind === 'new' ? 'isNew' : 'isChanged');
  const code = (row: Row) => <span className="code">{row.code}</span>;
  const onTelephone = (row: Row) => (
    <span className="sku-import-fields">
      <span>
        {row.row} · {code(row)} · {whether(row)}
      </span>
      {fields(row)}
    </span>
  );
  const columns = [
    { key: 'row', title: t('place'), align: 'right' as const, render: (_: unknown, { row }: Row) => row },
    { key: 'code', title: t('code'), render: (_: unknown, row: Row) => code(row) },
    { key: 'kind', title: t('what'), render: (_: unknown, row: Row) => whether(row) },
    { key: 'fields', title: t('becomes'), render: (_: unknown, row: Row) => fields(row) },
  ];
  const narrow = [{ key: 'all', title: t('becomes'), render: (_: unknown, row: Row) => onTelephone(row) }];
  return (
    <Card title={t('changes')}>
      {of > changes.length && <p className="quiet-text">{t('more', { count: changes.length })}</p>}
      <Sideways>
        <Table
          aria-label={t('changes')}
          size="small"
          dataSource={rows}
          pagination={pagedSheet}
          columns={md ? columns : narrow}
        />
      </Sideways>
    </Card>
  );
}

/** Cell by cell, what is the matter. */
export function SkuFaults({ title, faults }: { readonly title: string; readonly faults: readonly Fault[] }) {
  const t = useWords(skuImport);
  const name = useFieldName();
  const said = useFieldValue();
  return (
    <Card title={title}>
      <FaultTable
        title={title}
        faults={faults}
        heads={{
          place: t('place'),
          column: t('column'),
          value: t('value'),
          problem: t('problem'),
          wholeFile: t('wholeFile'),
        }}
        columnOf={(fault) => fault.heading ?? name(fault.column)}
        textOf={({ column, value }) => (value === '' ? '' : said(column, value, 'CNY'))}
      />
    </Card>
  );
}
