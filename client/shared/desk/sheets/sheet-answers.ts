import type { Check } from './use-sheet-import.ts';

/** What the exporter said of a file because it cannot be seen in it: as the check takes it (import-answers.ts). */
export type Answers = Check['answers'];
export type Fault = Check['faults'][number];
type Choice = Exclude<NonNullable<Fault['may']>, 'keep'>;

/** Faults that one answer puts right. */
export interface FaultGroup {
  readonly key: string;
  /** Which answer: a choice between what is proposed, another value, or that it is meant so. */
  readonly kind: Choice | 'keep' | 'replace';
  readonly column: string;
  readonly heading: string;
  /** What stands in all these cells; an example, where one answer is for a whole column. */
  readonly value: string;
  /** How many cells; 0 where it concerns the file. */
  readonly count: number;
  readonly words: Fault['words'];
  readonly proposals: Fault['proposals'];
  /** What is said to be meant as it is written, where that may be said. */
  readonly keep: { readonly column: string; readonly code: string; readonly about?: string } | null;
}

export const MAX_GROUPS_SHOWN = 40;

/** The faults that can be answered here, by what one answer puts right; the most frequent first. */
export function groupsOf(faults: readonly Fault[], words: ReadonlySet<string>): FaultGroup[] {
  const groups = new Map<string, FaultGroup>();
  for (const fault of faults) {
    const one = groupOf(fault, words);
    if (!one) continue;
    const known = groups.get(one.key) ?? one;
    groups.set(one.key, { ...known, count: known.count + (fault.row === 0 ? 0 : 1) });
  }
  // One cell alone, of which nobody knows what is meant, is put right in the file.
  const isGroup = ({ kind, proposals, column, count, keep }: FaultGroup) =>
    kind !== 'replace' || proposals.length > 0 || words.has(column) || keep !== null || count > 1;
  return [...groups.values()].filter(isGroup).sort((a, b) => b.count - a.count);
}

function groupOf(
  { column, heading, value, words: sentence, proposals, may, at, code, about }: Fault,
  words: ReadonlySet<string>,
): FaultGroup | undefined {
  const keep = may === 'keep' ? { column, code, ...(about ? { about } : {}) } : null;
  const group = { column, heading: heading ?? column, value, count: 0, words: sentence, proposals, keep };
  if (may !== null && may !== 'keep') return { ...group, kind: may, key: `${may} ${column}` };
  if (at === null) return undefined;
  if (keep && proposals.length === 0 && !words.has(column))
    return { ...group, kind: 'keep', key: `keep ${column} ${code} ${about}` };
  return { ...group, kind: 'replace', key: `replace ${column} ${value}` };
}

/** The answers with one more: a choice for a whole column, or for the whole file. */
export function withChoice(answers: Answers, { kind, column }: FaultGroup, value: string): Answers {
  if (kind === 'hidden') return { ...answers, hidden: value as 'taken' };
  if (kind === 'encoding') return { ...answers, encoding: value as 'big5' };
  const said = answers[kind as 'dates'] ?? {};
  return { ...answers, [kind]: { ...said, [column]: value } };
}

const ofColumns = ['columns', 'dates', 'swapped', 'numbers'] as const;
const ofFile = ['hidden', 'encoding'] as const;

/** One answer that was given, by which it can be told and taken back. */
export interface Given {
  readonly what: (typeof ofColumns)[number] | (typeof ofFile)[number] | 'replace' | 'keep';
  readonly column: string;
  readonly value: string;
  readonly to: string;
  /** All that was said but this. */
  readonly takenFrom: (said: Answers) => Answers;
}

export function givenIn(answers: Answers): Given[] {
  const columns = ofColumns.flatMap((what) =>
    Object.entries(answers[what] ?? {}).map(([column, value = '']): Given => {
      const takenFrom = (said: Answers) => {
        const { [column]: _, ...others } = (said[what] ?? {}) as Record<string, string>;
        return { ...said, [what]: others };
      };
      return { what, column, value, to: '', takenFrom };
    }),
  );
  const file = ofFile.flatMap((what): Given[] => {
    const value = answers[what];
    const takenFrom = ({ [what]: _, ...others }: Answers) => others;
    return value ? [{ what, column: '', value, to: '', takenFrom }] : [];
  });
  const replaced = (answers.replace ?? []).map(({ column, from, to }): Given => {
    const isOther = (one: { column: string; from: string }) => one.column !== column || one.from !== from;
    const takenFrom = (said: Answers) => ({ ...said, replace: said.replace?.filter(isOther) ?? [] });
    return { what: 'replace', column, value: from, to, takenFrom };
  });
  const kept = (answers.keep ?? []).map(({ column, code, about = '' }): Given => {
    const isOther = (one: { column: string; code: string; about?: string | undefined }) =>
      one.column !== column || one.code !== code || (one.about ?? '') !== about;
    const takenFrom = (said: Answers) => ({ ...said, keep: said.keep?.filter(isOther) ?? [] });
    return { what: 'keep', column, value: about, to: code, takenFrom };
  });
  return [...columns, ...file, ...replaced, ...kept];
}
