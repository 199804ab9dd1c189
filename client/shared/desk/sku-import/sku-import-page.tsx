import { Alert, Button, Select } from 'antd';
import { useEffect, useId, useState } from 'react';
import { addressOf } from '../../api.ts';
import { DownloadIcon } from '../../icons.tsx';
import { useWords } from '../../use-words.ts';
import { skuImport } from '../../words/sku-import.ts';
import { ButtonLink } from '../button-link.tsx';
import { Card } from '../card.tsx';
import { FailureAlert } from '../failure-alert.tsx';
import { FileDrop } from '../file-drop.tsx';
import { Page } from '../page.tsx';
import { useReply } from '../replies.ts';
import { SkuAnswers } from './sku-answers.tsx';
import { SkuFaults, SkuReport } from './sku-report.tsx';
import { type Progress, useSkuImport } from './use-sku-import.ts';
import './sku-import.css';

interface SkuImportPageProps {
  /** Where the list of SKUs is. */
  readonly list: string;
  /** Whose it may be; an exporter imports their own and is not asked. */
  readonly exporters?: readonly { readonly value: string; readonly label: string }[];
}

/** A catalogue as a spreadsheet: it is checked first, what is new and what changes is shown, and then it is stored. */
export function SkuImportPage({ list, exporters }: SkuImportPageProps) {
  const t = useWords(skuImport);
  const [exporter, setExporter] = useState<string>();
  const it = useSkuImport(exporter);
  const mayChoose = exporters === undefined || exporter !== undefined;
  return (
    <Page
      title={t('title')}
      about={t('about')}
      actions={
        <Button
          icon={<DownloadIcon />}
          href={addressOf('GET /api/v1/skus/template.xlsx', {})}
          download={t('templateName')}
        >
          {t('template')}
        </Button>
      }
    >
      <Card title={t('choose')}>
        {exporters && (
          <Whose
            exporters={exporters}
            exporter={exporter}
            disabled={it.doing !== undefined}
            onChoose={(next) => {
              setExporter(next);
              it.forget();
            }}
          />
        )}
        {mayChoose && (
          <FileDrop
            file={it.file}
            disabled={it.doing !== undefined}
            onFile={it.check}
            words={{ drop: t('drop'), what: t('dropWhat'), another: t('dropAnother') }}
          />
        )}
        {it.doing === 'checking' && <Working says={t('checking')} />}
        {it.doing === 'storing' && <Storing accepted={it.checked?.accepted} onDone={it.finish} />}
      </Card>
      <div aria-live="polite" className="sku-import">
        {it.failure !== undefined && <FailureAlert failure={it.failure} retry={it.again} />}
        {it.goesOn && <Alert type="info" showIcon title={t('goesOn')} />}
        {it.progress && <Done progress={it.progress} list={list} onAnother={it.forget} />}
        {it.checked && !it.progress && (
          <>
            <SkuAnswers
              checked={it.checked}
              answers={it.answers}
              busy={it.doing !== undefined}
              onAnswers={it.answer}
            />
            <SkuReport checked={it.checked} busy={it.doing !== undefined} onStore={it.store} />
          </>
        )}
      </div>
    </Page>
  );
}

function Whose({
  exporters,
  exporter,
  disabled,
  onChoose,
}: {
  readonly exporters: NonNullable<SkuImportPageProps['exporters']>;
  readonly exporter: string | undefined;
  readonly disabled: boolean;
  readonly onChoose: (exporter: string) => void;
}) {
  const t = useWords(skuImport);
  const id = useId();
  return (
    <div className="sku-import-whose">
      <label htmlFor={id}>{t('exporter')}</label>
      <Select
        id={id}
        showSearch={{ optionFilterProp: 'label' }}
        value={exporter ?? null}
        placeholder={t('whose')}
        disabled={disabled}
        onChange={onChoose}
        options={[...exporters]}
      />
    </div>
  );
}

const Working = ({ says }: { readonly says: string }) => (
  <div className="sku-import">
    <span role="status">{says}</span>
    <progress aria-label={says} />
  </div>
);

const POLL_INTERVAL_MS = 1_000;
/** How far it has come, asked again and again until it is there; before it is accepted, there is nothing to ask. */
function Storing({
  accepted,
  onDone,
}: {
  readonly accepted: string | null | undefined;
  readonly onDone: (progress: Progress) => void;
}) {
  const t = useWords(skuImport);
  const asking = { enabled: Boolean(accepted), every: POLL_INTERVAL_MS };
  const { data } = useReply('GET /api/v1/skus/imports/:scanId', { scanId: accepted ?? '' }, asking);
  useEffect(() => {
    if (data?.finishedAt) onDone(data);
  }, [data, onDone]);
  if (!data) return <Working says={t('storing')} />;
  return (
    <div className="sku-import">
      <span role="status">{t('progress', { done: data.done, total: data.total })}</span>
      <progress aria-label={t('storing')} value={data.done} max={data.total} />
    </div>
  );
}

/** What came of it, and what something that changed meanwhile kept out. */
function Done({
  progress: { added, changed, same, leftOut, leftOutInAll },
  list,
  onAnother,
}: {
  readonly progress: Progress;
  readonly list: string;
  readonly onAnother: () => void;
}) {
  const t = useWords(skuImport);
  const faults = leftOut.map(({ row, code, words }) => {
    const where = { row, column: 'code', heading: null, at: null, value: code };
    return { ...where, words, proposals: [], may: null, code: '', about: '' };
  });
  return (
    <>
      <Alert
        type="success"
        showIcon
        title={t('done', { added, changed, same })}
        action={
          <span className="sku-import-buttons">
            <Button onClick={onAnother}>{t('another')}</Button>
            <ButtonLink to={list} type="primary">
              {t('toList')}
            </ButtonLink>
          </span>
        }
      />
      {leftOut.length > 0 && <SkuFaults title={t('leftOut', { count: leftOutInAll })} faults={faults} />}
    </>
  );
}
