import { spawnSync } from 'node:child_process';
import { appendFileSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import Sqlite from 'better-sqlite3';
import { aCopy } from '../mutate/sandbox.ts';
import { freePort, Server } from '../plant/server.ts';
import { settle } from '../plant/settle.ts';

/**
 * `npm run shown-red`: each command that judges is shown a failure, in a copy of the project, and has to end with 1.
 * Ends with 1 itself when one of them does not. `-- NAME …` shows only those.
 */
interface Shown {
  /** What the command has to notice. */
  readonly failure: string;
  readonly command: readonly string[];
  /** How it says so: else it might be red for another reason. */
  readonly says: RegExp;
  plant(copy: string): void | Promise<void>;
  readonly env?: NodeJS.ProcessEnv;
}

function replaced(copy: string, file: string, was: string, becomes: string): void {
  const path = join(copy, file);
  const text = readFileSync(path, 'utf8');
  if (!text.includes(was)) throw new Error(`${file} does not hold ${was}`);
  writeFileSync(path, text.replace(was, becomes));
}
const added = (copy: string, file: string, text: string) => appendFileSync(join(copy, file), text);
const redTest = "import { test } from 'vitest';\n\ntest('red', () => {\n  throw new Error('planted');\n});\n";
const onlyTheRed = ['--', '--project', 'pure', 'tests/rules/planted.test.ts'];

/** A house with one item whose state somebody wrote by hand. */
async function tampered(copy: string): Promise<void> {
  const file = join(copy, 'tampered.db');
  const server = new Server(await freePort(), `file:${file}`, join(copy, 'files'));
  await server.start();
  const { whale } = await settle(server, ['whale']);
  const lines = [{ sku: 'SHIRT', quantity: 1, reason: 'R01' }];
  await whale.must('POST /api/v1/return-orders', { warehouse: 'WH1', lines });
  await server.kill('SIGTERM');
  const db = new Sqlite(file);
  db.prepare("update items set state = 'stored'").run();
  db.close();
}

const all: Readonly<Record<string, Shown>> = {
  'check: format': {
    failure: 'a file that is not formatted',
    command: ['check'],
    says: /server\/process\/config\.ts format/,
    plant: (copy) => added(copy, 'server/process/config.ts', 'export   const planted = 1\n'),
  },
  'check: types': {
    failure: 'a type that does not fit',
    command: ['check'],
    says: /patience\.ts.*TS2322/,
    plant: (copy) => added(copy, 'tests/patience.ts', "export const PLANTED: number = 'text';\n"),
  },
  'check: unused': {
    failure: 'a function that nobody uses',
    command: ['check'],
    says: /planted.*config\.ts/,
    plant: (copy) => added(copy, 'server/process/config.ts', '\nexport const planted = () => 1;\n'),
  },
  'check: tests': {
    failure: 'a red test',
    command: ['check', ...onlyTheRed],
    says: /Error: planted/,
    plant: (copy) => added(copy, 'tests/rules/planted.test.ts', redTest),
  },
  test: {
    failure: 'a red test',
    command: ['test', ...onlyTheRed],
    says: /Error: planted/,
    plant: (copy) => added(copy, 'tests/rules/planted.test.ts', redTest),
  },
  'test:deep': {
    failure: 'a red test',
    command: ['test:deep', '--', '--project', 'sqlite', '--testNamePattern', 'planted red'],
    says: /Error: planted/,
    plant: (copy) => added(copy, 'tests/deep/planted-red.test.ts', redTest.replace("'red'", "'planted red'")),
  },
  verify: {
    failure: 'a state that was written by hand',
    command: ['verify'],
    says: /stands in stored/,
    plant: tampered,
    env: { DATABASE_URL: 'file:tampered.db' },
  },
  simulate: {
    failure: 'events that do not name the one before them',
    command: ['simulate', '--', '--days', '2', '--rate', '20'],
    says: /does not follow on the one before/,
    plant: (copy) =>
      replaced(
        copy,
        'server/items/write.ts',
        '...what, changed, previousHash }',
        "...what, changed, previousHash: '' }",
      ),
  },
  faults: {
    failure: 'scans that are acknowledged, and of which no answer is kept',
    command: ['faults', '--', '--only', 'kill', '--rounds', '1'],
    says: /\d+ acknowledged scans are gone/,
    plant: (copy) =>
      replaced(copy, 'server/http/idempotency.ts', 'await tx.add(answers, { ...row, answer });', ''),
  },
  bench: {
    failure: 'a goal that is missed',
    command: ['bench', '--', 'handheld_js_kb'],
    says: /handheld_js_kb.*≤ 1\b/,
    plant: (copy) => replaced(copy, 'tests/bench/handheld.ts', 'than: 120 }', 'than: 1 }'),
  },
  mutate: {
    failure: 'tests that notice too little',
    command: ['mutate', '--', '--only', 'server/customs', '--sample', '2', '--tests', 'rules/dates'],
    says: /% of 2 noticed/,
    plant: (copy) => replaced(copy, 'tests/mutate/main.ts', 'const GOAL = 0.85', 'const GOAL = 1.01'),
  },
  'mutate:scope': {
    failure: 'a permission that nobody misses',
    command: ['mutate:scope', '--', "needs 'audit.read' of GET"],
    says: /NOBODY NOTICED/,
    plant: (copy) =>
      replaced(copy, 'tests/mutate-scope/trial.ts', 'const putBack = remove();', 'const putBack = () => {};'),
  },
};

async function shown(name: string, { failure, command, says, plant, env }: Shown): Promise<boolean> {
  const copy = aCopy();
  try {
    await plant(copy);
    // What copies the project once more asks git which files are its own.
    for (const args of [
      ['init', '-q'],
      ['add', '-A'],
    ])
      spawnSync('git', args, { cwd: copy });
    const ran = spawnSync('npm', ['run', ...command], {
      ...{ cwd: copy, encoding: 'utf8', maxBuffer: 1e9, env: { ...process.env, CI: 'true', ...env } },
    });
    const red = ran.status === 1 && says.test(stripVTControlCharacters(`${ran.stdout}${ran.stderr}`));
    console.log(
      `${red ? '✓' : '✗'} ${name}: ${failure} → npm run ${command.join(' ')} ended with ${ran.status}`,
    );
    if (!red) console.log(`${ran.stdout}${ran.stderr}`.slice(-3_000));
    return red;
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}

const names = process.argv.slice(2);
const unknown = names.filter((name) => !(name in all));
if (unknown.length) throw new Error(`There is no ${unknown}; there are ${Object.keys(all).join(', ')}.`);
let green = 0;
for (const [name, one] of Object.entries(all))
  if ((names.length === 0 || names.includes(name)) && !(await shown(name, one))) green++;
process.exit(green ? 1 : 0);
