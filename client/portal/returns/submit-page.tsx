import { Button, Form, Spin } from 'antd';
import { useNavigate, useSearchParams } from 'react-router';
import type { Input, Reply } from '../../shared/api.ts';
import { FailureAlert } from '../../shared/desk/failure-alert.tsx';
import { useMessage } from '../../shared/desk/messages.tsx';
import { Page } from '../../shared/desk/page.tsx';
import { isSound, pressIsKept } from '../../shared/desk/press-is-kept.ts';
import { useReply, useSend } from '../../shared/desk/replies.ts';
import { useWords } from '../../shared/use-words.ts';
import { portal } from '../../shared/words/portal.ts';
import { useSubmission } from '../use-submission.ts';
import { ContractNote } from './contract-note.tsx';
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
  const { mutateAsync, isPending: busy } = useSend(newReturn);
  const { send, failure } = useSubmission(mutateAsync, form as never);
  const { data: warehouses } = useReply('GET /api/v1/warehouses', {});
  const exported = useExported();
  const places = warehouses?.rows.filter(({ active }) => active) ?? [];
  const finish = async (ask: Ask, submit: boolean) => {
    const order = await send({ ...ask, submit });
    if (!order) return;
    message.success(t(submit ? 'form.submitted' : 'form.drafted'));
    await go(`/returns/${order.code}`, { state: { isNew: true } });
  };
  const draft = async () => {
    // A draft may have gaps, but not a line that nobody can read.
    if (await isSound(form)) await finish(form.getFieldsValue(true), false);
  };
  if (!warehouses || exported.isAwaited) return <Spin fullscreen />;
  return (
    <Page title={t('form.title')} about={t('form.about')}>
      <ContractNote />
      <Form
        form={form}
        layout="vertical"
        className="return-form"
        requiredMark={false}
        initialValues={{ warehouse: places[0]?.code, lines: linesOf(exported.order) }}
        scrollToFirstError={{ behavior: 'smooth', block: 'center' }}
        onFinish={() => void finish(form.getFieldsValue(true), true)}
        onFinishFailed={pressIsKept(form)}
      >
        {exported.error && <FailureAlert failure={exported.error} />}
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

type Exported = Reply<'GET /api/v1/exported-orders/:id'>;

/** The exported order from which the return begins, as its address says. */
function useExported() {
  const id = useSearchParams()[0].get('exported') ?? '';
  const asked = useReply('GET /api/v1/exported-orders/:id', { id }, { enabled: id !== '' });
  return { order: asked.data, error: asked.error, isAwaited: id !== '' && asked.isPending };
}

/** A line for each of which something is left: how it was exported, the server knows. */
function linesOf(order: Exported | undefined) {
  const left = order?.lines.filter((line) => line.left > 0) ?? [];
  if (!order || left.length === 0) return [firstLine];
  return left.map(({ number, sku, serial, imei2 }) => ({
    ...firstLine,
    ...{ sku, salesOrder: order.number, orderLine: number },
    ...(serial ? { serial } : {}),
    ...(imei2 ? { imei2 } : {}),
  }));
}
