import { Alert } from 'antd';
import { useWords } from '../../use-words.ts';
import { sheetWords } from '../../words/sheets.ts';
import { FailureAlert } from '../failure-alert.tsx';
import { CorrectGroups } from './correct-groups.tsx';
import { GivenAnswers } from './given-answers.tsx';
import { ImportReport } from './import-report.tsx';
import { MarkedButton } from './marked-button.tsx';
import { SheetColumns } from './sheet-columns.tsx';
import type { SheetImport } from './use-sheet-import.ts';
import './sheets.css';

type Import = Omit<SheetImport, 'finish' | 'report'>;

/** What the check of a spreadsheet asks and says: columns, whole groups of faults, each fault by its cell. */
export function CheckedSheet({
  it: { file, checked, doing, scanId, answers, answer, forgetRemembered, bringIn },
  mark,
}: {
  readonly it: Import;
  readonly mark: (file: File, language: 'zh' | 'en') => Promise<Blob>;
}) {
  if (!file || !checked) return null;
  const busy = doing !== undefined;
  return (
    <>
      <SheetColumns key={scanId} checked={checked} busy={busy} onAnswer={answer} />
      <GivenAnswers
        checked={checked}
        answers={answers}
        busy={busy}
        onAnswer={answer}
        onForget={forgetRemembered}
      />
      <CorrectGroups key={`groups ${scanId}`} faults={checked.faults} busy={busy} onAnswer={answer} />
      <ImportReport
        checked={checked}
        fileName={file.name}
        busy={busy}
        onImport={bringIn}
        marked={<MarkedButton file={file} busy={busy} mark={(language) => mark(file, language)} />}
      />
    </>
  );
}

/** What went wrong on the way, and whether anything may have been stored. */
export function ImportFailure({ it: { failure, again, goesOn } }: { readonly it: Import }) {
  const t = useWords(sheetWords);
  if (failure === undefined) return null;
  return (
    <>
      <FailureAlert failure={failure} {...(again ? { retry: again } : {})} />
      <Alert type="info" showIcon title={t(goesOn ? 'import.goesOn' : 'import.nothing')} />
    </>
  );
}

export function Checking({ file }: { readonly file: File | undefined }) {
  const t = useWords(sheetWords);
  const megabytes = ((file?.size ?? 0) / 2 ** 20).toFixed(1);
  return (
    <div className="working">
      <span role="status">{t('import.checking', { megabytes })}</span>
      <span className="working-bar" aria-hidden="true" />
    </div>
  );
}

/** How far an import has come; before anybody said, that it goes on. */
export function Importing({
  done,
  total,
  says,
}: {
  readonly done?: number | undefined;
  readonly total?: number | undefined;
  readonly says: string;
}) {
  const t = useWords(sheetWords);
  return (
    <div className="working">
      <span role="status">{t('import.importing')}</span>
      {total === undefined ? (
        <span className="working-bar" aria-hidden="true" />
      ) : (
        <>
          <span>{says}</span>
          <progress aria-label={t('import.importing')} value={done} max={total} />
        </>
      )}
    </div>
  );
}
