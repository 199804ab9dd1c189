import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { mintCode } from '../../server/identifiers/code.ts';
import { looksLike, serialIn, waybillIn } from '../../server/scans/looks.ts';

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
  ['an IMEI', '490154203237518', 'IMEI', '490154203237518', '490154203237518'],
  ['a waybill', 'JT1234567890123', '运单号', 'JT1234567890123', 'JT1234567890123'],
  ['a serial', 'SN-4711', null, 'SN-4711', 'SN-4711'],
  ['words', '左耳没有声音', null, null, null],
  ['data of a program', '{"a":1}', null, null, null],
  ['nothing', '', null, null, null],
])('%s', (_what, text, name, serial, waybill) => {
  expect(looksLike(text)?.zh ?? null).toBe(name);
  expect(serialIn(text)).toBe(serial);
  expect(waybillIn(text)).toBe(waybill);
});
