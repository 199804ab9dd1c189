import type pg from 'pg';
import { growingTables, scopeColumns } from '../../db/planner-statistics.ts';

const rows = 20_000;
const setUp = 300;

interface Column {
  readonly of: string;
  readonly name: string;
  readonly type: string;
  readonly nullable: boolean;
}

/** Of a time that may be empty, few are: most holds are lifted, most tickets closed, most imports finished. */
const rare = ({ nullable }: Column, value: string) =>
  nullable ? `case when i % 100 = 0 then null else ${value} end` : value;

/** A value for the i-th row: as many different ones as in a house that has been at work for years. */
function value(column: Column): string {
  const { name, type } = column;
  if (scopeColumns.has(name)) return `'owner ' || i % 2`;
  if (name === 'state') return `'state ' || i % 20`;
  if (name === 'list' || name === 'kind' || name === 'entity') return `'${name} ' || i % 8`;
  if (type === 'boolean') return 'i % 2 = 0';
  if (type === 'json') return `'{}'`;
  // Few return orders are being worked on in pieces.
  if (name === 'pieces_left') return 'case when i % 100 = 0 then i else 0 end';
  if (type === 'bigint') return name === 'seq' ? '1' : 'i';
  if (type.startsWith('timestamp')) return rare(column, `now() - i * interval '1 minute'`);
  if (name.endsWith('_until') || name.endsWith('_date'))
    return rare(column, `to_char(date '2026-01-01' + i % 2000, 'YYYY-MM-DD')`);
  return `'${name} ' || i`;
}

/**
 * Fills every table with rows that mean nothing, but are as many and as different as in a full house, and lets
 * PostgreSQL count them: its planner looks at the tables themselves. The client must be a superuser's.
 */
export async function fillForThePlanner(client: pg.Client): Promise<void> {
  const { rows: columns } = await client.query<Column>(
    `select table_name as of, column_name as name, data_type as type, is_nullable = 'YES' as nullable
     from information_schema.columns where table_schema = 'public' and table_name not like '%\\_texts'
     order by table_name, ordinal_position`,
  );
  // Neither keys to other tables nor triggers are looked at.
  await client.query('set session_replication_role = replica');
  for (const table of new Set(columns.map(({ of }) => of))) {
    const its = columns.filter(({ of }) => of === table);
    await client.query(`delete from "${table}"`);
    await client.query(
      `insert into "${table}" (${its.map(({ name }) => `"${name}"`)})
       select ${its.map(value)} from generate_series(1, ${growingTables.has(table) ? rows : setUp}) i`,
    );
  }
  for (const texts of ['item_texts', 'sku_texts', 'order_texts', 'shipment_texts'])
    await client.query(
      `insert into ${texts} (id, text) select 'id ' || i, 'sn' || md5(i::text) from generate_series(1, ${rows}) i`,
    );
  await client.query('set session_replication_role = origin');
  await client.query('vacuum analyze');
}
