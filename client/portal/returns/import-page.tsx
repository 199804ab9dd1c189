import { Alert, Button, Select } from 'antd';
import { useEffect, useId, useState } from 'react';
import { addressOf } from '../../shared/api.ts';
import { Card } from '../../shared/desk/card.tsx';
import { FailureAlert } from '../../shared/desk/failure-alert.tsx';
import { FileDrop } from '../../shared/desk/file-drop.tsx';
import { Page } from '../../shared/desk/page.tsx';
import { useReply } from '../../shared/desk/replies.ts';
import { DownloadIcon } from '../../shared/icons.tsx';
import { useLanguage } from '../../shared/language.ts';
import { useWords } from '../../shared/use-words.ts';
import { portal } from '../../shared/words/portal.ts';
import { CorrectGroups } from './correct-groups.tsx';
import { GivenAnswers } from './given-answers.tsx';
import { Imported, ImportReport } from './import-report.tsx';
import { MarkedButton } from './marked-button.tsx';
import { SheetColumns } from './sheet-columns.tsx';
import { oneImport, type Report, useImport } from './use-import.ts';

const POLL_INTERVAL_MS = 1_000;

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
              busy={it.doing !== undefined}
              onAnswer={it.answer}
            />
            <GivenAnswers
              checked={it.checked}
              answers={it.answers}
              busy={it.doing !== undefined}
              onAnswer={it.answer}
              onForget={it.forgetRemembered}
            />
            <CorrectGroups
              key={`groups ${it.scanId}`}
              faults={it.checked.faults}
              busy={it.doing !== undefined}
              onAnswer={it.answer}
            />
          </>
        )}
        {it.file && it.checked && !it.report?.orders.length && (
          <ImportReport
            checked={it.report ?? it.checked}
            fileName={it.file.name}
            busy={it.doing !== undefined}
            onImport={it.bringIn}
            marked={
              warehouse &&
              !it.report && (
                <MarkedButton
                  file={it.file}
                  warehouse={warehouse}
                  answers={it.answers}
                  busy={it.doing !== undefined}
                />
              )
            }
          />
        )}
      </div>
    </Page>
  );
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
