import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { root } from '../house-rules/sources.ts';
import { byHand } from '../mutate/by-hand.ts';
import { faultOf, reasons } from '../mutate/reasons.ts';
import { mutants } from '../mutate-scope/all.ts';
import { equivalents } from '../mutate-scope/equivalents.ts';
import type { Mutant } from '../mutate-scope/mutant.ts';
import { fullHouse, type Snapshot } from '../mutate-scope/snapshot.ts';
import { noticed } from '../mutate-scope/trial.ts';

// All of them are tried by `npm run mutate:scope`; here, three of each kind.
const kinds = [...new Set(mutants.map(({ kind }) => kind))];
const of = (kind: string) => mutants.filter((one) => one.kind === kind && !(one.what in equivalents));
const three = (kind: string): readonly Mutant[] => {
  const all = of(kind);
  return [0, 0.4, 0.8].flatMap((part) => all[Math.floor(part * all.length)] ?? []);
};

/** The sweep of all routes takes minutes; what is asked first has to do. */
const noSweep = async () => new Map();
let house: Snapshot;
beforeAll(async () => {
  house = await fullHouse();
});
afterAll(() => house.throwAway());

test.each(kinds)('a test notices when one of these is gone: %s', async (kind) => {
  for (const mutant of three(kind)) expect(await noticed(mutant, house, noSweep), mutant.what).not.toBeNull();
});

test.each(kinds)('no test cries when nothing is gone: %s', async (kind) => {
  const [mutant] = three(kind);
  const nothing = { ...(mutant as Mutant), remove: () => () => {} };
  expect(await noticed(nothing, house, noSweep)).toBeNull();
});

test('what was removed stands there again', async () => {
  for (const mutant of kinds.flatMap(three)) {
    mutant.remove()();
    expect(await noticed({ ...mutant, remove: () => () => {} }, house, noSweep), mutant.what).toBeNull();
  }
});

test('every lock that has a second one behind it is one that we have', () => {
  const all = mutants.map(({ what }) => what);
  expect(new Set(all).size).toBe(all.length);
  expect(Object.keys(equivalents).filter((what) => !all.includes(what))).toEqual([]);
  expect(kinds.length).toBe(6);
});

test('every mistake that is made by hand can still be made: what it changes stands in its file', () => {
  const held = ({ file, was }: (typeof byHand)[number]) => readFileSync(join(root, file), 'utf8').split(was);
  const gone = byHand.filter((one) => held(one).length !== 2);
  expect(gone.map(({ file, what }) => `${file}: ${what}`)).toEqual([]);
});

test('every reason why nobody needs to notice a mistake speaks of one piece of code that is still there', () => {
  expect(reasons.flatMap((one) => faultOf(one) ?? [])).toEqual([]);
  const [known] = reasons as [(typeof reasons)[number]];
  expect(faultOf({ ...known, was: 'nothing of the kind' })).toContain('any more');
  expect(faultOf({ ...known, file: 'server/gone.ts' })).toContain('any more');
  expect(faultOf({ ...known, was: 'const' })).toContain('say at which');
  expect(faultOf({ ...known, at: 'something else' })).toContain('does not hold');
});
