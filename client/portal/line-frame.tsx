import { Button, Form, Input, InputNumber } from 'antd';
import type { ReactNode } from 'react';
import { CrossIcon, PlusIcon } from '../shared/icons.tsx';
import { useWords } from '../shared/use-words.ts';
import { portal } from '../shared/words/portal.ts';

const MAX_LINES_TYPED = 200;

interface LineListProps {
  readonly title: (lines: number) => string;
  /** Beside the title, where it does not say how many lines there are. */
  readonly aside?: (lines: number) => string;
  readonly below?: ReactNode;
  /** What the next line begins with. */
  readonly next: () => object;
  readonly line: (place: number) => ReactNode;
}

/** The lines of a form, to which others can be added; each but the last one left can be taken out again. */
export function LineList({ title, aside, below, next, line }: LineListProps) {
  const t = useWords(portal);
  return (
    <Form.List name="lines">
      {(fields, { add, remove }) => (
        <section className="card" aria-labelledby="lines">
          <header>
            <h2 id="lines">{title(fields.length)}</h2>
            {aside && <span className="quiet-text">{aside(fields.length)}</span>}
          </header>
          {fields.map(({ key, name }) => (
            <fieldset key={key} className="line">
              <legend>
                {t('form.line', { n: name + 1 })}
                {fields.length > 1 && (
                  <Button
                    type="text"
                    size="small"
                    icon={<CrossIcon size={16} />}
                    aria-label={t('form.removeLine', { n: name + 1 })}
                    onClick={() => remove(name)}
                  />
                )}
              </legend>
              {line(name)}
            </fieldset>
          ))}
          <Button
            type="dashed"
            block
            icon={<PlusIcon />}
            disabled={fields.length >= MAX_LINES_TYPED}
            onClick={() => add(next())}
          >
            {t('form.addLine')}
          </Button>
          {below}
        </section>
      )}
    </Form.List>
  );
}

/** How many of it, which every line says. */
export function QuantityField({ place, max }: { readonly place: number; readonly max: number }) {
  const t = useWords(portal);
  const label = t('line.quantity');
  return (
    <Form.Item
      name={[place, 'quantity']}
      label={label}
      rules={[{ required: true, message: t('form.must', { label }) }]}
      className="narrow"
    >
      <InputNumber min={1} max={max} precision={0} inputMode="numeric" />
    </Form.Item>
  );
}

/** Its serial, and why it is asked for where its SKU has one. */
export function SerialField({ place, why }: { readonly place: number; readonly why: string | undefined }) {
  const t = useWords(portal);
  return (
    <Form.Item name={[place, 'serial']} label={t('line.serial')} extra={why}>
      <Input maxLength={64} className="code-input" spellCheck={false} autoCapitalize="characters" />
    </Form.Item>
  );
}
