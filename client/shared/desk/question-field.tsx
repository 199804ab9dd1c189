import { Form, Input, InputNumber, Radio, Select } from 'antd';
import type { ReactNode } from 'react';
import { type ChoiceLists, choicesOf, type Question } from '../questions.ts';
import { useSay, useWords } from '../use-words.ts';
import { trade } from '../words/trade.ts';

const few = 4;

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
  const isMoney = question.kind === 'money';
  return (
    <Form.Item
      name={question.name}
      label={say(question.label)}
      required={question.required}
      rules={[{ required: question.required, message: requiredWords }]}
      {...(isMoney ? { getValueProps: toMajor, normalize: toMinor } : {})}
    >
      {useField(question, lists)}
    </Form.Item>
  );
}

const toMajor = (minor: unknown) => ({ value: typeof minor === 'number' ? minor / 100 : minor });
const toMinor = (major: unknown) => (typeof major === 'number' ? Math.round(major * 100) : undefined);

function useField(question: Question, lists: ChoiceLists): ReactNode {
  const say = useSay();
  const words = useWords(trade);
  const choices = choicesOf(question, lists)?.map((one) => ({ value: one.value, label: say(one) }));
  if (choices && choices.length <= few) return <Radio.Group options={choices} optionType="button" />;
  if (choices)
    return (
      <Select options={choices} showSearch={{ optionFilterProp: 'label' }} allowClear={!question.required} />
    );
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
    case 'money':
      return <InputNumber min={0} max={1_000_000} precision={2} className="wide" />;
    case 'long text':
      return <Input.TextArea rows={3} maxLength={1000} showCount />;
    case 'text':
      return <Input maxLength={200} />;
    default:
      return <Input maxLength={64} className="code-input" autoCapitalize="characters" spellCheck={false} />;
  }
}
