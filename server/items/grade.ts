/** What an inspection found: a code on each of four axes (db/seed/codes/sorting.ts), and the battery. */
export interface Findings {
  readonly cosmetic: string;
  readonly functional: string;
  readonly complete: string;
  readonly packaging: string;
  readonly battery: string;
}

const level = (code: string) => Number(code.slice(1));

/**
 * The grade that follows from the four axes; nobody picks it. The first line that fits:
 * H danger · Q not fully inspected · N new · A · B · C · D to be repaired · E beyond that.
 */
export function gradeFrom({ cosmetic, functional, complete, packaging, battery }: Findings): string {
  const [c, f, k, p] = [level(cosmetic), level(functional), level(complete), level(packaging)];
  // A battery that cannot be judged counts as damaged (UN SP 376; IATA A154).
  if (battery === 'damaged' || battery === 'unknown') return 'H';
  if (c === 0 && p === 1 && k === 1 && f <= 1) return 'N';
  if (f === 0) return 'Q';
  if (f === 4 && c === 4) return 'E';
  if (f >= 3) return 'D';
  if (c <= 1 && f === 1 && k === 1) return 'A';
  if (c <= 2 && f === 1 && k <= 2) return 'B';
  return c <= 3 ? 'C' : 'D';
}
