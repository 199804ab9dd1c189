import { EventEmitter } from 'node:events';
import type { NextFunction, Request, Response } from 'express';
import { expect, test } from 'vitest';
import { triesInTurn } from '../../server/access/tries-in-turn.ts';
import type { Deps } from '../../server/process/deps.ts';

const deps = {
  accounts: { options: { secret: 'a secret of thirty-two signs or more' } },
  config: {},
} as unknown as Pick<Deps, 'accounts' | 'config' | 'database'>;

/** One that tries a password of this person, and what comes of it. */
function trying(turn: ReturnType<typeof triesInTurn>, username: string) {
  const req = { path: '/sign-in/username', headers: {}, ip: '10.0.0.1' } as unknown as Request;
  const res = Object.assign(new EventEmitter(), {
    ...{ locals: { accountFields: { username } }, closed: false },
  }) as unknown as Response;
  const is: { let: boolean; refused: unknown } = { let: false, refused: undefined };
  const next: NextFunction = () => {
    is.let = true;
  };
  const over = Promise.resolve(turn(req, res, next)).catch((error) => {
    is.refused = error;
  });
  return { is, over, end: () => res.emit('close') };
}
const soon = () => new Promise(setImmediate);

test('of one name one is looked at, thirty at most are in line, and the next is turned away at once', async () => {
  const turn = triesInTurn(deps);
  const thirty = Array.from({ length: 30 }, () => trying(turn, 'wang'));
  const late = trying(turn, 'wang');
  const other = trying(turn, 'chen');
  await late.over;
  await soon();
  expect(late.is).toMatchObject({ let: false, refused: { status: 429, code: 'too_many' } });
  expect(thirty.map(({ is }) => is.let)).toEqual([true, ...Array(29).fill(false)]);
  // Nobody waits for another’s name.
  expect(other.is.let).toBe(true);
  thirty[0]?.end();
  await soon();
  expect(thirty.map(({ is }) => is.let).filter(Boolean)).toHaveLength(2);
  const again = trying(turn, 'wang');
  await soon();
  expect(again.is.refused).toBeUndefined();
});
