import { getTableName } from 'drizzle-orm';
import type { Seen, Viewer } from '../../db/seen-by.ts';
import { systemViewer } from '../../db/seen-by.ts';
import type { Name } from '../cast.ts';
import { type House, viewerOf } from '../world.ts';
import { tables } from './tables.ts';

type Row = Readonly<Record<string, unknown>>;
type Whose =
  | 'all'
  | 'none'
  | 'the hub’s'
  | 'warehouseId'
  | 'exporterId'
  | 'vendorId'
  | 'organisationId'
  | 'id'
  | 'mine';
type Triple = readonly [staff: Whose, exporter: Whose, vendor: Whose];

const toNobody: Triple = ['none', 'none', 'none'];
const toAll: Triple = ['all', 'all', 'all'];
const toTheStaff: Triple = ['all', 'none', 'none'];
const inTheWarehouse: Triple = ['warehouseId', 'none', 'none'];
const ofTheExporter: Triple = ['warehouseId', 'exporterId', 'none'];
const amongThree: Triple = ['warehouseId', 'exporterId', 'vendorId'];
const ofTheVendor: Triple = ['warehouseId', 'none', 'vendorId'];
const ofTheOrganisation: Triple = ['all', 'organisationId', 'organisationId'];
const ofWhoAsked: Triple = ['none', 'mine', 'none'];
const ofThePerson: Triple = ['mine', 'mine', 'mine'];

/** Whose rows staff, exporters and vendors see: the promise that the rules beside the tables have to keep. */
export const whose: Readonly<Record<string, Triple>> = {
  ...{ organisations: ['all', 'id', 'id'], warehouses: toAll, codes: toAll },
  ...{ zones: inTheWarehouse, locations: inTheWarehouse },
  ...{ skus: ['all', 'exporterId', 'none'], return_orders: ofTheExporter, return_lines: ofTheExporter },
  ...{ exported_orders: ['all', 'exporterId', 'none'], exported_lines: ['all', 'exporterId', 'none'] },
  risk_flags: toTheStaff,
  ...{ items: ofTheExporter, item_events: ofTheExporter, holds: ofTheExporter, inspections: ofTheExporter },
  ...{ files: amongThree, shipments: ofTheExporter, reservations: ofTheExporter },
  ...{
    parcels: ofTheExporter,
    parcel_orders: ofTheExporter,
    parcel_counts: ofTheExporter,
    item_lives: ofTheExporter,
  },
  ...{ tickets: amongThree, estimates: amongThree },
  ...{ consignments: ofTheVendor, consignment_lines: ofTheVendor },
  ...{ customs_rules: toTheStaff, disposition_rules: toTheStaff, four_eyes: toTheStaff },
  ...{ answers: ofThePerson, journal: amongThree, outbox: toNobody, deadlines: toNobody },
  ...{ item_texts: toNobody, sku_texts: toNobody, order_texts: toNobody, shipment_texts: toNobody },
  ...{
    imports: ofWhoAsked,
    import_parts: ofWhoAsked,
    sku_imports: ['mine', 'mine', 'none'],
    export_imports: ofWhoAsked,
  },
  ...{ opening_stocks: inTheWarehouse, opening_stock_rows: inTheWarehouse },
  sheet_layouts: ['none', 'exporterId', 'none'],
  ...{ background_tasks: toNobody, task_parts: toNobody },
  notices: ['the hub’s', 'organisationId', 'organisationId'],
  ...{ users: ofTheOrganisation, postings: toTheStaff, sessions: ofThePerson, sign_ins: ofThePerson },
  ...{ accounts: toNobody, verifications: toNobody, two_factors: toNobody, tries: toNobody, links: toNobody },
  ...{ devices: toTheStaff, badges: toTheStaff, covers: toTheStaff, leaves: toTheStaff },
  ...{ invitations: ofTheOrganisation, audit_log: ofTheOrganisation, api_keys: ofTheOrganisation },
};

/** One of each side of each warehouse and organisation. */
export const askers: readonly Name[] = ['wang', 'zhou', 'whale', 'kite', 'spark', 'bolt'];
const sides: readonly Viewer['as'][] = ['staff', 'exporter', 'vendor'];

function owns(viewer: Exclude<Viewer, { as: 'system' }>, table: string, row: Row): boolean {
  const column = whose[table]?.[sides.indexOf(viewer.as)];
  if (column === undefined) throw new Error(`Nobody promised who sees ${table}.`);
  if (column === 'all' || column === 'none') return column === 'all';
  if (column === 'the hub’s') return row.organisationId === 'hub';
  if (column === 'mine') return (row.askedBy ?? row.userId) === viewer.id;
  return row[column] === (viewer.as === 'staff' ? viewer.warehouse : viewer.organisation);
}

/** All rows of a table, parted into those that are theirs to see and those that are not. */
export async function parted(at: House, name: Name, table: Seen) {
  const viewer = viewerOf(name);
  if (viewer.as === 'system') throw new Error('The house sees everything.');
  const all: readonly Row[] = await at.database.as(systemViewer).find(table, undefined, 9_999);
  const isOwn = (row: Row) => owns(viewer, getTableName(table), row);
  return { own: all.filter(isOwn), foreign: all.filter((row) => !isOwn(row)) };
}

/** Who could not be shown too much or too little of a table, as nothing in it is another's, or nothing theirs: one line each. */
export async function provesNothing(at: House, tableName: string): Promise<string[]> {
  const table = tables.get(tableName);
  if (!table) throw new Error(`There is no table ${tableName}.`);
  const wrong: string[] = [];
  for (const name of askers) {
    const promise = whose[tableName]?.[sides.indexOf(viewerOf(name).as)];
    const { own, foreign } = await parted(at, name, table);
    if (promise !== 'all' && foreign.length === 0) wrong.push(`no ${tableName} are hidden from ${name}`);
    if (promise !== 'none' && own.length === 0) wrong.push(`no ${tableName} are ${name}’s`);
  }
  return wrong;
}

/** What somebody finds in a table that is not theirs, or misses that is: one line for each who does. */
export async function sightsOf(at: House, tableName: string, names = askers): Promise<string[]> {
  const table = tables.get(tableName);
  if (!table) throw new Error(`There is no table ${tableName}.`);
  const wrong: string[] = [];
  for (const name of names) {
    const { own } = await parted(at, name, table);
    const found = (await at.as(name).find(table, undefined, 9_999)) as Row[];
    const counted = await at.as(name).count(table);
    if (found.length !== own.length || counted !== own.length)
      wrong.push(`${name} finds ${found.length} and counts ${counted} of ${own.length} ${tableName}`);
  }
  return wrong;
}
