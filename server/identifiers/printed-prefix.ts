import { tidyIdentifier } from './tidy.ts';

/** What stands in front of a number on a label: "SN:", "S/N", "Serial No.", "序列号：", "IMEI 1:", "(21)". */
const forSerials =
  /^(?:\(21\)|S\/N ?[:.#]?|SN ?[:.#]|SERIAL(?: ?(?:NUMBER|NO\.?))? ?[:#]|(?:产品|机身|出厂)?(?:序列号|序列號|序号|编号)码? ?[:.#]?) ?/i;
const forImeis = /^(?:IMEI(?: ?\/? ?SV)?|手?机?串[号號])(?: ?[12](?!\d))?(?=[ :.#\d]) ?[:.#]? ?/i;

export interface Printed {
  /** What the prefix says that the number is; undefined where none is printed. */
  readonly as: 'serial' | 'imei' | undefined;
  readonly number: string;
}

/** A number without the prefix that is printed before it, in either width and script. */
export function withoutPrefix(text: string): Printed {
  const printed = tidyIdentifier(text);
  const imei = forImeis.exec(printed)?.[0];
  if (imei) return { as: 'imei', number: printed.slice(imei.length).trim() };
  const serial = forSerials.exec(printed)?.[0];
  if (!serial) return { as: undefined, number: printed };
  const number = printed.slice(serial.length).trim();
  // "S/N IMEI: 49…": the inner one says more.
  const inner = withoutPrefix(number);
  return inner.as ? inner : { as: 'serial', number };
}
