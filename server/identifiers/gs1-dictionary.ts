/**
 * GS1 application identifiers and the form of their values, from the GS1 Barcode Syntax Dictionary
 * (github.com/gs1/gs1-syntax-dictionary, Apache-2.0), in its own notation: N digits, X any of 82 signs, Y any of
 * 39, Z base64url; '..20' up to 20; '[…]' may be absent; '*' no separator needed after it.
 */
const dictionary: readonly (readonly [identifiers: string, form: string])[] = [
  ['00', '*N18,csum'],
  ['0[123]', '*N14,csum'],
  ['1[123567]', '*N6,yymmd0'],
  ['20', '*N2'],
  ['10|21|22|243|254|420|4318|702[012]|71[0-7]|7240|8002|8012', 'X..20'],
  ['24[01]|25[01]|40[013]|4308|4319|7002|7023|8004|90', 'X..30'],
  ['235', 'X..28'],
  ['242', 'N..6'],
  ['253', 'N13,csum [X..17]'],
  ['255', 'N13,csum [N..12]'],
  ['30|37', 'N..8'],
  ['3(1[0-6]|2\\d|3[0-7]|4\\d|5[0-7]|6\\d)[0-5]', '*N6'],
  ['39[02]\\d', 'N..15'],
  ['39[13]\\d', 'N3 N..15'],
  ['394[0-3]|8111', 'N4'],
  ['395[0-5]|8005', 'N6'],
  ['402', 'N17,csum'],
  ['41[0-7]', '*N13,csum'],
  ['421', 'N3 X..9'],
  ['42[246]', 'N3'],
  ['42[35]', 'N3 [N3] [N3] [N3] [N3]'],
  ['427|7008', 'X..3'],
  ['43[01][01]|4320', 'X..35'],
  ['430[2-6]|431[2-6]|7257|811[02]|8200', 'X..70'],
  ['4307|4317', 'X2'],
  ['4309', 'N10 N10'],
  ['432[123]|7252', 'N1'],
  ['432[45]', 'N6,yymmd0 N4'],
  ['4326|7006', 'N6,yymmdd'],
  ['433[0-3]', 'N6 [X1]'],
  ['7001', 'N13'],
  ['7003', 'N6,yymmdd N4'],
  ['7004', 'N..4'],
  ['7005', 'X..12'],
  ['7007', 'N6,yymmdd [N6,yymmdd]'],
  ['7009|7255', 'X..10'],
  ['7010', 'X..2'],
  ['7011', 'N6,yymmdd [N4]'],
  ['703\\d', 'N3 X..27'],
  ['7040', 'N1 X1 X1 X1'],
  ['7041', 'X..4'],
  ['723\\d', 'X2 X..28'],
  ['7241', 'N2'],
  ['7242|801[34]|8020', 'X..25'],
  ['7250', 'N8'],
  ['7251', 'N8 N4'],
  ['725[349]', 'X..40'],
  ['7256|9[1-9]', 'X..90'],
  ['7258', 'X3'],
  ['8001', 'N4 N5 N3 N1 N1'],
  ['8003', 'N1,zero N13,csum [X..16]'],
  ['80[02]6', 'N14,csum N4'],
  ['8007', 'X..34'],
  ['8008', 'N6,yymmdd N2 [N2] [N2]'],
  ['8009', 'X..50'],
  ['8010', 'Y..30'],
  ['8011', 'N..12'],
  ['801[78]', 'N18,csum'],
  ['8019', 'N..10'],
  ['8030', 'Z..90'],
  ['804[01]', 'N15'],
  ['8042', 'N32'],
  ['8043', 'N18 [N..2]'],
];

export interface Part {
  readonly signs: RegExp;
  readonly least: number;
  readonly most: number;
  readonly optional: boolean;
  readonly check?: string;
}
export interface Identifier {
  readonly parts: readonly Part[];
  /** The length of a value that needs no separator after it. */
  readonly fixed?: number;
}

const signs: Readonly<Record<string, RegExp>> = {
  N: /^\d*$/,
  X: /^[!"%-?A-Z_a-z]*$/,
  Y: /^[#\-/0-9A-Z]*$/,
  Z: /^[\w\-=]*$/,
};

function partOf(notation: string): Part {
  const [, type = '', upTo, length, check] = /^\[?([NXYZ])(\.\.)?(\d+)(?:,(\w+))?]?$/.exec(notation) ?? [];
  const most = Number(length);
  const least = upTo ? 1 : most;
  const part = { signs: signs[type] ?? /^$/, least, most, optional: notation.startsWith('[') };
  return check ? { ...part, check } : part;
}

const rows = dictionary.map(([identifiers, form]) => {
  const parts = form.replace('*', '').split(' ').map(partOf);
  const [only] = parts;
  const identifier: Identifier = form.startsWith('*') && only ? { parts, fixed: only.most } : { parts };
  return { pattern: new RegExp(`^(?:${identifiers})$`), identifier };
});

/** The form of the values of '01', '8004' …; undefined when GS1 has no such application identifier. */
export const applicationIdentifier = (ai: string): Identifier | undefined =>
  rows.find(({ pattern }) => pattern.test(ai))?.identifier;
