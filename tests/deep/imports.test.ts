import iconv from 'iconv-lite';
import { expect, onTestFinished, test } from 'vitest';
import { finishTasks } from '../../server/jobs/background-tasks.ts';
import { sent } from '../fuzz/asked.ts';
import { openBooks } from '../fuzz/books.ts';
import { aHouse, newScan } from '../world.ts';

const head = '您的单号,商品编码,数量,序列号,退货原因,出口日期,承运商,运单号';
const good = 'PO-1,SHIRT,1,,R01,2026-09-01,J&T,JT0001112223334';
const file = (...rows: string[]) => [head, ...rows].join('\r\n');
const row = (change: Readonly<Record<number, string>>) =>
  good
    .split(',')
    .map((cell, i) => change[i] ?? cell)
    .join(',');
const bytes = (...all: number[]) => Buffer.from(all);

/** Forty ways in which a spreadsheet arrives broken. */
const broken: readonly (readonly [string, string | Buffer])[] = [
  ['nothing at all', ''],
  ['only a byte order mark', bytes(0xef, 0xbb, 0xbf)],
  ['only blank lines', '\r\n\r\n , \r\n'],
  ['only a header', head],
  ['no header', good],
  ['a header without the SKU', file(good).replace('商品编码', '颜色')],
  ['a header without the quantity', file(good).replace('数量', '颜色')],
  ['one column twice', file(good).replace('序列号', '商品编码 ')],
  ['a workbook', Buffer.from('PK\u0003\u0004whatever')],
  ['an old workbook', bytes(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1)],
  ['a PDF', '%PDF-1.7\n'],
  ['a picture', bytes(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0)],
  ['UTF-32', iconv.encode(file(good), 'utf-32le')],
  ['bytes of no encoding', Buffer.from(Array.from({ length: 999 }, (_, i) => ((i * 7919) % 254) + 1))],
  [
    'a sign cut in half',
    Buffer.concat([Buffer.from(`${head}\r\nPO-1,SHIRT,1,`), bytes(0xe8, 0x80), Buffer.from(',R01,,,')]),
  ],
  ['a NUL in a cell', file(row({ 1: 'SH\0IRT' }))],
  ['a bell in a cell', file(row({ 1: 'SH\u0007IRT' }))],
  ['a quote never closed', file(row({ 3: '"SN' }))],
  ['a quote in the middle', file(row({ 3: '5" x' }))],
  ['a quote closed too early', file(row({ 3: '"5" x"' }))],
  ['a cell too many', `${file(good)},extra`],
  ['a cell too few', file('PO-1,SHIRT,1')],
  ['a shortened barcode', file(row({ 1: '6.90123E+12' }))],
  ['a cell of 2,001 signs', file(row({ 3: 'A'.repeat(2_001) }))],
  ['a row of a megabyte', file(row({ 3: 'A'.repeat(2 ** 20) }))],
  ['no SKU', file(row({ 1: '' }))],
  ['a SKU of 65 signs', file(row({ 1: 'A'.repeat(65) }))],
  ['no quantity', file(row({ 2: '' }))],
  ['a quantity in words', file(row({ 2: '两件' }))],
  ['a damaged quantity', file(row({ 2: '#REF!' }))],
  ['a waybill as Excel shortens it', file(row({ 7: '9,61E+11' }))],
  ['a SKU that nobody has', file(row({ 1: 'NO-SUCH' }))],
  ['quantity 0', file(row({ 2: '0' }))],
  ['a negative quantity', file(row({ 2: '-1' }))],
  ['half a piece', file(row({ 2: '0.5' }))],
  ['10,001 pieces', file(row({ 2: '10001' }))],
  ['two pieces with one serial', file(row({ 2: '2', 3: 'SN-00001' }))],
  ['one serial twice', file(row({ 3: 'SN-00001' }), row({ 0: 'PO-1', 3: 'SN-00001' }))],
  ['a reason that nobody knows', file(row({ 4: 'R77' }))],
  ['a date that is none', file(row({ 5: '2026-02-30' }))],
  ['a date of tomorrow', file(row({ 5: '2031-01-01' }))],
  ['a date as no calendar writes it', file(row({ 5: '459017' }))],
  ['two carriers for one parcel', file(good, row({ 6: 'Other' }))],
  ['a waybill that is none', file(row({ 7: '///' }))],
  ['one good row and one bad', file(good, row({ 0: 'PO-2', 2: 'x' }))],
  ['10,001 rows', file(...Array.from({ length: 10_001 }, () => good))],
];

test('a broken spreadsheet stores nothing and is told about cell by cell, in Chinese and English', async () => {
  const house = await aHouse();
  const cookie = await house.cookieOf('whale');
  await house.call('whale', 'GET /api/v1/me');
  const books = await openBooks(house.deps.config.DATABASE_URL);
  onTestFinished(() => books.close());
  const send = (some: string | Buffer) =>
    sent(
      house,
      'post',
      `/api/v1/return-orders/imports?warehouse=HK&scanId=${newScan()}`,
      { cookie, 'content-type': 'text/csv' },
      Buffer.from(some),
    );
  const before = await books.digest();
  expect(broken.length).toBeGreaterThan(40);
  for (const [what, some] of broken) {
    const { status, text } = await send(some);
    expect(status, `${what}: ${text.slice(0, 300)}`).toBe(200);
    const { faults, accepted } = JSON.parse(text);
    expect(accepted, what).toBeNull();
    expect(faults.length, what).toBeGreaterThan(0);
    for (const { words } of faults.slice(0, 5)) expect(words.zh && words.en, what).toBeTruthy();
    expect(await books.digest(), what).toBe(before);
  }
  const { status, text } = await send(file(good));
  expect([status, JSON.parse(text).faults]).toEqual([202, []]);
  await finishTasks(house.deps);
  const { body } = await house.call('whale', 'GET /api/v1/return-orders');
  expect(body.rows).toMatchObject([{ reference: 'PO-1', state: { id: 'approved' } }]);
});
