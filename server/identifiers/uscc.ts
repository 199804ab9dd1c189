import { halfWidth } from './half-width.ts';

const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const organisationWeights = [3, 7, 9, 10, 5, 8, 4, 2];
const form = /^[0-9A-HJ-NPQRTUWXY]{2}\d{6}[0-9A-HJ-NPQRTUWXY]{9}$/;

/**
 * The 18th character of a 统一社会信用代码 from its first 17. GB 32100-2015: weights 3^i mod 31 over an
 * alphabet of 31 signs without I, O, S, V, Z.
 * @throws RangeError when these are not the first 17 characters of such a code
 */
export function usccCheckCharacter(first17: string): string {
  if (!form.test(first17)) throw new RangeError('not the first 17 characters of a credit code');
  let weight = 1;
  let sum = 0;
  for (const character of first17) {
    sum += alphabet.indexOf(character) * weight;
    weight = (weight * 3) % 31;
  }
  return alphabet.charAt((31 - (sum % 31)) % 31);
}

export type Uscc = {
  readonly uscc: string;
  /** False is worth a question, not a refusal: positions 9–17 carry a check of their own (GB 11714-1997). */
  readonly organisationCodeFits: boolean;
};

/** A 统一社会信用代码 as typed or pasted; undefined when its form or its check character is wrong. */
export function readUscc(text: string): Uscc | undefined {
  const uscc = halfWidth(text).replace(/[\s-]/g, '').toUpperCase();
  const first17 = uscc.slice(0, 17);
  if (uscc.length !== 18 || !form.test(first17) || usccCheckCharacter(first17) !== uscc[17]) return undefined;
  return { uscc, organisationCodeFits: organisationCheck(uscc.slice(8, 16)) === uscc[16] };
}

function organisationCheck(body: string): string {
  const sum = organisationWeights.reduce(
    (total, weight, i) => total + weight * Number.parseInt(body.charAt(i), 36),
    0,
  );
  const check = 11 - (sum % 11);
  return check === 10 ? 'X' : check === 11 ? '0' : String(check);
}
