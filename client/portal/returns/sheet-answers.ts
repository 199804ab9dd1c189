import type { Check } from './import-page.tsx';

/** What the exporter said of a file because it cannot be seen in it: as the check takes it (import-answers.ts). */
export interface Answers {
  readonly sheet?: string;
  readonly columns?: Readonly<Record<string, string>>;
  readonly dates?: Readonly<Record<string, 'dayFirst' | 'monthFirst'>>;
  readonly replace?: readonly { readonly column: string; readonly from: string; readonly to: string }[];
  readonly keep?: readonly string[];
}

export type Fault = Check['faults'][number];
/** Faults that one answer puts right. */
export interface FaultGroup {
  readonly kind: 'dates' | 'keep' | 'replace';
  readonly column: string;
  readonly heading: string;
  /** What stands in all these cells; an example, where one answer is for a whole column. */
  readonly value: string;
  readonly count: number;
  readonly proposals: Fault['proposals'];
  /** Whether it may be said that it is meant as it is written. */
  readonly mayKeep: boolean;
}

const MAX_GROUPS_SHOWN = 40;

/** The faults that can be answered here, by what one answer puts right; the most frequent first. */
export function groupsOf(faults: readonly Fault[], words: ReadonlySet<string>): FaultGroup[] {
  const groups = new Map<string, FaultGroup>();
  for (const { column, heading, value, proposals, may, at } of faults) {
    const isWord = proposals.length > 0 || words.has(column);
    const kind: FaultGroup['kind'] | null = may !== 'dates' && isWord ? 'replace' : may;
    if (!kind || at === null || value === '') continue;
    const one = kind === 'replace' ? `${kind} ${column} ${value}` : `${kind} ${column}`;
    const known = groups.get(one);
    const mayKeep = may === 'keep';
    const fresh = { kind, column, heading: heading ?? column, value, count: 0, proposals, mayKeep };
    groups.set(one, { ...(known ?? fresh), count: (known?.count ?? 0) + 1 });
  }
  return [...groups.values()].sort((a, b) => b.count - a.count).slice(0, MAX_GROUPS_SHOWN);
}

/** Under which a file with these headers finds again what was said of the last one like it. */
const keptUnder = (exporter: string, written: Check['written']) =>
  `import ${exporter} ${written.map(({ name }) => name).join('\t')}`;

function rememberColumns(exporter: string, written: Check['written'], { columns, dates }: Answers) {
  const kept = JSON.stringify({ ...(columns ? { columns } : {}), ...(dates ? { dates } : {}) });
  if (kept === '{}') return;
  try {
    localStorage.setItem(keptUnder(exporter, written), kept);
  } catch {
    // A browser that keeps nothing asks again.
  }
}

function rememberedColumns(exporter: string, written: Check['written']): Answers | undefined {
  try {
    const kept = localStorage.getItem(keptUnder(exporter, written));
    return kept ? (JSON.parse(kept) as Answers) : undefined;
  } catch {
    return undefined;
  }
}

/** What was said of the last file with these headers, where nothing was said of this one yet; it keeps what is said of one without faults. */
export function saidBefore(exporter: string, answer: Check, said: Answers): Answers | undefined {
  if (answer.faults.length === 0) rememberColumns(exporter, answer.written, said);
  if (answer.faults.length === 0 || said.columns || said.dates) return undefined;
  const remembered = rememberedColumns(exporter, answer.written);
  return remembered && { columns: {}, ...said, ...remembered };
}
