import { Grid, Table } from 'antd';
import type { ReactNode } from 'react';
import type { Words } from '../../../server/words/words.ts';
import { useSay } from '../use-words.ts';
import { Sideways } from './sideways.tsx';
import './fault-table.css';

/** A fault of a spreadsheet, or a remark about one: where it stands, and what is the matter. */
interface Fault {
  readonly row: number;
  /** Its cell, where it has one. */
  readonly at: string | null;
  readonly words: Words;
}
interface FaultTableProps<F extends Fault> {
  readonly title: string;
  readonly faults: readonly F[];
  /** What the columns are called, and what is said of a fault of the whole file. */
  readonly heads: Readonly<Record<'place' | 'column' | 'value' | 'problem' | 'wholeFile', string>>;
  /** How the column of a fault is called, and what stands in its cell. */
  readonly columnOf: (fault: F) => string;
  readonly textOf: (fault: F) => string;
}

const ROWS_PER_PAGE = 20;
export const pagedSheet = {
  pageSize: ROWS_PER_PAGE,
  showSizeChanger: false,
  hideOnSinglePage: true,
} as const;

/** Cell by cell, what is the matter. On a telephone all of it stands under its cell: nothing is beyond the edge. */
export function FaultTable<F extends Fault>({ title, faults, heads, columnOf, textOf }: FaultTableProps<F>) {
  const say = useSay();
  const { md } = Grid.useBreakpoint();
  const rows = faults.map((fault, i) => ({ ...fault, key: `${i}` }));
  const place = ({ row, at }: F) => (row === 0 ? heads.wholeFile : (at ?? row));
  const column = (fault: F) => columnOf(fault) || '–';
  const inCell = (fault: F) => <span className="code fault-value">{textOf(fault) || '–'}</span>;
  const problem = ({ words }: F) => <span className="fault-words">{say(words)}</span>;
  const cell = (key: keyof typeof heads, of: (fault: F) => ReactNode) => ({
    key,
    title: heads[key],
    render: (_: unknown, fault: F) => of(fault),
  });
  const wide = [
    { ...cell('place', place), align: 'right' as const },
    cell('column', column),
    cell('value', inCell),
    cell('problem', problem),
  ];
  const narrow = [
    cell('problem', (fault) => (
      <span className="fault-on-telephone">
        <span>
          <b>{place(fault)}</b> · {column(fault)}
        </span>
        {inCell(fault)}
        {problem(fault)}
      </span>
    )),
  ];
  return (
    <Sideways>
      <Table
        aria-label={title}
        size="small"
        dataSource={rows}
        pagination={pagedSheet}
        columns={md ? wide : narrow}
      />
    </Sideways>
  );
}
