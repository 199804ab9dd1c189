import { useSearchParams } from 'react-router';

export interface ListState {
  readonly search: string;
  /** A column, with - before it for descending; '' is the server's own order. */
  readonly sort: string;
  readonly page: number;
  readonly size: number;
  readonly filters: Readonly<Record<string, string>>;
  readonly isFiltered: boolean;
  change(next: Readonly<Record<string, string>>): void;
  clear(): void;
}

/** A list's search, filters, order and page, kept in the address: it can be sent, bookmarked and gone back to. */
export function useListState(filterNames: readonly string[], size = 50): ListState {
  const [params, setParams] = useSearchParams();
  const filters = Object.fromEntries(
    filterNames.flatMap((name) => (params.get(name) ? [[name, params.get(name) ?? '']] : [])),
  );
  const search = params.get('search') ?? '';
  const whole = (name: string, otherwise: number) =>
    Math.max(1, Math.trunc(Number(params.get(name))) || otherwise);
  return {
    search,
    sort: params.get('sort') ?? '',
    page: whole('page', 1),
    size: Math.min(200, whole('size', size)),
    filters,
    isFiltered: search !== '' || Object.keys(filters).length > 0,
    change: (next) =>
      setParams(() => {
        // The address itself: what is shown may be a change behind it while a slow telephone still draws.
        const after = new URLSearchParams(window.location.search);
        // Another question has another first page.
        if (!('page' in next)) after.delete('page');
        for (const [name, value] of Object.entries(next)) {
          if (value) after.set(name, value);
          else after.delete(name);
        }
        return after;
      }),
    clear: () => setParams({}),
  };
}
