import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { dearest, dearFiles, overBudget } from '../budget.ts';
import { root } from '../house-rules/sources.ts';
import { sqliteAlone } from '../sqlite-alone.ts';

// Every project runs tests of at least one of these folders; the journeys are run by two of them.
const folders = ['rules', 'journeys', 'screens'];
const projects = ['pure', 'sqlite', 'postgres', 'screens'];
const vitest = join(root, 'node_modules/vitest/vitest.mjs');
const green = "test('green', () => {});";

/** What `npm test` runs, with nothing but this file in every project; what it ended with, and its last line. */
async function run(file: string, ...args: string[]) {
  mkdirSync(join(root, 'dist'), { recursive: true });
  // Inside the project, so that the planted file finds what it imports.
  const planted = mkdtempSync(join(root, 'dist/red-'));
  onTestFinished(() => rmSync(planted, { recursive: true, force: true }));
  for (const folder of folders) {
    const path = join(planted, 'tests', folder, 'of-one-run.test.ts');
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, `import { afterAll, beforeAll, test } from 'vitest';\n${file}\n`);
  }
  const { VITEST: _, ...env } = process.env;
  const config = ['--root', planted, '--config', join(root, 'vitest.config.ts')];
  const child = spawn(process.execPath, [vitest, 'run', ...config, ...args], { cwd: root, env });
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (part) => {
      said += part;
    });
  const [code] = await once(child, 'exit');
  const lines = said.trimEnd().split('\n');
  return { code, said, last: lines.at(-1) };
}

test('a run of green tests ends with 0', async () => {
  expect(await run(green)).toMatchObject({ code: 0, last: '4 passed, 0 failed, 0 skipped' });
});

test.each([
  ['a red test', "test('red', () => { throw new Error('planted'); });", '0 passed, 4 failed'],
  ['a red hook before', `beforeAll(() => { throw new Error('planted'); });\n${green}`, '0 passed, 8 failed'],
  ['a red hook after', `afterAll(() => { throw new Error('planted'); });\n${green}`, '4 passed, 4 failed'],
  ['an unhandled rejection', `${green}\nvoid Promise.reject(new Error('planted'));`, '4 passed, 4 failed'],
  ['a suite that cannot load', `import './nowhere.ts';\n${green}`, '0 passed, 4 failed'],
  ['a process that ends itself', "test('red', () => { process.kill(process.pid, 'SIGKILL'); });", ' failed'],
  ['a test that does not run', "test.skip('red', () => {});", '0 passed, 4 failed'],
])('%s in every project ends the run with 1', async (_, file, counted) => {
  const { code, last, said } = await run(file);
  expect(code, said).toBe(1);
  expect(last, said).toContain(counted);
});

test('one red project alone is enough, whichever it is', async () => {
  for (const project of projects) {
    const { code, last } = await run(
      "test('red', () => { throw new Error('planted'); });",
      '--project',
      project,
    );
    expect([project, code, last]).toEqual([project, 1, '0 passed, 1 failed, 0 skipped']);
  }
});

test('a test that is skipped for a reason is counted and its reason told', async () => {
  const { code, last, said } = await run("test('other', ({ skip }) => skip('planted reason'));");
  expect([code, last]).toEqual([0, '0 passed, 0 failed, 4 skipped']);
  expect(said).toContain('4 skipped: planted reason');
});

test('a file that takes more of a processor than it may ends a whole run with 1, and only that', async () => {
  const slow = `test('slow', () => {
    const used = () => Object.values(process.cpuUsage()).reduce((sum, one) => sum + one);
    for (const until = used() + 6e5; used() < until; );
  });`;
  vi.stubEnv('FILE_BUDGET_SECONDS', '0.4');
  onTestFinished(() => void vi.unstubAllEnvs());
  const { code, last, said } = await run(slow);
  expect([code, last], said).toEqual([1, '4 passed, 4 failed, 0 skipped']);
  expect(said).toMatch(
    /✗ pure tests\/rules\/of-one-run.test.ts took \d+\.\d s of a processor; a file may take/,
  );
  // One project alone is no whole.
  expect((await run(slow, '--project', 'pure')).last).toBe('1 passed, 0 failed, 0 skipped');
});

test('dear is who takes more than a file may, in seconds and as a part of the whole; or more than allowed', () => {
  const cost = (file: string, seconds: number) => ({ project: 'pure', file, seconds });
  const many = Array.from({ length: 60 }, (_, i) => cost(`${i}`, 10));
  expect(overBudget([...many, cost('dear', 21)], 20, {})).toEqual([
    'pure dear took 21.0 s of a processor; a file may take 20.0 s',
  ]);
  expect(overBudget([...many, cost('cheap', 19)], 20, {})).toEqual([]);
  // On a machine of half the speed everything takes twice as long.
  const slow = many.map(({ file }) => cost(file, 22));
  expect(overBudget([...slow, cost('not dear', 26)], 20, {})).toEqual([]);
  expect(overBudget([...slow, cost('dear', 28)], 20, {})).toHaveLength(1);
  const exceptions = { dear: { times: 2, why: '' } };
  expect(overBudget([...many, cost('dear', 39)], 20, exceptions)).toEqual([]);
  expect(overBudget([...many, cost('dear', 41)], 20, exceptions)).toHaveLength(1);
  expect(dearest([...many, cost('dear', 21)])[1]).toContain('21.0 s  pure dear');
});

