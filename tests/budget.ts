/**
 * What one test file may take of a processor, in seconds. Not by the clock: a file that waits, or that runs while the
 * machine does other things, takes no more of a processor for it.
 */
export const FILE_BUDGET_SECONDS = Number(process.env.FILE_BUDGET_SECONDS ?? 20);
/**
 * A slow machine needs more for everything: only a file that takes more than this part of its run is too dear. What is
 * proved deeply (tests/deep) is a few large files, of which each is a larger part.
 */
export const MAX_SHARE = { all: 1 / 50, deep: 1 / 12 };

/** Files that may take more than the others: how many times as much, and why. */
export const dearFiles: Readonly<Record<string, { readonly times: number; readonly why: string }>> = {
  'tests/deep/routes.test.ts': { times: 2, why: 'it asks every route what no client would ask' },
  'tests/deep/held-thread.test.ts': {
    times: 5,
    why: 'it sends every route its worst, and every sheet its largest, to a server of its own',
  },
  'tests/deep/red.test.ts': { times: 3, why: 'it runs the tests of all projects sixteen times' },
  'tests/house-rules/sweep.test.ts': { times: 3, why: 'it asks every route in the name of every role' },
  'tests/deep/bad-input.test.ts': {
    times: 2,
    why: 'it puts thirty texts into every field of every route',
  },
  'tests/journeys/backup.test.ts': { times: 2, why: 'it starts one server after the other' },
  'tests/journeys/sheet-threads.test.ts': { times: 2, why: 'its sheets are as heavy as a thread may bear' },
  'tests/journeys/imports.test.ts': { times: 2, why: 'it imports what is too much, and whole again' },
  'tests/labels/pages.test.ts': {
    times: 2,
    why: 'it draws every paper as a printer does and reads it again',
  },
  'tests/screens/desks.test.ts': { times: 3, why: 'it opens every page of the desks in both languages' },
  'tests/screens/handheld.test.ts': { times: 2, why: 'a Chromium counts with its file' },
  'tests/screens/identity.test.ts': { times: 2, why: 'a Chromium counts with its file' },
};

export interface Cost {
  readonly project: string;
  readonly file: string;
  readonly seconds: number;
}

export const sumOf = (costs: readonly Cost[]) => costs.reduce((sum, { seconds }) => sum + seconds, 0);

/** The files of a whole run that took more than they may, in seconds and as a part of the whole: one line for each. */
export function overBudget(
  costs: readonly Cost[],
  limit = FILE_BUDGET_SECONDS,
  exceptions = dearFiles,
): string[] {
  const whole = sumOf(costs);
  const share = costs.every(({ file }) => file.startsWith('tests/deep/')) ? MAX_SHARE.deep : MAX_SHARE.all;
  return costs.flatMap(({ project, file, seconds }) => {
    const times = exceptions[file]?.times ?? 1;
    const most = Math.max(limit, whole * share) * times;
    if (seconds <= most) return [];
    return `${project} ${file} took ${told(seconds)} of a processor; a file may take ${told(most)}`;
  });
}

/** What a run took, and which files took most of it. */
export function dearest(costs: readonly Cost[]): string[] {
  const most = [...costs].sort((a, b) => b.seconds - a.seconds).slice(0, 10);
  return [
    `${told(sumOf(costs))} of a processor for ${costs.length} files; most of it for`,
    ...most.map(({ project, file, seconds }) => `    ${told(seconds).padStart(8)}  ${project} ${file}`),
  ];
}

const told = (seconds: number) => `${seconds.toFixed(1)} s`;
