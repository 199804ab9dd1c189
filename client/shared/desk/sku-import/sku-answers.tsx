import { Button, Select } from 'antd';
import { useState } from 'react';
import { useSay, useWords } from '../../use-words.ts';
import { skuImport } from '../../words/sku-import.ts';
import { Card } from '../card.tsx';
import { ColumnChooser } from '../column-chooser.tsx';
import { skuColumns, useFieldName } from './field-names.ts';
import type { Answers, Check, Fault } from './use-sku-import.ts';

interface SkuAnswersProps {
  readonly checked: Check;
  readonly answers: Answers;
  readonly busy: boolean;
  readonly onAnswers: (answers: Answers) => void;
}

/** What cannot be seen in a file and is asked of whoever knows it: the sheet, the columns, a word, whether it is meant so. */
export function SkuAnswers(props: SkuAnswersProps) {
  const t = useWords(skuImport);
  const { checked, answers, busy, onAnswers } = props;
  const { sheets, written } = checked;
  if (sheets.length > 1 && written.length === 0)
    return (
      <Card title={t('whichSheet')}>
        <span className="sku-import-buttons">
          {sheets.map((sheet) => (
            <Button key={sheet} loading={busy} onClick={() => onAnswers({ ...answers, sheet })}>
              {sheet}
            </Button>
          ))}
        </span>
      </Card>
    );
  if (written.length === 0) return null;
  return (
    <>
      <Columns {...props} />
      <Questions {...props} />
    </>
  );
}

/** Which column of the file is which of ours: proposed by its headers, and said by whoever knows the file. */
function Columns({ checked: { headings, written }, answers, busy, onAnswers }: SkuAnswersProps) {
  const t = useWords(skuImport);
  const name = useFieldName();
  const [open, setOpen] = useState(false);
  if (!open && 'code' in headings)
    return (
      <span className="sku-import-buttons">
        <Button onClick={() => setOpen(true)}>{t('changeColumns')}</Button>
      </span>
    );
  return (
    <ColumnChooser
      columns={skuColumns.map((key) => ({ key, name: name(key), isNeeded: key === 'code' }))}
      headings={headings}
      written={written}
      busy={busy}
      words={{ title: t('whichColumns'), apply: t('apply'), notRead: t('notRead') }}
      onChosen={(chosen) => onAnswers({ ...answers, columns: { ...answers.columns, ...chosen } })}
    />
  );
}

const MAX_QUESTIONS = 40;
/** What is asked of the file as a whole: the answer goes under its name. */
const isOfTheFile = ({ may }: Fault) => may === 'hidden' || may === 'encoding';
/** One question for all cells of a column that say the same, or that are doubted for the same reason. */
function questionsIn(faults: readonly Fault[]): readonly Fault[] {
  const known = new Map<string, Fault>();
  for (const fault of faults) {
    if (fault.at === null && !isOfTheFile(fault)) continue;
    if (fault.may !== 'keep' && fault.proposals.length === 0) continue;
    const one = fault.may === 'keep' ? `${fault.column} ${fault.code}` : `${fault.column} ${fault.value}`;
    if (!known.has(one)) known.set(one, fault);
  }
  return [...known.values()].slice(0, MAX_QUESTIONS);
}

function Questions({ checked: { faults }, answers, busy, onAnswers }: SkuAnswersProps) {
  const t = useWords(skuImport);
  const say = useSay();
  const name = useFieldName();
  const questions = questionsIn(faults);
  if (questions.length === 0) return null;
  const keep = (column: string, code: string) =>
    onAnswers({ ...answers, keep: [...(answers.keep ?? []), { column, code }] });
  const replace = (column: string, from: string, to: string) =>
    onAnswers({ ...answers, replace: [...(answers.replace ?? []), { column, from, to }] });
  return (
    <Card title={t('questions')}>
      <ul className="plain-list">
        {questions.map(({ column, code, heading, value, words, proposals, may }) => (
          <li key={`${column} ${code} ${value}`} className="sku-import-question">
            <span>
              <b>{heading ?? name(column)}</b> {may === null ? t('means', { value }) : say(words)}
            </span>
            {may === 'keep' ? (
              <Button loading={busy} onClick={() => keep(column, code)}>
                {t('keep')}
              </Button>
            ) : (
              <Select
                aria-label={may === null ? t('means', { value }) : say(words)}
                placeholder={t('meant')}
                disabled={busy}
                onChange={(to: string) =>
                  may === null ? replace(column, value, to) : onAnswers({ ...answers, [may]: to })
                }
                options={proposals.map((one) => ({ value: one.value, label: say(one.words) }))}
              />
            )}
          </li>
        ))}
      </ul>
    </Card>
  );
}
