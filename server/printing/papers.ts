import { itemInWords } from '../../db/queries/items.ts';
import { organisationById, warehouseById } from '../../db/queries/master-data.ts';
import { unitsOfOpening } from '../../db/queries/opening-stock.ts';
import { placeNamed } from '../../db/queries/scans.ts';
import type { Scoped } from '../../db/scope.ts';
import { printConsignmentLists } from '../../labels/consignment-list.ts';
import { printItemLabels } from '../../labels/item-label.ts';
import { printLocationLabels } from '../../labels/location-label.ts';
import type { Dpi } from '../../labels/paper.ts';
import type { Printed } from '../../labels/pdf.ts';
import { printReturnSlips } from '../../labels/return-slip.ts';
import { type Party, printShippingLabels, type ShippingLabel } from '../../labels/shipping-label.ts';
import type { Language } from '../../labels/words.ts';
import { shanghaiDate } from '../customs/dates.ts';
import { notFound } from '../http/problem.ts';
import type { Call } from '../http/request-context.ts';
import type { Download } from '../http/route.ts';
import { getItem } from '../items/item-entity.ts';
import { shipmentEntity } from '../outbound/shipment-entity.ts';
import { presentShipment } from '../outbound/view.ts';
import { consignmentEntity } from '../repair/consignment-entity.ts';
import { presentConsignment } from '../repair/consignments.ts';
import { getReturnOrder } from '../returns/return-order-entity.ts';
import { presentOrder } from '../returns/view.ts';
import { openingNoun } from '../words/opening-stock.ts';
import { nouns } from '../words/problems.ts';

export const MAX_LABELS = 200;
interface Print {
  readonly dpi: Dpi;
  readonly language: Language;
}
const words = (named: { nameZh: string; nameEn: string }) => ({ zh: named.nameZh, en: named.nameEn });

const file = (name: string, { pdf, missingGlyphs }: Printed): Download => ({
  type: 'application/pdf',
  name,
  bytes: pdf,
  ...(missingGlyphs.length ? { warning: missingGlyphs.join('') } : {}),
});

/** @throws Problem 404 when one of the codes is none that the asker may see: no half a sheet of labels */
export async function itemLabels({
  db,
  input,
  context,
}: Call<Print & { codes: string[] }>): Promise<Download> {
  const labels = [];
  for (const code of input.codes) {
    const item = await getItem(db, code);
    const [found] = await db.ask(itemInWords, { id: item.id });
    if (!found) throw notFound(nouns.item, code);
    const { sku, exporter } = found;
    const described = item.description ? { zh: item.description, en: item.description } : null;
    labels.push({
      ...item,
      sku: sku?.code ?? null,
      name: sku ? words(sku) : described,
      exporter: exporter && words(exporter),
      date: shanghaiDate(item.receivedAt ?? context.now),
    });
  }
  return file('item-labels.pdf', await printItemLabels(labels, input));
}

/** @throws Problem 404 where the import became no units, or no more than these */
export async function openingLabels(call: Call<Print & { id: string; part: number }>): Promise<Download> {
  const { db, input } = call;
  const units = await db.ask(unitsOfOpening, { openingId: input.id, from: (input.part - 1) * MAX_LABELS });
  if (units.length === 0) throw notFound(openingNoun, input.id);
  return itemLabels({ ...call, input: { ...input, codes: units.map(({ code }) => code) } });
}

export async function locationLabels({ db, input }: Call<Print & { codes: string[] }>): Promise<Download> {
  const warehouseId = db.viewer.as === 'staff' ? db.viewer.warehouse : '';
  const [warehouse] = await db.ask(warehouseById, { id: warehouseId });
  const labels = [];
  for (const code of input.codes) {
    const [place] = await db.ask(placeNamed, { warehouseId, code });
    if (!place || !warehouse) throw notFound(nouns.location, code);
    labels.push({ code, kind: place.kind, zone: words(place), warehouse: words(warehouse) });
  }
  return file('location-labels.pdf', await printLocationLabels(labels, input));
}

async function warehouseOf(db: Scoped, id: string) {
  const [warehouse] = await db.ask(warehouseById, { id });
  if (!warehouse) throw notFound(nouns.warehouse, '');
  return warehouse;
}

export async function returnSlip({
  db,
  actor,
  input,
  context,
}: Call<Print & { code: string }>): Promise<Download> {
  const order = await getReturnOrder(db, input.code);
  const shown = await presentOrder(db, actor, order, context.now);
  const warehouse = await warehouseOf(db, order.warehouseId);
  const slip = {
    code: order.code,
    exporter: words(shown.exporter),
    reference: order.reference,
    warehouse: { ...warehouse, name: words(warehouse) },
    date: shanghaiDate(order.createdAt),
    note: order.note,
    lines: shown.lines.map((line) => ({ ...line, reason: line.reasonWords })),
  };
  return file(`${order.code}.pdf`, await printReturnSlips([slip], input));
}

const senderOf = ({ nameZh, address, contact, phone }: Awaited<ReturnType<typeof warehouseOf>>): Party => ({
  name: nameZh,
  address,
  contact,
  phone,
});

export async function shippingLabel({
  db,
  actor,
  input,
  context,
}: Call<Print & { code: string }>): Promise<Download> {
  const shipment = await shipmentEntity.get(db, input.code);
  const { items } = await presentShipment(db, actor, shipment, context.now);
  const from = senderOf(await warehouseOf(db, shipment.warehouseId));
  const { consignee, address, country, phone } = shipment;
  const label = {
    ...shipment,
    carrier: shipment.carrier ?? '',
    from,
    to: { name: consignee, address: `${address} ${country}`, contact: null, phone },
    contents: items.map(({ name, quantity }) => ({ name, quantity })),
    battery: worst(items.map(({ battery }) => battery as ShippingLabel['battery'])),
    date: shanghaiDate(shipment.shippedAt ?? context.now),
  };
  return file(`${shipment.code}.pdf`, await printShippingLabels([label], input));
}

/** What the whole parcel counts as: the battery with the strictest rule in it. */
const worst = (batteries: readonly ShippingLabel['battery'][]): ShippingLabel['battery'] =>
  (['metal', 'ion alone', 'ion with equipment', 'ion in equipment'] as const).find((kind) =>
    batteries.includes(kind),
  ) ?? 'none';

export async function consignmentList({
  db,
  actor,
  input,
  context,
}: Call<Print & { code: string }>): Promise<Download> {
  const consignment = await consignmentEntity.get(db, input.code);
  const { items } = await presentConsignment(db, actor, consignment, context.now);
  const [vendor] = await db.ask(organisationById, { id: consignment.vendorId });
  if (!vendor) throw notFound(nouns.vendor, '');
  const list = {
    code: consignment.code,
    date: shanghaiDate(consignment.handedOverAt ?? context.now),
    from: senderOf(await warehouseOf(db, consignment.warehouseId)),
    vendor: {
      name: vendor.nameZh,
      address: vendor.address ?? '',
      contact: vendor.contact,
      phone: vendor.phone,
    },
    note: null,
    lines: items,
  };
  return file(`${consignment.code}.pdf`, await printConsignmentLists([list], input));
}
