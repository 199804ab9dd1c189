import { Button } from 'antd';
import { useState } from 'react';
import { DownloadIcon } from '../../icons.tsx';
import { useLanguage } from '../../language.ts';
import { useWords } from '../../use-words.ts';
import { sheetWords } from '../../words/sheets.ts';
import { FailureAlert } from '../failure-alert.tsx';
import { saveFile } from './save-report.ts';

/** Gives the person their own sheet back, with its faults marked in their language. */
export function MarkedButton({
  file,
  mark,
  busy,
}: {
  readonly file: File;
  /** Asks for the file with its faults marked in this language. */
  readonly mark: (language: 'zh' | 'en') => Promise<Blob>;
  readonly busy: boolean;
}) {
  const t = useWords(sheetWords);
  const language = useLanguage() === 'en' ? 'en' : 'zh';
  const [isMarking, setMarking] = useState(false);
  const [failure, setFailure] = useState<unknown>();
  const save = async () => {
    setMarking(true);
    setFailure(undefined);
    try {
      saveFile(`${file.name.replace(/\.[^.]*$/, '')} ${t('import.markedName')}.xlsx`, await mark(language));
    } catch (error) {
      setFailure(error);
    }
    setMarking(false);
  };
  return (
    <span className="report-actions">
      <Button icon={<DownloadIcon />} loading={isMarking} disabled={busy} onClick={() => void save()}>
        {t('import.marked')}
      </Button>
      {failure !== undefined && <FailureAlert failure={failure} />}
    </span>
  );
}
