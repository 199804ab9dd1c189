import { Button } from 'antd';
import { type ReactNode, useState } from 'react';
import { useMessage } from '../../shared/desk/messages.tsx';
import { StateTag } from '../../shared/desk/state-tag.tsx';
import { StepForm } from '../../shared/desk/step-form.tsx';
import type { Answer, Answers, Choice, Question } from '../../shared/questions.ts';
import { useWords } from '../../shared/use-words.ts';
import { settings } from '../../shared/words/settings.ts';

interface RecordFormProps {
  readonly title: string;
  readonly questions: readonly Question[];
  readonly initial?: Answers;
  readonly about?: ReactNode;
  /** What a new record begins with. */
  readonly preset?: Answers;
  /** With `initial`, only what was changed; null for what was emptied. */
  readonly save: (answers: Answers) => Promise<unknown>;
  readonly onClose: () => void;
}

/** Adds a record, or changes one: then only what differs is sent. */
export function RecordForm({ save, initial, preset = {}, onClose, ...form }: RecordFormProps) {
  const t = useWords(settings);
  const message = useMessage();
  const done = async (answers: Answers) => {
    await save(initial ? changesOf(form.questions, initial, answers) : answers);
    message.success(t('saved'));
    onClose();
  };
  return <StepForm {...form} initial={initial ?? preset} columns={2} onDone={done} onClose={onClose} />;
}

/** What differs from before. */
function changesOf(questions: readonly Question[], before: Answers, answers: Answers): Answers {
  const same = (a: Answer, b: Answer) => JSON.stringify(a ?? null) === JSON.stringify(b ?? null);
  const changed = questions.filter(({ name }) => !same(before[name], answers[name]));
  return Object.fromEntries(changed.map(({ name }) => [name, answers[name] ?? null]));
}

/** Which record is being added or changed, if any. */
export function useEditing<Row>() {
  const [editing, setEditing] = useState<{ readonly row: Row | undefined }>();
  return {
    editing,
    add: () => setEditing({ row: undefined }),
    change: (row: Row) => setEditing({ row }),
    close: () => setEditing(undefined),
  };
}

/** The button of a row that changes it. */
export function ChangeButton({ row, onClick }: { readonly row: string; readonly onClick: () => void }) {
  const t = useWords(settings);
  return (
    <Button size="small" onClick={onClick} aria-label={t('changeRow', { row })}>
      {t('change')}
    </Button>
  );
}

/** In use or closed. */
export const ActiveTag = ({ active }: { readonly active: boolean }) => (
  <StateTag state={settings.both(active ? 'active' : 'inactive')} tone={active ? 'good' : 'plain'} />
);

/** The filter that every list of records has. */
export function useActiveFilter() {
  const t = useWords(settings);
  return {
    name: 'active',
    label: t('status'),
    choices: [
      { value: 'yes', label: t('activeOnly') },
      { value: 'no', label: t('inactiveOnly') },
    ],
  };
}

type Label = Question['label'];
export const question = <N extends string>(name: N, kind: string, label: Label, required = true) =>
  ({ name, kind, label, required }) satisfies Question;
export const chosen = (
  name: string,
  label: Label,
  choices: readonly Choice[],
  required = true,
): Question => ({ ...question(name, 'choice', label, required), choices });
export const maybe = <N extends string>(name: N, kind: string, label: Label) =>
  question(name, kind, label, false);
export const inUse = question('active', 'yes or no', settings.both('inUse'));
