import { Button } from 'antd';
import type { Input } from '../../shared/api.ts';
import { CopyCode } from '../../shared/code.tsx';
import { useFactWords } from '../../shared/desk/fact-words.ts';
import { ListPage, type Row } from '../../shared/desk/list-page.tsx';
import { useSend } from '../../shared/desk/replies.ts';
import { skuBatteries, skuQuestions } from '../../shared/desk/sku-questions.ts';
import { useLanguage } from '../../shared/language.ts';
import { money } from '../../shared/money.ts';
import type { Answers } from '../../shared/questions.ts';
import { newScanId } from '../../shared/scan-id.ts';
import { useMay } from '../../shared/signed-in.tsx';
import { useSay, useWords } from '../../shared/use-words.ts';
import { settings } from '../../shared/words/settings.ts';
import { sku as skuWords } from '../../shared/words/sku.ts';
import { useExporters, useNameOf } from '../choices.ts';
import {
  ActiveTag,
  ChangeButton,
  chosen,
  inUse,
  question,
  RecordForm,
  useActiveFilter,
  useEditing,
} from './record-form.tsx';

type Sku = Row<'GET /api/v1/skus'>;
const add = 'POST /api/v1/skus';
const change = 'PATCH /api/v1/skus/:code';

/** What exporters sell. */
export function SkusPage() {
  const t = useWords(settings);
  const its = useWords(skuWords);
  const words = useFactWords();
  const mayManage = useMay()('skus.manage');
  const exporters = useExporters();
  const { editing, add: addOne, change: changeOne, close } = useEditing<Sku>();
  return (
    <>
      <ListPage
        endpoint="GET /api/v1/skus"
        title={t('part.skus')}
        about={t('skus.about')}
        searchHint={t('skus.search')}
        rowKey={(row) => `${row.exporterCode} ${row.code}`}
        empty={{ title: t('skus.empty'), why: t('skus.emptyWhy') }}
        actions={
          mayManage && (
            <Button type="primary" onClick={addOne}>
              {t('skus.add')}
            </Button>
          )
        }
        filters={[
          { name: 'exporter', label: t('skus.exporter'), several: true, choices: exporters },
          {
            name: 'battery',
            label: its('battery'),
            several: true,
            choices: skuBatteries.map(({ value }) => ({ value, label: words.battery(value) })),
          },
          useActiveFilter(),
        ]}
        columns={useColumns(mayManage ? changeOne : undefined)}
      />
      {editing && <SkuForm sku={editing.row} onClose={close} />}
    </>
  );
}

function useColumns(onChange: ((row: Sku) => void) | undefined) {
  const t = useWords(settings);
  const its = useWords(skuWords);
  const say = useSay();
  const nameOf = useNameOf();
  const language = useLanguage();
  const words = useFactWords();
  return [
    { key: 'code', title: t('code'), sorts: true, cell: (row: Sku) => <CopyCode>{row.code}</CopyCode> },
    { key: 'nameZh', title: t('skus.name'), sorts: true, cell: nameOf },
    { key: 'exporter', title: t('skus.exporter'), sorts: true, cell: (row: Sku) => say(row.exporter) },
    { key: 'category', title: its('category'), sorts: true, cell: (row: Sku) => row.category },
    { key: 'gtin', title: its('gtin'), cell: (row: Sku) => row.gtin ?? '–' },
    { key: 'hsCode', title: its('hsCode'), cell: (row: Sku) => row.hsCode ?? '–' },
    {
      key: 'valueMinor',
      title: its('valueMinor'),
      sorts: true,
      align: 'right' as const,
      cell: (row: Sku) => money(row.valueMinor, row.currency, language),
    },
    {
      key: 'weightGrams',
      title: its('weightGrams'),
      sorts: true,
      align: 'right' as const,
      cell: (row: Sku) => row.weightGrams,
    },
    {
      key: 'battery',
      title: its('battery'),
      cell: (row: Sku) => words.battery(row.battery),
    },
    {
      key: 'kept',
      title: t('skus.serialShort'),
      cell: (row: Sku) =>
        [row.serialTracked && t('skus.serialShort'), row.holdsData && t('skus.dataShort')]
          .filter(Boolean)
          .join(' · ') || '–',
    },
    { key: 'status', title: t('status'), cell: (row: Sku) => <ActiveTag active={row.active} /> },
    ...(onChange
      ? [
          {
            key: 'change',
            title: t('change'),
            cell: (row: Sku) => <ChangeButton row={row.code} onClick={() => onChange(row)} />,
          },
        ]
      : []),
  ];
}

function SkuForm({ sku, onClose }: { readonly sku: Sku | undefined; readonly onClose: () => void }) {
  const t = useWords(settings);
  const exporters = useExporters().map(({ value, label }) => ({ value, zh: label, en: label }));
  const { mutateAsync: create } = useSend(add);
  const { mutateAsync: alter } = useSend(change);
  const whose = chosen('exporter', settings.both('skus.exporter'), exporters);
  const save = (answers: Answers) =>
    sku
      ? alter({ ...answers, code: sku.code, exporter: sku.exporterCode, scanId: newScanId() })
      : create({ ...answers, scanId: newScanId() } as Input<typeof add>);
  return (
    <RecordForm
      title={sku ? t('changeRow', { row: sku.code }) : t('skus.add')}
      questions={
        sku
          ? [...skuQuestions, inUse]
          : [whose, question('code', 'code', settings.both('code')), ...skuQuestions]
      }
      {...(sku ? { initial: { ...sku, exporter: undefined } } : { preset: fresh })}
      save={save}
      onClose={onClose}
    />
  );
}

const fresh = { currency: 'CNY', battery: 'none', serialTracked: false, holdsData: false };
