import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../../', import.meta.url));
const folders = ['client', 'db', 'labels', 'server', 'tests'];

export interface Source {
  /** From the root of the project. */
  readonly path: string;
  readonly text: string;
  /** Without comments. */
  readonly code: string;
}

const withoutComments = (text: string) =>
  text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/.*$/gm, '$1');

/** Every TypeScript file of the house, read once. */
export const sources: readonly Source[] = folders
  .flatMap((folder) =>
    readdirSync(`${root}${folder}`, { recursive: true, encoding: 'utf8' }).map((path) => `${folder}/${path}`),
  )
  .filter((path) => /\.tsx?$/.test(path))
  .sort()
  .map((path) => {
    const text = readFileSync(`${root}${path}`, 'utf8');
    return { path, text, code: withoutComments(text) };
  });

export const of = (...starts: readonly string[]) =>
  sources.filter(({ path }) => starts.some((start) => path.startsWith(start)));

/** The folders or files of ours that a source imports from, and whether for types only. */
export function importsOf({ path, code }: Source): { readonly to: string; readonly typesOnly: boolean }[] {
  const found = code.matchAll(/(?:^|\n)\s*(import|export)\s+(type\s)?[^;'"]*?from\s*'(\.[^']+)'/g);
  const lazy = code.matchAll(/(import)\((?:)'(\.[^']+)'\)/g);
  const resolve = (to: string) => new URL(to, `file:///${path}`).pathname.slice(1);
  return [
    ...[...found].map(([, , type, to]) => ({ to: resolve(to ?? ''), typesOnly: type !== undefined })),
    ...[...lazy].map(([, , to]) => ({ to: resolve(to ?? ''), typesOnly: false })),
  ];
}
