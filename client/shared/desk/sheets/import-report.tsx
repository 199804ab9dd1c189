import { Alert, Button, Select } from 'antd';
import { type ReactNode, useState } from 'react';
import { DownloadIcon } from '../../icons.tsx';
import { useSay, useWords } from '../../use-words.ts';
import { sheetWords } from '../../words/sheets.ts';
import { Card } from '../card.tsx';
import { FaultTable } from '../fault-table.tsx';
import { saveReport } from './save-report.ts';
import { useColumnName } from './sheet-kind.ts';
import type { Check } from './use-sheet-import.ts';

/** What is told of a fault, of whichever kind of spreadsheet. */
type Fault = Pick<Check['faults'][number], 'row' | 'column' | 'heading' | 'at' | 'value' | 'words'>;

/** How the check of a spreadsheet ended: a table of what to put right, or the button that imports it. */
export function ImportReport({
  checked,
  fileName,
  busy,
  onImport,
  marked,
}: {
  readonly checked: Pick<Check, 'encoding' | 'lines'> &
    Partial<Pick<Check, 'faultsInAll'>> & {
      readonly faults: readonly Fault[];
      readonly remarks: readonly Fault[];
    };
  readonly fileName: string;
  readonly busy: boolean;
  readonly onImport: () => void;
  /** What gives the file itself back with its faults marked. */
  readonly marked?: ReactNode;
}) {
  const t = useWords(sheetWords);
  const { faults, remarks, lines, encoding, faultsInAll = faults.length } = checked;
  if (faults.length > 0)
    return (
      <>
        <Alert
          type="error"
          showIcon
          title={t('import.faulty', { count: faultsInAll, lines })}
          description={
            <>
              <p>{t('import.faultyWhy')}</p>
              {faults.some(({ at }) => at !== null) && marked}
            </>
          }
        />
        <Faults title={t('import.faults')} faults={faults} fileName={fileName} />
      </>
    );
  return (
    <>
      <Alert
        type="success"
        showIcon
        title={t('import.sound', { count: lines })}
        description={t('import.soundWhy', { encoding: encoding ?? '–' })}
        action={
          <Button type="primary" loading={busy} onClick={onImport}>
            {t('import.go', { count: lines })}
          </Button>
        }
      />
      {remarks.length > 0 && <Faults title={t('import.remarks')} faults={remarks} fileName={fileName} />}
    </>
  );
}

/** Cell by cell, what is the matter. */
export function Faults({
  title,
  faults,
  fileName,
}: {
  readonly title: string;
  readonly faults: readonly Fault[];
  readonly fileName: string;
}) {
  const t = useWords(sheetWords);
  const say = useSay();
  const column = useColumnName();
  /** By the file's own header, where it has one. */
  const named = (fault: Fault) => fault.heading ?? column(fault.column);
  const [only, setOnly] = useState<string>();
  const shown = faults.filter((fault) => only === undefined || fault.column === only);
  const columns = [...new Set(faults.map((fault) => fault.column))];
  return (
    <Card
      title={title}
      actions={
        <span className="report-actions">
          <Select
            aria-label={t('import.filter')}
            placeholder={t('import.filter')}
            allowClear
            value={only ?? null}
            onChange={(next: string | null) => setOnly(next ?? undefined)}
            options={columns.map((one) => ({
              value: one,
              label: `${column(one) || t('import.wholeRow')}（${faults.filter((fault) => fault.column === one).length}）`,
            }))}
          />
          <Button
            icon={<DownloadIcon />}
            onClick={() =>
              saveReport(
                `${t('import.reportName')} ${fileName}`,
                [t('import.row'), t('import.column'), t('import.value'), t('import.problem')],
                shown.map((fault) => [fault.at ?? fault.row, named(fault), fault.value, say(fault.words)]),
              )
            }
          >
            {t('import.download')}
          </Button>
        </span>
      }
    >
      <FaultTable
        title={title}
        faults={shown}
        heads={{
          place: t('import.row'),
          column: t('import.column'),
          value: t('import.value'),
          problem: t('import.problem'),
          wholeFile: t('import.wholeFile'),
        }}
        columnOf={named}
        textOf={(fault) => fault.value}
      />
    </Card>
  );
}
