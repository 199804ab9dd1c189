import { Alert, Button, Table } from 'antd';
import { useSay, useWords } from '../../use-words.ts';
import { skuImport } from '../../words/sku-import.ts';
import { Card } from '../card.tsx';
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

const ROWS_PER_PAGE = 20;

function Changes({ changes, of }: { readonly changes: Check['changes']; readonly of: number }) {
  const t = useWords(skuImport);
  const name = useFieldName();
  const said = useFieldValue();
  const rows = changes.map((change) => ({ ...change, key: `${change.row}` }));
  const lines = ({ kind, currency, fields }: Check['changes'][number]) =>
    fields.map(({ field, from, to }) => (
      <span key={field}>
        {name(field)}：{kind === 'changed' && `${said(field, from, currency)} → `}
        <b>{said(field, to, currency)}</b>
      </span>
    ));
  return (
    <Card title={t('changes')}>
      {of > changes.length && <p className="quiet-text">{t('more', { count: changes.length })}</p>}
      <Sideways>
        <Table
          aria-label={t('changes')}
          size="small"
          dataSource={rows}
          pagination={{ pageSize: ROWS_PER_PAGE, showSizeChanger: false, hideOnSinglePage: true }}
          columns={[
            { key: 'row', title: t('place'), align: 'right', render: (_, { row }) => row },
            { key: 'code', title: t('code'), render: (_, { code }) => <span className="code">{code}</span> },
            {
              key: 'kind',
              title: t('what'),
              render: (_, { kind }) => t(kind === 'new' ? 'isNew' : 'isChanged'),
            },
            {
              key: 'fields',
              title: t('becomes'),
              render: (_, change) => <span className="sku-import-fields">{lines(change)}</span>,
            },
          ]}
        />
      </Sideways>
    </Card>
  );
}

/** Cell by cell, what is the matter. */
export function SkuFaults({ title, faults }: { readonly title: string; readonly faults: readonly Fault[] }) {
  const t = useWords(skuImport);
  const say = useSay();
  const name = useFieldName();
  const rows = faults.map((fault, i) => ({ ...fault, key: `${i}` }));
  return (
    <Card title={title}>
      <Sideways>
        <Table
          aria-label={title}
          size="small"
          dataSource={rows}
          pagination={{ pageSize: ROWS_PER_PAGE, showSizeChanger: false, hideOnSinglePage: true }}
          columns={[
            {
              key: 'place',
              title: t('place'),
              align: 'right',
              render: (_, { row, at }) => (row === 0 ? t('wholeFile') : (at ?? row)),
            },
            { key: 'column', title: t('column'), render: (_, fault) => fault.heading ?? name(fault.column) },
            {
              key: 'value',
              title: t('value'),
              render: (_, { value }) => <span className="code sku-import-cell">{value || '–'}</span>,
            },
            { key: 'problem', title: t('problem'), render: (_, { words }) => say(words) },
          ]}
        />
      </Sideways>
    </Card>
  );
}
