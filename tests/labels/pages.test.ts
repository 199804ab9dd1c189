import fc from 'fast-check';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { printConsignmentLists } from '../../labels/consignment-list.ts';
import { printItemLabels } from '../../labels/item-label.ts';
import { printLocationLabels } from '../../labels/location-label.ts';
import { printReturnSlips } from '../../labels/return-slip.ts';
import type { PrintOptions } from '../../labels/sheet.ts';
import { printShippingLabels } from '../../labels/shipping-label.ts';
import type { Language } from '../../labels/words.ts';
import { faultsOf } from './layout.ts';
import { both, papers } from './papers.ts';
import { lettersOf, pageCount, picture, rootOf, scan, sizeOf, textOf } from './reader.ts';
import { consignment, item, location, shipment, slip } from './samples.ts';

const zh: PrintOptions = { dpi: 203, language: 'zh' };
const long =
  '2026款超长名称的多功能便携式折叠家用商用两用高速大容量智能温控加热保温电热水壶（含全套配件、替换滤芯两只及英规转换插头）限量珍藏版';

describe.each(Object.entries(papers))('%s', (_name, { size, edge, print }) => {
  test('has its size, and asks to be printed in it', async () => {
    const { pdf } = await print(zh);
    expect(sizeOf(pdf)).toEqual(size);
    expect(rootOf(pdf).get('ViewerPreferences', 'PrintScaling').asName()).toBe('None');
  });

  test('is the same file when printed again, whatever was printed in between', async () => {
    const [first, other] = [await print(zh), await print(zh, '⽅向 方向')];
    vi.useFakeTimers({ toFake: ['Date'], now: new Date('2031-05-05') });
    onTestFinished(() => void vi.useRealTimers());
    expect(Buffer.compare((await print(zh)).pdf, first.pdf)).toBe(0);
    expect(Buffer.compare((await print(zh, '⽅向 方向')).pdf, other.pdf)).toBe(0);
  });

  test.each(['zh', 'en', 'both'] as const)('has nothing on top of anything else (%s)', async (language) => {
    const { pdf, missingGlyphs } = await print({ ...zh, language });
    expect(await faultsOf(pdf, 0, edge)).toEqual([]);
    expect(missingGlyphs).toEqual([]);
  });

  test.each(['zh', 'en', 'both'] as const)(
    'keeps long texts in their place and cuts them (%s)',
    async (language) => {
      const { pdf } = await print({ ...zh, language }, long);
      expect(textOf(pdf)).toContain('…');
      for (let page = 0; page < pageCount(pdf); page++) expect(await faultsOf(pdf, page, edge)).toEqual([]);
    },
  );

  test('keeps whatever people type in its place', async () => {
    const unit = fc.oneof(
      fc.constantFrom(...'中文（）“”，。 Wi-Fi'),
      fc.string({ unit: 'binary', maxLength: 1 }),
    );
    const anything = fc.asyncProperty(fc.array(unit, { maxLength: 120 }), async (units) => {
      const { pdf } = await print({ dpi: 203, language: 'both' }, units.join(''));
      expect(await faultsOf(pdf, 0, edge)).toEqual([]);
    });
    await fc.assert(anything, { numRuns: 6, examples: [[[]], [[' ']]] });
  });

  test('draws a box for a character that the font lacks, and reports it', async () => {
    const { pdf, missingGlyphs } = await print(zh, '𠮷野家 👨‍👩‍👧 ₽');
    expect(missingGlyphs).toEqual(['𠮷', '👨‍👩‍👧', '₽']);
    expect(textOf(pdf)).toContain('?野家??');
  });

  test('in English has no Chinese but the people’s own', async () => {
    const { pdf } = await print({ dpi: 203, language: 'en' }, 'Plain text');
    expect(textOf(pdf)).not.toMatch(/\p{Script=Han}/u);
  });
});

test.each([
  [
    'zh',
    ['星海无线蓝牙耳机Pro2主动降噪版（白色）', 'EB-PRO2-WHT', '深圳市星海电子商务有限公司', '等级A', '1件'],
  ],
  ['en', ['XinghaiPro2wirelessearbuds,ANC,white', 'ShenzhenXinghaiE-commerceCo.,Ltd.', 'GradeA', '1pc']],
  ['both', ['星海无线蓝牙耳机Pro2主动降噪版（白色）', 'XinghaiPro2wirelessearbuds', '等级GradeA']],
] satisfies [Language, string[]][])(
  'an item label says what it is, whose and how good (%s)',
  async (language, said) => {
    const { pdf } = await printItemLabels([item], { dpi: 203, language });
    for (const words of [...said, 'G7K2M-9Q4XF', '2026-03-09', 'SN35209900176148'])
      expect(textOf(pdf)).toContain(words);
  },
);

test('the text in the file is what was written, also where two characters look the same', async () => {
  const named = (text: string) => printItemLabels([{ ...item, name: both(text) }], zh);
  const [radical, character] = [await named('⽅'), await named('方')];
  expect(textOf(radical.pdf)).toContain('⽅');
  expect(textOf(character.pdf)).toContain('方');
});

