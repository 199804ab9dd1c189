/** One line of the table. `ratio` is ours to the floor, or ours alone where there is nothing to compare with. */
export interface Figure {
  readonly name: string;
  readonly ours: number;
  readonly floor: number | null;
  readonly ratio: number | null;
  readonly unit: string;
  readonly goal: string;
  readonly ok: boolean;
  /** What a reader should know beside the figure: percentiles, spread, what was counted. */
  readonly note: string;
}

export interface Bench {
  readonly name: string;
  /** Longer than the whole run may take: only when it is asked for by name or with --long. */
  readonly long?: true;
  measure(): Promise<Figure[]>;
}

type Goal =
  | { readonly ratio: 'at least' | 'at most'; readonly than: number }
  | { readonly ours: 'at most'; readonly than: number }
  | null;

/** Judges a figure by its goal; without a goal it is only told. */
export function figure(
  name: string,
  { ours, floor = null, ratio = null, unit, note = '' }: Partial<Figure> & { ours: number; unit: string },
  goal: Goal = null,
): Figure {
  const judged = goal && 'ratio' in goal ? ratio : ours;
  const atLeast = goal && 'ratio' in goal && goal.ratio === 'at least';
  const ok = !goal || (judged !== null && (atLeast ? judged >= goal.than : judged <= goal.than));
  const said = goal ? `${'ratio' in goal ? 'ratio ' : ''}${atLeast ? '≥' : '≤'} ${goal.than}` : '';
  return {
    name,
    ours: tidy(ours),
    floor: floor && tidy(floor),
    ratio: ratio && tidy(ratio),
    unit,
    goal: said,
    ok,
    note,
  };
}

export const tidy = (n: number) => (n >= 100 ? Math.round(n) : Number(n.toPrecision(3)));
