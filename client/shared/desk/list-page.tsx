import { Button } from 'antd';
import { type ReactNode, useState } from 'react';
import type { Endpoint, Input, Reply } from '../api.ts';
import { useWords } from '../use-words.ts';
import { desk } from '../words/desk.ts';
import { EmptyState } from './empty-state.tsx';
import { FailureAlert } from './failure-alert.tsx';
import { ListFilters } from './list-filters.tsx';
import { type Column, ListTable } from './list-table.tsx';
import { Page } from './page.tsx';
import { useReply } from './replies.ts';
import { useListState } from './use-list-state.ts';

/** A route that answers with a page of rows. */
export type ListEndpoint = {
  [E in Endpoint]: Reply<E> extends { rows: readonly unknown[]; total: number } ? E : never;
}[Endpoint];
export type Row<E extends ListEndpoint> = Reply<E>['rows'][number];

export interface Filter {
  readonly name: string;
  readonly label: string;
  readonly choices: readonly { readonly value: string; readonly label: string }[];
  /** Several may be chosen; they are joined by commas. */
  readonly several?: boolean;
}
interface ListPageProps<E extends ListEndpoint> {
  readonly endpoint: E;
  readonly title: string;
  readonly about?: ReactNode;
  readonly actions?: ReactNode;
  /** What every row of this list has in common, beside what the person filters. */
  readonly only?: Readonly<Record<string, string>>;
  readonly columns: readonly Column<Row<E>>[];
  readonly rowKey: (row: Row<E>) => string;
  readonly filters?: readonly Filter[];
  /** The order unless the person chooses another; without it, the server's own. */
  readonly sort?: string;
  /** What can be searched for; without it there is no search. */
  readonly searchHint?: string;
  readonly empty: { readonly title: string; readonly why: string; readonly action?: ReactNode };
  /** What can be done with several rows at once; with it, rows can be chosen. */
  readonly bulk?: (keys: readonly string[]) => ReactNode;
}

/** A list that filters, searches, sorts and pages on the server and keeps all that in its address. */
export function ListPage<E extends ListEndpoint>({
  endpoint,
  title,
  about,
  actions,
  only = {},
  columns,
  rowKey,
  filters = [],
  searchHint,
  empty,
  bulk,
  sort: usualSort = '',
}: ListPageProps<E>) {
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const state = useListState(filters.map(({ name }) => name));
  const { search, sort, page, size } = state;
  // Filters are named by the page, not by the type: the server says 422 to one that it does not know.
  const input = {
    ...dropEmpty({ search, sort: sort || usualSort }),
    page,
    size,
    ...state.filters,
    ...only,
  } as unknown as Input<E>;
  const { data, error, isFetching, refetch } = useReply(endpoint, input);
  // Every list endpoint answers so, but the compiler does not see it through the union.
  const found = data as { rows: readonly Row<E>[]; total: number } | undefined;
  const isEmpty = found?.total === 0 && !state.isFiltered;
  return (
    <Page title={title} about={about} actions={actions}>
      {!isEmpty && (
        <ListFilters state={state} filters={filters} searchHint={searchHint} total={found?.total} />
      )}
      {error ? (
        <FailureAlert failure={error} retry={() => void refetch()} />
      ) : isEmpty ? (
        <EmptyState {...empty} />
      ) : (
        <ListTable
          state={state}
          columns={columns}
          rowKey={rowKey}
          found={found}
          isFetching={isFetching}
          label={title}
          {...(bulk ? { chosen, onChoose: setChosen } : {})}
        />
      )}
      {bulk && chosen.length > 0 && (
        <BulkBar count={chosen.length} onNone={() => setChosen([])}>
          {bulk(chosen)}
        </BulkBar>
      )}
    </Page>
  );
}

/** Stays in sight while rows are chosen. */
function BulkBar({
  count,
  onNone,
  children,
}: {
  readonly count: number;
  readonly onNone: () => void;
  readonly children: ReactNode;
}) {
  const t = useWords(desk);
  return (
    <div className="bulk-bar" role="status">
      <b>{t('bulk.chosen', { count })}</b>
      {children}
      <Button type="text" onClick={onNone}>
        {t('bulk.none')}
      </Button>
    </div>
  );
}

const dropEmpty = (texts: Readonly<Record<string, string>>) =>
  Object.fromEntries(Object.entries(texts).filter(([, text]) => text !== ''));
