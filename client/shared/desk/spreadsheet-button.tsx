import { Button } from 'antd';
import { addressOf } from '../api.ts';
import { DownloadIcon } from '../icons.tsx';
import { useWords } from '../use-words.ts';
import { desk } from '../words/desk.ts';
import { useListState } from './use-list-state.ts';

interface SpreadsheetButtonProps {
  readonly endpoint: 'GET /api/v1/items.csv' | 'GET /api/v1/return-orders.csv' | 'GET /api/v1/audit.csv';
  /** The names of the list's filters. */
  readonly filters: readonly string[];
  readonly only?: Readonly<Record<string, string>>;
}

/** What the list shows, with its search, filters and order, as a spreadsheet. */
export function SpreadsheetButton({ endpoint, filters, only = {} }: SpreadsheetButtonProps) {
  const t = useWords(desk);
  const { search, sort, filters: chosen } = useListState(filters);
  const asked = { search, ...(endpoint === 'GET /api/v1/audit.csv' ? {} : { sort }), ...chosen, ...only };
  return (
    <Button icon={<DownloadIcon />} href={addressOf(endpoint, asked as never)} download>
      {t('list.spreadsheet')}
    </Button>
  );
}
