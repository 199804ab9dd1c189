import { Button, Skeleton } from 'antd';
import type { ReactNode } from 'react';
import type { Input } from '../api.ts';
import { useWords } from '../use-words.ts';
import { cards } from '../words/cards.ts';
import { EmptyState } from './empty-state.tsx';
import { FailureAlert } from './failure-alert.tsx';
import type { ListEndpoint, Row } from './list-page.tsx';
import { useReply } from './replies.ts';
import type { ListState } from './use-list-state.ts';

interface CardListProps<E extends ListEndpoint> {
  readonly endpoint: E;
  /** The list's search, filters and length, as its address keeps them. */
  readonly state: ListState;
  readonly sort?: string;
  /** What every row has in common, beside what the person filters. */
  readonly only?: Readonly<Record<string, string>>;
  readonly rowKey: (row: Row<E>) => string;
  readonly card: (row: Row<E>) => ReactNode;
  readonly empty: { readonly title: string; readonly why: string; readonly action?: ReactNode };
}
const CARDS_PER_PAGE = 20;

/** A list as cards for a thumb; the next ones come by a button at the end. */
export function CardList<E extends ListEndpoint>({
  endpoint,
  state,
  sort = state.sort,
  only = {},
  rowKey,
  card,
  empty,
}: CardListProps<E>) {
  const t = useWords(cards);
  const { search, size, filters } = state;
  const asked = { ...(search ? { search } : {}), ...(sort ? { sort } : {}), page: 1, size };
  // Filters are named by the page, not by the type: the server says 422 to one that it does not know.
  const input = { ...asked, ...filters, ...only } as unknown as Input<E>;
  const { data, error, isFetching, refetch } = useReply(endpoint, input);
  // Every list endpoint answers so, but the compiler does not see it through the union.
  const found = data as { rows: readonly Row<E>[]; total: number } | undefined;
  if (error) return <FailureAlert failure={error} retry={() => void refetch()} />;
  if (!found) return <Skeleton active paragraph={{ rows: 6 }} />;
  if (found.total === 0 && !state.isFiltered) return <EmptyState {...empty} />;
  if (found.total === 0)
    return (
      <EmptyState
        title={t('noMatch')}
        why={t('noMatchWhy')}
        action={<Button onClick={state.clear}>{t('clear')}</Button>}
      />
    );
  return (
    <>
      <ul className="card-list">
        {found.rows.map((row) => (
          <li key={rowKey(row)}>{card(row)}</li>
        ))}
      </ul>
      {found.total > found.rows.length && (
        <Button
          block
          loading={isFetching}
          // What the server gives at once ends at 200; more than that is searched for.
          disabled={state.size >= 200}
          onClick={() => state.change({ size: String(Math.min(200, state.size + CARDS_PER_PAGE)) })}
        >
          {t('more', { shown: found.rows.length, total: found.total })}
        </Button>
      )}
    </>
  );
}
