import { AutoComplete, Button, Form, Input, InputNumber, Select } from 'antd';
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
import { CrossIcon, PlusIcon } from '../../shared/icons.tsx';
import { useWords } from '../../shared/use-words.ts';
import { portal } from '../../shared/words/portal.ts';
import { ExportFields } from '../returns/export-fields.tsx';
import { SkuField } from '../returns/sku-field.tsx';
import { useSubmission } from '../use-submission.ts';

const newOrder = 'POST /api/v1/exported-orders';
type Ask = Omit<Asked<typeof newOrder>, 'scanId'>;
const firstLine = { quantity: 1, exportMode: 'unknown' };
const MAX_LINES = 200;

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
    <Form.List name="lines">
      {(fields, { add, remove }) => (
        <section className="card" aria-labelledby="lines">
          <header>
            <h2 id="lines">{t('exported.lines', { count: fields.length })}</h2>
          </header>
          {fields.map(({ key, name }) => (
            <Line key={key} place={name} {...(fields.length > 1 ? { remove: () => remove(name) } : {})} />
          ))}
          <Button
            type="dashed"
            block
            icon={<PlusIcon />}
            disabled={fields.length >= MAX_LINES}
            onClick={() => add(firstLine)}
          >
            {t('form.addLine')}
          </Button>
        </section>
      )}
    </Form.List>
  );
}

function Line({ place, remove }: { readonly place: number; readonly remove?: () => void }) {
  const t = useWords(portal);
  const [isSerial, setSerial] = useState(false);
  return (
    <fieldset className="line">
      <legend>
        {t('form.line', { n: place + 1 })}
        {remove && (
          <Button
            type="text"
            size="small"
            icon={<CrossIcon size={16} />}
            aria-label={t('form.removeLine', { n: place + 1 })}
            onClick={remove}
          />
        )}
      </legend>
      <div className="line-fields">
        <SkuField place={place} onKnown={(sku) => setSerial(sku?.serialTracked === true)} />
        <Form.Item
          name={[place, 'quantity']}
          label={t('line.quantity')}
          rules={[{ required: true, message: t('form.must', { label: t('line.quantity') }) }]}
          className="narrow"
        >
          <InputNumber min={1} max={1_000_000} precision={0} inputMode="numeric" />
        </Form.Item>
        <Form.Item
          name={[place, 'serial']}
          label={t('line.serial')}
          extra={isSerial ? t('exported.form.serialWhy') : undefined}
        >
          <Input maxLength={64} className="code-input" spellCheck={false} autoCapitalize="characters" />
        </Form.Item>
      </div>
      <ExportFields place={place} withKind={false} />
    </fieldset>
  );
}
