import { expect, onTestFinished, test } from 'vitest';
import type { Viewer } from '../../db/seen-by.ts';
import { Problem } from '../../server/http/problem.ts';
import { FairPool } from '../../server/read-worker/fair-pool.ts';

type Asked = { readonly does: string };
const LIMIT_MS = 1_500;
const exporter = (organisation: string): Viewer => ({ as: 'exporter', id: organisation, organisation });
const [whale, kite] = [exporter('whale'), exporter('kite')];

function aPool() {
  const pool = new FairPool<Asked, string>(new URL('../plant/hard-worker.mjs', import.meta.url), 'work', {
    atMostMs: ({ does }) => (does === 'never ends' ? LIMIT_MS : 60_000),
    tooMuch: () => new Problem(422, 'too_much', { zh: '太多', en: 'Too much.' }),
    resourceLimits: { maxOldGenerationSizeMb: 16 },
  });
  onTestFinished(() => pool.close());
  const ask = (does: string, viewer: Viewer = kite) =>
    pool
      .ask({ does }, viewer)
      .catch((error: Error) => (error instanceof Problem ? error.code : error.message));
  return { pool, ask };
}

test.each([
  ['dies', 'worker exited with code: 1'],
  ['fills its memory', 'too_much'],
  ['never ends', 'too_much'],
  ['fails', 'It failed.'],
])(
  'a question that %s fails alone: those that wait behind it are answered, without a new one',
  async (does, said) => {
    const { ask } = aPool();
    expect(await Promise.all([ask(does, whale), ask('first'), ask(does, whale), ask('second')])).toEqual([
      ...[said, 'first', said, 'second'],
    ]);
    expect(await ask('later')).toBe('later');
  },
);

test('whoever waits is not ended for the time that others took', async () => {
  const { ask } = aPool();
  const all = [ask('never ends', whale), ask('never ends', kite), ask('answers', exporter('heron'))];
  expect(await Promise.all(all)).toEqual(['too_much', 'too_much', 'answers']);
});

test('those that fail keep no place: an organisation whose questions died may ask a dozen again', async () => {
  const { ask } = aPool();
  const round = () => Promise.all(Array.from({ length: 13 }, () => ask('dies', whale)));
  for (const said of [...(await round()), ...(await round())]) expect(said).toContain('exited');
});

test('at its closing whoever waits is told so', async () => {
  const { pool, ask } = aPool();
  const all = [ask('never ends', whale), ask('second'), ask('third')];
  await pool.close();
  for (const said of await Promise.all(all)) expect(said).toMatch(/terminat|closed/i);
});
