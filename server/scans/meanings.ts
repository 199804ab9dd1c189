import { shipmentNamed } from '../../db/queries/outbound.ts';
import { parcelsWithWaybill } from '../../db/queries/parcels.ts';
import { heldForReading, itemsCarrying, ordersUnder, skusNamed } from '../../db/queries/scans.ts';
import type { Scoped } from '../../db/scope.ts';
import { stateOf } from '../items/view.ts';
import { scanSentences } from '../words/scans.ts';
import { itemWorkflow } from '../workflow/item.ts';
import { carriesItNow, parcelWorkflow } from '../workflow/parcel.ts';
import { returnOrderWorkflow } from '../workflow/return-order.ts';
import { factsOf, statesWhere } from '../workflow/workflow.ts';
import type { Meaning, OneHit } from './hits.ts';

const { found } = scanSentences;
const ended = {
  item: statesWhere(itemWorkflow, ({ type }) => type === 'final'),
  order: statesWhere(returnOrderWorkflow, ({ type }) => type === 'final'),
};
/** What has ended is told only where nothing else is meant. */
function aliveFirst<R extends { readonly state: string }>(
  flow: Parameters<typeof factsOf>[0],
  all: readonly R[],
) {
  const alive = all.filter((one) => factsOf(flow, one.state).type !== 'final');
  return alive.length > 0 ? alive : all;
}
const inWords = (flow: Parameters<typeof stateOf>[0], state: string) => {
  const { zh, en } = stateOf(flow, state);
  return { zh, en };
};
type Sku = Awaited<ReturnType<typeof skusOf>>[number];
const skusOf = (db: Scoped, text: string) => db.ask(skusNamed, { text });

/** Products, which may be several exporters': one hit. */
export const skuHit = (skus: readonly Sku[], serial: string | null): OneHit => ({
  kind: 'sku',
  skus: skus.map((sku) => ({
    code: sku.code,
    name: { zh: sku.nameZh, en: sku.nameEn },
    exporter: { code: sku.exporterCode, zh: sku.exporterZh, en: sku.exporterEn },
  })),
  serial,
});

export interface Asked {
  /** As it may stand for a serial, the likeliest first. */
  readonly numbers: readonly string[];
  /** As it may stand for a product's code, a waybill, a number of an exporter. */
  readonly texts: readonly string[];
}

type Carrier = Omit<Awaited<ReturnType<typeof carriers>>[number], 'nth'>;
const carriers = (db: Scoped, numbers: readonly string[], called: readonly string[] = []) =>
  db.list(itemsCarrying, { numbers, called, ended: ended.item });

/** Things with this number. */
export async function itemsWithNumber(
  db: Scoped,
  numbers: readonly string[],
  isMeant: (one: Carrier) => boolean = () => true,
): Promise<Meaning[]> {
  if (numbers.length === 0) return [];
  return inMeanings((await carriers(db, numbers)).filter(isMeant));
}

/** The same, and things that their owners call so; else what is held because this was read on it. */
async function itemsCalled(db: Scoped, { numbers, texts }: Asked): Promise<Meaning[]> {
  const found = await carriers(db, numbers, texts);
  if (found.length > 0 || numbers.length === 0) return inMeanings(found);
  return inMeanings(await db.list(heldForReading, { numbers }));
}

function inMeanings(all: readonly Carrier[]): Meaning[] {
  return aliveFirst(itemWorkflow, all).map((one) => ({
    hit: { kind: 'item', code: one.code },
    kind: found.item,
    name: { zh: one.nameZh, en: one.nameEn },
    owner: one.exporterZh === null ? null : { zh: one.exporterZh, en: one.exporterEn ?? one.exporterZh },
    state: inWords(itemWorkflow, one.state),
    more: 0,
  }));
}

async function products(db: Scoped, text: string): Promise<Meaning[]> {
  return (await skusOf(db, text)).map((sku) => ({
    hit: skuHit([sku], null),
    kind: found.sku,
    name: { zh: sku.nameZh, en: sku.nameEn },
    owner: { zh: sku.exporterZh, en: sku.exporterEn },
    state: null,
    more: 0,
  }));
}

const meantParcel = ({ code, state }: { readonly code: string; readonly state: string }): Meaning => ({
  hit: { kind: 'parcel', code },
  kind: found.parcel,
  name: { zh: code, en: code },
  owner: null,
  state: inWords(parcelWorkflow, state),
  more: 0,
});

export interface When {
  readonly now: Date;
  /** Whether parcels are meant, too, that carried a number long ago, or never came. */
  readonly past?: boolean;
}

/** Return orders and shipments, or a parcel; orders of one exporter beyond the third are counted only. */
async function papers(db: Scoped, text: string, { now, past }: When): Promise<Meaning[]> {
  const under = await db.list(ordersUnder, { text, ended: ended.order });
  const told = aliveFirst(returnOrderWorkflow, under);
  const orders = told.map((one, i): Meaning => {
    const isLast = told[i + 1]?.exporterCode !== one.exporterCode;
    const shown = told.filter(({ exporterCode }) => exporterCode === one.exporterCode).length;
    return {
      hit: { kind: 'returnOrder', code: one.code },
      kind: found.returnOrder,
      name: { zh: one.code, en: one.code },
      owner: { zh: one.exporterZh, en: one.exporterEn },
      state: inWords(returnOrderWorkflow, one.state),
      more: isLast ? Math.max(0, one.of - shown) : 0,
    };
  });
  const shipments = (await db.ask(shipmentNamed, { text })).map(
    ({ code, consignee }): Meaning => ({
      hit: { kind: 'shipment', code },
      kind: found.shipment,
      name: { zh: code, en: code },
      owner: { zh: consignee, en: consignee },
      state: null,
      more: 0,
    }),
  );
  if (orders.length + shipments.length > 0) return [...orders, ...shipments];
  // What came under this number though nobody announced it.
  const all = await db.ask(parcelsWithWaybill, { waybill: text.toUpperCase() });
  const parcel = carriesItNow(all, now) ?? (past ? all[0] : undefined);
  return parcel ? [meantParcel(parcel)] : [];
}

/** All that a text may mean in this warehouse, things first. */
export async function meaningsOf(db: Scoped, { numbers, texts }: Asked, when: When): Promise<Meaning[]> {
  const meanings = await itemsCalled(db, { numbers, texts });
  for (const text of texts) meanings.push(...(await products(db, text)));
  for (const text of texts) meanings.push(...(await papers(db, text, when)));
  const told = new Map(meanings.map((one) => [JSON.stringify([one.hit, one.owner]), one]));
  return [...told.values()];
}
