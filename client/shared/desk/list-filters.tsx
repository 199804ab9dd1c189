import { Select } from 'antd';
import type { Filter } from './list-page.tsx';
import { ListSearch } from './list-search.tsx';
import type { ListState } from './use-list-state.ts';

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
  return (
    <ListSearch state={state} searchHint={searchHint} total={total}>
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
    </ListSearch>
  );
}

const chosenOf = (text: string | undefined, several: boolean) =>
  several ? (text?.split(',').filter(Boolean) ?? []) : (text ?? null);
