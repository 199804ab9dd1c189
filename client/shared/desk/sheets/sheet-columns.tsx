import { Button, Select } from 'antd';
import { useContext, useState } from 'react';
import { useWords } from '../../use-words.ts';
import { sheetWords } from '../../words/sheets.ts';
import { Card } from '../card.tsx';
import { ColumnChooser } from '../column-chooser.tsx';
import { SheetKindOf, useColumnName } from './sheet-kind.ts';
import type { Answers, Check } from './use-sheet-import.ts';

type OnAnswer = (change: (before: Answers) => Answers) => void;

/** Which sheet is read, and which column of it is which of ours: proposed by its headers, and said by whoever knows the file. */
export function SheetColumns({
  checked,
  busy,
  onAnswer,
}: {
  readonly checked: Pick<Check, 'headings' | 'written' | 'sheet' | 'sheets'>;
  readonly busy: boolean;
  readonly onAnswer: OnAnswer;
}) {
  const t = useWords(sheetWords);
  const name = useColumnName();
  const { headings, written, sheet, sheets } = checked;
  const { columns, needed } = useContext(SheetKindOf);
  const isMissing = needed.some((key) => !(key in headings));
  const [open, setOpen] = useState(false);
  // What was said of the columns of one sheet is not said of another.
  const read = (next: string) =>
    onAnswer(({ encoding, hidden }) => ({
      sheet: next,
      ...(encoding ? { encoding } : {}),
      ...(hidden ? { hidden } : {}),
    }));
  const isUnchosen = sheets.length > 1 && written.length === 0 && sheet === '';
  if (isUnchosen)
    return (
      <Card title={t('import.whichSheet')}>
        <span className="report-actions">
          {sheets.map((one) => (
            <Button key={one} disabled={busy} onClick={() => read(one)}>
              {one}
            </Button>
          ))}
        </span>
      </Card>
    );
  const chooser = sheets.length > 1 && (
    <span className="sheet-choice">
      <span aria-hidden="true">{t('import.sheet')}</span>
      <Select
        aria-label={t('import.sheet')}
        disabled={busy}
        value={sheet}
        onChange={read}
        options={sheets.map((value) => ({ value, label: value }))}
      />
    </span>
  );
  if (written.length === 0) return chooser || null;
  if (!isMissing && !open)
    return (
      <span className="report-actions">
        {chooser}
        <Button disabled={busy} onClick={() => setOpen(true)}>
          {t('import.changeColumns')}
        </Button>
      </span>
    );
  return (
    <ColumnChooser
      key={sheet}
      columns={columns.map((key) => ({ key, name: name(key), isNeeded: needed.includes(key) }))}
      headings={headings}
      written={written}
      busy={busy}
      words={{ title: t('import.whichColumns'), apply: t('import.checkAgain'), notRead: t('import.notRead') }}
      onChosen={(chosen) => onAnswer((before) => ({ ...before, columns: { ...before.columns, ...chosen } }))}
      above={chooser}
    />
  );
}
