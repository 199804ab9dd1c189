import { AutoComplete, Form, Input, Select } from 'antd';
import type { Reply } from '../../shared/api.ts';
import { Card } from '../../shared/desk/card.tsx';
import { useCountries } from '../../shared/desk/country.ts';
import { platforms } from '../../shared/desk/platforms.ts';
import { useLanguage } from '../../shared/language.ts';
import { useWords } from '../../shared/use-words.ts';
import { portal } from '../../shared/words/portal.ts';

type Warehouse = Reply<'GET /api/v1/warehouses'>['rows'][number];
const carriers = ['J&T', 'SF Express', 'Ninja Van', 'Flash Express', 'Kerry', 'DHL', 'FedEx', 'UPS', 'EMS'];
const known = (names: readonly string[]) => names.map((value) => ({ value }));
const startsSo = (typed: string, option: { value?: unknown } | undefined) =>
  String(option?.value ?? '')
    .toLowerCase()
    .startsWith(typed.toLowerCase());

/** Where the parcel goes and how it travels. */
export function HeadFields({ warehouses }: { readonly warehouses: readonly Warehouse[] }) {
  const t = useWords(portal);
  const english = useLanguage() === 'en';
  const countries = useCountries();
  return (
    <Card title={t('form.head')}>
      <div className="line-fields">
        <Form.Item
          name="warehouse"
          label={t('returns.warehouse')}
          rules={[{ required: true, message: t('form.must', { label: t('returns.warehouse') }) }]}
        >
          <Select
            options={warehouses.map(({ code, nameZh, nameEn }) => ({
              value: code,
              label: english ? nameEn : nameZh,
            }))}
          />
        </Form.Item>
        <Form.Item name="reference" label={t('returns.reference')} extra={t('form.referenceWhy')}>
          <Input maxLength={64} />
        </Form.Item>
        <Form.Item name="waybill" label={t('returns.waybill')} extra={t('form.waybillWhy')}>
          <Input maxLength={48} className="code-input" spellCheck={false} autoCapitalize="characters" />
        </Form.Item>
        <Form.Item name="carrier" label={t('returns.carrier')}>
          <AutoComplete options={known(carriers)} showSearch={{ filterOption: startsSo }} maxLength={60} />
        </Form.Item>
        <Form.Item name="country" label={t('returns.country')}>
          <Select options={[...countries]} showSearch={{ optionFilterProp: 'label' }} allowClear />
        </Form.Item>
        <Form.Item name="platform" label={t('returns.platform')}>
          <AutoComplete options={known(platforms)} showSearch={{ filterOption: startsSo }} maxLength={40} />
        </Form.Item>
        <Form.Item name="note" label={t('returns.note')} className="full">
          <Input.TextArea rows={2} maxLength={1000} />
        </Form.Item>
      </div>
    </Card>
  );
}
