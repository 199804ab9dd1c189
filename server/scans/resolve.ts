import type { z } from 'zod';
import { itemByCode } from '../../db/queries/items.ts';
import { shipmentNamed } from '../../db/queries/outbound.ts';
import { parcelByCode } from '../../db/queries/parcels.ts';
import { consignmentByCode, ticketByCode } from '../../db/queries/repair.ts';
import { returnOrderByCode } from '../../db/queries/returns.ts';
import { announcedCarrying, announcedSkus, placeNamed, skusNamed } from '../../db/queries/scans.ts';
import type { returnOrders } from '../../db/schema/goods.ts';
import type { Scoped } from '../../db/scope.ts';
import type { Words } from '../http/shapes.ts';
import type { Gs1Data } from '../identifiers/gs1.ts';
import { type Candidates, type Recognised, recognise } from '../identifiers/recognise.ts';
import { scanSentences } from '../words/scans.ts';
import { isForReceiving } from '../workflow/place-guards.ts';
import type { Hit, OneHit } from './hits.ts';
import { serialsIn } from './looks.ts';
import { type Asked, itemsWithNumber, meaningsOf, skuHit, type When } from './meanings.ts';

export type OpenParcel = Pick<typeof returnOrders.$inferSelect, 'id'>;
interface Looking extends Asked {
  readonly db: Scoped;
  readonly warehouse: string;
  readonly candidates: Candidates;
  readonly when: When;
  /** The return order whose parcel lies open before the one who scans. */
  readonly parcel: OpenParcel | undefined;
}
type Look = (about: Looking) => Promise<Hit | undefined>;

const ours: Look = async ({ db, candidates }) => {
  for (const found of candidates) {
    if (found.kind !== 'code') continue;
    const { of, code } = found;
    const asked = {
      item: () => db.ask(itemByCode, { code }),
      returnOrder: () => db.ask(returnOrderByCode, { code }),
      ticket: () => db.ask(ticketByCode, { code }),
      shipment: () => db.ask(shipmentNamed, { text: code }),
      consignment: () => db.ask(consignmentByCode, { code }),
      parcel: () => db.ask(parcelByCode, { code }),
    };
    if ((await asked[of]()).length > 0) return { kind: of, code };
  }
  return undefined;
};

/** Places have names that the house gives. */
const places: Look = async ({ db, warehouse, candidates }) => {
  const itself = candidates.at(-1);
  const code = itself?.kind === 'freeText' ? itself.text.toUpperCase() : '';
  const [place] = /^[A-Z0-9][A-Z0-9-]{0,31}$/.test(code)
    ? await db.ask(placeNamed, { warehouseId: warehouse, code })
    : [];
  return (
    place && {
      kind: 'location',
      code: place.code,
      place: place.kind,
      receives: isForReceiving(place.kind),
      zone: { zh: place.nameZh, en: place.nameEn },
    }
  );
};

const dataIn = (candidates: Candidates): Gs1Data | undefined => {
  const framed = candidates.find((one) => one.kind === 'gs1' || one.kind === 'digitalLink');
  return framed?.data;
};

/** A label that says both: the thing must be of this product, and a product that it contradicts is none of its. */
const productWithSerial: Look = async ({ db, candidates, numbers, parcel }) => {
  const { gtin, serial = null } = dataIn(candidates) ?? {};
  if (!gtin || numbers.length === 0) return undefined;
  const skus = await db.ask(skusNamed, { text: gtin });
  const isOfIt = (one: { gtin: string | null; exporterId: string | null }) =>
    one.gtin === gtin || (one.gtin === null && !skus.some(({ exporterId }) => exporterId === one.exporterId));
  const announced = parcel ? await db.list(announcedCarrying, { orderId: parcel.id, numbers }) : [];
  const [here] = announced.filter(isOfIt);
  if (here) return { kind: 'item', code: here.code };
  const meanings = await itemsWithNumber(db, numbers, isOfIt);
  const [first, another] = meanings;
  if (first) return another ? { kind: 'several', meanings } : first.hit;
  if (skus.length === 0) return { kind: 'unknown', text: `${gtin} ${serial ?? numbers[0]}` };
  const expected = parcel ? await db.ask(announcedSkus, { orderId: parcel.id, text: gtin }) : [];
  return skuHit(expected.length ? expected : skus, serial ?? numbers[0] ?? null);
};

const gtinsIn = (candidates: Candidates): string[] =>
  candidates.flatMap((one) =>
    one.kind === 'gtin'
      ? one.gtin
      : one.kind === 'gs1' || one.kind === 'digitalLink'
        ? (one.data.gtin ?? [])
        : [],
  );

/** What the open parcel announced stands before what anybody else calls by this name. */
const announced: Look = async ({ db, candidates, numbers, texts, parcel }) => {
  if (!parcel) return undefined;
  const orderId = parcel.id;
  const [first, another] = numbers.length ? await db.list(announcedCarrying, { orderId, numbers }) : [];
  if (first && !another) return { kind: 'item', code: first.code };
  for (const text of [...gtinsIn(candidates), ...texts]) {
    const skus = await db.ask(announcedSkus, { orderId, text });
    if (skus.length > 0) return skuHit(skus, null);
  }
  return undefined;
};

/** A GTIN is given by GS1, not by an exporter's fancy: no text that somebody wrote stands before its product. */
const products: Look = async ({ db, candidates }) => {
  for (const text of gtinsIn(candidates)) {
    const skus = (await db.ask(skusNamed, { text })).filter(({ gtin }) => gtin === text);
    if (skus.length > 0) return skuHit(skus, null);
  }
  return undefined;
};

/** Whatever else here goes by this name; of several a person chooses. */
const anything: Look = async ({ db, numbers, texts, when }) => {
  const meanings = await meaningsOf(db, { numbers, texts }, when);
  const hits = meanings.map(({ hit }) => hit);
  const [first, another] = hits;
  if (!first || !another) return first;
  const skus = hits.flatMap((hit) => (hit.kind === 'sku' ? hit.skus : []));
  return skus.length === hits.length ? { kind: 'sku', skus, serial: null } : { kind: 'several', meanings };
};

/** In this order: the first that knows what the text means decides. */
const looks: readonly Look[] = [ours, places, productWithSerial, announced, products, anything];

const textOf = (one: Recognised): string | undefined => {
  if (one.kind === 'waybill') return one.waybill;
  return one.kind === 'freeText' ? one.text : undefined;
};

/** What this text is, among the things that the one who scans may see. */
export async function resolve(
  db: Scoped,
  text: string,
  { parcel, ...when }: When & { readonly parcel?: OpenParcel | undefined },
): Promise<{ hit: Hit; words: z.infer<typeof Words> }> {
  const warehouse = db.viewer.as === 'staff' ? db.viewer.warehouse : '';
  const candidates = recognise(text);
  const [first] = candidates;
  const unknown: OneHit = { kind: 'unknown', text: text.slice(0, 100) };
  if (first.kind === 'unreadable') return { hit: unknown, words: scanSentences.unreadable[first.why] };
  const framed = dataIn(candidates);
  const texts = framed ? (framed.sscc ? [framed.sscc] : []) : candidates.flatMap((one) => textOf(one) ?? []);
  const asked = { numbers: serialsIn(text), texts: [...new Set(texts)] };
  for (const look of looks) {
    const hit = await look({ db, warehouse, candidates, parcel, when, ...asked });
    if (hit)
      return { hit, words: hit.kind === 'unknown' ? scanSentences.unknown : scanSentences.found[hit.kind] };
  }
  return { hit: unknown, words: scanSentences.unknown };
}
