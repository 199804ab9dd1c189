import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { firstCodes } from '../../db/seed/catalogue.ts';
import { roleNames } from '../../server/access/permissions.ts';
import { entities } from '../../server/registry.ts';
import { placeKinds } from '../../server/storage/make.ts';
import { whatDoesNotCompile } from './does-not-compile.ts';
import { importsOf, of, root, type Source, sources } from './sources.ts';

type Reasons = Readonly<Record<string, string>>;
/** Files that do what only these may do. A reason that no file needs any more must go, too. */
function onlyIn(found: readonly Source[], reasons: Reasons) {
  expect(found.map(({ path }) => path).sort()).toEqual(Object.keys(reasons).sort());
}
const holding = (pattern: RegExp, files: readonly Source[]) => files.filter(({ code }) => pattern.test(code));

test('the files are found at all', () => {
  expect(sources.length).toBeGreaterThan(200);
  expect(
    importsOf({ path: 'client/a.ts', text: '', code: "import type { A } from '../server/b.ts';" }),
  ).toEqual([{ to: 'server/b.ts', typesOnly: true }]);
});

describe('imports point one way', () => {
  const leaving = (folder: string) =>
    of(`${folder}/`).flatMap((source) =>
      importsOf(source)
        .filter(({ to }) => !to.startsWith(`${folder}/`))
        .map((link) => ({ from: source.path, ...link })),
    );

  test.each(['db', 'labels'])('%s imports nothing of ours', (folder) => expect(leaving(folder)).toEqual([]));
  test('server imports db and labels', () => {
    expect(leaving('server').filter(({ to }) => !/^(db|labels)\//.test(to))).toEqual([]);
  });
  test('client imports types of the server, and nothing else', () => {
    expect(leaving('client').filter(({ to, typesOnly }) => !to.startsWith('server/') || !typesOnly)).toEqual(
      [],
    );
  });
});

test('the system looks over everybody’s shoulder in few places', () => {
  onlyIn(holding(/\.asSystem\(/, of('server/', 'labels/')), {
    'server/workflow/engine.ts':
      'what a step looks at and triggers, once its asker sees the thing and may take the step',
    'server/workflow/open-steps.ts': 'what the guards look at, about a thing that the asker sees',
    'server/warehouses/routes.ts':
      'the zones of a warehouse that opens are not those of the one its founder is in',
    'server/entities/background-tasks.ts': 'what was accepted is the system’s to finish',
    'server/jobs/background-tasks.ts': 'how far a task is stands beside what it does for its asker',
    'server/exported-orders/returnable.ts':
      'what is left of an export that the asker sees, wherever its returns went',
    'server/items/view.ts': 'when a clock runs out, about an item that the asker sees',
    'server/storage/places.ts': 'what the guards of a put-away look at, about an item that the asker sees',
    'server/access/devices.ts': 'codes and sessions are nobody’s to see',
    'server/access/api-keys.ts': 'an exporter is told who answers for a key, be it somebody of the hub',
    'server/access/end-sessions.ts': 'sessions are nobody’s to see',
    'server/access/links.ts': 'what a mailed link is worth is nobody’s to see',
    'server/access/failed-attempts.ts': 'nobody sees how often somebody guessed wrong',
    'server/notices/mails.ts': 'the outbox is the system’s',
    'server/people/account.ts': 'whether a password fits is asked of a row that nobody sees',
    'server/people/credentials.ts': 'passwords and sessions are nobody’s to see',
    'server/receiving/receive-unannounced.ts': 'a serial may be known from another warehouse',
    'server/opening-stock/serials.ts': 'a serial may be known from another warehouse',
    'server/items/earlier-life.ts': 'a serial may have an old life in another warehouse',
    'server/files/photos.ts': 'a vendor’s photo belongs to the item too, which the vendor does not see',
    'server/files/subjects.ts': 'a vendor’s photo belongs to the item too, which the vendor does not see',
  });
});

test('few act as the system from the beginning', () => {
  onlyIn(holding(/\bsystemViewer\b|as: 'system'/, of('server/', 'db/')), {
    'db/seen-by.ts': 'says who it is',
    'db/scope.ts': 'turns a scope into that of the system',
    'db/seed/catalogue.ts': 'an empty database has nobody yet',
    'server/access/first-token.ts': 'asks whether anybody is there yet',
    'server/demo/main.ts': 'asks whether the demo was played already',
    'server/demo/play.ts': 'founds the hub that the demo is played in',
    'server/access/api-keys.ts': 'before a key is known there is nobody to ask for',
    'server/access/badge-sign-in.ts': 'before somebody is known there is nobody to ask for',
    'server/access/devices.ts': 'a handheld is asked before anybody is signed in on it',
    'server/access/identify.ts': 'before somebody is known there is nobody to ask for',
    'server/access/proofs.ts': 'a session is nobody’s to see, and a proof stands in it',
    'server/access/session-begins.ts': 'before a session is opened there is nobody to ask for',
    'server/access/sign-in-hooks.ts': 'before a password is right there is nobody to ask for',
    'server/process/refusal-notices.ts': 'whoever was refused is nobody, or may not know',
    'server/jobs/deadlines.ts': 'nobody asks for a deadline',
    'server/jobs/background-tasks.ts': 'finishes what was accepted, whoever asked for it',
    'server/opening-stock/store.ts': 'goods of many owners, accepted from whoever may take them over',
    'server/jobs/purge.ts': 'nobody asks for what opens nothing any more',
    'server/jobs/outbox.ts': 'works off what others left',
    'server/people/first-administrator.ts': 'an empty house has nobody else to make one',
    'server/people/account.ts': 'whoever holds a mailed link has not signed in',
    'server/people/invitations.ts': 'whoever is invited is nobody yet',
    'server/people/resets.ts': 'whoever forgot their password cannot sign in',
    'server/returns/finish-order.ts': 'goes on with what was accepted, whoever asked for it',
    'server/outbound/shipment-entity.ts': 'goes on with a step that was taken, whoever took it',
    'server/repair/consignment-entity.ts': 'goes on with a step that was taken, whoever took it',
    'server/verify/verify.ts': 'counts all books',
  });
});

test('no state decides anything outside the workflow', () => {
  const compares =
    /[sS]tate(\.id)?\s*[!=]==?\s*'|switch \([\w.]*[sS]tate(\.id)?\)|includes\([\w.]*[sS]tate(\.id)?\)/;
  // The demo plays the people, who look at what lies before them.
  const files = of('server/', 'client/').filter(({ path }) => !/^server\/(workflow|demo)\//.test(path));
  onlyIn(holding(compares, files), {
    'server/repair/ticket-entity.ts': 'a fact that a guard looks at: its consignment was handed over',
    'server/items/effects-leaving.ts': 'an effect says in whose hands it ended',
    'server/returns/progress.ts': 'how far an order is, computed for the eye',
    'client/handheld/feedback.ts': 'the state of the loudspeaker',
    'client/shared/desk/account/members-page.tsx': 'an invitation is open, used or over: it has no workflow',
  });
});

describe('what is true of a state stands beside it, and nobody else keeps a list', () => {
  const files = of('server/', 'client/', 'db/').filter(
    ({ path }) => !/^server\/(workflow|demo)\/|^db\/migrations\//.test(path),
  );
  const states = new Set(Object.values(entities).flatMap(({ flow }) => Object.keys(flow.states)));
  const isList = (names: readonly string[]) => names.length > 1 && names.every((name) => states.has(name));
  const named = (text: string, name: RegExp) => [...text.matchAll(name)].map(([, one = '']) => one);

  test('no array, set or query lists several', () => {
    const lists = ({ code }: Source) =>
      [...code.matchAll(/\[[^[\]]*\]|\bin \([^()]*\)/g)].some(([list]) => isList(named(list, /'(\w+)'/g)));
    onlyIn(files.filter(lists), {});
  });
  test('no query asks for one by its name', () => {
    const asks =
      /(eq|ne|inArray|notInArray)\(\s*[\w.]*[sS]tate,\s*\[?\s*'|\bstate\s*(=|<>|!=|in)\s*\(?\s*'\w+'/;
    onlyIn(holding(asks, files), {});
  });
  test('no record has something for each of several', () => {
    const records = ({ code }: Source) =>
      [...code.matchAll(/\{[^{}]*\}/g)].some(([object]) => isList(named(object, /[{,]\s*'?(\w+)'?:/g)));
    const unworded = files.filter(({ path }) => !path.startsWith('client/shared/words/'));
    onlyIn(unworded.filter(records), {
      'server/documentation/documentation-zh.ts': 'what each means, in Chinese, for the documentation',
    });
  });
});

describe('a screen knows no step by its name', () => {
  const screens = of('client/').filter(({ path }) => !path.startsWith('client/shared/words/'));

  test('it compares none with a text', () => {
    const compares =
      /\bstep\s*[!=]==\s*'|'\s*[!=]==\s*[\w.]*\bstep\b|switch \([\w.]*\bstep\)|(has|includes)\([\w.]*\bstep\)|step in \w/;
    onlyIn(holding(compares, screens), {});
  });
  test('it keeps no list of several', () => {
    const names = new Set(Object.values(entities).flatMap(({ flow }) => Object.keys(flow.steps)));
    const several = ({ code }: Source) =>
      [...code.matchAll(/\[[^[\]]*\]/g)].some(([list]) => {
        const named = [...list.matchAll(/'(\w+)'/g)].filter(([, name = '']) => names.has(name));
        return new Set(named.map(([, name]) => name)).size > 1;
      });
    onlyIn(screens.filter(several), {
      'client/handheld/stations.ts': 'a station is called after the work that is done there',
    });
  });
});

describe('a screen knows no state, no kind of place and no code by its name', () => {
  // Words may stand under them: that is a label, and no rule.
  const screens = of('client/').filter(({ path }) => !path.startsWith('client/shared/words/'));
  const flows = Object.values(entities).map(({ flow }) => flow);
  const names = new Set<string>([
    ...flows.flatMap(({ states, phases }) => [...Object.keys(states), ...Object.keys(phases)]),
    ...placeKinds,
    ...Object.keys(roleNames),
  ]);
  /** Those of the catalogue that are no words of any other meaning: RTS, X03, RELEASED_DOMESTIC. */
  const codes = new Set(firstCodes.map(({ code }) => code).filter((code) => /^[A-Z][A-Z\d_]+$/.test(code)));
  const textsIn = ({ code }: Source) =>
    [...code.matchAll(/'([^'\n]*)'|`([^`]*)`/g)].map(([, a, b]) => a ?? b ?? '');
  const listsIn = ({ code }: Source) => [
    ...[...code.matchAll(/\[[^[\]]*\]/g)].map(([list]) => [...list.matchAll(/'(\w+)'/g)]),
    ...[...code.matchAll(/\{[^{}]*\}/g)].map(([object]) => [...object.matchAll(/[{,]\s*'?(\w+)'?:/g)]),
  ];
  const isList = (all: readonly string[]) => new Set(all).size > 1 && all.every((name) => names.has(name));

  test('it keeps no list of several', () => {
    const keeps = (source: Source) =>
      listsIn(source).some((list) => isList(list.map(([, name = '']) => name))) ||
      textsIn(source).some((text) => isList(text.split(',')));
    onlyIn(screens.filter(keeps), {
      'client/shared/desk/account/members-page.tsx': 'which role is offered to a colleague on either side',
    });
  });
  test('it asks for none, and compares none with a text', () => {
    const asks = /\b(state|phase): '|[?&](state|phase)=[a-z]|\b([sS]tate|[pP]hase)(\.id)?\s*[!=]==\s*'/;
    onlyIn(holding(asks, screens), {
      'client/handheld/feedback.ts': 'the state of the loudspeaker',
      'client/shared/desk/account/members-page.tsx':
        'an invitation is open, used or over: it has no workflow',
    });
  });
  test('it knows no code of the catalogue', () => {
    onlyIn(
      screens.filter((source) => textsIn(source).some((text) => codes.has(text))),
      {},
    );
  });
});

test('no file is a drawer for everything', () => {
  const drawers = sources.filter(({ path }) =>
    /(^|\/)(utils?|helpers?|commons?(?!-passwords)|misc|services?|managers?)([./-]|$)/i.test(path),
  );
  expect(drawers.map(({ path }) => path)).toEqual([]);
});

describe('a test is red only for what it is about', () => {
  const tests = of('tests/').filter(
    ({ path }) => !/^tests\/(bench|faults|mutate|house-rules\/source)/.test(path),
  );
  test('no test has a time limit of its own', () => {
    const limits = /\btimeout: [\d_]+|\}, [\d_]{4,}\)|(performance|Date)\.now\(\) - \w+\)\.toBeLess/;
    expect(holding(limits, tests).map(({ path }) => path)).toEqual([]);
  });
  test('no test is left out without a reason', () => {
    const skips = /\b(test|it|describe)\.(skip|only|todo|skipIf|runIf)\b/;
    onlyIn(holding(skips, tests), { 'tests/deep/red.test.ts': 'there a skipped test is planted' });
  });
});

test('no file passes on what another one exports', () => {
  expect(
    holding(/(^|\n)export\s+(type\s+)?(\*|\{[^}]*\})\s+from\s/, sources).map(({ path }) => path),
  ).toEqual([]);
  expect(sources.filter(({ path }) => /\/index\.tsx?$/.test(path)).map(({ path }) => path)).toEqual([]);
});

test('a file has at most 300 lines', () => {
  onlyIn(
    sources.filter(({ text }) => text.split('\n').length > 301),
    {},
  );
});

describe('sentences live with the words', () => {
  const chinese = ({ code }: Source) => /[\u4e00-\u9fff]/.test(code.replaceAll('归航', ''));

  test('in the server', () => {
    const files = of('server/').filter(
      ({ path }) => !/^server\/(words|workflow|documentation|demo)\//.test(path),
    );
    onlyIn(files.filter(chinese), {
      'server/access/permissions.ts': 'the names of roles and permissions stand beside who holds them',
      'server/identifiers/printed-prefix.ts': 'what stands before a number on a label, in any script',
      'server/process/config.ts': 'a start that fails says so before there are any words',
      'server/spreadsheets/seller-columns.ts': 'how sellers write the headers of their spreadsheets',
      'server/exported-orders/sheet-columns.ts': 'how sellers write the headers of their spreadsheets',
      'server/spreadsheets/imei-cells.ts': 'what telephones are numbered by on their boxes',
      'server/opening-stock/columns.ts': 'how people write the headers of their sheets of stock',
      'server/opening-stock/vocabularies.ts': 'how people write yes and no',
      'server/returns/import-columns.ts': 'how sellers write the headers of their spreadsheets',
      'server/returns/returned-quantity.ts': 'words of which headers of quantities are made',
      'server/returns/import-template.ts': 'a file name, in both languages at once',
      'server/skus/import-cells.ts': 'how people write units and currencies',
      'server/skus/import-columns.ts': 'how sellers write the headers and words of their catalogues',
      'server/skus/import-template.ts': 'an article as an example',
      'server/identifiers/countries.ts': 'names that people give countries, as they are recognised',
      'server/identifiers/carriers.ts': 'names that people give carriers, as they are recognised',
      'server/spreadsheets/counts.ts': 'units that people write behind a number',
      'server/spreadsheets/nothing.ts': 'words that people write where there is nothing',
      'server/spreadsheets/dates.ts': 'signs that people write in dates',
      'server/spreadsheets/damage.ts': 'what spreadsheet programs make of a day',
      'server/spreadsheets/other-rows.ts': 'words for sums and notes that spreadsheets have',
      'server/spreadsheets/plain-name.ts': 'characters and marks that sellers write in headers',
    });
  });
  test('in the client', () => {
    const files = of('client/').filter(({ path }) => !path.startsWith('client/shared/words/'));
    onlyIn(files.filter(chinese), {});
  });
  test('on the labels', () => {
    onlyIn(of('labels/').filter(chinese), { 'labels/words.ts': 'the words of the labels' });
  });
});

test('nothing is said to be something that it was not proved to be', () => {
  expect(
    holding(/\bas any\b|: any\b|@ts-ignore|@ts-nocheck/, of('server/', 'db/', 'client/', 'labels/')),
  ).toEqual([]);
  const expecting = holding(/./, sources).filter(({ text }) => text.includes('@ts-expect-error'));
  onlyIn(
    expecting.filter(({ path }) => path !== 'tests/house-rules/source.test.ts'),
    { 'tests/house-rules/does-not-compile.ts': 'there the compiler is the test' },
  );
});

test('what must not compile is compiled with the rest', () => {
  expect(whatDoesNotCompile).toBeInstanceOf(Function);
  expect(JSON.parse(readFileSync(`${root}tsconfig.json`, 'utf8')).include).toContain('tests');
});
