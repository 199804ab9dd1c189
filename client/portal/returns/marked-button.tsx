import { Button } from 'antd';
import { useState } from 'react';
import { uploadForFile } from '../../shared/api.ts';
import { FailureAlert } from '../../shared/desk/failure-alert.tsx';
import { DownloadIcon } from '../../shared/icons.tsx';
import { useLanguage } from '../../shared/language.ts';
import { useWords } from '../../shared/use-words.ts';
import { portal } from '../../shared/words/portal.ts';
import { saveFile } from './save-report.ts';
import type { Answers } from './sheet-answers.ts';

/** Gives the person their own sheet back, with its faults marked in their language. */
export function MarkedButton({
  file,
  warehouse,
  answers,
  busy,
}: {
  readonly file: File;
  readonly warehouse: string;
  readonly answers: Answers;
  readonly busy: boolean;
}) {
  const t = useWords(portal);
  const language = useLanguage() === 'en' ? 'en' : 'zh';
  const [isMarking, setMarking] = useState(false);
  const [failure, setFailure] = useState<unknown>();
  const save = async () => {
    setMarking(true);
    setFailure(undefined);
    try {
      const input = { warehouse, language, answers } as const;
      const bytes = await uploadForFile('POST /api/v1/return-orders/imports/marked', input, file);
      saveFile(`${file.name.replace(/\.[^.]*$/, '')} ${t('import.markedName')}.xlsx`, bytes);
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
