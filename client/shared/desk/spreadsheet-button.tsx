import { Button, Dropdown } from 'antd';
import { useState } from 'react';
import { addressOf, type Endpoint } from '../api.ts';
import { Failure } from '../failure.ts';
import { DownloadIcon } from '../icons.tsx';
import { useLanguage } from '../language.ts';
import { saveFile } from '../save-file.ts';
import { useSay, useWords } from '../use-words.ts';
import { desk } from '../words/desk.ts';
import { useMessage } from './messages.tsx';
import { useListState } from './use-list-state.ts';

/** The lists that the server gives out as a spreadsheet. */
type SheetOf =
  Extract<Endpoint, `GET /api/v1/${string}.xlsx`> extends infer E
    ? E extends `GET /api/v1/${infer Name}.xlsx`
      ? `GET /api/v1/${Name}.csv` extends Endpoint
        ? Name
        : never
      : never
    : never;
type Ending = 'xlsx' | 'csv';
const endings: readonly Ending[] = ['xlsx', 'csv'];

interface SpreadsheetButtonProps {
  readonly list: Exclude<SheetOf, 'return-orders/template'>;
  /** The names of the list's filters. */
  readonly filters: readonly string[];
  readonly only?: Readonly<Record<string, string>>;
  /** Of a list that offers no other order. */
  readonly unsorted?: boolean;
}

/** What the list shows, with its search, filters and order, as a spreadsheet for Excel or as CSV. */
export function SpreadsheetButton({ list, filters, only = {}, unsorted = false }: SpreadsheetButtonProps) {
  const t = useWords(desk);
  const say = useSay();
  const language = useLanguage();
  const message = useMessage();
  const [busy, setBusy] = useState(false);
  const { search, sort, filters: chosen } = useListState(filters);
  const asked = { search, ...(unsorted ? {} : { sort }), ...chosen, ...only, language };
  const save = async (ending: Ending) => {
    setBusy(true);
    try {
      // Filters are named by the page, not by the type: the server says 422 to one that it does not know.
      await saveFile(addressOf(`GET /api/v1/${list}.${ending}`, asked as never));
    } catch (error) {
      message.error(error instanceof Failure ? say(error.words) : t('list.noSpreadsheet'));
    } finally {
      setBusy(false);
    }
  };
  const items = endings.map((key) => ({ key, label: t(`list.${key}`) }));
  return (
    <Dropdown trigger={['click']} menu={{ items, onClick: ({ key }) => void save(key as Ending) }}>
      <Button icon={<DownloadIcon />} loading={busy}>
        {t('list.spreadsheet')}
      </Button>
    </Dropdown>
  );
}
