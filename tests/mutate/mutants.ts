import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInstrumenter } from '@stryker-mutator/instrumenter';
import { Chance } from '../../server/demo/chance.ts';
import { root } from '../house-rules/sources.ts';

/** What is mutated: where a small mistake does harm without a word. Each entry is a row of the table. */
export const folders = [
  ...['workflow', 'items', 'repair', 'customs', 'returns', 'receiving', 'parcels', 'scans', 'storage'].map(
    (entity) => `server/${entity}`,
  ),
  ...['server/outbound', 'server/access', 'server/jobs', 'server/entities', 'server/files'],
  'server/spreadsheets',
  'server/identifiers',
  'labels',
  'db',
] as const;
const leftOut = /^db\/(migrations|\w+\.config\.ts)|write-docs\.ts$/;

interface Position {
  readonly line: number;
  readonly column: number;
}
/** One small change of one expression or block. Lines and columns count from 0. */
export interface Mutant {
  readonly file: string;
  readonly start: Position;
  readonly end: Position;
  readonly mutator: string;
  readonly replacement: string;
}
/** The same change, as its code carries it: switched on by this number. */
export interface PlacedMutant extends Mutant {
  readonly id: string;
}

export const folderOf = ({ file }: Mutant): string => folders.find((one) => file.startsWith(`${one}/`)) ?? '';
export const keyOf = ({ file, start, end, mutator, replacement }: Mutant): string =>
  `${file}:${start.line}:${start.column}-${end.line}:${end.column} ${mutator} ${replacement}`;
/** As people read it: where it is, what stood there, and what stands there instead. */
export function described(mutant: Mutant): string {
  const { file, start, mutator, replacement } = mutant;
  const short = (text: string) => text.replace(/\s+/g, ' ').slice(0, 90);
  return `${file}:${start.line + 1} ${mutator}: ${short(textOf(mutant))} → ${short(replacement)}`;
}

export const read = (file: string): string => readFileSync(join(root, file), 'utf8');
const offset = (lines: readonly string[], { line, column }: Position) =>
  lines.slice(0, line).reduce((sum, text) => sum + text.length + 1, column);
/** From where to where it stands in its file. */
export function spanOf({ file, start, end }: Mutant): readonly [number, number] {
  const lines = read(file).split('\n');
  return [offset(lines, start), offset(lines, end)];
}
const textOf = (mutant: Mutant) => read(mutant.file).slice(...spanOf(mutant));

const filesIn = (folder: string) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .map((path) => `${folder}/${path}`)
    .filter((path) => path.endsWith('.ts') && !leftOut.test(path))
    .sort();

const silent = () => {};
const logger = {
  ...{ trace: silent, debug: silent, info: silent, warn: silent, error: silent, fatal: silent },
  ...{ isTraceEnabled: () => false, isDebugEnabled: () => false, isInfoEnabled: () => false },
  ...{ isWarnEnabled: () => false, isErrorEnabled: () => false, isFatalEnabled: () => false },
};
const injector = {
  provideValue: () => injector,
  injectClass: <T>(Instrumenter: new (with_: typeof logger) => T) => new Instrumenter(logger),
};
// Stryker wires its parts by an injector of its own; this one hands over a logger that says nothing.
const instrumenter = createInstrumenter(injector as never);
const options = { plugins: [], excludedMutations: [], noHeader: false, ignorers: [] };

export interface Placed {
  readonly mutants: readonly PlacedMutant[];
  /** The text of each file, with all its mutants in it, none of them on. */
  readonly texts: ReadonlyMap<string, string>;
}
/** Stryker's mutants: all of these files, or those inside of the ranges that a file is given with. */
export async function place(
  files: readonly { readonly name: string; readonly ranges?: readonly Pick<Mutant, 'start' | 'end'>[] }[],
): Promise<Placed> {
  const { mutants, files: placed } = await instrumenter.instrument(
    files.map(({ name, ranges }) => ({
      ...{
        name,
        content: read(name),
        mutate: ranges ? ranges.map(({ start, end }) => ({ start, end })) : true,
      },
    })),
    options as never,
  );
  return {
    mutants: mutants.map(({ id, fileName, location, mutatorName, replacement }) => ({
      ...{ id, file: fileName, mutator: mutatorName, replacement },
      ...{ start: location.start, end: location.end },
    })),
    texts: new Map(placed.map(({ name, content }) => [name, content])),
  };
}

/** Every mutant there is below these folders. */
export async function mutantsOf(wanted: readonly string[]): Promise<readonly Mutant[]> {
  const { mutants } = await place(wanted.flatMap(filesIn).map((name) => ({ name })));
  return [...mutants].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
}

/** So many of them; the same seed draws the same from the same code. */
export function drawn(all: readonly Mutant[], size: number, seed: string): readonly Mutant[] {
  const chance = new Chance(`mutants ${seed}`);
  const order = all.map((mutant) => ({ mutant, at: chance.fraction() }));
  return order
    .sort((a, b) => a.at - b.at)
    .slice(0, size)
    .map(({ mutant }) => mutant);
}
