import { folderOf, folders, type Mutant } from './mutants.ts';
import { reasonFor } from './reasons.ts';

export interface Verdict {
  readonly mutant: Mutant;
  /** Who noticed it. */
  by?: string;
  /** How many were asked. */
  readonly asked: string;
}

/** With it on, the tests came to no end, or the process that ran them to an early one. */
export const STUCK = 'standing still';

const percent = (part: number, of: number) => (of ? `${((100 * part) / of).toFixed(0)} %` : '');

/** How many were noticed, folder by folder; and the share of all, in which what has a reason counts as not noticed. */
export function tableOf(verdicts: readonly Verdict[]) {
  const row = (name: string, its: readonly Verdict[]) => {
    const noticed = its.filter(({ by }) => by);
    const compiler = noticed.filter(({ by }) => by === 'the compiler').length;
    const stuck = noticed.filter(({ by }) => by === STUCK).length;
    const reasoned = its.filter(({ by, mutant }) => !by && reasonFor(mutant)).length;
    const left = its.length - noticed.length - reasoned;
    return `| ${name} | ${its.length} | ${noticed.length - compiler - stuck} | ${stuck} | ${compiler} | ${reasoned} | ${left} | ${percent(noticed.length, its.length)} |`;
  };
  const rows = folders
    .map((folder) => [folder, verdicts.filter(({ mutant }) => folderOf(mutant) === folder)] as const)
    .filter(([, its]) => its.length);
  const table = [
    '| folder | mutants | noticed by a test | by standing still | by the compiler | not, for a reason | not | share |',
    '|---|---|---|---|---|---|---|---|',
    ...rows.map(([folder, its]) => row(folder, its)),
    row('all', verdicts),
  ].join('\n');
  return { table, share: verdicts.filter(({ by }) => by).length / verdicts.length };
}
