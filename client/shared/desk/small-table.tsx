import { Table } from 'antd';
import { useWords } from '../use-words.ts';
import { desk } from '../words/desk.ts';
import type { Column } from './list-table.tsx';
import { Sideways } from './sideways.tsx';

/** A table inside a card: all its rows are here already. */
export function SmallTable<Row>({
  label,
  columns,
  rows,
  rowKey,
}: {
  readonly label: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
}) {
  const t = useWords(desk);
  return (
    <Sideways>
      <Table<Row>
        aria-label={label}
        size="small"
        dataSource={rows}
        rowKey={rowKey}
        columns={columns.map(({ key, title, cell, align, width }) => ({
          key,
          title,
          render: (_: unknown, row: Row) => cell(row),
          ...(align ? { align } : {}),
          ...(width ? { width } : {}),
        }))}
        pagination={rows.length > 50 ? { pageSize: 50, showSizeChanger: false } : false}
        locale={{ emptyText: <span className="quiet-text">{t('list.none')}</span> }}
      />
    </Sideways>
  );
}
