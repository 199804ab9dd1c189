import { Form, Modal } from 'antd';
import { useState } from 'react';
import type { Answers, ChoiceLists, Question } from '../questions.ts';
import { useSay, useWords } from '../use-words.ts';
import { desk } from '../words/desk.ts';
import { FailureAlert } from './failure-alert.tsx';
import { QuestionField } from './question-field.tsx';

interface StepFormProps {
  readonly title: string;
  readonly questions: readonly Question[];
  readonly lists?: ChoiceLists;
  /** Why it fails is shown in the window, which stays open with what was filled in. */
  readonly onDone: (answers: Answers) => Promise<unknown>;
  readonly onClose: () => void;
}

/** Asks in a window what a step has to know; without questions, whether it is meant. */
export function StepForm({ title, questions, lists = {}, onDone, onClose }: StepFormProps) {
  const t = useWords(desk);
  const say = useSay();
  const [form] = Form.useForm<Answers>();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>();
  const finish = async (answers: Answers) => {
    setBusy(true);
    setFailure(undefined);
    try {
      await onDone(Object.fromEntries(Object.entries(answers).filter(([, value]) => isGiven(value))));
    } catch (error) {
      setFailure(error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Modal
      open
      title={title}
      okText={questions.length ? t('form.confirm') : title}
      confirmLoading={busy}
      onOk={() => form.submit()}
      onCancel={onClose}
      destroyOnHidden
    >
      {questions.length === 0 && <p>{t('form.sure', { step: title })}</p>}
      <Form form={form} layout="vertical" requiredMark="optional" onFinish={finish} className="step-form">
        {questions.map((question) => (
          <QuestionField
            key={question.name}
            question={question}
            lists={lists}
            requiredWords={t('form.required', { label: say(question.label) })}
          />
        ))}
      </Form>
      {failure !== undefined && <FailureAlert failure={failure} />}
    </Modal>
  );
}

const isGiven = (value: unknown) => value !== undefined && value !== null && value !== '';
