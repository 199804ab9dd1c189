import { expect, test } from 'vitest';
import { Failure } from '../../client/shared/failure.ts';
import { unansweredKept } from '../../client/shared/unanswered.ts';

const words = { zh: '某', en: 'some' };
const lost = new Failure(0, 'offline', words);
const refused = new Failure(409, 'refused', words);

/** The scanIds under which presses with these contents went out, each with what came of it. */
async function pressed(...presses: readonly (readonly [content: string, came: Failure | 'answer'])[]) {
  const once = unansweredKept();
  const ids: string[] = [];
  for (const [i, [content, came]] of presses.entries())
    await once({ content, scanId: `s${i}` }, async ({ scanId }) => {
      ids.push(scanId);
      if (came !== 'answer') throw came;
    }).catch(() => {});
  return ids.join(' ');
}

test('the same, pressed again while nobody answered it, is the same thing; after an answer it is a new one', async () => {
  expect(await pressed(['a', lost], ['a', lost], ['a', 'answer'], ['a', 'answer'])).toBe('s0 s0 s0 s3');
  expect(await pressed(['a', refused], ['a', 'answer'])).toBe('s0 s1');
  expect(await pressed(['a', lost], ['b', 'answer'], ['b', 'answer'])).toBe('s0 s1 s2');
});

test('two presses at once are one', async () => {
  const once = unansweredKept();
  const ids: string[] = [];
  const send = async ({ scanId }: { scanId: string }) => void ids.push(scanId);
  await Promise.all([once({ a: 1, scanId: 's1' }, send), once({ a: 1, scanId: 's2' }, send)]);
  expect(ids).toEqual(['s1', 's1']);
});

test('what carries no scanId is sent as it is', async () => {
  expect(await unansweredKept()({ a: 1 }, async (asked) => asked)).toEqual({ a: 1 });
});
