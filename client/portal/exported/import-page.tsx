import { Alert, Button } from 'antd';
import { useEffect } from 'react';
import { useSearchParams } from 'react-router';
import { addressOf, call, type Reply, upload, uploadForFile } from '../../shared/api.ts';
import { ButtonLink } from '../../shared/desk/button-link.tsx';
import { Card } from '../../shared/desk/card.tsx';
import { FileDrop } from '../../shared/desk/file-drop.tsx';
import { Page } from '../../shared/desk/page.tsx';
import { useReply } from '../../shared/desk/replies.ts';
import { CheckedSheet, Checking, ImportFailure, Importing } from '../../shared/desk/sheets/checked-sheet.tsx';
import { Faults } from '../../shared/desk/sheets/import-report.tsx';
import { SheetKindOf, sheetOfExports } from '../../shared/desk/sheets/sheet-kind.ts';
import { useSheetImport } from '../../shared/desk/sheets/use-sheet-import.ts';
import { DownloadIcon } from '../../shared/icons.tsx';
import { useWords } from '../../shared/use-words.ts';
import { portal } from '../../shared/words/portal.ts';
import { sheetWords } from '../../shared/words/sheets.ts';

const imports = 'POST /api/v1/exported-orders/imports';
const oneImport = 'GET /api/v1/exported-orders/imports/:scanId';
type Report = Reply<typeof oneImport>;
const POLL_INTERVAL_MS = 1_000;

/** A spreadsheet of exported orders: it is checked first, and with a fault in it nothing is stored. */
export function ImportExportedPage() {
  const t = useWords(portal);
  const ofSheets = useWords(sheetWords);
  const it = useExportImport();
  const marked = (file: File, language: 'zh' | 'en') =>
    uploadForFile(`${imports}/marked`, { language, answers: it.answers }, file);
  return (
    <SheetKindOf value={sheetOfExports}>
      <Page
        title={t('exported.import.title')}
        about={t('exported.import.about')}
        actions={
          <Button
            icon={<DownloadIcon />}
            href={addressOf('GET /api/v1/exported-orders/template.xlsx', {})}
            download={t('exported.import.templateName')}
          >
            {t('exported.import.template')}
          </Button>
        }
      >
        <Card title={ofSheets('import.choose')}>
          <FileDrop
            file={it.file}
            disabled={it.doing !== undefined}
            onFile={it.check}
            words={{
              drop: ofSheets('import.drop'),
              what: t('exported.import.dropWhat'),
              another: ofSheets('import.dropAnother'),
            }}
          />
          {it.doing === 'checking' && <Checking file={it.file} />}
          {it.doing === 'importing' && (
            <Storing accepted={it.accepted} onReport={it.finish} onMissing={it.forget} />
          )}
        </Card>
        <div aria-live="polite" className="home">
          <ImportFailure it={it} />
          {it.report ? <Stored report={it.report} /> : <CheckedSheet it={it} mark={marked} />}
        </div>
      </Page>
    </SheetKindOf>
  );
}

/** The import of this page; one that runs already is found again, be it by the address or because it is one's own. */
function useExportImport() {
  const [params, setParams] = useSearchParams();
  const named = params.get('import');
  const { data } = useReply('GET /api/v1/exported-orders/imports', {});
  const it = useSheetImport<Report>({
    send: (input, file) => upload(imports, input, file),
    forget: (header) => call('DELETE /api/v1/exported-orders/layouts/:header', { header }),
    onAccepted: (scanId) => setParams(scanId ? { import: scanId } : {}, { replace: true }),
  });
  const isIdle = it.file === undefined && it.accepted === undefined;
  const running = named ?? data?.running ?? null;
  const { resume } = it;
  useEffect(() => {
    if (isIdle && running !== null) resume(running);
  });
  return it;
}

/** How far it has come, asked again and again until it is finished; before it is accepted, there is nothing to ask. */
function Storing({
  accepted,
  onReport,
  onMissing,
}: {
  readonly accepted: string | undefined;
  readonly onReport: (report: Report) => void;
  /** An address may name an import that is somebody else's, or none. */
  readonly onMissing: () => void;
}) {
  const t = useWords(portal);
  const asking = { enabled: accepted !== undefined, every: POLL_INTERVAL_MS };
  const { data, error } = useReply(oneImport, { scanId: accepted ?? '' }, asking);
  useEffect(() => {
    if (data?.finishedAt) onReport(data);
  }, [data, onReport]);
  useEffect(() => {
    if (error && !error.isUnknown) onMissing();
  }, [error, onMissing]);
  const num = (n: number) => n.toLocaleString();
  const says = data && t('exported.import.progress', { done: num(data.done), total: num(data.total) });
  return <Importing done={data?.done} total={data?.total} says={says ?? ''} />;
}

/** What came of it, and the orders that something kept out. */
function Stored({ report: { added, changed, same, leftOut, leftOutInAll } }: { readonly report: Report }) {
  const t = useWords(portal);
  const ofSheets = useWords(sheetWords);
  return (
    <>
      <Alert
        type="success"
        showIcon
        title={t('exported.import.done', { added, changed, same })}
        action={
          <ButtonLink type="primary" to="/exported">
            {t('exported.import.see')}
          </ButtonLink>
        }
      />
      {leftOut.length > 0 && (
        <>
          <Alert type="warning" showIcon title={t('exported.import.leftOut', { count: leftOutInAll })} />
          <Faults title={ofSheets('import.faults')} faults={leftOut} fileName={t('exported.import.title')} />
        </>
      )}
    </>
  );
}
