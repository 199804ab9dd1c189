import { Alert, Button, Select } from 'antd';
import { useEffect, useId, useRef, useState } from 'react';
import { addressOf, type Reply, upload } from '../../shared/api.ts';
import { Card } from '../../shared/desk/card.tsx';
import { FailureAlert } from '../../shared/desk/failure-alert.tsx';
import { FileDrop } from '../../shared/desk/file-drop.tsx';
import { Page } from '../../shared/desk/page.tsx';
import { queries, useReply } from '../../shared/desk/replies.ts';
import { Failure } from '../../shared/failure.ts';
import { DownloadIcon } from '../../shared/icons.tsx';
import { useLanguage } from '../../shared/language.ts';
import { retrying } from '../../shared/retrying.ts';
import { newScanId } from '../../shared/scan-id.ts';
import { useMe } from '../../shared/signed-in.tsx';
import { useWords } from '../../shared/use-words.ts';
import { portal } from '../../shared/words/portal.ts';
import { CorrectGroups } from './correct-groups.tsx';
import { Imported, ImportReport } from './import-report.tsx';
import { type Answers, saidBefore } from './sheet-answers.ts';
import { SheetColumns } from './sheet-columns.tsx';

const imports = 'POST /api/v1/return-orders/imports';
const oneImport = 'GET /api/v1/return-orders/imports/:scanId';
export type Check = Reply<typeof imports>;
export type Report = NonNullable<Reply<typeof oneImport>['report']>;
const POLL_INTERVAL_MS = 1_000;
type Doing = 'checking' | 'importing';

/** A spreadsheet of returns: it is checked first, and with a fault in it nothing is imported. */
export function ImportPage() {
  const t = useWords(portal);
  const english = useLanguage() === 'en';
  const warehouseId = useId();
  const { data } = useReply('GET /api/v1/warehouses', {});
  const places = data?.rows.filter(({ active }) => active) ?? [];
  const [chosen, setChosen] = useState<string>();
  const warehouse = chosen ?? places[0]?.code;
  const it = useImport(warehouse);
  const choose = (code: string) => {
    setChosen(code);
    it.forget();
  };
  return (
    <Page
      title={t('import.title')}
      about={t('import.about')}
      actions={
        <Button
          icon={<DownloadIcon />}
          href={addressOf('GET /api/v1/return-orders/template.xlsx', {})}
          download={t('import.templateName')}
        >
          {t('import.template')}
        </Button>
      }
    >
      <Card title={t('import.choose')}>
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
            words={{ drop: t('import.drop'), what: t('import.dropWhat'), another: t('import.dropAnother') }}
          />
        )}
        {it.doing === 'checking' && <Checking file={it.file} />}
        {it.doing === 'importing' && <Importing accepted={it.accepted} onReport={it.finish} />}
      </Card>
      <div aria-live="polite" className="home">
        {it.failure !== undefined && (
          <>
            <FailureAlert failure={it.failure} {...(it.again ? { retry: it.again } : {})} />
            <Alert type="info" showIcon title={t(it.goesOn ? 'import.goesOn' : 'import.nothing')} />
          </>
        )}
        {it.file && it.report && it.report.orders.length > 0 && (
          <Imported report={it.report} fileName={it.file.name} onAnother={it.forget} />
        )}
        {it.file && it.checked && !it.report && (
          <>
            <SheetColumns
              key={it.scanId}
              checked={it.checked}
              answers={it.answers}
              busy={it.doing !== undefined}
              onAnswers={it.answer}
            />
            <CorrectGroups
              faults={it.checked.faults}
              answers={it.answers}
              busy={it.doing !== undefined}
              onAnswers={it.answer}
            />
          </>
        )}
        {it.file && it.checked && !it.report?.orders.length && (
          <ImportReport
            checked={it.report ?? it.checked}
            fileName={it.file.name}
            busy={it.doing !== undefined}
            onImport={it.bringIn}
          />
        )}
      </div>
    </Page>
  );
}

