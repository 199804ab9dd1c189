import { Button, Form, type FormInstance, Input, InputNumber, Select } from 'antd';
import { useState } from 'react';
import { useCatalogue, useCodeName } from '../../shared/desk/catalogue.ts';
import { CrossIcon, PlusIcon } from '../../shared/icons.tsx';
import { useSay, useWords } from '../../shared/use-words.ts';
import { portal } from '../../shared/words/portal.ts';
import { ExportFields, exportFields } from './export-fields.tsx';
import { OrderField } from './order-field.tsx';
import { SkuField } from './sku-field.tsx';

export const firstLine = { quantity: 1, exportMode: 'unknown' };
const MAX_LINES = 200;

/** The lines of a return: another one starts with the export papers of the one before. */
export function Lines({ form }: { readonly form: FormInstance }) {
  const t = useWords(portal);
  return (
    <Form.List name="lines">
      {(fields, { add, remove }) => (
        <section className="card" aria-labelledby="lines">
          <header>
            <h2 id="lines">{t('form.lines')}</h2>
            <span className="quiet-text">{t('form.linesCount', { count: fields.length })}</span>
          </header>
          {fields.map(({ key, name }) => (
            <Line key={key} place={name} {...(fields.length > 1 ? { remove: () => remove(name) } : {})} />
          ))}
          <Button
            type="dashed"
            block
            icon={<PlusIcon />}
            disabled={fields.length >= MAX_LINES}
            onClick={() => add(nextLine(form.getFieldValue('lines')))}
          >
            {t('form.addLine')}
          </Button>
          <p className="quiet-text">{t('form.many')}</p>
        </section>
      )}
    </Form.List>
  );
}

function nextLine(lines: readonly Record<string, unknown>[]) {
  const last = lines.at(-1) ?? {};
  const same = ['reason', 'wish', ...exportFields].flatMap((name) =>
    last[name] ? [[name, last[name]]] : [],
  );
  return { ...firstLine, ...Object.fromEntries(same) };
}

function Line({ place, remove }: { readonly place: number; readonly remove?: () => void }) {
  const t = useWords(portal);
  const [isSerial, setSerial] = useState(false);
  const [order, setOrder] = useState<string>();
  const must = (label: string) => [{ required: true, message: t('form.must', { label }) }];
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
        <OrderField place={place} onKnown={setOrder} />
        <Form.Item
          name={[place, 'quantity']}
          label={t('line.quantity')}
          rules={must(t('line.quantity'))}
          className="narrow"
        >
          <InputNumber min={1} max={10_000} precision={0} inputMode="numeric" />
        </Form.Item>
        <Form.Item
          name={[place, 'serial']}
          label={t('line.serial')}
          extra={isSerial ? t('line.serialNeeded') : undefined}
        >
          <Input maxLength={64} className="code-input" spellCheck={false} autoCapitalize="characters" />
        </Form.Item>
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
    </fieldset>
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
