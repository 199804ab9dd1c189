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
 * The serial numbers that a scanned text can be, as they are stored, the likeliest first: those in a GS1 code, an IMEI,
 * the text itself, what Codabar frames.
 */
export function serialsIn(text: string): string[] {
  const all = recognise(text);
  // The frame of GS1 is no serial itself.
  const candidates = all[0].kind === 'gs1' || all[0].kind === 'digitalLink' ? all.slice(0, 1) : all;
  const found = candidates.flatMap(serialTextsIn).flatMap((one) => readSerial(one) ?? []);
  // Fourteen and sixteen digits may be a serial of another kind as well, and sooner.
  return [...new Set([...found, ...candidates.flatMap((one) => (one.kind === 'imei' ? one.imei : []))])];
}

/** The serial to be stored; null for what is surely something else: a place, a label of ours, a product, an address. */
export function serialIn(text: string): string | null {
  const [first] = recognise(text);
  const isOther = first.kind === 'code' || first.kind === 'location' || first.kind === 'gtin';
  const [serial = null] = isOther ? [] : serialsIn(text);
  return serial;
}

/** Whether a code says by itself that it is complete: a serial within GS1's frame, an IMEI with its check digit. */
export function isWholeSerial(text: string): boolean {
  const [first] = recognise(text);
  if (first.kind === 'gs1' || first.kind === 'digitalLink') return first.data.serial !== undefined;
  return first.kind === 'imei' && serialIn(text) === first.imei;
}

function serialTextsIn(found: Recognised): string[] {
  switch (found.kind) {
    case 'gs1':
    case 'digitalLink':
      return [found.data.serial, found.data.imei, found.data.imei2].flatMap((one) => one ?? []);
    case 'serial':
      return [found.serial];
    case 'waybill':
      return [found.waybill];
    case 'freeText':
      return [found.text];
    default:
      return [];
  }
}
