import { Alert, Button, Grid, Select, Table } from 'antd';
import { type ReactNode, useState } from 'react';
import { DownloadIcon } from '../../icons.tsx';
import { useSay, useWords } from '../../use-words.ts';
import { sheetWords } from '../../words/sheets.ts';
import { Card } from '../card.tsx';
import { Sideways } from '../sideways.tsx';
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
  const { md } = Grid.useBreakpoint();
  /** By the file's own header, where it has one. */
  const named = (fault: Fault) => fault.heading ?? column(fault.column);
  const [only, setOnly] = useState<string>();
  const shown = faults.filter((fault) => only === undefined || fault.column === only);
  const columns = [...new Set(faults.map((fault) => fault.column))];
  const rows = shown.map((fault, index) => ({ ...fault, key: `${index} ${fault.row} ${fault.column}` }));
  const place = ({ row, at }: Fault) => (row === 0 ? t('import.wholeFile') : (at ?? row));
  const value = (fault: Fault) => <span className="code fault-value">{fault.value || '–'}</span>;
  const problem = ({ words }: Fault) => <span className="fault-words">{say(words)}</span>;
  const wide = [
    {
      key: 'row',
      title: t('import.row'),
      align: 'right' as const,
      render: (_: unknown, one: Fault) => place(one),
    },
    { key: 'column', title: t('import.column'), render: (_: unknown, one: Fault) => named(one) || '–' },
    { key: 'value', title: t('import.value'), render: (_: unknown, one: Fault) => value(one) },
    { key: 'words', title: t('import.problem'), render: (_: unknown, one: Fault) => problem(one) },
  ];
  // On a telephone what is wrong would stand beyond the edge.
  const onTelephone = (one: Fault) => (
    <span className="fault-on-telephone">
      <span>
        <b>{place(one)}</b> · {named(one) || '–'}
      </span>
      {value(one)}
      {problem(one)}
    </span>
  );
  const narrow = [
    { key: 'all', title: t('import.problem'), render: (_: unknown, one: Fault) => onTelephone(one) },
  ];
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
      <Sideways>
        <Table
          aria-label={title}
          size="small"
          dataSource={rows}
          pagination={{ pageSize: 20, showSizeChanger: false, hideOnSinglePage: true }}
          columns={md ? wide : narrow}
        />
      </Sideways>
    </Card>
  );
}
