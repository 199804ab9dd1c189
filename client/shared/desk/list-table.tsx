import { Button, Skeleton, Table } from 'antd';
import type { ReactNode } from 'react';
import { useWords } from '../use-words.ts';
import { desk } from '../words/desk.ts';
import { EmptyState } from './empty-state.tsx';
import type { ListState } from './use-list-state.ts';

export interface Column<Row> {
  /** The name by which the server sorts, if it does. */
  readonly key: string;
  readonly title: string;
  readonly cell: (row: Row) => ReactNode;
  readonly sorts?: boolean;
  /** 'right' for numbers. */
  readonly align?: 'right';
  readonly width?: number;
}
interface ListTableProps<Row> {
  readonly state: ListState;
  readonly columns: readonly Column<Row>[];
  readonly rowKey: (row: Row) => string;
  readonly found: { readonly rows: readonly Row[]; readonly total: number } | undefined;
  readonly isFetching: boolean;
  readonly label: string;
  readonly chosen?: readonly string[];
  readonly onChoose?: (keys: readonly string[]) => void;
}

/** The dense table of a list page. */
export function ListTable<Row>({
  state,
  columns,
  rowKey,
  found,
  isFetching,
  label,
  chosen = [],
  onChoose,
}: ListTableProps<Row>) {
  const t = useWords(desk);
  if (!found) return <Skeleton active title={false} paragraph={{ rows: 12, width: '100%' }} />;
  const order = (key: string) =>
    state.sort === key ? ('ascend' as const) : state.sort === `-${key}` ? ('descend' as const) : null;
  return (
    <Table<Row>
      aria-label={label}
      className="list-table"
      size="small"
      sticky
      scroll={{ x: 'max-content' }}
      loading={isFetching ? { delay: 400 } : false}
      dataSource={found.rows}
      rowKey={rowKey}
      {...(onChoose
        ? {
            rowSelection: {
              selectedRowKeys: [...chosen],
              preserveSelectedRowKeys: true,
              columnWidth: 44,
              onChange: (keys) => onChoose(keys.map(String)),
              getCheckboxProps: (row) => ({ 'aria-label': t('bulk.row', { row: rowKey(row) }) }),
              getTitleCheckboxProps: () => ({ 'aria-label': t('bulk.all') }),
            },
          }
        : {})}
      columns={columns.map(({ key, title, cell, sorts = false, align, width }) => ({
        key,
        title,
        render: (_: unknown, row: Row) => cell(row),
        sorter: sorts,
        sortOrder: sorts ? order(key) : null,
        showSorterTooltip: false,
        ...(align ? { align } : {}),
        ...(width ? { width } : {}),
      }))}
      onChange={({ current = 1, pageSize = state.size }, _filters, sorter) => {
        const { columnKey, order: by } = Array.isArray(sorter) ? {} : sorter;
        const sort = by ? `${by === 'descend' ? '-' : ''}${String(columnKey)}` : '';
        const page = sort === state.sort && pageSize === state.size ? String(current) : '';
        state.change({ sort, page, size: pageSize === 50 ? '' : String(pageSize) });
      }}
      pagination={{
        current: state.page,
        pageSize: state.size,
        total: found.total,
        showSizeChanger: found.total > 50,
        pageSizeOptions: [20, 50, 100, 200],
        hideOnSinglePage: found.total <= 20,
      }}
      locale={{
        emptyText: (
          <EmptyState
            title={t('list.noMatch')}
            why={t('list.noMatchWhy')}
            action={<Button onClick={state.clear}>{t('list.clear')}</Button>}
          />
        ),
      }}
    />
  );
}
