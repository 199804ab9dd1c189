import { Button } from 'antd';
import Search from 'antd/es/input/Search.js';
import type { ReactNode } from 'react';
import { useWords } from '../use-words.ts';
import { desk } from '../words/desk.ts';
import type { ListState } from './use-list-state.ts';

// The server counts no further than one row beyond this.
const COUNTED_ROWS_LIMIT = 10_000;

/** Search above a list, and how many entries it leaves. */
export function ListSearch({
  state,
  searchHint,
  total,
  children,
}: {
  readonly state: ListState;
  readonly searchHint: string | undefined;
  readonly total?: number | undefined;
  /** What else narrows the list. */
  readonly children?: ReactNode;
}) {
  const t = useWords(desk);
  const counted = () => {
    if (total === undefined) return '';
    return total > COUNTED_ROWS_LIMIT
      ? t('list.over', { limit: COUNTED_ROWS_LIMIT })
      : t('list.count', { count: total });
  };
  return (
    <search className="list-filters">
      {searchHint !== undefined && (
        <Search
          // What is in the address is what was searched for, also after going back.
          key={state.search}
          defaultValue={state.search}
          placeholder={searchHint}
          aria-label={`${t('list.search')}: ${searchHint}`}
          allowClear
          className="list-search"
          onSearch={(search) => state.change({ search: search.trim() })}
        />
      )}
      {children}
      {state.isFiltered && (
        <Button type="text" onClick={state.clear}>
          {t('list.clear')}
        </Button>
      )}
      <span className="list-count" role="status">
        {counted()}
      </span>
    </search>
  );
}
