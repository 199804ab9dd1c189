import { Button, Select } from 'antd';
import { useState } from 'react';
import { Card } from '../../shared/desk/card.tsx';
import { useWords } from '../../shared/use-words.ts';
import { portal } from '../../shared/words/portal.ts';
import { useColumnName } from './import-report.tsx';
import type { Answers } from './sheet-answers.ts';
import type { Check } from './use-import.ts';

const needed = ['reference', 'sku', 'quantity'];

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
  const t = useWords(portal);
  const name = useColumnName();
  const { headings, written, sheet, sheets } = checked;
  const [chosen, setChosen] = useState<Readonly<Record<string, string>>>({});
  const ours = Object.keys(portal.zh.import.columns);
  const isMissing = needed.some((key) => !(key in headings));
  const [open, setOpen] = useState(false);
  // What was said of the columns of one sheet is not said of another.
  const read = (next: string) => {
    setChosen({});
    onAnswer(({ encoding, hidden }) => ({
      sheet: next,
      ...(encoding ? { encoding } : {}),
      ...(hidden ? { hidden } : {}),
    }));
  };
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
  const options = [
    { value: '', label: t('import.notRead') },
    ...written
      .filter((one) => one.name !== '')
      .map((one) => ({ value: one.name, label: one.example ? `${one.name}（${one.example}）` : one.name })),
  ];
  return (
    <Card
      title={t('import.whichColumns')}
      actions={
        <Button
          type="primary"
          loading={busy}
          disabled={Object.keys(chosen).length === 0}
          onClick={() => onAnswer((before) => ({ ...before, columns: { ...before.columns, ...chosen } }))}
        >
          {t('import.checkAgain')}
        </Button>
      }
    >
      {chooser}
      <div className="column-choices">
        {ours.map((key) => (
          <div key={key}>
            <span aria-hidden="true">
              {name(key)}
              {needed.includes(key) ? ' *' : ''}
            </span>
            <Select
              aria-label={name(key)}
              showSearch={{ optionFilterProp: 'label' }}
              value={chosen[key] ?? headings[key]?.name ?? ''}
              onChange={(next: string) => setChosen((before) => ({ ...before, [key]: next }))}
              options={options}
            />
          </div>
        ))}
      </div>
    </Card>
  );
}
