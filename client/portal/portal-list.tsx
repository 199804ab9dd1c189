import { Grid } from 'antd';
import type { ReactNode } from 'react';
import { CardList } from '../shared/desk/card-list.tsx';
import { ListFilters } from '../shared/desk/list-filters.tsx';
import { type Filter, type ListEndpoint, ListPage, type Row } from '../shared/desk/list-page.tsx';
import type { Column } from '../shared/desk/list-table.tsx';
import { Page } from '../shared/desk/page.tsx';
import { useListState } from '../shared/desk/use-list-state.ts';

interface PortalListProps<E extends ListEndpoint> {
  readonly endpoint: E;
  readonly title: string;
  /** What the list is, in a sentence. */
  readonly about?: string;
  readonly actions?: ReactNode;
  readonly columns: readonly Column<Row<E>>[];
  readonly rowKey: (row: Row<E>) => string;
  readonly filters?: readonly Filter[];
  readonly searchHint: string;
  readonly empty: { readonly title: string; readonly why: string; readonly action?: ReactNode };
  /** The same row on a telephone. */
  readonly card: (row: Row<E>) => ReactNode;
}

/** A list that is a table on a desk and cards on a telephone, with the same search, filters and address. */
export function PortalList<E extends ListEndpoint>({ card, ...list }: PortalListProps<E>) {
  const { md } = Grid.useBreakpoint();
  // Nothing is known before the first measurement: a table that turns into cards would load twice.
  if (md === undefined) return <Page title={list.title}>{null}</Page>;
  return md ? <ListPage {...list} /> : <Cards {...list} card={card} />;
}

function Cards<E extends ListEndpoint>({
  endpoint,
  title,
  about,
  actions,
  filters = [],
  searchHint,
  rowKey,
  empty,
  card,
}: PortalListProps<E>) {
  const state = useListState(
    filters.map(({ name }) => name),
    20,
  );
  return (
    <Page title={title} {...(about ? { about } : {})} actions={actions}>
      <ListFilters state={state} filters={filters} searchHint={searchHint} total={undefined} />
      <CardList endpoint={endpoint} state={state} rowKey={rowKey} card={card} empty={empty} />
    </Page>
  );
}
