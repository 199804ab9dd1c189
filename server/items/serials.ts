import { carriersOfSerial, itemsWithSerial } from '../../db/queries/items.ts';
import type { skus } from '../../db/schema/goods.ts';
import type { Scoped } from '../../db/scope.ts';
import { conflict, unusable } from '../http/problem.ts';
import { fitsPattern, readSerial, wholeImei } from '../identifiers/serial.ts';
import { itemSentences } from '../words/items.ts';
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

/** Whether a serial has a form that its product gives it. */
export const hasForm = (serial: string, sku: Pick<typeof skus.$inferSelect, 'serialPattern'> | undefined) =>
  !sku?.serialPattern || fitsPattern(serial, sku.serialPattern);

/** @throws Problem for what cannot be a serial of this product */
export function mustHaveForm(
  serial: string | null,
  sku: Pick<typeof skus.$inferSelect, 'serialPattern'> | undefined,
): void {
  if (serial !== null && !hasForm(serial, sku))
    throw unusable(
      [{ path: ['serial'], code: 'serial' }],
      itemSentences.otherForm(sku?.serialPattern ?? '', serial),
    );
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
  if (twin) throw conflict('serial_known', itemSentences.serialKnown(twin.code));
  return serial;
}
