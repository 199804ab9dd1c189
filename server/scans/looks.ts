import { readAddress } from '../identifiers/digital-link.ts';
import { type Recognised, recognise } from '../identifiers/recognise.ts';
import { readSerial } from '../identifiers/serial.ts';
import { scanSentences } from '../words/scans.ts';
import type { Words } from '../words/words.ts';

const { forms, found } = scanSentences;

/** What a code is by its form, in words; null for text that may be anything. */
export function looksLike(text: string): Words | null {
  const [first] = recognise(text);
  if (first.kind === 'code') return found[first.of];
  if (first.kind === 'location') return found.location;
  if (first.kind === 'freeText') return readAddress(first.text) ? forms.address : null;
  // Any letters and digits may be a waybill; it looks like one where a carrier writes its numbers so.
  if (first.kind === 'waybill' && first.carriers.length === 0) return null;
  return first.kind === 'unreadable' ? null : forms[first.kind];
}

/**
 * The serial number that a scanned text can be, as it is stored: the one in a GS1 code, an IMEI, or the text itself.
 * Null for what is surely something else: a place, a label of ours, a product's code, an address on the web.
 */
export function serialIn(text: string): string | null {
  const [first] = recognise(text);
  return readSerial(serialTextIn(first) ?? '') ?? null;
}

/** The number of a carrier that a scanned text can be; null for a label of ours, a place, a product's code, an address. */
export function waybillIn(text: string): string | null {
  const candidates = recognise(text);
  const [first] = candidates;
  const isOther = first.kind === 'code' || first.kind === 'location' || first.kind === 'gtin';
  const found = isOther ? undefined : candidates.find((one) => one.kind === 'waybill');
  return found?.waybill ?? null;
}

function serialTextIn(first: Recognised): string | undefined {
  switch (first.kind) {
    case 'gs1':
    case 'digitalLink':
      return first.data.serial;
    case 'imei':
      return first.imei;
    case 'waybill':
      return first.waybill;
    case 'freeText':
      return readAddress(first.text) ? undefined : first.text;
    default:
      return undefined;
  }
}