test('an item of which nothing is known yet says so, and leaves the grade to be written in', async () => {
  const unknown = { ...item, sku: null, name: null, serial: null, grade: null, exporter: null };
  const { pdf } = await printItemLabels([unknown], zh);
  expect(textOf(pdf)).toContain('商品未识别');
  expect(textOf(pdf)).toContain('货主未知');
  expect(textOf(pdf).match(/等级(.*)/)?.[1]).toBe('');
});

test('a hazardous item and a hazard or quarantine place say so in words', async () => {
  const items = await printItemLabels([item, { ...item, hazard: true }], zh);
  expect(textOf(items.pdf)).not.toContain('危险品');
  expect(textOf(items.pdf, 1)).toContain('危险品');
  const kinds = ['storage', 'hazard', 'quarantine'] as const;
  const places = await printLocationLabels(
    kinds.map((kind) => ({ ...location, kind })),
    { dpi: 203, language: 'both' },
  );
  expect(textOf(places.pdf)).not.toMatch(/危险|隔离/);
  expect(textOf(places.pdf, 1)).toContain('危险品区禁止混放HAZARD');
  expect(textOf(places.pdf, 2)).toContain('隔离区未经放行不得移出QUARANTINE');
});

test('a shipping label names the battery by its UN number, and none where there is none', async () => {
  const kinds = ['none', 'ion in equipment', 'ion with equipment', 'ion alone', 'metal'] as const;
  const { pdf } = await printShippingLabels(
    kinds.map((battery) => ({ ...shipment, battery })),
    zh,
  );
  const numbers = kinds.map((_, page) => textOf(pdf, page).match(/UN\d{4}/)?.[0]);
  expect(numbers).toEqual([undefined, 'UN3481', 'UN3481', 'UN3480', 'UN3090']);
});

test('a waybill that stands along the edge is in clear beside it', async () => {
  const waybill = 'ABCDEFGHJK-MNPQRSTVWX-YZ23456789-ABCDEFG';
  const { pdf } = await printShippingLabels([{ ...shipment, waybill }], zh);
  expect(textOf(pdf)).toContain(waybill);
  expect(await scan(picture(pdf, 203))).toContain(`Code128 ${waybill}`);
  expect(await faultsOf(pdf, 0, 2)).toEqual([]);
});

describe('a return slip of many lines', async () => {
  const lines = Array.from({ length: 70 }, (_, i) => ({ ...slip.lines[i % 3], sku: `SKU-${1000 + i}` }));
  const { pdf } = await printReturnSlips([{ ...slip, lines: lines as typeof slip.lines }, slip], zh);
  const texts = Array.from({ length: pageCount(pdf) }, (_, page) => textOf(pdf, page));

  test('repeats its heading and counts its own pages', () => {
    expect(texts).toHaveLength(4);
    for (const text of texts) expect(text).toContain('序号商品编码品名数量退货原因');
    expect(texts.map((text) => text.match(/第\d+页，共\d+页/)?.[0])).toEqual([
      ...['第1页，共3页', '第2页，共3页', '第3页，共3页'],
      '第1页，共1页',
    ]);
  });

  test('has every line once and in order, and the total at the end', () => {
    const printed = texts
      .slice(0, 3)
      .join('')
      .match(/SKU-\d{4}/g);
    expect(printed).toEqual(lines.map(({ sku }) => sku));
    const count = lines.reduce((sum, line) => sum + (line.quantity ?? 0), 0);
    expect(texts[2]).toContain(`合计${count}件`);
  });

  test('has the part for the parcel on its first page only', async () => {
    expect(texts.map((text) => text.includes('沿此线剪下'))).toEqual([true, false, false, true]);
    expect(await scan(picture(pdf, 203, 1))).toEqual([]);
    for (const page of texts.keys()) expect(await faultsOf(pdf, page, 4)).toEqual([]);
  });

  test('shows code and address large on the part for the parcel', () => {
    const lower = lettersOf(pdf, 0).filter(({ baseline }) => baseline > 196);
    const text = lower.map(({ character }) => character).join('');
    expect(text.replace(/\s/g, '')).toContain('广东省深圳市南山区前海合作区临海大道59号3栋2层退货收货口');
    expect(Math.max(...lower.map(({ size }) => size))).toBeGreaterThan(12);
  });
});

test.each([0, 1, 14, 16, 18, 30])(
  'a consignment of %d tickets has all of them, and two signatures at the end',
  async (count) => {
    const lines = Array.from({ length: count }, (_, i) => ({
      ...{ ticket: `T2B7X4K${100 + i}`, item: 'G7K2M9Q4XF', name: both('耳机'), serial: null, quantity: 1 },
      fault: `故障${i}`,
    }));
    const { pdf } = await printConsignmentLists([{ ...consignment, lines }], zh);
    const pages = Array.from({ length: pageCount(pdf) }, (_, page) => page);
    const codes = (await Promise.all(pages.map((page) => scan(picture(pdf, 203, page))))).flat();
    expect(codes.filter((code) => code.startsWith('DataMatrix'))).toEqual(
      lines.map(({ ticket }) => `DataMatrix ${ticket}`),
    );
    const texts = pages.map((page) => textOf(pdf, page));
    expect(texts.map((text) => text.includes('接收人签字'))).toEqual(
      pages.map((page) => page === pages.length - 1),
    );
    for (const page of pages) expect(await faultsOf(pdf, page, 7)).toEqual([]);
  },
);
