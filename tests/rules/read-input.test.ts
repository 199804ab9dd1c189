import { expect, test } from 'vitest';
import { z } from 'zod';
import type { Problem } from '../../server/http/problem.ts';
import { readInput } from '../../server/http/read-input.ts';
import { LineAsk, OrderAsk } from '../../server/returns/submit.ts';

const refused = (shape: z.ZodType, given: unknown) =>
  readInput(shape, given).then(
    () => undefined,
    ({ extra }: Problem) => extra as { issues: z.core.$ZodIssue[]; total?: number; atLeast?: number },
  );
/** What `work` tells, and how often others had their turn meanwhile. */
async function between<Told>(work: () => Promise<Told>) {
  let turns = 0;
  let isOver = false;
  const others = () => {
    turns++;
    if (!isOver) setImmediate(others);
  };
  setImmediate(others);
  const told = await work();
  isOver = true;
  return { told, turns };
}
const fields = Object.keys(LineAsk.shape);
const lines = (n: number, line: object) => ({
  warehouse: 'HK',
  lines: Array.from({ length: n }, () => line),
});
const wrong = Object.fromEntries(fields.map((field) => [field, true]));
const right = {
  sku: 'SHIRT',
  quantity: 1,
  reasonText: '外壳有划痕, 屏幕[左上角]破裂',
  salesOrder: 'T-1',
  serial: 'S-1',
};

test('others have their turns while two thousand lines are read, wrong in every place or right', async () => {
  const faults = await between(() => refused(OrderAsk, lines(2_000, wrong)));
  expect(faults.turns).toBeGreaterThan(1);
  expect(faults.told).toMatchObject({ issues: { length: 100 }, atLeast: expect.any(Number) });
  const read = await between(() => readInput(OrderAsk, lines(2_000, right)));
  expect([read.told.lines.length, read.turns > 1]).toEqual([2_000, true]);
});

test('thousands of faults are counted, and no more are looked for', async () => {
  const each = fields.length;
  const some = await refused(OrderAsk, lines(300, wrong));
  expect([some?.total, some?.atLeast, some?.issues.length]).toEqual([300 * each, undefined, 100]);
  const many = await refused(OrderAsk, lines(2_000, wrong));
  expect(many?.total).toBeUndefined();
  expect(many?.atLeast).toBeGreaterThanOrEqual(5_000);
  expect(many?.atLeast).toBeLessThan(5_000 + each);
});

test('a list that is too long is refused for that alone', async () => {
  const { issues } = (await refused(OrderAsk, lines(2_001, wrong))) ?? {};
  expect(issues).toMatchObject([{ code: 'too_big', maximum: 2_000, path: ['lines'] }]);
});

const Deep = z.strictObject({
  name: z.string(),
  more: z
    .object({
      codes: z
        .array(z.string().transform((text) => text.toUpperCase()))
        .max(3)
        .readonly()
        .optional(),
      of: z.record(z.string(), z.array(z.number()).min(1).max(2)).default({}),
    })
    .optional(),
  rows: z
    .array(z.strictObject({ n: z.number().default(7), parts: z.array(z.boolean()).max(2) }))
    .max(2)
    .default([]),
});
test.each([
  { name: 'a' },
  { name: 'a', rows: [{ parts: [true] }, { n: 1, parts: [] }], more: { codes: ['x'], of: { a: [1] } } },
  { name: 7, rows: [{ parts: [1] }, 3], more: { codes: [1, 'a'], of: { a: [], b: ['x'], c: 7 } }, other: 1 },
  { name: 'a', rows: [{ parts: [true, 1, 1] }, {}, {}], more: { codes: 'x', of: [] } },
  { rows: 'x', more: null },
  7,
  null,
  { name: 'a', rows: [{ parts: [true], more: 1 }], more: { of: { a: null } } },
])('in pieces it says what it says of the whole: %j', async (given) => {
  const whole = Deep.safeParse(given);
  const sorted = (issues: readonly z.core.$ZodIssue[] = []) =>
    issues.map((one) => JSON.stringify(one)).sort();
  if (whole.success) expect(await readInput(Deep, given)).toEqual(whole.data);
  else expect(sorted((await refused(Deep, given))?.issues)).toEqual(sorted(whole.error.issues));
});
