import { Button, Skeleton } from 'antd';
import type { ReactNode } from 'react';
import type { Input } from '../shared/api.ts';
import { EmptyState } from '../shared/desk/empty-state.tsx';
import { FailureAlert } from '../shared/desk/failure-alert.tsx';
import type { ListEndpoint, Row } from '../shared/desk/list-page.tsx';
import { useReply } from '../shared/desk/replies.ts';
import { useListState } from '../shared/desk/use-list-state.ts';
import { useWords } from '../shared/use-words.ts';
import { vendor } from '../shared/words/vendor.ts';

interface CardListProps<E extends ListEndpoint> {
  readonly endpoint: E;
  readonly sort: string;
  readonly rowKey: (row: Row<E>) => string;
  readonly card: (row: Row<E>) => ReactNode;
  readonly empty: { readonly title: string; readonly why: string };
}
const more = 20;

/** A list as cards for a thumb; the next ones come by a button at the end. */
export function CardList<E extends ListEndpoint>({ endpoint, sort, rowKey, card, empty }: CardListProps<E>) {
  const t = useWords(vendor);
  const state = useListState([], more);
  const input = { sort, page: 1, size: state.size } as unknown as Input<E>;
  const { data, error, refetch } = useReply(endpoint, input);
  // Every list endpoint answers so, but the compiler does not see it through the union.
  const found = data as { rows: readonly Row<E>[]; total: number } | undefined;
  if (error) return <FailureAlert failure={error} retry={() => void refetch()} />;
  if (!found) return <Skeleton active paragraph={{ rows: 6 }} />;
  if (found.total === 0) return <EmptyState {...empty} />;
  return (
    <>
      <ul className="cards">
        {found.rows.map((row) => (
          <li key={rowKey(row)}>{card(row)}</li>
        ))}
      </ul>
      {found.total > found.rows.length && (
        <Button block onClick={() => state.change({ size: String(state.size + more) })}>
          {t('tickets.more')}
        </Button>
      )}
    </>
  );
}
