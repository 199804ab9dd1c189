import type { Role } from '../../server/access/permissions.ts';
import type { Body } from '../journeys/road.ts';
import { newScan } from '../world.ts';
import type { Goods } from './goods.ts';

/** What a route is asked about: somebody's goods in a warehouse, with what stands around them. */
export interface Subject extends Goods {
  readonly exporter: string;
  readonly person: string;
  readonly sku: string;
  readonly warehouse: string;
  readonly warehouseId: string;
  readonly zone: string;
  readonly place: string;
  readonly customsRule: string;
  readonly dispositionRule: string;
  /** A member of the staff, and a handheld, of this warehouse. */
  readonly member: string;
  readonly device: string;
  readonly cover: string;
  readonly leave: string;
  /** Of the exporter: somebody else than who asks, an invitation, an API key. */
  readonly colleague: string;
  readonly invitation: string;
  readonly apiKey: string;
  /** The scanId of a spreadsheet that each of its people imported. */
  readonly imported: string;
  /** Opening stock of this warehouse. */
  readonly opening: string;
}
/**
 * Answers to three questions: about what is theirs, about what is another's, about what does not exist.
 * yes: done, or refused by the workflow alone · no: not for this role · none: there is no such thing.
 */
export type Answers = readonly [own: string, others: string, none: string];
export interface Row {
  /** The roles that may. */
  readonly may: string;
  ask(of: Subject, role: Role): object;
  /** How those who may are answered, where it is not yes, none, none. */
  readonly answers?: Answers;
  /** … and where some of them are answered in another way. */
  readonly but?: { readonly [roles: string]: Answers };
  /** Without a sign-in. */
  readonly stranger?: 'yes' | 'no';
  /** What of an answer counts. */
  tell?(body: Body, of: Subject, text: string): unknown;
  readonly file?: 'picture' | 'spreadsheet';
}

export const lead = 'supervisor manager administrator';
export const floor = `receiver inspector storekeeper technician packer customs ${lead}`;
export const exporters = 'exporterMember exporterAdmin';
export const vendors = 'vendorMember vendorAdmin';
export const everybody = `${floor} ${exporters} ${vendors}`;
export const owners = `${floor} ${exporters}`;
export const repairers = `technician ${lead} ${vendors}`;
export const onTickets = `${repairers} ${exporters}`;
export const onConsignments = `storekeeper ${lead} ${vendors}`;
export const onShipments = `storekeeper packer customs ${lead} ${exporters}`;
export const masters = 'manager administrator';

/** A question about nobody's in particular: it is asked once. */
export const common: Answers = ['yes', '', ''];
export const found: Answers = ['yes 1', 'yes 0', 'yes 0'];
export const total = (body: Body) => body.total;
/** The staff see it whoever's it is. */
export const ofTheHouse: Answers = ['yes', 'yes', 'none'];
export const once = () => ({ scanId: newScan() });
export const fresh = () => newScan().slice(0, 8).toUpperCase();
export const nothing = () => ({});
export const named = { zh: '新', en: 'New', nameZh: '新', nameEn: 'New' };
/** The staff know every exporter: what is asked about there is the thing, not its owner. */
export const real = (exporter: string) => (exporter === 'noone' ? 'kite' : exporter);
export const isExporter = (role: Role) => role.startsWith('exporter');
export const customsRule = {
  position: 999,
  status: '*',
  action: 'resale',
  verdict: 'forbidden',
  citation: 'x',
};

/** A list as a spreadsheet, in both its forms: whether it names the thing that was asked about. */
export function inSheets<E extends string>(
  endpoint: E,
  { may, ask, answers = found, but = {} }: Row,
  code: (of: Subject) => string,
) {
  const tell: Row['tell'] = (_body, of, text) => Number(text.includes(code(of)));
  const row = { may, ask, answers, but, tell };
  return { [`${endpoint}.csv`]: row, [`${endpoint}.xlsx`]: row } as Record<`${E}.${'csv' | 'xlsx'}`, Row>;
}
