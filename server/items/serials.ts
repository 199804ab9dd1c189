import { eq } from 'drizzle-orm';
import { carriersOfSerial, itemsWithSerial, serialsOfSku } from '../../db/queries/items.ts';
import { skus } from '../../db/schema/goods.ts';
import type { Scoped } from '../../db/scope.ts';
import { conflict, unusable } from '../http/problem.ts';
import {
  fitsPattern,
  hasImeis,
  isPartOfImei,
  isWrongImei,
  readSerial,
  wholeImei,
} from '../identifiers/serial.ts';
import { itemSentences } from '../words/items.ts';
import type { Words } from '../words/words.ts';
import { itemWorkflow } from '../workflow/item.ts';
import { factsOf } from '../workflow/workflow.ts';
import type { Item } from './facts.ts';

/** A serial as it is stored. @throws Problem when it cannot be one */
export function serialFrom(given: string | null | undefined): string | null {
  if (given === null || given === undefined) return null;
  const serial = readSerial(given);
  if (!serial) throw unusable([{ path: ['serial'], code: 'serial' }], itemSentences.notASerial(given));
  return serial;
}

/** A second IMEI as it is stored. @throws Problem when it is none */
export function secondImeiFrom(given: string | undefined): string | undefined {
  const imei = given === undefined ? undefined : readSerial(given);
  if (given !== undefined && !(imei && isImei(imei)))
    throw unusable([{ path: ['imei2'], code: 'imei' }], itemSentences.notAnImei(given));
  return imei;
}

/** The number of one telephone in the world; every other serial is one of its product alone. */
export const isImei = (serial: string): boolean => wholeImei(serial) === serial;

/** Whether two things with this number may be one: a product is not known for what no SKU names. */
export const mayBeOne = (a: Pick<Item, 'skuId'>, b: Pick<Item, 'skuId'>, serial: string): boolean =>
  isImei(serial) || a.skuId === b.skuId || a.skuId === null || b.skuId === null;

/** Whether an item carries this number, as its serial or its second IMEI. */
export const carries = ({ serial, imei2 }: Pick<Item, 'serial' | 'imei2'>, number: string): boolean =>
  serial === number || imei2 === number;

/** Another item of the same exporter and product that carries this number, the newest first. */
export async function twinOf(
  system: Scoped,
  item: Pick<Item, 'id' | 'exporterId' | 'skuId'>,
  serial: string,
): Promise<Item | undefined> {
  const { id, exporterId } = item;
  const found = exporterId ? await system.ask(itemsWithSerial, { exporterId, serial }) : [];
  const others = found.filter((other) => other.id !== id && mayBeOne(other, item, serial));
  return others.find(({ skuId }) => skuId === item.skuId) ?? others[0];
}

/**
 * An item in another exporter's name that carries the number of this one. The same number on a product with another
 * GTIN is a chance, unless it is an IMEI.
 */
export async function inAnotherName(
  system: Scoped,
  { exporterId, gtin }: { readonly exporterId: string | null; readonly gtin: string | null },
  serial: string,
) {
  const carriers = await system.ask(carriersOfSerial, { serial });
  return carriers.find(
    (other) =>
      other.exporterId !== null &&
      other.exporterId !== exporterId &&
      factsOf(itemWorkflow, other.state).arrival !== 'called off' &&
      (isImei(serial) || !gtin || !other.gtin || gtin === other.gtin),
  );
}

interface Product {
  readonly skuId: string | null;
  readonly pattern: string | null | undefined;
  /** The serial that the thing itself was announced with. */
  readonly own?: string | null;
}
/**
 * Whether the units of a product have IMEIs: its form of serials says so, this unit or another one carries one. What
 * has none of these may be any product.
 */
async function unitsHaveImeis(system: Scoped, { skuId, pattern, own }: Product): Promise<boolean> {
  if (hasImeis(pattern) || (own && isImei(own))) return true;
  const units = skuId === null ? [] : await system.ask(serialsOfSku, { skuId });
  return units.some(({ serial }) => serial !== null && isImei(serial));
}

/** Why a number that was read can be no serial of this product: an IMEI that was misread, or what is left of one. */
export async function notRead(system: Scoped, serial: string, product: Product): Promise<Words | undefined> {
  const { pattern } = product;
  const part = isPartOfImei(serial, pattern);
  if (!(part || isWrongImei(serial, pattern, true)) || !(await unitsHaveImeis(system, product)))
    return undefined;
  return part ? itemSentences.partOfImei(serial.length) : itemSentences.notAnImei(serial);
}

/** Whether a serial has a form that its product gives it. */
export const hasForm = (serial: string, sku: Pick<typeof skus.$inferSelect, 'serialPattern'> | undefined) =>
  !sku?.serialPattern || fitsPattern(serial, sku.serialPattern);

/** @throws Problem for what cannot be a serial of this product */
export async function mustHaveForm(
  system: Scoped,
  serial: string | null,
  sku: Pick<typeof skus.$inferSelect, 'id' | 'serialPattern'> | undefined,
): Promise<void> {
  if (serial === null) return;
  const product = { skuId: sku?.id ?? null, pattern: sku?.serialPattern };
  const why = await notRead(system, serial, product);
  if (why) throw unusable([{ path: ['serial'], code: 'imei' }], why);
  if (!hasForm(serial, sku))
    throw unusable(
      [{ path: ['serial'], code: 'serial' }],
      itemSentences.otherForm(sku?.serialPattern ?? '', serial),
    );
}

/** To whom a serial belongs that was read on an item: of another product, both are named. */
async function whoseItIs(system: Scoped, item: Item, twin: Item): Promise<Words> {
  const nameOf = async ({ skuId }: Item) => {
    const sku = skuId === null ? undefined : await system.first(skus, eq(skus.id, skuId));
    return sku && { zh: sku.nameZh, en: sku.nameEn };
  };
  const [its, other] = item.skuId === twin.skuId ? [] : [await nameOf(item), await nameOf(twin)];
  if (!its || !other) return itemSentences.serialKnown(twin.code);
  const isInOrder = item.orderId !== null && item.orderId === twin.orderId;
  return itemSentences.serialOfOther(its, other, { code: twin.code, isInOrder });
}

/**
 * The serial that an item carries from now on: the one given, or else the one it has.
 * @throws Problem when it cannot be one, is to mark several articles at once, or is another item's
 */
export async function serialFor(
  system: Scoped,
  item: Item,
  given: string | null | undefined,
): Promise<string | null> {
  const serial = serialFrom(given);
  if (serial === null || serial === item.serial) return item.serial;
  if (item.quantity > 1) throw conflict('serial_lot', itemSentences.serialisedIsOne);
  const twin = await twinOf(system, item, serial);
  if (twin) throw conflict('serial_known', await whoseItIs(system, item, twin));
  return serial;
}
