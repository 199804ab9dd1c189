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

export function vocabularyOf(entries: readonly Entry[]): Vocabulary {
  const named = entries.flatMap(({ value, words, alias = [] }) =>
    [...alias, words.en, words.zh, value].map((name) => [plain(name), value] as const),
  );
  return { entries, byName: new Map(named.filter(([name]) => name !== '')) };
}

/** The value that is meant: by its code in any case, by its name in either language, or by both as in "R01 破损". */
export function meaningIn({ byName }: Vocabulary, cell: string): string | undefined {
  const whole = byName.get(plain(cell));
  if (whole !== undefined) return whole;
  // "R01 - 破损", "破损（R01）": all parts have to mean the same.
  const parts = cell
    .normalize('NFKC')
    .split(/[\s()[\]:：,，/|–—-]+/)
    .filter((part) => part !== '');
  const meant = new Set(parts.flatMap((part) => byName.get(plain(part)) ?? []));
  return meant.size === 1 && parts.some((part) => byName.has(plain(part))) ? [...meant][0] : undefined;
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
