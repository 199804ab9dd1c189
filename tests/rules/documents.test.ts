import { readdirSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { expect, test } from 'vitest';
import { withRoadmap, workflowDocument } from '../../server/documentation/documentation.ts';
import { entities } from '../../server/registry.ts';

const read = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');

test('docs/workflow.md says what the workflows are; otherwise: npm run docs', () => {
  expect(read('docs/workflow.md')).toBe(workflowDocument());
});

test('the README draws the life of an item as it is; otherwise: npm run docs', () => {
  const readme = read('README.md');
  expect(readme).toBe(withRoadmap(readme));
});

test('a README without its markers is noticed', () => {
  const marker = '<!-- workflow -->';
  for (const readme of ['# Guihang', `a${marker}b`, [1, 2, 3, 4].join(marker)])
    expect(() => withRoadmap(readme)).toThrow(`README.md needs the marker ${marker} twice.`);
  const drawn = withRoadmap(['before ', ' old ', ' after'].join(marker));
  expect(drawn.startsWith(`before ${marker}\n`)).toBe(true);
  expect(drawn.endsWith(`\n${marker} after`)).toBe(true);
  expect(drawn).not.toContain(' old ');
});

test('every state, step, guard and effect of every workflow is in the document, in both languages', () => {
  const text = workflowDocument();
  for (const { flow } of Object.values(entities)) {
    for (const { zh, en, description } of Object.values(flow.states))
      for (const part of [zh, en, description]) expect(text).toContain(part);
    for (const { button } of Object.values(flow.steps)) expect(text).toContain(`| ${button.zh} |`);
    for (const [en, { zh }] of Object.entries(flow.guards))
      for (const part of [en, zh]) expect(text).toContain(part);
    for (const part of Object.entries(flow.effects).flat()) expect(text).toContain(part);
  }
});

test('the picture in the README leaves out what would hide the road', () => {
  const picture = withRoadmap('<!-- workflow --><!-- workflow -->');
  expect(picture).toContain('announced --> received: 收货 Receive');
  expect(picture).not.toMatch(/撤销收货|addPhoto|--> lost/);
  for (const [from, to] of [...picture.matchAll(/^ {2}(\w+) --> (\w+):/gm)].map((m) => [m[1], m[2]]))
    expect(from).not.toBe(to);
});

/** Every file below a folder, as paths from the root. */
const below = (folder: string) =>
  readdirSync(new URL(`../../${folder}`, import.meta.url), { recursive: true, encoding: 'utf8' }).map(
    (path) => `${folder}/${path}`,
  );
const documents = ['README.md', ...below('docs').filter((path) => path.endsWith('.md'))];
const tests = below('tests').filter((path) => path.endsWith('.ts'));

test('a document names only tests that there are', () => {
  const known = new Set(tests.map((path) => basename(path)));
  const named = documents.flatMap((path) =>
    [...read(path).matchAll(/([\w-]+\.test\.ts)/g)].map(([, name = '']) => ({ path, name })),
  );
  expect(named.length).toBeGreaterThan(50);
  expect(named.filter(({ name }) => !known.has(name))).toEqual([]);
});

test('what docs/security.md says of a test stands in that test’s names', () => {
  const quoted = [...read('docs/security.md').matchAll(/`([\w-]+\.test\.ts)`(?: \(\w+\))?: ([^|`]+)/g)];
  expect(quoted.length).toBeGreaterThan(20);
  const missing = quoted.flatMap(([, name = '', words = '']) => {
    const texts = tests.filter((path) => basename(path) === name).map(read);
    return words
      .split(/[;,]/)
      .map((part) => part.trim())
      .filter((part) => part && !texts.some((text) => text.includes(part)))
      .map((part) => `${name}: ${part}`);
  });
  expect(missing).toEqual([]);
});
