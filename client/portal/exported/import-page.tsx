import { Alert, Button } from 'antd';
import { useState } from 'react';
import { addressOf, type Reply, upload } from '../../shared/api.ts';
import { ButtonLink } from '../../shared/desk/button-link.tsx';
import { Card } from '../../shared/desk/card.tsx';
import { FailureAlert } from '../../shared/desk/failure-alert.tsx';
import { FileDrop } from '../../shared/desk/file-drop.tsx';
import { Page } from '../../shared/desk/page.tsx';
import { queries } from '../../shared/desk/replies.ts';
import { DownloadIcon } from '../../shared/icons.tsx';
import { retrying } from '../../shared/retrying.ts';
import { useWords } from '../../shared/use-words.ts';
import { portal } from '../../shared/words/portal.ts';
import { ImportReport } from '../returns/import-report.tsx';

const imports = 'POST /api/v1/exported-orders/imports';
type Report = Reply<typeof imports>;

/** A spreadsheet of exported orders: it is checked first, and with a fault in it nothing is stored. */
export function ImportExportedPage() {
  const t = useWords(portal);
  const it = useImport();
  return (
    <Page
      title={t('exported.import.title')}
      about={t('exported.import.about')}
      actions={
        <Button
          icon={<DownloadIcon />}
          href={addressOf('GET /api/v1/exported-orders/template.csv', {})}
          download={t('exported.import.templateName')}
        >
          {t('exported.import.template')}
        </Button>
      }
    >
      <Card title={t('import.choose')}>
        <FileDrop
          file={it.file}
          disabled={it.busy}
          onFile={it.check}
          words={{ drop: t('import.drop'), what: t('import.dropWhat'), another: t('import.dropAnother') }}
        />
        {it.busy && (
          <div className="working">
            <span role="status">{t('import.importing')}</span>
            <span className="working-bar" aria-hidden="true" />
          </div>
        )}
      </Card>
      <div aria-live="polite" className="home">
        {it.failure !== undefined && <FailureAlert failure={it.failure} retry={it.again} />}
        {it.report?.stored && <Stored report={it.report} />}
        {it.report && it.file && (!it.report.stored || it.report.faultsInAll > 0) && (
          <ImportReport
            checked={asChecked(it.report)}
            fileName={it.file.name}
            busy={it.busy}
            onImport={it.bringIn}
          />
        )}
      </div>
    </Page>
  );
}

const asChecked = (report: Report) => {
  const whole = (faults: Report['faults']) => faults.map((fault) => ({ ...fault, proposals: [], may: null }));
  return { ...report, faults: whole(report.faults), remarks: whole(report.remarks) };
};

function Stored({ report: { became } }: { readonly report: Report }) {
  const t = useWords(portal);
  const { new: fresh, changed, same } = became;
  return (
    <Alert
      type="success"
      showIcon
      title={t('exported.import.done', { fresh, changed, same })}
      action={<ButtonLink to="/exported">{t('exported.import.see')}</ButtonLink>}
    />
  );
}

function useImport() {
  const [file, setFile] = useState<File>();
  const [busy, setBusy] = useState(false);
  const [report, setReport] = useState<Report>();
  const [failure, setFailure] = useState<unknown>();
  const send = async (of: File, check: boolean) => {
    setBusy(true);
    setFailure(undefined);
    try {
      // What is sent again changes nothing.
      setReport(await retrying(() => upload(imports, check ? { check: 'only' } : {}, of)));
      if (!check) void queries.invalidateQueries();
    } catch (error) {
      setFailure(error);
    } finally {
      setBusy(false);
    }
  };
  const check = (next: File) => {
    setFile(next);
    setReport(undefined);
    void send(next, true);
  };
  const bringIn = () => void (file && send(file, false));
  const again = () => void (file && send(file, report === undefined));
  return { file, busy, report, failure, check, bringIn, again };
}
