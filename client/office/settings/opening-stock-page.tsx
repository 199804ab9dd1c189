import { Alert, Button, Select } from 'antd';
import { useId, useState } from 'react';
import { addressOf } from '../../shared/api.ts';
import { Card } from '../../shared/desk/card.tsx';
import { FileDrop } from '../../shared/desk/file-drop.tsx';
import { Page } from '../../shared/desk/page.tsx';
import { CheckedSheet, Checking, ImportFailure } from '../../shared/desk/sheets/checked-sheet.tsx';
import { SheetKindOf, sheetOfStock } from '../../shared/desk/sheets/sheet-kind.ts';
import { DownloadIcon } from '../../shared/icons.tsx';
import { useWords } from '../../shared/use-words.ts';
import { opening } from '../../shared/words/office/opening.ts';
import { sheetWords } from '../../shared/words/sheets.ts';
import { useExporters } from '../choices.ts';
import { Earlier, Storing, TakenOver } from './opening-stock-report.tsx';
import { useOpeningImport } from './use-opening-import.ts';

/** Goods that lay here before this system, as a spreadsheet: checked first, and with a fault in it nothing is stored. */
export function OpeningStockPage() {
  const t = useWords(opening);
  const say = useWords(sheetWords);
  const it = useOpeningImport();
  const isBusy = it.doing !== undefined;
  const nothingNew = it.counts?.new === 0 && it.checked?.faults.length === 0;
  return (
    <SheetKindOf value={sheetOfStock}>
      <Page
        title={t('title')}
        about={t('about')}
        actions={
          <Button
            icon={<DownloadIcon />}
            href={addressOf('GET /api/v1/opening-stock/template.xlsx', {})}
            download={t('templateName')}
          >
            {t('template')}
          </Button>
        }
      >
        <Card title={t('choose')}>
          <Whose exporter={it.exporter} disabled={isBusy} onChoose={it.choose} />
          <FileDrop
            file={it.file}
            disabled={isBusy}
            onFile={it.check}
            words={{
              drop: say('import.drop'),
              what: t('dropWhat'),
              another: say('import.dropAnother'),
            }}
          />
          {it.doing === 'checking' && <Checking file={it.file} />}
          {it.doing === 'importing' && (
            <Storing accepted={it.accepted} onReport={it.finish} onMissing={it.forget} />
          )}
        </Card>
        <div aria-live="polite" className="opening-stock">
          <ImportFailure it={it} />
          {it.report && <TakenOver report={it.report} onAnother={it.forget} />}
          {!it.report && it.counts && it.checked?.faults.length === 0 && (
            <Alert type="info" showIcon {...countsIn(t, it.counts)} />
          )}
          {!it.report && !nothingNew && <CheckedSheet it={it} mark={it.mark} />}
        </div>
        <Earlier onOpen={it.resume} />
      </Page>
    </SheetKindOf>
  );
}

type Say = ReturnType<typeof useWords<(typeof opening)['zh']>>;
function countsIn(t: Say, counts: { readonly new: number; readonly pieces: number; readonly same: number }) {
  if (counts.new === 0) return { title: t('nothing') };
  const description = counts.same > 0 ? { description: t('same', { count: counts.same }) } : {};
  return { title: t('sound', { rows: counts.new, pieces: counts.pieces }), ...description };
}

function Whose({
  exporter,
  disabled,
  onChoose,
}: {
  readonly exporter: string | undefined;
  readonly disabled: boolean;
  readonly onChoose: (exporter: string | undefined) => void;
}) {
  const t = useWords(opening);
  const id = useId();
  const exporters = useExporters();
  const [open, setOpen] = useState(false);
  return (
    <div className="import-choice">
      <label htmlFor={id}>{t('whose')}</label>
      <Select
        id={id}
        showSearch={{ optionFilterProp: 'label' }}
        allowClear
        open={open}
        onOpenChange={setOpen}
        value={exporter ?? null}
        placeholder={t('whoseNobody')}
        disabled={disabled}
        onChange={(next: string | null) => onChoose(next ?? undefined)}
        options={[...exporters]}
      />
    </div>
  );
}
