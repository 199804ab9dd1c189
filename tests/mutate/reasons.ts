import { type Mutant, read, spanOf } from './mutants.ts';

interface Reason {
  readonly file: string;
  /** What stands in the code; with `becomes`, this one change of it, else each. */
  readonly was: string;
  readonly becomes?: string;
  /** Why no test needs to notice it. */
  readonly why: string;
}

/** Mutants that were looked at one by one, and that no test needs to notice. */
export const reasons: readonly Reason[] = [];

export function reasonFor(mutant: Mutant): string | undefined {
  const text = read(mutant.file).slice(...spanOf(mutant));
  return reasons.find(
    ({ file, was, becomes }) =>
      file === mutant.file && was === text && (becomes === undefined || becomes === mutant.replacement),
  )?.why;
}
