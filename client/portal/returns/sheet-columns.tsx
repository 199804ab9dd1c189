import { Button, Select } from 'antd';
import { useState } from 'react';
import { Card } from '../../shared/desk/card.tsx';
import { useWords } from '../../shared/use-words.ts';
import { portal } from '../../shared/words/portal.ts';
import type { Check } from './import-page.tsx';
import { useColumnName } from './import-report.tsx';
import type { Answers } from './sheet-answers.ts';

const needed = ['reference', 'sku', 'quantity'];

/** Which column of the file is which of ours: proposed by its headers, and said by whoever knows the file. */
export function SheetColumns({
  checked,
  answers,
  busy,
  onAnswers,
}: {
  readonly checked: Pick<Check, 'headings' | 'written' | 'sheets'>;
  readonly answers: Answers;
  readonly busy: boolean;
  readonly onAnswers: (answers: Answers) => void;
}) {
  const t = useWords(portal);
  const name = useColumnName();
  const { headings, written, sheets } = checked;
  const [chosen, setChosen] = useState<Readonly<Record<string, string>>>({});
  const ours = Object.keys(portal.zh.import.columns);
  const isMissing = needed.some((key) => !(key in headings));
  const [open, setOpen] = useState(false);
  if (sheets.length > 1 && written.length === 0)
    return (
      <Card title={t('import.whichSheet')}>
        <span className="report-actions">
          {sheets.map((sheet) => (
            <Button key={sheet} loading={busy} onClick={() => onAnswers({ ...answers, sheet })}>
              {sheet}
            </Button>
          ))}
        </span>
      </Card>
    );
  if (written.length === 0) return null;
  if (!isMissing && !open)
    return (
      <span className="report-actions">
        <Button onClick={() => setOpen(true)}>{t('import.changeColumns')}</Button>
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
          onClick={() => onAnswers({ ...answers, columns: { ...answers.columns, ...chosen } })}
        >
          {t('import.checkAgain')}
        </Button>
      }
    >
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
