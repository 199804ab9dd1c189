import { Button, Form, Spin } from 'antd';
import { useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import type { Input } from '../../shared/api.ts';
import { FailureAlert, useIssueWords } from '../../shared/desk/failure-alert.tsx';
import { useMessage } from '../../shared/desk/messages.tsx';
import { Page } from '../../shared/desk/page.tsx';
import { isSound, pressIsKept } from '../../shared/desk/press-is-kept.ts';
import { useReply, useSend } from '../../shared/desk/replies.ts';
import { Failure, type Issue } from '../../shared/failure.ts';
import { newScanId } from '../../shared/scan-id.ts';
import { useWords } from '../../shared/use-words.ts';
import { portal } from '../../shared/words/portal.ts';
import { HeadFields } from './head-fields.tsx';
import { firstLine, Lines } from './lines.tsx';

const newReturn = 'POST /api/v1/return-orders';
type Ask = Omit<Input<typeof newReturn>, 'scanId' | 'submit'>;

/** The form of a new return. What the server finds wrong is shown at the field it names. */
export function SubmitPage() {
  const t = useWords(portal);
  const go = useNavigate();
  const message = useMessage();
  const [form] = Form.useForm<Ask>();
  const { send, failure, busy } = useSubmission(form);
  const { data: warehouses } = useReply('GET /api/v1/warehouses', {});
  const places = warehouses?.rows.filter(({ active }) => active) ?? [];
  const finish = async (ask: Ask, submit: boolean) => {
    const order = await send(ask, submit);
    if (!order) return;
    message.success(t(submit ? 'form.submitted' : 'form.drafted'));
    await go(`/returns/${order.code}`, { state: { isNew: true } });
  };
  const draft = async () => {
    // A draft may have gaps, but not a line that nobody can read.
    if (await isSound(form)) await finish(form.getFieldsValue(true), false);
  };
  if (!warehouses) return <Spin fullscreen />;
  return (
    <Page title={t('form.title')} about={t('form.about')}>
      <Form
        form={form}
        layout="vertical"
        className="return-form"
        requiredMark={false}
        initialValues={{ warehouse: places[0]?.code, lines: [firstLine] }}
        scrollToFirstError={{ behavior: 'smooth', block: 'center' }}
        onFinish={() => void finish(form.getFieldsValue(true), true)}
        onFinishFailed={pressIsKept(form)}
      >
        <Lines form={form} />
        <HeadFields warehouses={places} />
        <div className="form-foot">
          {failure !== undefined && <FailureAlert failure={failure} />}
          <Button onClick={() => void draft()} disabled={busy}>
            {t('form.draft')}
          </Button>
          <Button type="primary" htmlType="submit" loading={busy}>
            {t('form.submit')}
          </Button>
          <span className="quiet-text">{t('form.draftWhy')}</span>
        </div>
      </Form>
    </Page>
  );
}

/** Sends the form and puts what the server found wrong where it belongs. */
function useSubmission(form: ReturnType<typeof Form.useForm<Ask>>[0]) {
  const { mutateAsync, isPending } = useSend(newReturn);
  const issueWords = useIssueWords();
  const [failure, setFailure] = useState<unknown>();
  // The same content under the same scanId is one return, however often the button is pressed.
  const last = useRef({ content: '', scanId: '' });
  const send = async (ask: Ask, submit: boolean) => {
    const given = clean({ ...ask, submit });
    const content = JSON.stringify(given);
    if (last.current.content !== content) last.current = { content, scanId: newScanId() };
    setFailure(undefined);
    try {
      return await mutateAsync({ ...given, scanId: last.current.scanId });
    } catch (error) {
      setFailure(error);
      if (error instanceof Failure) show(error);
      return undefined;
    }
  };
  const show = (error: Failure) => {
    const issues = (error.refusal.issues ?? []).filter(({ path }) => Array.isArray(path));
    const words = (issue: Issue) =>
      issue.words || issues.length > 1 ? issueWords(issue) : issueWords({ ...issue, words: error.words });
    form.setFields(issues.map((issue) => ({ name: issue.path as never, errors: [words(issue)] })));
    const first = issues[0]?.path;
    if (first) form.scrollToField(first as never, { behavior: 'smooth', block: 'center' });
  };
  return { send, failure, busy: isPending };
}

/** Fields that were left empty were not given. */
function clean<T extends object>(ask: T): T {
  const entries = Object.entries(ask).flatMap(([name, value]) =>
    value === undefined || value === null || value === ''
      ? []
      : [[name, Array.isArray(value) ? value.map((one) => clean(one)) : value]],
  );
  return Object.fromEntries(entries) as T;
}
