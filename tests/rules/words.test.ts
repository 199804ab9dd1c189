import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { root } from '../house-rules/sources.ts';

interface Tree {
  readonly [key: string]: string | Tree;
}
/** Messages ask the browser which language was chosen before; here nobody chose. */
Object.assign(globalThis, { localStorage: { getItem: () => null }, document: { documentElement: {} } });
Object.defineProperty(globalThis, 'navigator', { value: { languages: ['zh-CN'] }, configurable: true });

const folder = `${root}client/shared/words`;
const files = readdirSync(folder).filter((name) => name !== 'messages.ts' && name.endsWith('.ts'));
const namespaces = (
  await Promise.all(files.map(async (name) => Object.entries(await import(`${folder}/${name}`))))
)
  .flat()
  .filter((entry): entry is [string, { zh: Tree; en: Tree }] => {
    const [, thing] = entry;
    return typeof thing === 'object' && thing !== null && 'zh' in thing && 'en' in thing;
  });

/** Every sentence by its key. */
const sentences = (tree: Tree, above = ''): [string, string][] =>
  Object.entries(tree).flatMap(([key, said]) =>
    typeof said === 'string' ? [[above + key, said] as [string, string]] : sentences(said, `${above}${key}.`),
  );
const blanks = (text: string) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name).sort();
const chinese = /[\u3400-\u9fff]/;

test('every file of words holds messages', () => {
  expect(namespaces.length).toBeGreaterThanOrEqual(files.length);
});

describe.each(namespaces)('the messages of %s', (_, { zh, en }) => {
  const english = new Map(sentences(en));
  test('says in English what it says in Chinese, with the same blanks', () => {
    const strange = sentences(zh).filter(([key, text]) => {
      const said = english.get(key);
      return !said?.trim() || blanks(said).join() !== blanks(text).join();
    });
    expect(strange).toEqual([]);
  });
  test('has no sentence in English only, but for one of a thing', () => {
    const known = new Map(sentences(zh));
    const singular = (key: string) => key.endsWith('_one') && known.has(key.replace(/_one$/, '_other'));
    expect([...english.keys()].filter((key) => !known.has(key) && !singular(key))).toEqual([]);
  });
  test('is Chinese in Chinese and English in English', () => {
    // Names of things that are called so in both.
    const everywhere = /^([A-Z]{2,}|[\W\d_]|Excel|English|中文|\{\{\w+\}\})+$/;
    const mixed = [
      ...sentences(zh).filter(([, text]) => !chinese.test(text) && !everywhere.test(text)),
      ...[...english].filter(([, text]) => chinese.test(text) && !everywhere.test(text)),
    ];
    expect(mixed).toEqual([]);
  });
});
