import { expect, test } from 'vitest';
import { importsOf, of } from './sources.ts';

/**
 * Which folder of server/ takes values from which others; a file is named where it alone may be taken. Types may come
 * from anywhere: they are gone before anything runs. Each folder stands below all that it imports, so that there is no
 * way round in a circle.
 */
const mayImport: Readonly<Record<string, string>> = {
  words: '',
  process: '',
  identifiers: '',
  customs: '',
  pictures: '',
  backup: 'words process',
  spreadsheets: 'words process identifiers/tidy.ts identifiers/serial.ts identifiers/printed-prefix.ts',
  http: 'words identifiers spreadsheets process/when-over.ts process/yield-to-event-loop.ts',
  workflow: 'words http/problem.ts',
  notices: 'words http workflow',
  access: 'words process http notices',
  documentation: 'workflow access',
  catalogue: 'http workflow',
  entities: 'process http workflow',
  'read-worker': 'process http',
  skus: 'words process identifiers spreadsheets http read-worker workflow entities',
  'exported-orders':
    'words process identifiers customs spreadsheets access http read-worker workflow entities',
  items: 'words identifiers customs http workflow entities exported-orders',
  returns:
    'words process identifiers customs spreadsheets http read-worker workflow entities exported-orders items skus/any-case.ts',
  parcels: 'words identifiers http workflow entities items',
  receiving: 'words identifiers http workflow items returns parcels',
  repair: 'words http workflow entities items',
  outbound: 'words identifiers http workflow entities items',
  'opening-stock':
    'words customs process identifiers spreadsheets http read-worker workflow entities items exported-orders returns',
  jobs: 'words http exported-orders repair outbound returns skus opening-stock notices',
  organisations: 'words identifiers http access notices',
  warehouses: 'words http access',
  people: 'words process customs http access notices warehouses',
  storage: 'words http workflow items',
  rules: 'words identifiers customs http access',
  scans: 'words identifiers http workflow items',
  files: 'words pictures http read-worker access items returns parcels repair storage',
  printing: 'words customs http items returns repair outbound',
  board: 'customs http workflow items storage words',
  verify: 'words process workflow exported-orders items',
  demo: 'words process identifiers customs pictures spreadsheets http access files parcels receiving exported-orders returns opening-stock outbound jobs',
};
/** The loose files of server/ put everything together where a process starts; nobody else imports one. */
const starts: Readonly<Record<string, string>> = {
  'server/demo/main.ts': 'starts a server on what it played',
};

const folderOf = (path: string) => path.match(/^server\/([^/]+)\//)?.[1];
const taken = of('server/').flatMap((source) =>
  importsOf(source)
    .filter(({ to, typesOnly }) => !typesOnly && to.startsWith('server/'))
    .map(({ to }) => ({ from: source.path, to }))
    .filter(({ from, to }) => folderOf(from) !== undefined && folderOf(from) !== folderOf(to)),
);
const allowed = (from: string) => (mayImport[folderOf(from) ?? ''] ?? '').split(' ');
const covers = (entry: string, to: string) => to === `server/${entry}` || folderOf(to) === entry;

test('every folder of the server has its line', () => {
  const folders = new Set(of('server/').flatMap(({ path }) => folderOf(path) ?? []));
  expect(Object.keys(mayImport).sort()).toEqual([...folders].sort());
});

test('a folder takes values only from those that its line names', () => {
  const other = taken.filter(
    ({ from, to }) => folderOf(to) && !allowed(from).some((entry) => covers(entry, to)),
  );
  expect(other).toEqual([]);
});

test('a line names nothing that its folder does not take', () => {
  const unused = Object.entries(mayImport).flatMap(([folder, line]) =>
    line
      .split(' ')
      .filter(
        (entry) => entry && !taken.some(({ from, to }) => folderOf(from) === folder && covers(entry, to)),
      )
      .map((entry) => `${folder} ${entry}`),
  );
  expect(unused).toEqual([]);
});

test('a folder stands below all that it imports', () => {
  const above = new Set<string>();
  for (const [folder, line] of Object.entries(mayImport)) {
    const below = line.split(' ').filter((entry) => entry && !above.has(entry.split('/')[0] ?? ''));
    expect([folder, below]).toEqual([folder, []]);
    above.add(folder);
  }
});

test('only a start imports what is put together for one', () => {
  const loose = taken.filter(({ to }) => folderOf(to) === undefined).map(({ from }) => from);
  expect([...new Set(loose)].sort()).toEqual(Object.keys(starts).sort());
});
