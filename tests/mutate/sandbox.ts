import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { root } from '../house-rules/sources.ts';
import { keyOf, type Mutant, type PlacedMutant, place } from './mutants.ts';

/** A copy of the project with what it was built into, which tests of the copy may build anew; the packages are the original's. */
export function aCopy(): string {
  const copy = mkdtempSync(join(tmpdir(), 'guihang-mutants-'));
  process.on('exit', () => rmSync(copy, { recursive: true, force: true }));
  const listed = execFileSync('git', ['ls-files', '-co', '--exclude-standard', '-z'], { cwd: root });
  for (const path of listed.toString('utf8').split('\0').filter(Boolean))
    cpSync(join(root, path), join(copy, path), { recursive: true, preserveTimestamps: true });
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'));
  if (existsSync(join(root, 'dist')))
    cpSync(join(root, 'dist'), join(copy, 'dist'), { recursive: true, preserveTimestamps: true });
  return copy;
}

/** A copy with all of these mutants in its code, each to be switched on by its number. */
export async function withMutants(wanted: readonly Mutant[]) {
  const files = new Map<string, Mutant[]>();
  for (const one of wanted) files.set(one.file, [...(files.get(one.file) ?? []), one]);
  // What lies inside of a wanted mutant is placed, too; it is never switched on.
  const { mutants, texts } = await place([...files].map(([name, ranges]) => ({ name, ranges })));
  const copy = aCopy();
  for (const [path, text] of texts) {
    mkdirSync(dirname(join(copy, path)), { recursive: true });
    writeFileSync(join(copy, path), text);
  }
  const byKey = new Map(mutants.map((one) => [keyOf(one), one]));
  const placed = wanted.map((one) => byKey.get(keyOf(one)));
  const missing = wanted.filter((_, i) => placed[i] === undefined);
  if (missing[0]) throw new Error(`${missing.length} mutants were not placed: ${keyOf(missing[0])}`);
  return { copy, mutants: placed as PlacedMutant[] };
}
