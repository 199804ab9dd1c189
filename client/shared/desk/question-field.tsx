import { AutoComplete, Form, Input, InputNumber, Radio, Select } from 'antd';
import type { ReactNode } from 'react';
import { type Answers, type ChoiceLists, choicesOf, type Question } from '../questions.ts';
import { useSay, useWords } from '../use-words.ts';
import { desk } from '../words/desk.ts';
import { trade } from '../words/trade.ts';
import { MoneyInput, readsAsMoney } from './money-input.tsx';

const MAX_CHOICES_AS_BUTTONS = 4;
const MAX_CHARS_IN_BUTTONS = 34;

/** One question of a form, with the field that suits its kind. Its answer is what the server expects of that kind. */
export function QuestionField({
  question,
  lists = {},
  requiredWords,
}: {
  readonly question: Question;
  readonly lists?: ChoiceLists;
  readonly requiredWords: string;
}) {
  const say = useSay();
  const words = useWords(desk);
  return (
    <Form.Item
      name={question.name}
      label={say(question.label)}
      required={question.required}
      rules={[
        { required: question.required, message: requiredWords },
        ...(question.kind === 'money' ? [readsAsMoney(words('form.notMoney'))] : []),
      ]}
    >
      {useField(question, lists)}
    </Form.Item>
  );
}

function useField(question: Question, lists: ChoiceLists): ReactNode {
  const say = useSay();
  const words = useWords(trade);
  const answers: Answers | undefined = Form.useWatch([], Form.useFormInstance());
  const given = choicesOf(question, lists, answers);
  const choices = given?.map((one) => ({ value: one.value, label: say(one) }));
  // Places are proposed, but any other may be scanned or typed.
  if (question.kind === 'location')
    return <AutoComplete options={choices ?? []} allowClear showSearch={{ filterOption: startsSo }} />;
  if (question.kind === 'several')
    return <Select mode="multiple" options={choices ?? []} showSearch={{ optionFilterProp: 'label' }} />;
  if (choices && isShort(choices)) return <Radio.Group options={choices} optionType="button" />;
  if (choices)
    return (
      <Select options={choices} showSearch={{ optionFilterProp: 'label' }} allowClear={!question.required} />
    );
  return plainField(question, words);
}

const isShort = (choices: readonly { readonly label: string }[]) =>
  choices.length <= MAX_CHOICES_AS_BUTTONS &&
  choices.reduce((length, { label }) => length + label.length, 0) <= MAX_CHARS_IN_BUTTONS;
const startsSo = (typed: string, option: { value?: unknown } | undefined) =>
  String(option?.value ?? '').includes(typed.toUpperCase());

/** Told in kilograms, kept in grams. */
const WeightInput = ({
  value,
  onChange,
  ...field
}: {
  readonly id?: string;
  readonly value?: number | null;
  readonly onChange?: (grams: number | null) => void;
}) => (
  <InputNumber
    {...field}
    min={0.001}
    max={100_000}
    precision={3}
    suffix="kg"
    className="wide"
    value={typeof value === 'number' ? value / 1000 : null}
    onChange={(kg) => onChange?.(kg === null ? null : Math.round(kg * 1000))}
  />
);

function plainField(question: Question, words: (key: 'yes' | 'no') => string): ReactNode {
  switch (question.kind) {
    case 'yes or no':
      return (
        <Radio.Group
          optionType="button"
          options={[
            { value: true, label: words('yes') },
            { value: false, label: words('no') },
          ]}
        />
      );
    case 'count':
      return <InputNumber min={1} max={100_000} precision={0} className="wide" />;
    case 'number':
      return <InputNumber min={0} max={10_000_000} precision={0} className="wide" />;
    case 'money':
      return <MoneyInput />;
    case 'weight':
      return <WeightInput />;
    case 'long text':
      return <Input.TextArea rows={3} maxLength={1000} showCount />;
    case 'text':
      return <Input maxLength={200} />;
    case 'password':
      return <Input.Password maxLength={200} autoComplete="new-password" />;
    case 'date':
      return <Input type="date" />;
    default:
      return <Input maxLength={64} className="code-input" autoCapitalize="characters" spellCheck={false} />;
  }
}
