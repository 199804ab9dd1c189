import { z } from 'zod';
import { itemByCode, itemsBySerial } from '../../db/queries/items.ts';
import { shipmentNamed } from '../../db/queries/outbound.ts';
import { parcelByCode, parcelsWithWaybill } from '../../db/queries/parcels.ts';
import { consignmentByCode, ticketByCode } from '../../db/queries/repair.ts';
import { returnOrdersNamed } from '../../db/queries/returns.ts';
import { placeNamed, skusNamed } from '../../db/queries/scans.ts';
import type { Scoped } from '../../db/scope.ts';
import { Words } from '../http/shapes.ts';
import { type Recognised, recognise } from '../identifiers/recognise.ts';
import { readSerial } from '../identifiers/serial.ts';
import { scanSentences } from '../words/scans.ts';
import { isForReceiving } from '../workflow/place-guards.ts';

const Named = z.object({ code: z.string(), name: Words });
/** What a scanned text turned out to be. Codes, to be asked for further; several where a person must choose. */
export const Hit = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('item'), code: z.string() }),
  z.object({ kind: z.literal('items'), codes: z.array(z.string()) }),
  z.object({
    kind: z.literal('location'),
    code: z.string(),
    place: z.string(),
    receives: z.boolean(),
    zone: Words,
  }),
  z.object({ kind: z.literal('returnOrder'), code: z.string() }),
  z.object({ kind: z.literal('returnOrders'), codes: z.array(z.string()) }),
  z.object({ kind: z.literal('parcel'), code: z.string() }),
  z.object({ kind: z.literal('ticket'), code: z.string() }),
  z.object({ kind: z.literal('shipment'), code: z.string() }),
  z.object({ kind: z.literal('consignment'), code: z.string() }),
  z.object({
    kind: z.literal('sku'),
    skus: z.array(Named.extend({ exporter: Words })),
    serial: z.string().nullable(),
  }),
  z.object({ kind: z.literal('unknown'), text: z.string() }),
]);
export type Hit = z.infer<typeof Hit>;

type Look = (db: Scoped, warehouse: string, found: Recognised) => Promise<Hit | undefined>;

const ours: Look = async (db, _w, found) => {
  if (found.kind !== 'code') return undefined;
  const { of, code } = found;
  if (of === 'returnOrder') {
    const [order] = await db.ask(returnOrdersNamed, { text: code });
    return order && { kind: of, code: order.code };
  }
  if (of === 'shipment') {
    const [shipment] = await db.ask(shipmentNamed, { text: code });
    return shipment && { kind: of, code: shipment.code };
  }
  if (of === 'parcel') {
    const [parcel] = await db.ask(parcelByCode, { code });
    return parcel && { kind: of, code };
  }
  const there =
    of === 'item'
      ? await db.ask(itemByCode, { code })
      : of === 'ticket'
        ? await db.ask(ticketByCode, { code })
        : await db.ask(consignmentByCode, { code });
  return there.length ? { kind: of, code } : undefined;
};

async function bySku(db: Scoped, text: string, serial: string | null): Promise<Hit | undefined> {
  const skus = await db.ask(skusNamed, { text });
  if (!skus.length) return undefined;
  const named = skus.map((sku) => ({
    code: sku.code,
    name: { zh: sku.nameZh, en: sku.nameEn },
    exporter: { zh: sku.exporterZh, en: sku.exporterEn },
  }));
  return { kind: 'sku', skus: named, serial };
}

async function bySerial(db: Scoped, text: string): Promise<Hit | undefined> {
  const serial = readSerial(text);
  const found = serial ? await db.ask(itemsBySerial, { serial }) : [];
  const [first, ...more] = found.map(({ code }) => code);
  if (!first) return undefined;
  return more.length ? { kind: 'items', codes: [first, ...more] } : { kind: 'item', code: first };
}

async function byPapers(db: Scoped, text: string): Promise<Hit | undefined> {
  const orders = await db.ask(returnOrdersNamed, { text });
  const [first, ...more] = orders.map(({ code }) => code);
  if (first)
    return more.length
      ? { kind: 'returnOrders', codes: [first, ...more] }
      : { kind: 'returnOrder', code: first };
  const [shipment] = await db.ask(shipmentNamed, { text });
  if (shipment) return { kind: 'shipment', code: shipment.code };
  const [parcel] = await db.ask(parcelsWithWaybill, { waybill: text.toUpperCase() });
  return parcel && { kind: 'parcel', code: parcel.code };
}

const others: Look = async (db, warehouse, found) => {
  switch (found.kind) {
    case 'location': {
      const [place] = await db.ask(placeNamed, { warehouseId: warehouse, code: found.location });
      return (
        place && {
          kind: 'location',
          code: place.code,
          place: place.kind,
          receives: isForReceiving(place.kind),
          zone: { zh: place.nameZh, en: place.nameEn },
        }
      );
    }
    case 'gs1':
    case 'digitalLink': {
      const { serial = null, gtin } = found.data ?? {};
      const known = serial ? await bySerial(db, serial) : undefined;
      return known ?? (gtin ? bySku(db, gtin, serial) : undefined);
    }
    case 'gtin':
      return bySku(db, found.gtin, null);
    case 'imei':
      return bySerial(db, found.imei);
    case 'waybill':
      return byPapers(db, found.waybill);
    case 'freeText':
      return (
        (await bySerial(db, found.text)) ?? (await bySku(db, found.text, null)) ?? byPapers(db, found.text)
      );
    default:
      return undefined;
  }
};

/** What this text is, among the things that the one who scans may see. */
export async function resolve(db: Scoped, text: string): Promise<{ hit: Hit; words: z.infer<typeof Words> }> {
  const warehouse = db.viewer.as === 'staff' ? db.viewer.warehouse : '';
  const candidates = recognise(text);
  for (const found of candidates) {
    if (found.kind === 'unreadable')
      return {
        hit: { kind: 'unknown', text: text.slice(0, 100) },
        words: scanSentences.unreadable[found.why],
      };
    const hit = (await ours(db, warehouse, found)) ?? (await others(db, warehouse, found));
    if (hit) return { hit, words: scanSentences.found[hit.kind] };
  }
  return { hit: { kind: 'unknown', text: text.slice(0, 100) }, words: scanSentences.unknown };
}
