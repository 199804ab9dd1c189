import type { Ask, RanTest } from './runner.ts';

/** Starting a process for a file of tests and loading the house into it, in milliseconds. */
const LOADING_MS = 2_000;
/** So long at most is one mutant looked for: tests that would come later are not asked. */
const LOOKED_FOR_MS = 75_000;

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

  /** How probably it notices one, as far as is known. */
  chance(folder: string, path: string): number {
    const key = `${folder} ${path}`;
    return ((this.#noticed.get(key) ?? 0) + 0.3) / ((this.#asked.get(key) ?? 0) + 1);
  }
}

/** The files whose tests come by it, the most promising for their time first, as many as there is time for. */
export function chosen(meeting: ReadonlySet<RanTest>, folder: string, experience: Experience) {
  const files = new Map<string, RanTest[]>();
  for (const test of meeting) files.set(test.path, [...(files.get(test.path) ?? []), test]);
  const known = [...files].map(([path, tests]): File => {
    const ms = LOADING_MS + tests.reduce((sum, test) => sum + test.ms, 0);
    return { path, project: tests[0]?.project ?? '', ids: tests.map(({ id }) => id), ms };
  });
  const worth = ({ path, ms }: File) => experience.chance(folder, path) / ms;
  const order = known.sort((a, b) => worth(b) - worth(a));
  let left = LOOKED_FOR_MS;
  const within = order.filter(({ ms }, i) => {
    left -= ms;
    return i === 0 || left >= 0;
  });
  return {
    files: within,
    ms: within.reduce((sum, { ms }) => sum + ms, 0),
    notAsked: order.length - within.length,
  };
}
