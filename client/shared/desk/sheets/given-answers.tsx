import { Button } from 'antd';
import { useState } from 'react';
import { useSay, useWords } from '../../use-words.ts';
import { exactTime } from '../../when.tsx';
import { sheetWords } from '../../words/sheets.ts';
import { Card } from '../card.tsx';
import { useCatalogue } from '../catalogue.ts';
import { useCountry } from '../country.ts';
import { type Answers, type Given, givenIn } from './sheet-answers.ts';
import { useColumnName } from './sheet-kind.ts';
import type { Check } from './use-sheet-import.ts';

const SHOWN_AT_FIRST = 6;

/** By which answers the file is read, be they of today or of the last file like it; each can be taken back. */
export function GivenAnswers({
  checked,
  answers,
  busy,
  onAnswer,
  onForget,
}: {
  readonly checked: Pick<Check, 'remembered'>;
  readonly answers: Answers;
  readonly busy: boolean;
  readonly onAnswer: (change: (before: Answers) => Answers) => void;
  readonly onForget: (header: string) => void;
}) {
  const t = useWords(sheetWords);
  const tell = useGiven();
  const [all, setAll] = useState(false);
  const given = givenIn(answers);
  const { remembered } = checked;
  if (given.length === 0) return null;
  const shown = all ? given : given.slice(0, SHOWN_AT_FIRST);
  return (
    <Card
      title={remembered ? t('import.asLastTime', { day: exactTime(remembered.at) }) : t('import.yourAnswers')}
      actions={
        remembered && (
          <Button disabled={busy} onClick={() => onForget(remembered.header)}>
            {t('import.forgetAll')}
          </Button>
        )
      }
    >
      <ul className="plain-list">
        {shown.map((one) => (
          <li key={`${one.what} ${one.column} ${one.value}`} className="fault-group">
            <span>{tell(one)}</span>
            <Button
              size="small"
              disabled={busy}
              aria-label={t('import.takeBackThis', { answer: tell(one) })}
              onClick={() => onAnswer(one.takenFrom)}
            >
              {t('import.takeBack')}
            </Button>
          </li>
        ))}
      </ul>
      {given.length > shown.length && (
        <Button type="link" onClick={() => setAll(true)}>
          {t('import.moreAnswers', { count: given.length - shown.length })}
        </Button>
      )}
    </Card>
  );
}

/** An answer in words. */
function useGiven(): (given: Given) => string {
  const t = useWords(sheetWords);
  const name = useColumnName();
  const meaning = useMeaning();
  return ({ what, column, value, to }) => {
    const about = { column: name(column), value, to: meaning(column, to) };
    return t(sentenceOf(what, value, to), about);
  };
}

const sentences = sheetWords.zh.import.given;
type Sentence = `import.given.${keyof typeof sentences}`;
function sentenceOf(what: Given['what'], value: string, to: string): Sentence {
  if (what === 'columns') return value ? 'import.given.columns' : 'import.given.notRead';
  if (what === 'replace') return to ? 'import.given.replace' : 'import.given.nothing';
  if (what === 'keep') return to in sentences ? (`import.given.${to}` as Sentence) : 'import.given.keep';
  return what === 'encoding' ? 'import.given.encoding' : (`import.given.${value}` as Sentence);
}

/** A code by its name, where its column has names. */
function useMeaning() {
  const say = useSay();
  const country = useCountry();
  const { codes } = useCatalogue();
  const listOf: Readonly<Record<string, string>> = {
    ...{ reason: 'reason', wish: 'disposition', exportMode: 'mode' },
    ...{ grade: 'grade', disposition: 'disposition', customsStatus: 'customs status' },
  };
  return (column: string, value: string) => {
    if (column === 'country') return country(value);
    const code = codes[listOf[column] ?? '']?.find((one) => one.code === value);
    return code ? say({ zh: code.zh, en: code.en }) : value;
  };
}
