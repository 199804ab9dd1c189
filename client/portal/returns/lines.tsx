import { Form, type FormInstance, Input, Select } from 'antd';
import { useState } from 'react';
import { useCatalogue, useCodeName } from '../../shared/desk/catalogue.ts';
import { useSay, useWords } from '../../shared/use-words.ts';
import { portal } from '../../shared/words/portal.ts';
import { LineList, QuantityField, SerialField } from '../line-frame.tsx';
import { ExportFields, exportFields } from './export-fields.tsx';
import { OrderField } from './order-field.tsx';
import { SkuField } from './sku-field.tsx';

export const firstLine = { quantity: 1, exportMode: 'unknown' };

/** The lines of a return: another one starts with the export papers of the one before. */
export function Lines({ form }: { readonly form: FormInstance }) {
  const t = useWords(portal);
  return (
    <LineList
      title={() => t('form.lines')}
      aside={(count) => t('form.linesCount', { count })}
      below={<p className="quiet-text">{t('form.many')}</p>}
      next={() => nextLine(form.getFieldValue('lines'))}
      line={(place) => <Line place={place} />}
    />
  );
}

function nextLine(lines: readonly Record<string, unknown>[]) {
  const last = lines.at(-1) ?? {};
  const same = ['reason', 'wish', ...exportFields].flatMap((name) =>
    last[name] ? [[name, last[name]]] : [],
  );
  return { ...firstLine, ...Object.fromEntries(same) };
}

function Line({ place }: { readonly place: number }) {
  const t = useWords(portal);
  const [isSerial, setSerial] = useState(false);
  const [order, setOrder] = useState<string>();
  const must = (label: string) => [{ required: true, message: t('form.must', { label }) }];
  return (
    <>
      <div className="line-fields">
        <SkuField place={place} onKnown={(sku) => setSerial(sku?.serialTracked === true)} />
        <OrderField place={place} onKnown={setOrder} />
        <QuantityField place={place} max={10_000} />
        <SerialField place={place} why={isSerial ? t('line.serialNeeded') : undefined} />
        <CodeField
          place={place}
          name="reason"
          list="reason"
          label={t('line.reason')}
          rules={must(t('line.reason'))}
        />
        <CodeField place={place} name="wish" list="disposition" label={t('line.wish')} wishesOnly />
        <Form.Item name={[place, 'reasonText']} label={t('line.reasonText')} className="full">
          <Input maxLength={500} />
        </Form.Item>
      </div>
      <ExportFields place={place} comesFrom={order} />
    </>
  );
}

function CodeField({
  place,
  name,
  list,
  label,
  rules = [],
  wishesOnly = false,
}: {
  readonly place: number;
  readonly name: string;
  readonly list: string;
  readonly label: string;
  readonly rules?: { required: boolean; message: string }[];
  /** The rest is decided in the house. */
  readonly wishesOnly?: boolean;
}) {
  const say = useSay();
  const nameOf = useCodeName();
  const codes = (useCatalogue().codes[list] ?? []).filter(({ mayBeWished }) => mayBeWished || !wishesOnly);
  return (
    <Form.Item name={[place, name]} label={label} rules={rules}>
      <Select
        showSearch={{ optionFilterProp: 'label' }}
        allowClear={rules.length === 0}
        options={codes.map(({ code, ...words }) => ({ value: code, label: say(words) }))}
        labelRender={({ value }) => nameOf(list, String(value))}
      />
    </Form.Item>
  );
}
