import { AutoComplete, Form } from 'antd';
import { useEffect } from 'react';
import type { Reply } from '../../shared/api.ts';
import { useReply } from '../../shared/desk/replies.ts';
import { useTypedSearch } from '../../shared/desk/use-typed-search.ts';
import { useLanguage } from '../../shared/language.ts';
import { useWords } from '../../shared/use-words.ts';
import { portal } from '../../shared/words/portal.ts';

type Sku = Reply<'GET /api/v1/skus'>['rows'][number];

/** The exporter's own code, found while typing. One that is not in the list may be given: a person then looks at it. */
export function SkuField({
  place,
  onKnown,
}: {
  readonly place: number;
  readonly onKnown: (sku: Sku | undefined) => void;
}) {
  const t = useWords(portal);
  const english = useLanguage() === 'en';
  const value = String(Form.useWatch(['lines', place, 'sku']) ?? '').trim();
  const { found, isFetching } = useFoundSkus(value);
  const known = found?.find(({ code }) => code === value);
  useEffect(() => onKnown(known), [known, onKnown]);
  const nameOf = (sku: Sku) => (english ? sku.nameEn : sku.nameZh);
  const unknown = value !== '' && !isFetching && found !== undefined && !known;
  return (
    <Form.Item
      name={[place, 'sku']}
      label={t('line.sku')}
      className="broad"
      rules={[{ required: true, whitespace: true, message: t('form.must', { label: t('line.sku') }) }]}
      extra={
        known ? (
          <b className="known-sku">{nameOf(known)}</b>
        ) : (
          unknown && <span className="unknown-sku">{t('line.unknown')}</span>
        )
      }
    >
      <AutoComplete
        placeholder={t('line.skuHint')}
        maxLength={64}
        allowClear
        options={(found ?? []).map((sku) => ({
          value: sku.code,
          label: (
            <span className="two-lines">
              <span className="code">{sku.code}</span>
              <span className="quiet-text">{nameOf(sku)}</span>
            </span>
          ),
        }))}
      />
    </Form.Item>
  );
}

/** The SKUs that what is typed may mean, asked after a pause in typing. */
function useFoundSkus(typed: string) {
  const { asked, isWaiting } = useTypedSearch(typed);
  const { data, isFetching } = useReply('GET /api/v1/skus', { active: 'yes', size: 20, ...asked });
  return { found: data?.rows, isFetching: isFetching || isWaiting };
}
