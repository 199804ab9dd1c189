import { AutoComplete, Form, InputNumber } from 'antd';
import { useEffect } from 'react';
import type { Reply } from '../../shared/api.ts';
import { useReply } from '../../shared/desk/replies.ts';
import { useTypedSearch } from '../../shared/desk/use-typed-search.ts';
import { useWords } from '../../shared/use-words.ts';
import { portal } from '../../shared/words/portal.ts';

type Row = Reply<'GET /api/v1/exported-orders'>['rows'][number];

/** The order with which a line was exported, found while typing, and how much of the line is left to be returned. */
export function OrderField({
  place,
  onKnown,
}: {
  readonly place: number;
  readonly onKnown: (order: string | undefined) => void;
}) {
  const t = useWords(portal);
  const typed = String(Form.useWatch(['lines', place, 'salesOrder']) ?? '').trim();
  const { found, isFetching } = useFoundOrders(typed);
  const known = found?.find(({ number }) => number === typed);
  useEffect(() => onKnown(known?.number), [known, onKnown]);
  const isUnknown = typed !== '' && !isFetching && found !== undefined && !known;
  return (
    <>
      <Form.Item
        name={[place, 'salesOrder']}
        label={t('line.salesOrder')}
        className="broad"
        extra={
          known ? (
            <Left place={place} order={known} />
          ) : isUnknown ? (
            <span className="unknown-sku">{t('line.notThere')}</span>
          ) : (
            t('line.salesOrderWhy')
          )
        }
      >
        <AutoComplete
          maxLength={64}
          allowClear
          options={(found ?? []).map((order) => ({
            value: order.number,
            key: order.id,
            label: (
              <span className="two-lines">
                <span className="code">{order.number}</span>
                <span className="quiet-text">
                  {[order.platform, order.skus.join(', ')].filter(Boolean).join(' · ')}
                </span>
              </span>
            ),
          }))}
        />
      </Form.Item>
      {known && (
        <Form.Item name={[place, 'orderLine']} label={t('line.orderLine')} className="narrow">
          <InputNumber min={1} max={9999} precision={0} inputMode="numeric" />
        </Form.Item>
      )}
    </>
  );
}

/** How many of this product can still be returned of that order. */
function Left({ place, order: { id } }: { readonly place: number; readonly order: Row }) {
  const t = useWords(portal);
  const sku = String(Form.useWatch(['lines', place, 'sku']) ?? '').trim();
  const number = Form.useWatch(['lines', place, 'orderLine']);
  const { data: order } = useReply('GET /api/v1/exported-orders/:id', { id });
  const lines = order?.lines.filter((line) => line.sku === sku && (!number || line.number === number)) ?? [];
  if (!order || sku === '') return null;
  if (lines.length === 0) return <span className="unknown-sku">{t('line.otherGoods')}</span>;
  const sum = (of: 'left' | 'exported') => lines.reduce((all, line) => all + line[of], 0);
  return (
    <b className={sum('left') > 0 ? 'known-sku' : 'unknown-sku'}>
      {t('exported.leftOf', { left: sum('left'), exported: sum('exported') })}
    </b>
  );
}

/** The exported orders that what is typed may mean, asked after a pause in typing. */
function useFoundOrders(typed: string) {
  const { asked, isWaiting } = useTypedSearch(typed);
  const { data, isFetching } = useReply('GET /api/v1/exported-orders', { size: 20, ...asked });
  return { found: data?.rows, isFetching: isFetching || isWaiting };
}
