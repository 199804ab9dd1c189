import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { printBadges } from '../../labels/badge.ts';
import { code128, matrix } from '../../labels/barcode.ts';
import { printConsignmentLists } from '../../labels/consignment-list.ts';
import { printItemLabels } from '../../labels/item-label.ts';
import { printLocationLabels } from '../../labels/location-label.ts';
import type { Dpi } from '../../labels/paper.ts';
import { printReturnSlips } from '../../labels/return-slip.ts';
import { printShippingLabels } from '../../labels/shipping-label.ts';
import { barsOf } from './layout.ts';
import { findCodes, pageCount, picture, scan } from './reader.ts';
import { badge, consignment, item, location, shipment, slip } from './samples.ts';

const resolutions: readonly Dpi[] = [203, 300];
const alphabet = [...'0123456789ABCDEFGHJKMNPQRSTVWXYZ'];
const codes = (letter: string) =>
  fc.string({ unit: fc.constantFrom(...alphabet), minLength: 9, maxLength: 9 }).map((rest) => letter + rest);

describe.each(resolutions)('printed at %d dpi', (dpi) => {
  const options = { dpi, language: 'zh' } as const;

  test('an item label reads as its licence plate, as QR code and as Code 128', async () => {
    const { pdf } = await printItemLabels([item], options);
    expect(await scan(picture(pdf, dpi))).toEqual(['Code128 G7K2M9Q4XF', 'QRCode G7K2M9Q4XF']);
  });

  test('an item label may bear a DataMatrix instead of the QR code', async () => {
    const { pdf } = await printItemLabels([item], { ...options, symbol: 'datamatrix' });
    expect(await scan(picture(pdf, dpi))).toEqual(['Code128 G7K2M9Q4XF', 'DataMatrix G7K2M9Q4XF']);
  });

  test('a badge reads as its secret, and says nothing else to a scanner', async () => {
    const { pdf } = await printBadges([badge], options);
    expect(await scan(picture(pdf, dpi))).toEqual([`QRCode ${badge.secret}`]);
  });

  test('a location label reads as its code', async () => {
    const { pdf } = await printLocationLabels([location], options);
    expect(await scan(picture(pdf, dpi))).toEqual(['Code128 A-03-12-2', 'QRCode A-03-12-2']);
  });

  test('a return slip bears its code twice: on the sheet and on the part for the parcel', async () => {
    const { pdf } = await printReturnSlips([slip], options);
    const twice = ['Code128 R4H8W2ZC6B', 'Code128 R4H8W2ZC6B', 'QRCode R4H8W2ZC6B', 'QRCode R4H8W2ZC6B'];
    expect(await scan(picture(pdf, dpi))).toEqual(twice);
  });

  test('a shipping label reads as its waybill and as our shipment', async () => {
    const { pdf } = await printShippingLabels([shipment, { ...shipment, waybill: null }], options);
    expect(await scan(picture(pdf, dpi))).toEqual(['Code128 SF1400128374659', 'QRCode S3N5V8TQ7A']);
    expect(await scan(picture(pdf, dpi, 1))).toEqual(['Code128 S3N5V8TQ7A', 'QRCode S3N5V8TQ7A']);
  });

  test('a consignment list reads as its code and as each of its tickets', async () => {
    const { pdf } = await printConsignmentLists([consignment], options);
    expect(await scan(picture(pdf, dpi))).toEqual([
      'Code128 C9D2F6PJ1M',
      'DataMatrix T2B7X4KD9E',
      'DataMatrix T6Y4G2NB8W',
      'DataMatrix T8Q1M5HR3C',
      'QRCode C9D2F6PJ1M',
    ]);
  });

  test('every bar is a whole number of dots, two at least, with ten modules of white on either side', async () => {
    const printed = [
      await printItemLabels([item], options),
      await printLocationLabels([{ ...location, code: 'WWWWWWWW-WWWWWWW' }], options),
      await printShippingLabels([shipment], options),
    ];
    for (const { pdf } of printed) {
      const seen = picture(pdf, dpi);
      const linear = (await findCodes(seen)).find(({ format }) => format === 'Code128');
      if (!linear) throw new Error('no Code 128');
      const { bars, before, after } = barsOf(seen, linear);
      const module = Math.min(...bars);
      expect(module).toBeGreaterThanOrEqual(2);
      for (const bar of bars) expect(bar % module).toBe(0);
      expect(before).toBeGreaterThanOrEqual(10 * module);
      expect(after).toBeGreaterThanOrEqual(10 * module);
      expect(bars.length % 6).toBe(1);
    }
  });

  test('any of our codes reads from an item label', async () => {
    const anyCode = fc.asyncProperty(codes('G'), async (code) => {
      const { pdf } = await printItemLabels([{ ...item, code }], options);
      expect(await scan(picture(pdf, dpi))).toEqual([`Code128 ${code}`, `QRCode ${code}`]);
    });
    await fc.assert(anyCode, { numRuns: 10 });
  });

  test('waybills of 6 to 40 characters read, the long ones along the edge', async () => {
    const waybills = fc.string({ unit: fc.constantFrom(...alphabet, '-'), minLength: 6, maxLength: 40 });
    const anyWaybill = fc.asyncProperty(waybills, async (waybill) => {
      const { pdf } = await printShippingLabels([{ ...shipment, waybill }], options);
      expect(await scan(picture(pdf, dpi))).toContain(`Code128 ${waybill}`);
    });
    await fc.assert(anyWaybill, {
      numRuns: 8,
      examples: [['W-'.repeat(20)], ['0'.repeat(40)], ['A1'.repeat(20)]],
    });
  });

  test('a location code of twelve letters still has bars three dots of 203 dpi wide', async () => {
    // 11 modules for each letter, 35 for start, check and stop, 20 of white: 70.2 mm at 0.375 mm a module.
    const { pdf } = await printLocationLabels([{ ...location, code: 'ABCDEFGH-JKL' }], options);
    const seen = picture(pdf, dpi);
    const linear = (await findCodes(seen)).find(({ format }) => format === 'Code128');
    expect(linear?.text).toBe('ABCDEFGH-JKL');
    const module = linear ? Math.min(...barsOf(seen, linear).bars) : 0;
    expect(module).toBe(dpi === 203 ? 3 : 4);
  });

  test('location codes of any length up to 16 read', async () => {
    const all = Array.from({ length: 16 }, (_, i) => 'Z-90-AB-77-QW-4M'.slice(0, i + 1));
    const { pdf } = await printLocationLabels(
      all.map((code) => ({ ...location, code, kind: 'hazard' as const })),
      options,
    );
    for (const [page, code] of all.entries())
      expect(await scan(picture(pdf, dpi, page))).toEqual([`Code128 ${code}`, `QRCode ${code}`]);
  });

  test('a barcode that does not fit is refused, not squeezed', () => {
    expect(() => code128('W'.repeat(40), { width: 60, height: 10 }, dpi)).toThrow(
      expect.objectContaining({ name: 'BarcodeError', code: 'does not fit' }),
    );
    expect(() => matrix('qrcode', 'W'.repeat(400), 10, dpi)).toThrow(
      expect.objectContaining({ name: 'BarcodeError', code: 'does not fit' }),
    );
    const room = (145 + 20) * 2 * (25.4 / dpi);
    expect(code128('G7K2M9Q4XF', { width: room, height: 5 }, dpi).module).toBe(2);
    expect(() => code128('G7K2M9Q4XF', { width: room - 0.05, height: 5 }, dpi)).toThrow(
      expect.objectContaining({ code: 'does not fit', text: 'G7K2M9Q4XF' }),
    );
  });
});

