/** The value below which so many of a hundred lie. */
export function percentile(sorted: readonly number[], percent: number): number {
  const at = Math.min(sorted.length - 1, Math.ceil((percent / 100) * sorted.length) - 1);
  return sorted[Math.max(0, at)] ?? Number.NaN;
}
export const ascending = (values: readonly number[]) => [...values].sort((a, b) => a - b);
export const median = (values: readonly number[]) => percentile(ascending(values), 50);

/**
 * Measures two things by turns, A B A B, so that whatever else the machine does happens to both. The comparison is
 * made within each pair; of the pairs' ratios the median counts.
 */
export async function alternate<A, B>(
  rounds: number,
  ours: () => Promise<A>,
  floor: () => Promise<B>,
  compare: (ours: A, floor: B) => number,
) {
  const pairs: { ours: A; floor: B; ratio: number }[] = [];
  for (let round = 0; round < rounds; round++) {
    const ourTurn = round % 2 === 0;
    const first = ourTurn ? await ours() : await floor();
    const second = ourTurn ? await floor() : await ours();
    const [a, b] = (ourTurn ? [first, second] : [second, first]) as [A, B];
    pairs.push({ ours: a, floor: b, ratio: compare(a, b) });
    process.stderr.write(`    ${round + 1}/${rounds}  ratio ${pairs.at(-1)?.ratio.toFixed(2)}\n`);
  }
  const ratios = ascending(pairs.map(({ ratio }) => ratio));
  return {
    ratio: median(ratios),
    spread: `${ratios[0]?.toFixed(2)}–${ratios.at(-1)?.toFixed(2)} over ${rounds} rounds`,
    ours: pairs.map((pair) => pair.ours),
    floor: pairs.map((pair) => pair.floor),
  };
}
