import { withoutPrefix } from '../identifiers/printed-prefix.ts';
import { wholeImei } from '../identifiers/serial.ts';
import { tidyIdentifier } from '../identifiers/tidy.ts';
import { plainName } from './plain-name.ts';

const betweenTwo = / ?[/,;、|+&] ?| /;
const digitsAlone = /^[\d\s.,;/、|-]+$/;
const digitsOfOne = /^\d{14,17}$/;

/** Two numbers of one telephone in one cell: 352099001761515/352099001761523. */
function paired(cell: string): readonly [string, string] | undefined {
  const [first = '', second = '', ...more] = tidyIdentifier(cell).split(betweenTwo);
  return digitsOfOne.test(first) && digitsOfOne.test(second) && more.length === 0
    ? [first, second]
    : undefined;
}

/** The two IMEIs of a cell that holds both. */
export function twoImeis(cell: string): readonly [string, string] | undefined {
  const [first = '', second = ''] = paired(cell) ?? [];
  const [one, two] = [wholeImei(first), wholeImei(second)];
  return one && two && one !== two ? [one, two] : undefined;
}

/** Whether a header says that its numbers are IMEIs, and not serials or either. */
function isForImeis(heading: string): boolean {
  const name = plainName(heading);
  return /imei|串号/.test(name) && !/sn|serial|序列|机身/.test(name.replace('imeisv', 'imei'));
}

/** A number of digits that should be an IMEI by its header, or are two of them, and is damaged or mistyped. */
export function wrongAsImei(cell: string, heading: string): 'notAnImei' | undefined {
  if (paired(cell)) return twoImeis(cell) ? undefined : 'notAnImei';
  const { number } = withoutPrefix(tidyIdentifier(cell));
  const isRight = !digitsAlone.test(number) || wholeImei(number) !== undefined;
  return isRight || !isForImeis(heading) ? undefined : 'notAnImei';
}