test('the label also reads where the driver counts eight dots to the mm', async () => {
  const { pdf } = await printItemLabels([item], { dpi: 203, language: 'zh' });
  expect(await scan(picture(pdf, 203.2))).toEqual(['Code128 G7K2M9Q4XF', 'QRCode G7K2M9Q4XF']);
});

test.each(['G7K2M9Q4中', 'é', '', 'A\tB', 'Ａ１'])('%j is no text for a barcode', async (code) => {
  const notAscii = expect.objectContaining({ name: 'BarcodeError', code: 'not ASCII', text: code });
  await expect(async () =>
    printItemLabels([{ ...item, code }], { dpi: 203, language: 'zh' }),
  ).rejects.toThrow(notAscii);
});

test('fifty labels are fifty pages in the order asked for', async () => {
  const labels = Array.from({ length: 50 }, (_, i) => ({
    ...item,
    code: `G7K2M9Q4${String(i).padStart(2, '0')}`,
  }));
  const { pdf } = await printItemLabels(labels, { dpi: 203, language: 'zh' });
  expect(pageCount(pdf)).toBe(50);
  for (const [page, { code }] of labels.entries())
    expect(await scan(picture(pdf, 203, page))).toEqual([`Code128 ${code}`, `QRCode ${code}`]);
});
