import type Sqlite from 'better-sqlite3';

/** Tables that grow with the work. The others hold what a house sets up once: hundreds of rows. */
export const growingTables: ReadonlySet<string> = new Set([
  'exported_orders',
  'exported_lines',
  ...['items', 'item_events', 'holds', 'inspections', 'files', 'answers', 'journal', 'outbox', 'deadlines'],
  ...[
    'notices',
    'tickets',
    'estimates',
    'consignment_lines',
    'reservations',
    'return_orders',
    'return_lines',
  ],
  ...['parcels', 'parcel_orders', 'parcel_counts', 'item_lives'],
  ...['shipments', 'consignments', 'sessions', 'imports', 'import_parts', 'sku_imports', 'export_imports'],
  ...['opening_stocks', 'opening_stock_rows'],
]);
/** Whose it is says nothing about which one it is: a warehouse may own them all. */
export const scopeColumns: ReadonlySet<string> = new Set([
  ...['warehouse_id', 'exporter_id', 'vendor_id', 'organisation_id', 'asked_by'],
]);

const ASSUMED_ROWS = { growing: 1_000_000, setUp: 500 };
/** Of the rows with one value of the columns before it, so many have one value of this column, too. */
const share = (column: string | null) =>
  column && scopeColumns.has(column) ? 1 / 2 : column === 'state' ? 1 / 20 : 1 / 10_000;
/**
 * Told to select half as well as they do. This one finds all goods of a warehouse as well as its other indexes, yet in
 * no order that a list is asked for: it shall be taken only where the SKU is given, too.
 */
const indexesOfLastResort = new Set(['items_warehouse_sku']);

interface Index {
  readonly name: string;
  readonly of: string;
}
interface Counted {
  readonly tbl: string;
  readonly idx: string;
  readonly stat: string;
}

/**
 * Tells SQLite's planner about a full house, whatever is in this one. So the plans are those that a test reads, on the
 * first day and after years; ANALYZE would take seconds in a house that is full, and leave samples of values by which
 * SQLite plans every prepared statement anew each time a value is bound: half of what a scan read was planning.
 */
export function pinPlannerStatistics(file: Sqlite.Database): void {
  const wanted = indexesOf(file).map((index) => counted(file, index));
  const told = `${wanted.map(({ idx, stat }) => `${idx} ${stat}`).sort()}`;
  const isThere = file.prepare("select 1 from sqlite_master where name = 'sqlite_stat1'").pluck().get();
  if (isThere) {
    const known = file.prepare('select idx, stat from sqlite_stat1').all() as Counted[];
    if (`${known.map(({ idx, stat }) => `${idx} ${stat}`).sort()}` === told) return;
  }
  file.transaction(() => {
    // One small table counted: there is no other way to get the tables of counts.
    if (!isThere) file.exec('analyze warehouses');
    file.exec('delete from sqlite_stat1');
    if (file.prepare("select 1 from sqlite_master where name = 'sqlite_stat4'").get())
      file.exec('delete from sqlite_stat4');
    const note = file.prepare('insert into sqlite_stat1 (tbl, idx, stat) values (@tbl, @idx, @stat)');
    for (const one of wanted) note.run(one);
  })();
  file.exec('analyze sqlite_schema');
}

/** The tables of texts count for themselves. */
const indexesOf = (file: Sqlite.Database) =>
  file
    .prepare(
      "select name, tbl_name as of from sqlite_master where type = 'index' and tbl_name not glob '*_texts_*'",
    )
    .all() as Index[];

function counted(file: Sqlite.Database, { name, of }: Index): Counted {
  const columns = file.pragma(`index_info(${JSON.stringify(name)})`) as { name: string | null }[];
  const all = file.pragma(`index_list(${JSON.stringify(of)})`) as { name: string; unique: number }[];
  const isUnique = all.some((one) => one.name === name && one.unique === 1);
  const rows = growingTables.has(of) ? ASSUMED_ROWS.growing : ASSUMED_ROWS.setUp;
  let left = indexesOfLastResort.has(name) ? 2 * rows : rows;
  const numbers = columns.map(({ name: column }, at) => {
    left = Math.max(1, Math.ceil(left * share(column)));
    return isUnique && at === columns.length - 1 ? 1 : left;
  });
  return { tbl: of, idx: name, stat: [rows, ...numbers].join(' ') };
}