/** What is going on with the file. Nothing of it is stored before `bringIn`; from then on the house finishes it. */
function useImport(warehouse: string | undefined) {
  const [file, setFile] = useState<File>();
  const [doing, setDoing] = useState<Doing>();
  const [checked, setChecked] = useState<Check>();
  /** The id under which the house stores it. */
  const [accepted, setAccepted] = useState<string>();
  const [report, setReport] = useState<Report>();
  const [failure, setFailure] = useState<unknown>();
  const [answers, setAnswers] = useState<Answers>({});
  const whose = useMe().id;
  // One file is one import, however often it is sent.
  const scanId = useRef(newScanId());
  const asked = (what: Doing, of: File, said: Answers) => {
    const told = Object.keys(said).length > 0 ? { answers: JSON.stringify(said) } : {};
    const check = what === 'checking' ? { check: 'only' as const } : {};
    const input = { scanId: scanId.current, warehouse: warehouse ?? '', ...check, ...told };
    return retrying(() => upload(imports, input, of));
  };
  const send = async (what: Doing, of: File | undefined, said: Answers) => {
    if (!of || !warehouse) return;
    setDoing(what);
    setFailure(undefined);
    try {
      const answer = await asked(what, of, said);
      const again = saidBefore(whose, answer, said);
      if (again) {
        setAnswers(again);
        return await send(what, of, again);
      }
      setChecked(answer);
      setAccepted(answer.accepted ?? undefined);
      // What was accepted is being stored from now on.
      if (answer.accepted === null) setDoing(undefined);
    } catch (error) {
      setFailure(error);
      setDoing(undefined);
    }
  };
  const finish = (found: Report) => {
    setReport(found);
    setDoing(undefined);
    void queries.invalidateQueries();
  };
  const start = (next: File | undefined) => {
    setFile(next);
    setAnswers({});
    setChecked(undefined);
    setAccepted(undefined);
    setReport(undefined);
    setFailure(undefined);
  };
  const forget = () => start(undefined);
  const check = (next: File) => {
    scanId.current = newScanId();
    start(next);
    void send('checking', next, {});
  };
  const answer = (said: Answers) => {
    setAnswers(said);
    void send('checking', file, said);
  };
  const again = file && (() => void send(checked ? 'importing' : 'checking', file, answers));
  const bringIn = () => void send('importing', file, answers);
  // Nobody said no to the import: if it was accepted, it comes to its end without us.
  const goesOn = checked !== undefined && failure instanceof Failure && failure.isUnknown;
  return {
    ...{ file, doing, checked, accepted, report, failure, goesOn },
    ...{ again, check, forget, bringIn, finish, answers, answer, scanId: scanId.current },
  };
}

function Checking({ file }: { readonly file: File | undefined }) {
  const t = useWords(portal);
  const megabytes = ((file?.size ?? 0) / 2 ** 20).toFixed(1);
  return (
    <div className="working">
      <span role="status">{t('import.checking', { megabytes })}</span>
      <span className="working-bar" aria-hidden="true" />
    </div>
  );
}

/** How far it has come, asked again and again until its report is there; before it is accepted, there is nothing to ask. */
function Importing({
  accepted,
  onReport,
}: {
  readonly accepted: string | undefined;
  readonly onReport: (report: Report) => void;
}) {
  const t = useWords(portal);
  const asking = { enabled: accepted !== undefined, every: POLL_INTERVAL_MS };
  const { data } = useReply(oneImport, { scanId: accepted ?? '' }, asking);
  useEffect(() => {
    if (data?.report) onReport(data.report);
  }, [data, onReport]);
  const { done = 0, orders = 0 } = data ?? {};
  return (
    <div className="working">
      <span role="status">{t('import.importing')}</span>
      {data ? (
        <>
          <span>
            {t('import.progress', { done: done.toLocaleString(), orders: orders.toLocaleString() })}
          </span>
          <progress aria-label={t('import.importing')} value={done} max={orders} />
        </>
      ) : (
        <span className="working-bar" aria-hidden="true" />
      )}
    </div>
  );
}
