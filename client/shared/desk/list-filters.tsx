import { Button, Input, Select } from 'antd';
import { useWords } from '../use-words.ts';
import { desk } from '../words/desk.ts';
import type { Filter } from './list-page.tsx';
import type { ListState } from './use-list-state.ts';

// Lists are counted up to here and one.
const mostCounted = 10_000;

/** Search and filters above a list, and how many entries they leave. */
export function ListFilters({
  state,
  filters,
  searchHint,
  total,
}: {
  readonly state: ListState;
  readonly filters: readonly Filter[];
  readonly searchHint: string | undefined;
  readonly total: number | undefined;
}) {
  const t = useWords(desk);
  const counted = () => {
    if (total === undefined) return '';
    return total > mostCounted ? t('list.over', { limit: mostCounted }) : t('list.count', { count: total });
  };
  return (
    <search className="list-filters">
      {searchHint !== undefined && (
        <Input.Search
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
      {filters.map(({ name, label, choices, several = false }) => (
        <Select
          key={name}
          aria-label={label}
          placeholder={label}
          allowClear
          showSearch={{ optionFilterProp: 'label' }}
          {...(several ? { mode: 'multiple' } : {})}
          maxTagCount="responsive"
          options={[...choices]}
          value={chosenOf(state.filters[name], several)}
          className="list-filter"
          onChange={(value: string | string[] | undefined) =>
            state.change({ [name]: [value ?? []].flat().join(',') })
          }
        />
      ))}
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

const chosenOf = (text: string | undefined, several: boolean) =>
  several ? (text?.split(',').filter(Boolean) ?? []) : (text ?? null);
