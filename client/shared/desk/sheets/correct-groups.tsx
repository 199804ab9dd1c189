import { Button, Input, Select } from 'antd';
import { useState } from 'react';
import { useSay, useWords } from '../../use-words.ts';
import { sheetWords } from '../../words/sheets.ts';
import { Card } from '../card.tsx';
import { useCatalogue } from '../catalogue.ts';
import { useCountries } from '../country.ts';
import {
  type Answers,
  type Fault,
  type FaultGroup,
  groupsOf,
  MAX_GROUPS_SHOWN,
  withChoice,
} from './sheet-answers.ts';

/** Columns whose cells are codes of a list, with the list. */
const listOf: Readonly<Record<string, string>> = {
  ...{ reason: 'reason', wish: 'disposition', exportMode: 'mode' },
  ...{ grade: 'grade', disposition: 'disposition', customsStatus: 'customs status' },
};
const wordColumns = new Set([...Object.keys(listOf), 'country']);

type OnAnswer = (change: (before: Answers) => Answers) => void;

/** Whole groups of faults with one answer each: which number is the day, what a word means, that a number is meant so. */
export function CorrectGroups({
  faults,
  busy,
  onAnswer,
}: {
  readonly faults: readonly Fault[];
  readonly busy: boolean;
  readonly onAnswer: OnAnswer;
}) {
  const t = useWords(sheetWords);
  const say = useSay();
  const [chosen, setChosen] = useState<ReadonlyMap<string, string>>(new Map());
  const all = groupsOf(faults, wordColumns);
  const groups = all.slice(0, MAX_GROUPS_SHOWN);
  if (groups.length === 0) return null;
  const replaced = groups.flatMap(({ kind, column, value: from, key }) => {
    const to = chosen.get(key);
    return kind === 'replace' && to !== undefined ? [{ column, from, to }] : [];
  });
  // Whichever button is pressed: what was chosen elsewhere goes with it.
  const answer: OnAnswer = (change) => {
    setChosen(new Map());
    onAnswer((before) => change({ ...before, replace: [...(before.replace ?? []), ...replaced] }));
  };
  const newSkus = all.filter(({ keep }) => keep?.code === 'unknownSku').length;
  return (
    <Card
      title={t('import.groups')}
      actions={
        <Button
          type="primary"
          disabled={replaced.length === 0}
          loading={busy}
          onClick={() => answer((before) => before)}
        >
          {t('import.applyGroups', { count: replaced.length })}
        </Button>
      }
    >
      <ul className="plain-list">
        {groups.map((group) => (
          <li key={group.key} className="fault-group">
            <span className="two-lines">
              <span>
                {group.heading} <b className="code fault-value">{group.value || t('import.empty')}</b>
              </span>
              <span className="quiet-text">
                {group.count > 0 && `${t('import.groupCells', { count: group.count })} · `}
                {say(group.words)}
              </span>
            </span>
            <Answer
              group={group}
              busy={busy}
              chosen={chosen.get(group.key)}
              onChoose={(to) => setChosen((before) => new Map(before).set(group.key, to))}
              onAnswer={answer}
            />
          </li>
        ))}
      </ul>
      <span className="report-actions">
        {newSkus > 1 && (
          <Button disabled={busy} onClick={() => answer(withKept({ column: 'sku', code: 'unknownSku' }))}>
            {t('import.keep.allNewSkus', { count: newSkus })}
          </Button>
        )}
        {all.length > groups.length && (
          <span className="quiet-text">{t('import.moreGroups', { count: all.length - groups.length })}</span>
        )}
      </span>
    </Card>
  );
}

const withKept =
  (kept: NonNullable<FaultGroup['keep']>) =>
  (before: Answers): Answers => ({ ...before, keep: [...(before.keep ?? []), kept] });

function Answer({
  group,
  busy,
  chosen,
  onChoose,
  onAnswer,
}: {
  readonly group: FaultGroup;
  readonly busy: boolean;
  readonly chosen: string | undefined;
  readonly onChoose: (to: string) => void;
  readonly onAnswer: OnAnswer;
}) {
  const t = useWords(sheetWords);
  const say = useSay();
  const { kind, proposals, keep } = group;
  if (kind !== 'replace' && kind !== 'keep')
    return (
      <span className="report-actions">
        {proposals.map(({ value, words }) => (
          <Button
            key={value}
            disabled={busy}
            onClick={() => onAnswer((before) => withChoice(before, group, value))}
          >
            {say(words)}
          </Button>
        ))}
      </span>
    );
  return (
    <span className="report-actions">
      {kind === 'replace' && <Meanings group={group} busy={busy} chosen={chosen} onChoose={onChoose} />}
      {keep && (
        <Button disabled={busy} onClick={() => onAnswer(withKept(keep))}>
          {t(keepName(keep.code), { about: keep.about ?? '' })}
        </Button>
      )}
    </span>
  );
}

const keepName = (code: string) =>
  code === 'unknownSku' || code === 'soldQuantity' || code === 'packUnit'
    ? (`import.keep.${code}` as const)
    : 'import.keep.other';

/** What a word may mean: what is proposed first, then all that its column knows. */
function Meanings({
  group: { column, value: written, proposals },
  busy,
  chosen,
  onChoose,
}: Pick<Parameters<typeof Answer>[0], 'group' | 'busy' | 'chosen' | 'onChoose'>) {
  const t = useWords(sheetWords);
  const say = useSay();
  const countries = useCountries();
  const { codes } = useCatalogue();
  const listed = (codes[listOf[column] ?? ''] ?? []).map(({ code, zh, en }) => ({
    value: code,
    label: say({ zh, en }),
  }));
  const all = column === 'country' ? countries : listed;
  const first = proposals.map(({ value, words }) => ({ value, label: say(words) }));
  const options = [...first, ...all.filter(({ value }) => !first.some((one) => one.value === value))];
  if (options.length === 0)
    return (
      <Input
        aria-label={t('import.meantAs', { value: written })}
        placeholder={t('import.typed')}
        disabled={busy}
        value={chosen ?? ''}
        onChange={({ target }) => onChoose(target.value)}
        className="fault-choice"
      />
    );
  return (
    <Select
      aria-label={t('import.meantAs', { value: written })}
      placeholder={t('import.meant')}
      showSearch={{ optionFilterProp: 'label' }}
      disabled={busy}
      value={chosen ?? null}
      onChange={onChoose}
      options={options}
      className="fault-choice"
    />
  );
}
