import { cpus, release } from 'node:os';
import { writeBetweenMarks } from '../marks.ts';
import type { Outcome } from './trial.ts';

const columns = ['struck', 'acknowledged', 'not certain', 'lost'] as const;

export function tableOf(outcomes: readonly Outcome[]): string {
  const rows = outcomes.map(({ fault, times, acknowledged, uncertain, lost, faults, note }) => {
    const counts = [times, acknowledged, uncertain, lost].map((n) => n.toLocaleString('en'));
    const verdict = faults.length ? '✗' : `✓ ${note ?? ''}`.trim();
    return `| ${[fault, ...counts, verdict].join(' | ')} |`;
  });
  const head = `| fault | ${columns.join(' | ')} | |\n|---|${columns.map(() => '--:').join('|')}|---|`;
  return [head, ...rows].join('\n');
}

/** One line for each thing that was missing, done twice, or answered untruthfully; and the verdict on the whole. */
export function verdictOf(outcomes: readonly Outcome[], seconds: number): string {
  const bad = outcomes.flatMap(({ fault, faults }) =>
    faults.slice(0, 10).map((text) => `✗ ${fault}: ${text}`),
  );
  const lost = outcomes.filter(({ expected }) => !expected).reduce((sum, one) => sum + one.lost, 0);
  const good = `✓ ${outcomes.length} kinds of faults, ${lost} acknowledged scans lost`;
  return [...bad, bad.length ? `✗ ${bad.length} things do not hold` : good, `${seconds} s`].join('\n');
}

/** What came of a whole run stands on the page about it. */
export function writeDown(outcomes: readonly Outcome[], seconds: number): void {
  const day = new Date().toISOString().slice(0, 10);
  const where = `${cpus().length} cores, Linux ${release().split('-')[0]}, Node.js ${process.versions.node}`;
  writeBetweenMarks('faults.md', 'npm run faults', `${day}, ${where}: ${seconds} s.\n\n${tableOf(outcomes)}`);
}
