import type { NumberStyle } from './answers.ts';

const amount = /^([+-]?\d[\d.,]{0,20}) ?(\p{L}[\p{L}\p{M}]{0,11})?\.?$/u;
/** What is counted one by one. */
const pieces =
  /^(件|个|個|台|臺|部|只|隻|条|條|支|枝|枚|张|張|本|把|顶|頂|块|塊|颗|顆|粒|辆|輛|架|瓶|卷|pcs?|pieces?|pce|units?|ea|each|buah|cái|chiếc|ชิ้น|อัน)$/i;
/** What is one article or several, as it is sold. */
const packs =
  /^(双|雙|对|對|套|组|組|盒|包|袋|pairs?|prs?|sets?|packs?|pkts?|box|boxes|bags?|kits?|đôi|bộ|pasang|คู่|ชุด)$/i;
/** What is packed to be carried: how many articles it holds stands nowhere. */
const cartons = /^(箱|托|板|打|捆|cartons?|ctns?|cases?|pallets?|dozens?|doz|bundles?|thùng|กล่อง)$/i;

export type CountFault =
  | { readonly code: 'packUnit'; readonly about: string; readonly pieces: string }
  | { readonly code: 'cartonUnit'; readonly about: string }
  | { readonly code: 'thousandsOrDecimal'; readonly ways: Readonly<Record<NumberStyle, string>> };

interface Known {
  readonly style: NumberStyle | undefined;
  isKept(unit: string): boolean;
}

/** How many, as people write it: ５, 1.0, 1件, 1,000; what is no such number stays as it is. */
export function readCount(cell: string, { style, isKept }: Known): string | CountFault {
  const [, text = '', unit = ''] = amount.exec(cell.normalize('NFKC').trim()) ?? [];
  if (text === '') return cell;
  const number = numberIn(text, style);
  if (typeof number !== 'string') return number;
  if (!/^\d+$/.test(number) || unit === '' || pieces.test(unit)) return /^\d+$/.test(number) ? number : cell;
  const about = unit.toLowerCase();
  if (cartons.test(unit)) return { code: 'cartonUnit', about };
  if (!packs.test(unit)) return cell;
  return isKept(about) ? number : { code: 'packUnit', about, pieces: number };
}

const threeDigits = /^([1-9]\d{0,2})([.,])(\d{3})$/;
const zeros = /^(\d+)[.,]0+$/;
const thousands = /^[1-9]\d{0,2}(?:(?:,\d{3}){2,}|(?:,\d{3})+\.0+|(?:\.\d{3}){2,}|(?:\.\d{3})+,0+)$/;

function numberIn(text: string, style: NumberStyle | undefined): string | CountFault {
  if (/^\d+$/.test(text)) return String(Number(text));
  const [, before = '', sign = '', after = ''] = threeDigits.exec(text) ?? [];
  if (sign) {
    const ways = { thousands: before + after, decimal: after === '000' ? before : `${before}.${after}` };
    const meant = style ?? (sign === ',' ? 'thousands' : undefined);
    return meant ? ways[meant] : { code: 'thousandsOrDecimal', ways };
  }
  if (thousands.test(text)) return wholeOf(text).replace(/[.,]/g, '');
  const [, whole] = zeros.exec(text) ?? [];
  return whole === undefined ? text : String(Number(whole));
}
/** Without zeros behind the last sign, where that is another one than the sign of thousands. */
const wholeOf = (text: string) => text.replace(/(,\d{3})\.0+$|(\.\d{3}),0+$/, '$1$2');

/** Which style the numbers of a column show; undefined where none does, or they disagree. */
export function styleShown(cells: readonly string[]): NumberStyle | undefined {
  const shown = new Set(
    cells.flatMap((cell): NumberStyle[] => {
      const [, text = ''] = amount.exec(cell.normalize('NFKC').trim()) ?? [];
      if (thousands.test(text)) return ['thousands'];
      return zeros.test(text) && !threeDigits.test(text) ? ['decimal'] : [];
    }),
  );
  return shown.size === 1 ? [...shown][0] : undefined;
}
