import { expect, test } from 'vitest';
import {
  canonicalInput,
  fallsUnder,
  signedForThis,
  unsigned,
  usedBy,
  waitingSignature,
} from '../../server/workflow/four-eyes.ts';

const now = new Date('2026-11-23T02:00:00Z');
const ago = (milliseconds: number) => new Date(now.getTime() - milliseconds);
const aDay = 86_400_000;
const papers = { customsStatus: 'RELEASED_DOMESTIC', exportDate: '2026-09-01', releaseDate: null };
const plain = { quantity: 10, ...papers, ...unsigned };
const signed = {
  ...plain,
  ...{ signedBy: 'wang', signedFor: 'recount', signedAt: ago(1) },
  signedGiven: '[["quantity",7],["reason","盘点"]]',
};
const given = { quantity: 7, reason: '盘点' };

test('a battery’s release falls under its setting, the release of anything else under none', () => {
  expect(fallsUnder(plain, 'liftHold', { kind: 'battery', reason: '好' })).toEqual({
    ...{ id: 'hazardRelease', size: 1, addsUpWith: [] },
  });
  for (const kind of ['quality', 'customs', undefined])
    expect(fallsUnder(plain, 'liftHold', { kind })).toBeUndefined();
});

test.each([
  [{ customsStatus: 'ZONE_BONDED' }, true],
  [{ exportDate: '2026-09-02' }, true],
  [{ releaseDate: '2026-09-02' }, true],
  [{ releaseDate: '2026-09-02', customsStatus: papers.customsStatus }, true],
  [{ customsStatus: papers.customsStatus, exportDate: papers.exportDate }, false],
  [{ serial: 'SN-1' }, false],
  [{}, false],
])('a correction to %j overrides the regime: %s', (changes, overrides) => {
  const found = fallsUnder(plain, 'correct', { reason: '账册', ...changes });
  expect(found).toEqual(overrides ? { id: 'regimeOverride', size: 1, addsUpWith: [] } : undefined);
});

test('a count changes as much as it is off, up or down', () => {
  const size = (quantity: number) => fallsUnder(plain, 'recount', { quantity });
  for (const [found, off] of [
    [4, 6],
    [10, 0],
    [17, 7],
  ] as const)
    expect(size(found)).toMatchObject({ id: 'countAdjustment', size: off });
});

test('what a count used up of the limit is what it changed, unless two agreed on exactly that', () => {
  const asked = { quantity: 4, reason: '盘点' };
  const used = (changed: object, byWhom = 'wu') =>
    usedBy({ step: 'recount', quantity: 4, given: asked, changed: { ...changed }, byWhom });
  const quantity = [10, 4];
  const signedGiven = [canonicalInput(asked), null];
  expect(used({})).toBe(0);
  expect(used({ quantity })).toBe(6);
  expect(used({ quantity: [4, 10] })).toBe(6);
  expect(used({ quantity, signedBy: ['wang', null], signedGiven })).toBe(0);
  // One's own signature, or one for something else, that lapsed on the way is nobody's consent.
  expect(used({ quantity, signedBy: ['wu', null], signedGiven })).toBe(6);
  expect(used({ quantity, signedBy: ['wang', null], signedGiven: ['[]', null] })).toBe(6);
});

test('what is written off counts with every piece, and adds up with the counts', () => {
  const lost = fallsUnder(plain, 'reportLost', { reason: '不见' });
  expect(lost).toMatchObject({ id: 'countAdjustment', size: plain.quantity });
  for (const step of ['reportLost', 'recount'] as const)
    expect(fallsUnder(plain, step, { quantity: 1 })?.addsUpWith.toSorted()).toEqual([
      'recount',
      'reportLost',
    ]);
  const before = { step: 'reportLost', quantity: 7, given: {}, byWhom: 'wu' };
  expect(usedBy({ ...before, changed: {} })).toBe(7);
  expect(usedBy({ ...before, changed: { signedBy: [null, 'wu'] } })).toBe(0);
  expect(usedBy({ ...before, changed: { signedBy: ['wang', null], signedGiven: ['[]', null] } })).toBe(0);
});

test('no other step takes two by a setting', () => {
  for (const step of ['hold', 'destroy', 'signDestruction', 'inspect', null])
    expect(fallsUnder(plain, step, { kind: 'battery', customsStatus: 'X', quantity: 1 })).toBeUndefined();
});

test('a signature waits for one day and not a moment longer', () => {
  const after = (milliseconds: number) => waitingSignature({ ...signed, signedAt: ago(milliseconds) }, now);
  expect(after(0)).toEqual({ by: 'wang', step: 'recount', given: signed.signedGiven, at: now });
  expect(after(aDay - 1)).toMatchObject({ by: 'wang' });
  expect([after(aDay), after(aDay + 1)]).toEqual([null, null]);
});

test('where nobody signed, or it is not known for what or when, nothing waits', () => {
  expect(waitingSignature(plain, now)).toBeNull();
  for (const part of ['signedBy', 'signedFor', 'signedAt'] as const)
    expect(waitingSignature({ ...signed, [part]: null }, now), part).toBeNull();
});

test('who signed for this very step with the same content is told, in whatever order it was given', () => {
  expect(signedForThis(signed, 'recount', given, now)).toBe('wang');
  expect(signedForThis(signed, 'recount', { reason: '盘点', note: undefined, quantity: 7 }, now)).toBe(
    'wang',
  );
  expect(signedForThis(signed, 'recount', { ...given, quantity: 8 }, now)).toBeNull();
  expect(signedForThis(signed, 'recount', { ...given, note: '' }, now)).toBeNull();
  expect(signedForThis(signed, 'correct', given, now)).toBeNull();
  expect(signedForThis({ ...signed, signedAt: ago(aDay) }, 'recount', given, now)).toBeNull();
  expect(signedForThis(plain, null, {}, now)).toBeNull();
});

test('what was given is written the same whenever it is the same', () => {
  const one = canonicalInput({ b: 2, a: '1', c: undefined, d: null });
  expect(one).toBe(canonicalInput({ d: null, a: '1', b: 2 }));
  expect(JSON.parse(one)).toEqual([
    ['a', '1'],
    ['b', 2],
    ['d', null],
  ]);
  expect(canonicalInput({ a: 1 })).not.toBe(canonicalInput({ a: '1' }));
});

test('a signature that is taken back leaves nothing of itself', () => {
  expect({ ...signed, ...unsigned }).toEqual(plain);
  expect(Object.values(unsigned)).toEqual([null, null, null, null]);
});
