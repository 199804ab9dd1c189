import { Button, Select } from 'antd';
import { useEffect, useId, useState } from 'react';
import { addressOf, call, upload, uploadForFile } from '../../shared/api.ts';
import { Card } from '../../shared/desk/card.tsx';
import { FileDrop } from '../../shared/desk/file-drop.tsx';
import { Page } from '../../shared/desk/page.tsx';
import { useReply } from '../../shared/desk/replies.ts';
import { CheckedSheet, Checking, ImportFailure, Importing } from '../../shared/desk/sheets/checked-sheet.tsx';
import { ImportReport } from '../../shared/desk/sheets/import-report.tsx';
import { useSheetImport } from '../../shared/desk/sheets/use-sheet-import.ts';
import { DownloadIcon } from '../../shared/icons.tsx';
import { useLanguage } from '../../shared/language.ts';
import { useWords } from '../../shared/use-words.ts';
import { portal } from '../../shared/words/portal.ts';
import { sheetWords } from '../../shared/words/sheets.ts';
import { ContractNote } from './contract-note.tsx';
import { Imported, type Report } from './imported.tsx';

const imports = 'POST /api/v1/return-orders/imports';
const oneImport = 'GET /api/v1/return-orders/imports/:scanId';
const POLL_INTERVAL_MS = 1_000;

/** A spreadsheet of returns: it is checked first, and with a fault in it nothing is imported. */
export function ImportPage() {
  const t = useWords(portal);
  const ofSheets = useWords(sheetWords);
  const english = useLanguage() === 'en';
  const warehouseId = useId();
  const { data } = useReply('GET /api/v1/warehouses', {});
  const places = data?.rows.filter(({ active }) => active) ?? [];
  const [chosen, setChosen] = useState<string>();
  const warehouse = chosen ?? places[0]?.code;
  const it = useSheetImport<Report>({
    send: (input, file) => upload(imports, { ...input, warehouse: warehouse ?? '' }, file),
    forget: (header) => call('DELETE /api/v1/return-orders/layouts/:header', { header }),
  });
  const marked = (file: File, language: 'zh' | 'en') =>
    uploadForFile(`${imports}/marked`, { warehouse: warehouse ?? '', language, answers: it.answers }, file);
  const choose = (code: string) => {
    setChosen(code);
    it.forget();
  };
  return (
    <Page
      title={ofSheets('import.title')}
      about={ofSheets('import.about')}
      actions={
        <Button
          icon={<DownloadIcon />}
          href={addressOf('GET /api/v1/return-orders/template.xlsx', {})}
          download={ofSheets('import.templateName')}
        >
          {ofSheets('import.template')}
        </Button>
      }
    >
      <ContractNote />
      <Card title={ofSheets('import.choose')}>
        <div className="import-choice">
          <label htmlFor={warehouseId}>{t('returns.warehouse')}</label>
          <Select
            id={warehouseId}
            value={warehouse ?? null}
            disabled={it.doing !== undefined}
            onChange={choose}
            options={places.map(({ code, nameZh, nameEn }) => ({
              value: code,
              label: english ? nameEn : nameZh,
            }))}
          />
        </div>
        {warehouse && (
          <FileDrop
            file={it.file}
            disabled={it.doing !== undefined}
            onFile={it.check}
            words={{
              drop: ofSheets('import.drop'),
              what: ofSheets('import.dropWhat'),
              another: ofSheets('import.dropAnother'),
            }}
          />
        )}
        {it.doing === 'checking' && <Checking file={it.file} />}
        {it.doing === 'importing' && <Storing accepted={it.accepted} onReport={it.finish} />}
      </Card>
      <div aria-live="polite" className="home">
        <ImportFailure it={it} />
        {it.file && it.report && it.report.orders.length > 0 && (
          <Imported report={it.report} fileName={it.file.name} onAnother={it.forget} />
        )}
        {it.report ? (
          it.report.orders.length === 0 &&
          it.file && (
            <ImportReport checked={it.report} fileName={it.file.name} busy={false} onImport={it.bringIn} />
          )
        ) : (
          <CheckedSheet it={it} mark={marked} />
        )}
      </div>
    </Page>
  );
}

/** How far it has come, asked again and again until its report is there; before it is accepted, there is nothing to ask. */
function Storing({
  accepted,
  onReport,
}: {
  readonly accepted: string | undefined;
  readonly onReport: (report: Report) => void;
}) {
  const ofSheets = useWords(sheetWords);
  const asking = { enabled: accepted !== undefined, every: POLL_INTERVAL_MS };
  const { data } = useReply(oneImport, { scanId: accepted ?? '' }, asking);
  useEffect(() => {
    if (data?.report) onReport(data.report);
  }, [data, onReport]);
  const says = data && ofSheets('import.progress', { done: num(data.done), orders: num(data.orders) });
  return <Importing done={data?.done} total={data?.orders} says={says ?? ''} />;
}
const num = (n: number) => n.toLocaleString();