test('who may take more than others is there, and says why', () => {
  for (const [file, { times, why }] of Object.entries(dearFiles)) {
    expect(existsSync(join(root, file)), file).toBe(true);
    expect([times > 1, why.length > 20], file).toEqual([true, true]);
  }
});

test('the commands that judge end with what the tests ended with', () => {
  const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  expect(scripts.test).toBe('node .ci/ready.mjs build && vitest run --exclude "tests/deep/**"');
  expect(scripts['test:deep']).toBe('node .ci/ready.mjs build && vitest run tests/deep');
  // Each part of them ends the whole; nothing after a part can make it good again.
  for (const name of [
    'test',
    'test:deep',
    'check',
    'bench',
    'faults',
    'simulate',
    'mutate',
    'mutate:scope',
    'verify',
  ])
    expect(scripts[name]).not.toMatch(/\|\||;|(?<!&)&(?!&)/);
  const steps = readFileSync(join(root, '.ci/run'), 'utf8');
  expect(steps).toContain('set -euo pipefail');
  expect(steps.trimEnd().split('\n').slice(-6)).toEqual([
    'red=0',
    'npm run test:deep 2>&1 | tee "$log" || red=1',
    'node .ci/judge.mjs "$log" .ci/fewest-deep-tests || red=1',
    'npm test 2>&1 | tee "$log" || red=1',
    'node .ci/judge.mjs "$log" || red=1',
    'exit $red',
  ]);
});

test('what is proved deeply is left out of `npm test` in every project, and nothing else is', () => {
  const listed = (...args: string[]) => {
    const { VITEST: _, ...env } = process.env;
    const { stdout } = spawnSync(process.execPath, [vitest, 'list', '--filesOnly', ...args], {
      cwd: root,
      env,
      encoding: 'utf8',
    });
    return stdout
      .split('\n')
      .filter((line) => line.startsWith('['))
      .sort();
  };
  const all = listed();
  expect(new Set(all.map((line) => line.split(' ')[0])).size).toBe(projects.length);
  expect(
    all.filter((line) => Object.keys(sqliteAlone).some((file) => line === `[postgres] ${file}`)),
  ).toEqual([]);
  expect(listed('--exclude', 'tests/deep/**')).toEqual(all.filter((line) => !line.includes('tests/deep/')));
});

test('CI believes a run only by its summary, and only when enough tests ran', () => {
  const folder = mkdtempSync(join(tmpdir(), 'guihang-judge-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const [log, floors] = [join(folder, 'log'), join(folder, 'floors')];
  writeFileSync(floors, 'pure 10\nscreens 2\n');
  const judged = (...lines: string[]) => {
    writeFileSync(log, lines.join('\n'));
    return spawnSync(process.execPath, [join(root, '.ci/judge.mjs'), log, floors]).status;
  };
  const run = ['some lines', 'passed in pure: 10', 'passed in sqlite: 1', 'passed in screens: 2'];
  expect(judged(...run, '13 passed, 0 failed, 3 skipped\n')).toBe(0);
  expect(judged(...run, '13 passed, 0 failed, 3 skipped')).toBe(0);
  expect(judged(...run, '13 passed, 1 failed, 0 skipped\n')).toBe(1);
  expect(judged(...run, '13 passed, 0 failed, 0 skipped\nand then it fell over\n')).toBe(1);
  // Many more in one project do not stand for those of another.
  expect(judged('passed in pure: 900', 'passed in screens: 1', '901 passed, 0 failed, 0 skipped')).toBe(1);
  expect(judged('passed in pure: 900', '900 passed, 0 failed, 0 skipped')).toBe(1);
  expect(judged('passed in pure: 9', 'passed in screens: 900', '909 passed, 0 failed, 0 skipped')).toBe(1);
  expect(judged('13 passed, 0 failed, 0 skipped')).toBe(1);
  expect(judged('')).toBe(1);
  // A floor that is none lets nothing pass.
  for (const none of [
    '',
    '\n',
    '10',
    'pure',
    'pure 4,600',
    'pure many',
    'pure 0',
    'pure -1',
    'pure 1\n\nsqlite 1',
  ]) {
    writeFileSync(floors, none);
    expect(judged(...run, '13 passed, 0 failed, 0 skipped\n'), none).toBe(1);
  }
});

test('CI has a floor for every project, in both parts of a run', () => {
  const floorsOf = (file: string) =>
    readFileSync(join(root, '.ci', file), 'utf8')
      .trim()
      .split('\n')
      .map((line) => line.split(' ')[0])
      .sort();
  expect(floorsOf('fewest-tests')).toEqual([...projects].sort());
  expect(floorsOf('fewest-deep-tests')).toEqual(['postgres', 'sqlite']);
});

test('what runs on one database alone is there, and says why', () => {
  for (const [file, why] of Object.entries(sqliteAlone)) {
    expect(existsSync(join(root, file)), file).toBe(true);
    expect(why.length).toBeGreaterThan(20);
  }
});
