import { AutoComplete, Button, Form, Input, Select } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import type { Input as Asked } from '../../shared/api.ts';
import { Card } from '../../shared/desk/card.tsx';
import { useCountries } from '../../shared/desk/country.ts';
import { FailureAlert } from '../../shared/desk/failure-alert.tsx';
import { useMessage } from '../../shared/desk/messages.tsx';
import { Page } from '../../shared/desk/page.tsx';
import { platforms } from '../../shared/desk/platforms.ts';
import { pressIsKept } from '../../shared/desk/press-is-kept.ts';
import { useSend } from '../../shared/desk/replies.ts';
import { useWords } from '../../shared/use-words.ts';
import { portal } from '../../shared/words/portal.ts';
import { LineList, QuantityField, SerialField } from '../line-frame.tsx';
import { ExportFields } from '../returns/export-fields.tsx';
import { SkuField } from '../returns/sku-field.tsx';
import { useSubmission } from '../use-submission.ts';

const newOrder = 'POST /api/v1/exported-orders';
type Ask = Omit<Asked<typeof newOrder>, 'scanId'>;
const firstLine = { quantity: 1, exportMode: 'unknown' };

/** The form of an order that was exported. */
export function EnterPage() {
  const t = useWords(portal);
  const go = useNavigate();
  const message = useMessage();
  const [form] = Form.useForm<Ask>();
  const { mutateAsync, isPending: busy } = useSend(newOrder);
  const { send, failure } = useSubmission(mutateAsync, form as never);
  const finish = async () => {
    const order = await send(form.getFieldsValue(true));
    if (!order) return;
    message.success(t('exported.form.saved'));
    await go(`/exported/${order.id}`);
  };
  return (
    <Page title={t('exported.form.title')} about={t('exported.form.about')}>
      <Form
        form={form}
        layout="vertical"
        className="return-form"
        requiredMark={false}
        initialValues={{ lines: [firstLine] }}
        scrollToFirstError={{ behavior: 'smooth', block: 'center' }}
        onFinish={() => void finish()}
        onFinishFailed={pressIsKept(form)}
      >
        <Head />
        <Lines />
        <div className="form-foot">
          {failure !== undefined && <FailureAlert failure={failure} />}
          <Button type="primary" htmlType="submit" loading={busy}>
            {t('exported.form.save')}
          </Button>
        </div>
      </Form>
    </Page>
  );
}

function Head() {
  const t = useWords(portal);
  const countries = useCountries();
  return (
    <Card title={t('exported.orderFacts')}>
      <div className="line-fields">
        <Form.Item
          name="number"
          label={t('exported.number')}
          extra={t('exported.form.numberWhy')}
          rules={[
            { required: true, whitespace: true, message: t('form.must', { label: t('exported.number') }) },
          ]}
        >
          <Input maxLength={64} className="code-input" spellCheck={false} />
        </Form.Item>
        <Form.Item name="platform" label={t('exported.platform')} extra={t('exported.form.platformWhy')}>
          <AutoComplete options={platforms.map((value) => ({ value }))} maxLength={40} />
        </Form.Item>
        <Form.Item name="country" label={t('exported.country')}>
          <Select options={[...countries]} showSearch={{ optionFilterProp: 'label' }} allowClear />
        </Form.Item>
        <Form.Item name="waybill" label={t('exported.waybill')}>
          <Input maxLength={48} className="code-input" spellCheck={false} autoCapitalize="characters" />
        </Form.Item>
      </div>
    </Card>
  );
}

function Lines() {
  const t = useWords(portal);
  return (
    <LineList
      title={(count) => t('exported.lines', { count })}
      next={() => firstLine}
      line={(place) => <Line place={place} />}
    />
  );
}

function Line({ place }: { readonly place: number }) {
  const t = useWords(portal);
  const [isSerial, setSerial] = useState(false);
  return (
    <>
      <div className="line-fields">
        <SkuField place={place} onKnown={(sku) => setSerial(sku?.serialTracked === true)} />
        <QuantityField place={place} max={1_000_000} />
        <SerialField place={place} why={isSerial ? t('exported.form.serialWhy') : undefined} />
      </div>
      <ExportFields place={place} withKind={false} />
    </>
  );
}
