import { ButtonLink } from '../../shared/desk/button-link.tsx';
import { useFactWords } from '../../shared/desk/fact-words.ts';
import { newSku, skuBatteries, skuQuestions } from '../../shared/desk/sku-questions.ts';
import { SpreadsheetButton } from '../../shared/desk/spreadsheet-button.tsx';
import { UploadIcon } from '../../shared/icons.tsx';
import { useLanguage } from '../../shared/language.ts';
import { money } from '../../shared/money.ts';
import { useMay } from '../../shared/signed-in.tsx';
import { useSay, useWords } from '../../shared/use-words.ts';
import { settings } from '../../shared/words/settings.ts';
import { sku as skuWords } from '../../shared/words/sku.ts';
import { skuImport } from '../../shared/words/sku-import.ts';
import { useExporters, useNameOf } from '../choices.ts';
import { chosen } from './record-form.tsx';
import { RecordsPage } from './records-page.tsx';

/** What exporters sell. */
export function SkusPage() {
  const t = useWords(settings);
  const its = useWords(skuWords);
  const imported = useWords(skuImport);
  const mayManage = useMay()('skus.manage');
  const say = useSay();
  const words = useFactWords();
  const nameOf = useNameOf();
  const language = useLanguage();
  const exporters = useExporters();
  const owners = exporters.map(({ value, label }) => ({ value, zh: label, en: label }));
  return (
    <RecordsPage
      name="skus"
      needs="skus.manage"
      first={[chosen('exporter', settings.both('skus.exporter'), owners)]}
      questions={skuQuestions}
      preset={newSku}
      whose={({ exporterCode }) => ({ exporter: exporterCode })}
      actions={
        <>
          <SpreadsheetButton list="skus" filters={['exporter', 'battery', 'active']} />
          {mayManage && (
            <ButtonLink to="/settings/skus/import" icon={<UploadIcon />}>
              {imported('open')}
            </ButtonLink>
          )}
        </>
      }
      filters={[
        { name: 'exporter', label: t('skus.exporter'), several: true, choices: exporters },
        {
          name: 'battery',
          label: its('battery'),
          several: true,
          choices: skuBatteries.map(({ value }) => ({ value, label: words.battery(value) })),
        },
      ]}
      columns={[
        { key: 'nameZh', title: t('skus.name'), sorts: true, cell: nameOf },
        { key: 'exporter', title: t('skus.exporter'), sorts: true, cell: (row) => say(row.exporter) },
        { key: 'category', title: its('category'), sorts: true, cell: (row) => row.category },
        { key: 'gtin', title: its('gtin'), cell: (row) => row.gtin ?? '–' },
        { key: 'hsCode', title: its('hsCode'), cell: (row) => row.hsCode ?? '–' },
        {
          key: 'valueMinor',
          title: its('valueMinor'),
          sorts: true,
          align: 'right',
          cell: (row) => money(row.valueMinor, row.currency, language),
        },
        {
          key: 'weightGrams',
          title: its('weightGrams'),
          sorts: true,
          align: 'right',
          cell: (row) => row.weightGrams,
        },
        { key: 'battery', title: its('battery'), cell: (row) => words.battery(row.battery) },
        {
          key: 'kept',
          title: t('skus.serialShort'),
          cell: (row) =>
            [row.serialTracked && t('skus.serialShort'), row.holdsData && t('skus.dataShort')]
              .filter(Boolean)
              .join(' · ') || '–',
        },
      ]}
    />
  );
}
