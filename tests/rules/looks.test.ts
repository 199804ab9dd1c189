import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { mintCode } from '../../server/identifiers/code.ts';
import { isLikelyWaybill, waybillIn } from '../../server/identifiers/waybill-in.ts';
import { isWholeSerial, looksLike, serialIn, serialsIn } from '../../server/scans/looks.ts';

const gs = '\u001d';
const random = (n: number) => randomBytes(n);
const ours = mintCode('item', random);

/** What a field for serials and one for waybills make of what comes off a label. */
test.each([
  ['one of our labels', ours, '货品', null, null],
  ['a return order', mintCode('returnOrder', random), '退货单', null, null],
  ['a place', 'A-01-01-1', '货位', null, null],
  ['a product', '06901234567892', '商品条码', null, null],
  ['a short product code', '96385074', '商品条码', null, null],
  ['a web address', 'https://example.com/p/1', '网址', null, null],
  ['our own address', `https://wms.example.com/i/${ours}`, '货品', null, null],
  ['GS1 with a serial', `]d20106901234567892${gs}21SN-77`, '商品二维码', 'SN-77', null],
  ['GS1 without one', ']d20106901234567892', '商品二维码', null, null],
  ['an IMEI', '490154203237518', 'IMEI', '490154203237518', null],
  ['a waybill', 'JT1234567890123', '运单号', 'JT1234567890123', 'JT1234567890123'],
  ['a serial', 'SN-4711', null, 'SN-4711', 'SN-4711'],
  ['a printed serial', '序列号：AB/12_3', '序列号', 'AB/12_3', null],
  ['a printed IMEI', 'IMEI: 49-015420-323751-8', 'IMEI', '490154203237518', null],
  ['a printed IMEI that is wrong', 'IMEI: 490154203237519', null, null, null],
  ['an IMEI with its software', '490154203237518 07', 'IMEI', '490154203237518', null],
  ['sixteen digits', '4901542032375107', 'IMEI', '4901542032375107', '4901542032375107'],
  ['Codabar, as the scanner says', ']F0A12345678B', null, '12345678', '12345678'],
  ['Codabar, perhaps', 'A12345678B', null, 'A12345678B', 'A12345678B'],
  ['words', '左耳没有声音', null, null, null],
  ['data of a program', '{"a":1}', null, null, null],
  ['nothing', '', null, null, null],
])('%s', (_what, text, name, serial, waybill) => {
  expect(looksLike(text)?.zh ?? null).toBe(name);
  expect(serialIn(text)).toBe(serial);
  expect(waybillIn(text)).toBe(waybill);
});

test('what a serial can be besides', () => {
  expect(serialsIn('A12345678B')).toEqual(['A12345678B', '12345678']);
  expect(serialsIn('4901542032375107')).toEqual(['4901542032375107', '490154203237518']);
  expect(serialsIn(`]d20106901234567892${gs}21S/1${gs}8040490154203237518`)).toEqual([
    'S/1',
    '490154203237518',
  ]);
});

test.each([
  ['490154203237518', true],
  ['IMEI：49-015420-323751-8', true],
  [`]d20106901234567892${gs}217`, true],
  [']d20106901234567892', false],
  ['4901542032375107', false],
  ['SN: AB1234', false],
  ['AB1234', false],
])('%s says by itself that it is a whole serial: %s', (text, isWhole) => {
  expect(isWholeSerial(text)).toBe(isWhole);
});

test.each([
  ['1Z999AA10123456784', true],
  ['EA123456789CN', true],
  ['123456789012', false],
  ['123456789010', true],
  ['700000000000007', true],
  ['490154203237518', false],
  ['BLIND-99887', false],
  ['SN-4711', false],
])('%s looks like a carrier’s number: %s', (text, isLikely) => {
  expect(isLikelyWaybill(text)).toBe(isLikely);
});
