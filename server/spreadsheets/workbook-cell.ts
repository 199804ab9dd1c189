import { type CellObject, SSF, utils } from '@e965/xlsx';

/** What a spreadsheet program made of what somebody typed, where that is lost. */
export type Became = 'date' | 'percent' | 'truth' | 'nothing';
export interface CellMark {
  readonly became?: Became;
  /** As its writer sees it, where its format adds letters or zeros: "YW"0000000. */
  readonly shown?: string;
}

interface Read {
  readonly text: string;
  readonly mark?: CellMark;
}
const DAY_MS = 86_400_000;

/** What a cell means: a day as 2026-08-20, a number with all its digits. */
export function cellOf({ t, v, w, z, f }: CellObject, has1904: boolean): Read {
  if (t === 'e') return { text: w ?? '#N/A' };
  // A program that only writes formulas leaves their results to the one that opens them.
  if (t === 'z' && f) return { text: '', mark: { became: 'nothing' } };
  if (v === undefined || t === 'z') return { text: '' };
  if (v instanceof Date) return { text: dayOf(v.getTime()), mark: { became: 'date' } };
  if (typeof v === 'boolean') return { text: v ? 'TRUE' : 'FALSE', mark: { became: 'truth' } };
  if (typeof v === 'string') return { text: v };
  return numberOf(v, { format: typeof z === 'string' ? z : '', has1904 });
}

function numberOf(
  v: number,
  { format, has1904 }: { readonly format: string; readonly has1904: boolean },
): Read {
  const shown = () => utils.format_cell({ t: 'n', v, z: format });
  if (SSF.is_date(format)) {
    const text = dayOf(Date.UTC(1899, 11, 30) + (v + (has1904 ? 1462 : 0)) * DAY_MS);
    return { text, mark: { became: 'date' } };
  }
  // 000123 is how people keep the zeros in front of a number.
  if (/^0{2,}$/.test(format)) return { text: shown() };
  const text = digitsOf(v);
  if (format.includes('%')) return { text, mark: { became: 'percent' } };
  return isWritten(format) ? { text, mark: { shown: shown() } } : { text };
}

const literal = /"[^"]*"|\\./g;
/** A format of fixed places and signs between them, as numbers of articles and parcels have: "YW"0000000, 000-0000, \SN0. */
function isWritten(format: string): boolean {
  const [first = ''] = format.split(';');
  const letters = (first.match(literal) ?? []).join('');
  const rest = first.replace(literal, '');
  if (!/^[0#\-/ ]*$/.test(rest) || !/[0#]/.test(rest)) return false;
  return /[\p{L}\p{N}]/u.test(letters) || /0{2,}/.test(rest);
}

const dayOf = (time: number): string => {
  const date = new Date(Math.round(time / 1_000) * 1_000);
  return Number.isNaN(date.getTime()) ? '#####' : date.toISOString().slice(0, 10);
};

/** A number as it would be typed: a spreadsheet keeps fifteen digits, and all that it wrote behind them are zeros. */
function digitsOf(value: number): string {
  const [mantissa = '', exponent = ''] = value.toExponential(14).split('e');
  if (Math.abs(value) < 1e15) return String(Number(value.toPrecision(15)));
  const [sign = '', digits = ''] = /^(-?)(.*)$/.exec(mantissa.replace('.', ''))?.slice(1) ?? [];
  return sign + digits.padEnd(Number(exponent) + 1, '0');
}
