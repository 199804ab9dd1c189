import { Input, Skeleton, Table } from 'antd';
import { useState } from 'react';
import { Code } from '../../shared/code.tsx';
import { useCatalogue, useCodeName } from '../../shared/desk/catalogue.ts';
import { DaysChip } from '../../shared/desk/days-chip.tsx';
import { EmptyState } from '../../shared/desk/empty-state.tsx';
import { FailureAlert } from '../../shared/desk/failure-alert.tsx';
import { useReply } from '../../shared/desk/replies.ts';
import { useWords } from '../../shared/use-words.ts';
import { desk } from '../../shared/words/desk.ts';
import { office } from '../../shared/words/office.ts';
import { shipments } from '../../shared/words/shipments.ts';
import type { ItemRow } from '../items/item-columns.tsx';
import { NameCell } from '../name-cell.tsx';

export interface Wanted {
  readonly exporter: string;
  readonly exit: 'resale' | 'exchange' | 'toBuyer' | 'toExporter';
}
interface Chooser {
  readonly wanted: Wanted;
  readonly chosen: readonly string[];
  readonly onChoose: (codes: readonly string[]) => void;
}

/** What was decided for this way out and lies in the house: the server still says whether each may leave. */
function useCandidates({ exporter, exit }: Wanted, search: string, page: number) {
  const dispositions = useCatalogue().codes.disposition ?? [];
  const leadsThere = dispositions.filter(
    ({ meaning }) => meaning === exit || (exit === 'exchange' && meaning === 'resale'),
  );
  const disposition = leadsThere.map(({ code }) => code).join(',');
  return useReply(
    'GET /api/v1/items',
    { exporter, disposition, promisable: 'yes', search, page, size: 10, sort: 'windowDays' },
    { enabled: disposition !== '' },
  );
}

/** Chooses the items of a shipment; what is chosen stays chosen while one searches and pages. */
export function ItemChooser({ wanted, chosen, onChoose }: Chooser) {
  const t = useWords(shipments);
  const d = useWords(desk);
  const [search, setSearch] = useState('');
  const [page, setPage] = useState(1);
  const { data, error, refetch, isFetching } = useCandidates(wanted, search, page);
  const columns = useColumns();
  if (error) return <FailureAlert failure={error} retry={() => void refetch()} />;
  if (!data) return <Skeleton active paragraph={{ rows: 5 }} />;
  if (data.total === 0 && !search) return <EmptyState title={t('create.none')} why={t('create.noneWhy')} />;
  return (
    <>
      <Input.Search
        allowClear
        className="list-search"
        placeholder={t('create.search')}
        aria-label={t('create.search')}
        // It stands in a form: Enter searches, and opens no shipment.
        onPressEnter={(event) => event.preventDefault()}
        onSearch={(text) => {
          setSearch(text.trim());
          setPage(1);
        }}
      />
      <Table<ItemRow>
        className="list-table"
        aria-label={t('create.what')}
        size="small"
        scroll={{ x: 'max-content' }}
        loading={isFetching ? { delay: 400 } : false}
        dataSource={data.rows}
        rowKey={(row) => row.code}
        columns={columns}
        pagination={{
          current: page,
          pageSize: 10,
          total: data.total,
          onChange: setPage,
          showSizeChanger: false,
        }}
        rowSelection={{
          selectedRowKeys: [...chosen],
          preserveSelectedRowKeys: true,
          onChange: (keys) => onChoose(keys.map(String)),
          getCheckboxProps: (row) => ({ 'aria-label': d('bulk.row', { row: row.code }) }),
          getTitleCheckboxProps: () => ({ 'aria-label': d('bulk.all') }),
        }}
        locale={{ emptyText: <EmptyState title={d('list.noMatch')} why={d('list.noMatchWhy')} /> }}
      />
    </>
  );
}

function useColumns() {
  const t = useWords(office);
  const name = useCodeName();
  const column = (key: string, title: string, cell: (row: ItemRow) => React.ReactNode) => ({
    key,
    title,
    render: (_: unknown, row: ItemRow) => cell(row),
  });
  return [
    column('code', t('items.code'), (row) => <Code>{row.code}</Code>),
    column('name', t('items.name'), (row) => <NameCell of={row} />),
    column('grade', t('items.grade'), (row) => row.grade ?? '–'),
    column('disposition', t('items.disposition'), (row) => name('disposition', row.disposition)),
    column('location', t('items.location'), (row) => row.location ?? '–'),
    column('quantity', t('items.quantity'), (row) => row.quantity),
    column('window', t('items.window'), (row) => <DaysChip days={row.windowDays} />),
  ];
}
