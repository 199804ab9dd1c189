import { distance } from 'fastest-levenshtein';
import type { Words } from '../words/words.ts';
import type { Proposal } from './table-problem.ts';

/** One value of a column of codes, with everything that people call it. */
export interface Entry {
  readonly value: string;
  readonly words: Words;
  readonly alias?: readonly string[];
}
export interface Vocabulary {
  readonly entries: readonly Entry[];
  /** Values by what they are called, written plainly. */
  readonly byName: ReadonlyMap<string, string>;
}

const plain = (text: string) =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\p{P}\p{S}]/gu, '');

/** Of "质量问题/故障" each of the two, and of "拒收（含货到付款拒付）" what stands before the brackets. */
const partsOf = (name: string): string[] => {
  const [before = ''] = name.split(/[（(]/);
  const parts = before.split(/[/／]/);
  return parts.map(plain).filter((part) => part !== '' && part !== plain(name));
};

/** What is a part of one value's name alone means that value, too, unless it is a whole name. */
function withParts(entries: readonly Entry[], byName: Map<string, string>, unclear: ReadonlySet<string>) {
  const whose = new Map<string, Set<string>>();
  for (const { value, words } of entries)
    for (const part of [words.zh, words.en].flatMap(partsOf))
      whose.set(part, (whose.get(part) ?? new Set()).add(value));
  for (const [part, [value = '', ...others]] of whose)
    if (others.length === 0 && !byName.has(part) && !unclear.has(part)) byName.set(part, value);
}

/** A name that two values have means neither; a code is always its own. */
export function vocabularyOf(entries: readonly Entry[]): Vocabulary {
  const byName = new Map<string, string>();
  const unclear = new Set<string>();
  for (const { value, words, alias = [] } of entries)
    for (const name of [...alias, words.en, words.zh].map(plain)) {
      if ((byName.get(name) ?? value) !== value) unclear.add(name);
      byName.set(name, value);
    }
  for (const name of ['', ...unclear]) byName.delete(name);
  withParts(entries, byName, unclear);
  for (const { value } of entries) byName.set(plain(value), value);
  return { entries, byName };
}

/** The value that is meant: by its code in any case, by its name in either language, or by both as in "R01 破损". */
export function meaningIn({ byName, entries }: Vocabulary, cell: string): string | undefined {
  const word = plain(cell);
  const whole = byName.get(word);
  if (whole !== undefined) return whole;
  // Nothing may stand beside code and name: "not defective" is not what "defective" is.
  const both = entries.find(({ value }) => {
    const code = plain(value);
    const behind = word.startsWith(code) && byName.get(word.slice(code.length)) === value;
    return behind || (word.endsWith(code) && byName.get(word.slice(0, -code.length)) === value);
  });
  return both?.value;
}

const MAX_PROPOSALS = 3;
const MAX_COMPARED_CHARS = 60;

/** What might have been meant by a word that is none of these, the nearest first. */
export function nearest({ byName, entries }: Vocabulary, cell: string): Proposal[] {
  const word = plain(cell).slice(0, MAX_COMPARED_CHARS);
  const best = new Map<string, number>();
  for (const [name, value] of byName) {
    const isPart = word.length > 1 && name.length > 1 && (name.includes(word) || word.includes(name));
    const far = isPart ? 0.2 : distance(word, name) / Math.max(word.length, name.length, 1);
    if (far <= 0.5 && far < (best.get(value) ?? 1)) best.set(value, far);
  }
  const values = [...best].sort(([, a], [, b]) => a - b).slice(0, MAX_PROPOSALS);
  return values.map(([value]) => {
    const { words } = entries.find((entry) => entry.value === value) ?? { words: { zh: value, en: value } };
    return { value, words };
  });
}
