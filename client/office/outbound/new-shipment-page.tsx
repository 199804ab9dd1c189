import { Button, Form, Input, Radio, Select } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import type { Input as Asked } from '../../shared/api.ts';
import { Card } from '../../shared/desk/card.tsx';
import { useCountries } from '../../shared/desk/country.ts';
import { useFactWords } from '../../shared/desk/fact-words.ts';
import { FailureAlert } from '../../shared/desk/failure-alert.tsx';
import { useMessage } from '../../shared/desk/messages.tsx';
import { Page } from '../../shared/desk/page.tsx';
import { pressIsKept } from '../../shared/desk/press-is-kept.ts';
import { useSend } from '../../shared/desk/replies.ts';
import { newScanId } from '../../shared/scan-id.ts';
import { useWords } from '../../shared/use-words.ts';
import { shipments } from '../../shared/words/shipments.ts';
import { ways } from '../../shared/words/ways.ts';
import { useExporters } from '../choices.ts';
import { ItemChooser, type Wanted } from './item-chooser.tsx';
import { ItemSelect } from './item-select.tsx';
import { exits } from './shipments-page.tsx';

const create = 'POST /api/v1/shipments';
type Given = Omit<Asked<typeof create>, 'scanId' | 'items'>;

/** Opens a shipment: which way out, to whom, with what. */
export function NewShipmentPage() {
  const t = useWords(shipments);
  const message = useMessage();
  const go = useNavigate();
  const [form] = Form.useForm<Given>();
  const [items, setItems] = useState<readonly string[]>([]);
  const exporter = Form.useWatch('exporter', form);
  const exit = Form.useWatch('exit', form);
  const { mutateAsync: send, isPending, error } = useSend(create);
  const submit = async (given: Given) => {
    try {
      const made = await send({ ...given, items: [...items], scanId: newScanId() });
      message.success(`${t('code')} ${made.code}`);
      await go(`/outbound/${made.code}`);
    } catch {
      // What went wrong stands above the button.
    }
  };
  return (
    <Page title={t('create.title')} about={t('create.about')}>
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ transport: 'air' }}
        onValuesChange={(changed) => ('exporter' in changed || 'exit' in changed) && setItems([])}
        onFinish={submit}
        onFinishFailed={pressIsKept(form)}
        scrollToFirstError
        className="new-shipment"
      >
        <Head exporter={exporter} isExchange={exit === 'exchange'} />
        <Card title={t('create.what')}>
          {exporter && exit ? (
            <ItemChooser
              wanted={{ exporter, exit: exit as Wanted['exit'] }}
              chosen={items}
              onChoose={setItems}
            />
          ) : (
            <p className="quiet-text">{t('create.needExporter')}</p>
          )}
        </Card>
        {error && <FailureAlert failure={error} />}
        <div className="form-foot">
          <span className="quiet-text" role="status">
            {items.length ? t('create.chosen', { count: items.length }) : t('create.withoutItems')}
          </span>
          <Button type="primary" htmlType="submit" loading={isPending}>
            {t('create.submit')}
          </Button>
        </div>
      </Form>
    </Page>
  );
}

function Head({
  exporter,
  isExchange,
}: {
  readonly exporter: string | undefined;
  readonly isExchange: boolean;
}) {
  const t = useWords(shipments);
  const words = useFactWords();
  const exporters = useExporters();
  const countries = useCountries();
  const needed = (label: string) => [{ required: true, message: t('create.required', { label }) }];
  return (
    <Card title={t('create.who')}>
      <div className="form-grid">
        <Form.Item name="exit" label={t('exit')} rules={needed(t('exit'))} className="whole">
          <Radio.Group
            optionType="button"
            options={exits.map((value) => ({ value, label: words.exit(value) }))}
          />
        </Form.Item>
        <Form.Item name="exporter" label={t('exporter')} rules={needed(t('exporter'))}>
          <Select options={[...exporters]} showSearch={{ optionFilterProp: 'label' }} />
        </Form.Item>
        {isExchange && exporter && (
          <Form.Item name="replaces" label={t('create.replaced')} rules={needed(t('create.replaced'))}>
            <ItemSelect exporter={exporter} placeholder={t('create.replacedHint')} />
          </Form.Item>
        )}
        <Form.Item name="consignee" label={t('consignee')} rules={needed(t('consignee'))}>
          <Input maxLength={100} autoComplete="off" />
        </Form.Item>
        <Form.Item name="phone" label={t('phone')}>
          <Input maxLength={30} autoComplete="off" />
        </Form.Item>
        <Form.Item name="country" label={t('country')} rules={needed(t('country'))}>
          <Select options={[...countries]} showSearch={{ optionFilterProp: 'label' }} />
        </Form.Item>
        <Form.Item name="address" label={t('address')} rules={needed(t('address'))} className="whole">
          <Input maxLength={300} autoComplete="off" />
        </Form.Item>
        <Form.Item name="transport" label={t('transport')}>
          <Radio.Group
            optionType="button"
            options={(Object.keys(ways.zh.transport) as 'air'[]).map((value) => ({
              value,
              label: words.transport(value),
            }))}
          />
        </Form.Item>
        <Form.Item name="reference" label={t('reference')}>
          <Input maxLength={64} autoComplete="off" />
        </Form.Item>
      </div>
    </Card>
  );
}
