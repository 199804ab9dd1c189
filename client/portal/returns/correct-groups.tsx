import { Button, Select } from 'antd';
import { useState } from 'react';
import { Card } from '../../shared/desk/card.tsx';
import { useCatalogue } from '../../shared/desk/catalogue.ts';
import { useSay, useWords } from '../../shared/use-words.ts';
import { portal } from '../../shared/words/portal.ts';
import { type Answers, type Fault, type FaultGroup, groupsOf } from './sheet-answers.ts';

/** Columns whose cells are codes of a list, with the list. */
const listOf: Readonly<Record<string, string>> = { reason: 'reason', wish: 'disposition' };
const wordColumns = new Set(Object.keys(listOf));

/** Whole groups of faults with one answer each: which number is the day, what a word means, that a number is meant so. */
export function CorrectGroups({
  faults,
  answers,
  busy,
  onAnswers,
}: {
  readonly faults: readonly Fault[];
  readonly answers: Answers;
  readonly busy: boolean;
  readonly onAnswers: (answers: Answers) => void;
}) {
  const t = useWords(portal);
  const [chosen, setChosen] = useState<ReadonlyMap<string, string>>(new Map());
  const groups = groupsOf(faults, wordColumns);
  if (groups.length === 0) return null;
  const choose = (group: FaultGroup, to: string) =>
    setChosen((before) => new Map(before).set(`${group.column} ${group.value}`, to));
  const replaced = groups.flatMap(({ kind, column, value: from }) => {
    const to = chosen.get(`${column} ${from}`);
    return kind === 'replace' && to !== undefined ? [{ column, from, to }] : [];
  });
  const apply = () => onAnswers({ ...answers, replace: [...(answers.replace ?? []), ...replaced] });
  return (
    <Card
      title={t('import.groups')}
      actions={
        <Button type="primary" disabled={replaced.length === 0} loading={busy} onClick={apply}>
          {t('import.applyGroups', { count: replaced.length })}
        </Button>
      }
    >
      <ul className="plain-list">
        {groups.map((group) => (
          <li key={`${group.kind} ${group.column} ${group.value}`} className="fault-group">
            <span className="two-lines">
              <span>
                {group.heading} <b className="code fault-value">{group.value}</b>
              </span>
              <span className="quiet-text">{t('import.groupCells', { count: group.count })}</span>
            </span>
            <Answer
              group={group}
              chosen={chosen.get(`${group.column} ${group.value}`)}
              onChoose={(to) => choose(group, to)}
              onDates={(order) =>
                onAnswers({ ...answers, dates: { ...answers.dates, [group.column]: order } })
              }
              onKeep={() => onAnswers({ ...answers, keep: [...(answers.keep ?? []), group.column] })}
            />
          </li>
        ))}
      </ul>
    </Card>
  );
}

function Answer({
  group,
  chosen,
  onChoose,
  onDates,
  onKeep,
}: {
  readonly group: FaultGroup;
  readonly chosen: string | undefined;
  readonly onChoose: (to: string) => void;
  readonly onDates: (order: 'dayFirst' | 'monthFirst') => void;
  readonly onKeep: () => void;
}) {
  const t = useWords(portal);
  const say = useSay();
  const { codes } = useCatalogue();
  const { kind, column, proposals, mayKeep } = group;
  if (kind === 'dates')
    return (
      <span className="report-actions">
        {proposals.map(({ value, words }) => (
          <Button key={value} onClick={() => onDates(value as 'dayFirst')}>
            {t(value === 'dayFirst' ? 'import.dayFirst' : 'import.monthFirst', { date: say(words) })}
          </Button>
        ))}
      </span>
    );
  const all = (codes[listOf[column] ?? ''] ?? []).map(({ code, zh, en }) => ({
    value: code,
    words: { zh, en },
  }));
  const others = all.filter(({ value }) => !proposals.some((one) => one.value === value));
  const options = [...proposals, ...others].map(({ value, words }) => ({ value, label: say(words) }));
  return (
    <span className="report-actions">
      {kind === 'replace' && options.length > 0 && (
        <Select
          aria-label={t('import.meantAs', { value: group.value })}
          placeholder={t('import.meant')}
          showSearch={{ optionFilterProp: 'label' }}
          value={chosen ?? null}
          onChange={onChoose}
          options={options}
          className="fault-choice"
        />
      )}
      {mayKeep && <Button onClick={onKeep}>{t(column === 'sku' ? 'import.newSkus' : 'import.keep')}</Button>}
    </span>
  );
}
