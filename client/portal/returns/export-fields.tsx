import { Form, Input, InputNumber, Select } from 'antd';
import { useCatalogue } from '../../shared/desk/catalogue.ts';
import { useSay, useWords } from '../../shared/use-words.ts';
import { portal } from '../../shared/words/portal.ts';

export const exportFields = [
  'exportMode',
  'exportDocumentKind',
  'exportDocument',
  'exportDate',
  'releaseDate',
] as const;
const kinds = ['declaration', 'list', 'filing list'] as const;
const kindWords = { declaration: 'declaration', list: 'list', 'filing list': 'filingList' } as const;
const date = /^\d{4}-\d\d-\d\d$/;

/** How a line was exported: with it the tax relief of its return is kept, so it stands with every line. */
export function ExportFields({
  place,
  comesFrom,
  withKind = true,
}: {
  readonly place: number;
  /** The exported order that says all this. */
  readonly comesFrom?: string | undefined;
  readonly withKind?: boolean;
}) {
  const t = useWords(portal);
  const say = useSay();
  const modes = useCatalogue().codes.mode ?? [];
  const aDate = [{ pattern: date, message: t('line.badDate') }];
  return (
    <details className="export-papers" open={comesFrom === undefined}>
      <summary>
        {t('line.export')}{' '}
        <span className="quiet-text">
          {comesFrom === undefined ? t('line.exportWhy') : t('line.fromOrder', { order: comesFrom })}
        </span>
      </summary>
      <div className="line-fields">
        <Form.Item name={[place, 'exportMode']} label={t('line.exportMode')}>
          <Select options={modes.map(({ code, ...words }) => ({ value: code, label: say(words) }))} />
        </Form.Item>
        {withKind && (
          <Form.Item name={[place, 'exportDocumentKind']} label={t('line.exportDocumentKind')}>
            <Select
              allowClear
              options={kinds.map((kind) => ({ value: kind, label: t(`line.kind.${kindWords[kind]}`) }))}
            />
          </Form.Item>
        )}
        <Form.Item name={[place, 'exportDocument']} label={t('line.exportDocument')}>
          <Input maxLength={40} className="code-input" spellCheck={false} />
        </Form.Item>
        <Form.Item name={[place, 'exportLine']} label={t('line.exportLine')} className="narrow">
          <InputNumber min={1} max={9999} precision={0} inputMode="numeric" />
        </Form.Item>
        <Form.Item name={[place, 'exportDate']} label={t('line.exportDate')} rules={aDate}>
          <Input type="date" />
        </Form.Item>
        <Form.Item name={[place, 'releaseDate']} label={t('line.releaseDate')} rules={aDate}>
          <Input type="date" />
        </Form.Item>
      </div>
    </details>
  );
}
