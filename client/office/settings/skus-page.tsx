import { Button } from 'antd';
import type { Input } from '../../shared/api.ts';
import { CopyCode } from '../../shared/code.tsx';
import { useFactWords } from '../../shared/desk/fact-words.ts';
import { ListPage, type Row } from '../../shared/desk/list-page.tsx';
import { useSend } from '../../shared/desk/replies.ts';
import { useLanguage } from '../../shared/language.ts';
import { money } from '../../shared/money.ts';
import type { Answers, Question } from '../../shared/questions.ts';
import { newScanId } from '../../shared/scan-id.ts';
import { useMay } from '../../shared/signed-in.tsx';
import { useSay, useWords } from '../../shared/use-words.ts';
import { facts } from '../../shared/words/facts.ts';
import { settings } from '../../shared/words/settings.ts';
import { useExporters, useNameOf } from '../choices.ts';
import {
  ActiveTag,
  ChangeButton,
  chosen,
  inUse,
  maybe,
  question,
  RecordForm,
  useActiveFilter,
  useEditing,
} from './record-form.tsx';

type Sku = Row<'GET /api/v1/skus'>;
const add = 'POST /api/v1/skus';
const change = 'PATCH /api/v1/skus/:code';
const batteries = {
  none: 'none',
  'ion in equipment': 'inEquipment',
  'ion with equipment': 'withEquipment',
  'ion alone': 'alone',
  metal: 'metal',
} as const;

const about: readonly Question[] = [
  question('nameZh', 'text', settings.both('nameZh')),
  question('nameEn', 'text', settings.both('nameEn')),
  question('category', 'text', settings.both('skus.category')),
  maybe('gtin', 'code', settings.both('skus.gtin')),
  maybe('hsCode', 'code', settings.both('skus.hsCode')),
  question('valueMinor', 'money', settings.both('skus.value')),
  question('currency', 'code', settings.both('skus.currency')),
  question('weightGrams', 'number', settings.both('skus.weight')),
  chosen(
    'battery',
    settings.both('skus.battery'),
    Object.entries(batteries).map(([value, name]) => ({ value, ...facts.both(`battery.${name}`) })),
  ),
  maybe('batteryWh', 'code', settings.both('skus.batteryWh')),
  question('serialTracked', 'yes or no', settings.both('skus.serialTracked')),
  question('holdsData', 'yes or no', settings.both('skus.holdsData')),
];

/** What exporters sell. */
export function SkusPage() {
  const t = useWords(settings);
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
            label: t('skus.battery'),
            several: true,
            choices: Object.keys(batteries).map((value) => ({ value, label: words.battery(value) })),
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
  const say = useSay();
  const nameOf = useNameOf();
  const language = useLanguage();
  const words = useFactWords();
  return [
    { key: 'code', title: t('code'), sorts: true, cell: (row: Sku) => <CopyCode>{row.code}</CopyCode> },
    { key: 'nameZh', title: t('skus.name'), sorts: true, cell: nameOf },
    { key: 'exporter', title: t('skus.exporter'), sorts: true, cell: (row: Sku) => say(row.exporter) },
    { key: 'category', title: t('skus.category'), sorts: true, cell: (row: Sku) => row.category },
    { key: 'gtin', title: t('skus.gtin'), cell: (row: Sku) => row.gtin ?? '–' },
    { key: 'hsCode', title: t('skus.hsCode'), cell: (row: Sku) => row.hsCode ?? '–' },
    {
      key: 'valueMinor',
      title: t('skus.value'),
      sorts: true,
      align: 'right' as const,
      cell: (row: Sku) => money(row.valueMinor, row.currency, language),
    },
    {
      key: 'weightGrams',
      title: t('skus.weight'),
      sorts: true,
      align: 'right' as const,
      cell: (row: Sku) => row.weightGrams,
    },
    {
      key: 'battery',
      title: t('skus.battery'),
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
      questions={sku ? [...about, inUse] : [whose, question('code', 'code', settings.both('code')), ...about]}
      {...(sku ? { initial: { ...sku, exporter: undefined } } : { preset: fresh })}
      save={save}
      onClose={onClose}
    />
  );
}

const fresh = { currency: 'CNY', battery: 'none', serialTracked: false, holdsData: false };
