import { itemsWithSerial } from '../../db/queries/items.ts';
import type { Scoped } from '../../db/scope.ts';
import { conflict, unusable } from '../http/problem.ts';
import { readSerial } from '../identifiers/serial.ts';
import { itemSentences } from '../words/items.ts';
import type { Item } from './facts.ts';

/** A serial as it is stored. @throws Problem when it cannot be one */
export function serialFrom(given: string | null | undefined): string | null {
  if (given === null || given === undefined) return null;
  const serial = readSerial(given);
  if (!serial) throw unusable([{ path: ['serial'], code: 'serial' }], itemSentences.notASerial(given));
  return serial;
}

/** Another item of the same exporter that carries this serial, the newest first. */
export async function twinOf(system: Scoped, { id, exporterId }: Item, serial: string) {
  const found = exporterId ? await system.ask(itemsWithSerial, { exporterId, serial }) : [];
  return found.find((other) => other.id !== id);
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
