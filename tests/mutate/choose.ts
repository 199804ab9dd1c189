import type { Ask, RanTest } from './runner.ts';

/** What a file of tests takes beside its tests, in milliseconds. */
const LOADING_MS = 300;
/** A process that has run for a while is faster than the one in which each file was timed. */
const WARM = 0.9;
/** So long at most is one mutant looked for: tests that would come later are not asked. */
const LOOKED_FOR_MS = 30_000;

type File = NonNullable<Ask['files']>[number] & { readonly ms: number };

/** Learns which files of tests notice mutants of a folder, so that those are asked first. */
export class Experience {
  readonly #noticed = new Map<string, number>();
  readonly #asked = new Map<string, number>();

  learn(folder: string, path: string, noticed: boolean) {
    const key = `${folder} ${path}`;
    this.#asked.set(key, (this.#asked.get(key) ?? 0) + 1);
    if (noticed) this.#noticed.set(key, (this.#noticed.get(key) ?? 0) + 1);
  }

  /** How probably it notices one. What was learnt of it counts more with every time that it was asked. */
  chance(folder: string, path: string, atFirst: number): number {
    const key = `${folder} ${path}`;
    return ((this.#noticed.get(key) ?? 0) + 2 * atFirst) / ((this.#asked.get(key) ?? 0) + 2);
  }
}

/** The files whose tests come by it, the most promising for their time first, as many as there is time for. */
export function chosen(
  meeting: ReadonlySet<RanTest>,
  folder: string,
  experience: Experience,
  breadth: ReadonlyMap<string, number>,
) {
  const files = new Map<string, RanTest[]>();
  for (const test of meeting) files.set(test.path, [...(files.get(test.path) ?? []), test]);
  const known = [...files].map(([path, tests]): File => {
    const ms = LOADING_MS + WARM * tests.reduce((sum, test) => sum + test.ms, 0);
    return { path, project: tests[0]?.project ?? '', ids: tests.map(({ id }) => id), ms };
  });
  // Who comes by everything seldom looks closely at anything.
  const atFirst = (path: string) => 0.1 + 0.5 * (1 - (breadth.get(path) ?? 0));
  const worth = ({ path, ms }: File) => experience.chance(folder, path, atFirst(path)) / (1_000 + ms);
  const order = known.sort((a, b) => worth(b) - worth(a));
  let left = LOOKED_FOR_MS;
  const within = order.filter(({ ms }, i) => {
    if (i > 0 && ms > left) return false;
    left -= ms;
    return true;
  });
  return {
    files: within,
    ms: within.reduce((sum, { ms }) => sum + ms, 0),
    notAsked: order.length - within.length,
  };
}
