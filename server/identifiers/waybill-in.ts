import { recognise } from './recognise.ts';
import { wholeImei } from './serial.ts';
import { suggestCarriers } from './waybill.ts';

/** Digits of the length that many carriers use, and the form of a postal number, even with a wrong check digit. */
const OFTEN_A_WAYBILL = /^(\d{12,15}|[A-Z]{2}\d{9}[A-Z]{2})$/;

/** Whether a carrier writes its numbers so: a serial seldom looks like that. */
export function isLikelyWaybill(text: string): boolean {
  const waybill = waybillIn(text);
  if (waybill === null) return false;
  return suggestCarriers(waybill).length > 0 || OFTEN_A_WAYBILL.test(waybill);
}

/**
 * The number of a carrier that a text can be; null for a label of ours, a place, a product's code, an address, and for
 * an IMEI unless a carrier's numbers look just like it.
 */
export function waybillIn(text: string): string | null {
  const candidates = recognise(text);
  const [first] = candidates;
  const isOther = first.kind === 'code' || first.kind === 'location' || first.kind === 'gtin';
  const found = isOther ? undefined : candidates.find((one) => one.kind === 'waybill');
  if (!found) return null;
  const isImei = wholeImei(text.trim()) !== undefined && found.carriers.length === 0;
  return isImei ? null : found.waybill;
}
