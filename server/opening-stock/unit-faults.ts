import { readCustomsNumber } from '../identifiers/customs-numbers.ts';
import { isWrongImei, readSerial } from '../identifiers/serial.ts';
import { hasForm, isImei } from '../items/serials.ts';
import { isKept, type Kept } from '../spreadsheets/answers.ts';
import { importSentences } from '../words/import.ts';
import { itemSentences } from '../words/items.ts';
import { openingSentences } from '../words/opening-stock.ts';
import type { Words } from '../words/words.ts';
import type { StockKey } from './columns.ts';
import type { Sku } from './house.ts';
import type { Said } from './read-sheet.ts';

/** What is the matter with a cell of a row. */
export interface CellFault {
  readonly column: StockKey;
  readonly words: Words;
  /** It may be said that it is meant so. */
  readonly keep?: { readonly code: string; readonly about?: string };
}

/** What is wrong with what a row says of its unit, as far as its SKU, where that is known, and the calendar know. */
export function unitFaults(
  said: Said,
  {
    sku,
    today,
    keep,
  }: { readonly sku: Sku | undefined; readonly today: string; readonly keep: readonly Kept[] },
): CellFault[] {
  const faults = [
    ...serialFaults(said, sku),
    ...(['exportDate', 'releaseDate', 'receivedOn'] as const)
      .filter((column) => (said[column] ?? '') > today)
      .map((column): CellFault => ({ column, words: openingSentences.future })),
    ...documentFaults(said),
  ];
  return faults.filter((fault) => !fault.keep || !isKept(keep, { column: fault.column, ...fault.keep }));
}

function serialFaults(
  { serial: written, imei2, quantity, sku: code }: Said,
  sku: Sku | undefined,
): CellFault[] {
  const second = imei2 === undefined ? [] : imei2Faults(written, imei2);
  if (written === undefined) {
    if (!sku?.serialTracked) return second;
    if (quantity > 1)
      return [...second, { column: 'quantity', words: openingSentences.needsSerials(code, quantity) }];
    return [
      ...second,
      { column: 'serial', words: openingSentences.noSerial(code), keep: { code: 'noSerial' } },
    ];
  }
  const serial = readSerial(written);
  if (!serial) return [{ column: 'serial', words: itemSentences.notASerial(written) }];
  if (isWrongImei(serial, sku?.serialPattern))
    return [{ column: 'serial', words: itemSentences.notAnImei(written) }];
  if (!hasForm(serial, sku))
    return [{ column: 'serial', words: itemSentences.otherForm(sku?.serialPattern ?? '', serial) }];
  if (quantity > 1) return [{ column: 'quantity', words: openingSentences.serialIsOne(serial, quantity) }];
  return second;
}

function imei2Faults(serial: string | undefined, imei2: string): CellFault[] {
  const second = readSerial(imei2);
  const isOne =
    second !== undefined && isImei(second) && serial !== undefined && second !== readSerial(serial);
  return isOne ? [] : [{ column: 'imei2', words: openingSentences.imei2(imei2) }];
}

function documentFaults({ exportDocument }: Said): CellFault[] {
  const read = exportDocument === undefined ? undefined : readCustomsNumber(exportDocument);
  if (exportDocument === undefined || (read && read.direction !== 'import')) return [];
  const words = importSentences.notADocument(exportDocument);
  return [{ column: 'exportDocument', words, keep: { code: 'notADocument' } }];
}
