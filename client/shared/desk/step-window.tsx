import { Form, Modal } from 'antd';
import { type ReactNode, useState } from 'react';
import { Failure } from '../failure.ts';
import { useLanguage } from '../language.ts';
import { money } from '../money.ts';
import type { Answers, ChoiceLists, Question } from '../questions.ts';
import { useSay, useWords } from '../use-words.ts';
import { desk } from '../words/desk.ts';
import { FailureAlert, fieldOf, useIssueWords } from './failure-alert.tsx';
import { pressIsKept } from './press-is-kept.ts';
import { QuestionField } from './question-field.tsx';

export interface StepFormProps {
  readonly title: string;
  readonly questions: readonly Question[];
  readonly lists?: ChoiceLists;
  /** What is filled in already. */
  readonly initial?: Answers;
  /** How many questions stand beside each other, where there is room. */
  readonly columns?: 1 | 2;
  /** What stands above the questions. */
  readonly about?: ReactNode;
  /** Why it fails is shown in the window, which stays open with what was filled in. */
  readonly onDone: (answers: Answers) => Promise<unknown>;
  readonly onClose: () => void;
}

/** Asks in a window what a step has to know; without questions, whether it is meant. */
export function StepWindow({
  title,
  questions,
  lists = {},
  initial = {},
  about,
  columns = 1,
  onDone,
  onClose,
}: StepFormProps) {
  const t = useWords(desk);
  const say = useSay();
  const issueWords = useIssueWords();
  const [form] = Form.useForm<Answers>();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>();
  const names = new Set(questions.map(({ name }) => name));
  const finish = async (answers: Answers) => {
    setBusy(true);
    setFailure(undefined);
    try {
      await onDone(Object.fromEntries(Object.entries(answers).filter(([, value]) => isGiven(value))));
    } catch (error) {
      setFailure(error);
      const issues = error instanceof Failure ? (error.refusal.issues ?? []) : [];
      const faulty = issues.filter((issue) => names.has(fieldOf(issue)));
      form.setFields(faulty.map((issue) => ({ name: fieldOf(issue), errors: [issueWords(issue)] })));
    } finally {
      setBusy(false);
    }
  };
  return (
    <Modal
      open
      title={title}
      okText={questions.length ? t('form.confirm') : t('form.confirmStep', { step: title })}
      cancelText={t('form.back')}
      confirmLoading={busy}
      onOk={() => form.submit()}
      onCancel={onClose}
      destroyOnHidden
    >
      {about}
      {questions.length === 0 && <p>{t('form.sure', { step: title })}</p>}
      <Form
        form={form}
        layout="vertical"
        initialValues={initial}
        onFinish={finish}
        onFinishFailed={pressIsKept(form)}
        className={columns === 2 ? 'step-form two' : 'step-form'}
        scrollToFirstError
        requiredMark={(label, { required }) => (
          <>
            {label}
            {!required && <span className="quiet-text">{t('form.optional')}</span>}
          </>
        )}
      >
        {questions.map((question) => (
          <QuestionField
            key={question.name}
            question={question}
            lists={lists}
            requiredWords={t('form.required', { label: say(question.label) })}
          />
        ))}
        <Total of={questions.filter(({ kind }) => kind === 'money')} />
      </Form>
      {failure !== undefined && <FailureAlert failure={failure} />}
    </Modal>
  );
}

/** What the amounts of a form come to, before it is sent. */
function Total({ of: amounts }: { readonly of: readonly Question[] }) {
  const t = useWords(desk);
  const language = useLanguage();
  const answers: Answers = Form.useWatch([]) ?? {};
  const read = amounts.map(({ name }) => answers[name]).filter((one) => typeof one === 'number');
  if (amounts.length < 2 || read.length === 0) return null;
  const sum = read.reduce((total, one) => total + one, 0);
  return <p className="form-total">{t('form.total', { sum: money(sum, 'CNY', language) })}</p>;
}

const isGiven = (value: unknown) => value !== undefined && value !== null && value !== '';
