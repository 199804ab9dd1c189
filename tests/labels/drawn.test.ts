import { expect, test } from 'vitest';
import { printBadges } from '../../labels/badge.ts';
import { printConsignmentLists } from '../../labels/consignment-list.ts';
import { printItemLabels } from '../../labels/item-label.ts';
import { printLocationLabels } from '../../labels/location-label.ts';
import type { Printed } from '../../labels/pdf.ts';
import { printReturnSlips } from '../../labels/return-slip.ts';
import type { PrintOptions } from '../../labels/sheet.ts';
import { printShippingLabels } from '../../labels/shipping-label.ts';
import { type Battery, batteries, type LocationKind, locationKinds } from '../../labels/words.ts';
import { drawnOn } from './drawn.ts';
import { pageCount } from './reader.ts';
import { badge, consignment, item, location, shipment, slip } from './samples.ts';

/**
 * What every paper shows, and where, as an independent reader finds it in the PDF. The folder `drawn` holds what was
 * looked at and found right; after a change that is meant, `npx vitest run --project pure -u tests/labels/drawn.test.ts`
 * writes it anew, and the difference is for people to read.
 */
const kinds = Object.keys(locationKinds) as LocationKind[];
const many = (n: number) =>
  Array.from(
    { length: n },
    (_, i) => ({ ...slip.lines[i % 3], sku: `SKU-${i}`, quantity: i + 1 }) as (typeof slip.lines)[number],
  );
const tickets = (n: number) =>
  Array.from(
    { length: n },
    (_, i) =>
      ({
        ...consignment.lines[i % 3],
        item: `G5P7R8S2${String(i).padStart(2, '0')}`,
      }) as (typeof consignment.lines)[number],
  );

const papers: Readonly<Record<string, (options: PrintOptions) => Promise<Printed>>> = {
  'item-label': (options) =>
    printItemLabels(
      [
        item,
        { ...item, quantity: 12, hazard: true, serial: null, grade: null },
        { ...item, name: null, sku: null, exporter: null, serial: null },
        { ...item, name: { zh: '耳机', en: '耳机' } },
      ],
      options,
    ),
  'item-label-datamatrix': (options) => printItemLabels([item], { ...options, symbol: 'datamatrix' }),
  badge: (options) => printBadges([badge], options),
  'location-label': (options) =>
    printLocationLabels(
      kinds.map((kind) => ({ ...location, kind })),
      options,
    ),
  'shipping-label': (options) =>
    printShippingLabels(
      [
        shipment,
        { ...shipment, waybill: null, weightGrams: null, battery: 'none' },
        ...(Object.keys(batteries) as Battery[]).map((battery) => ({ ...shipment, battery })),
        { ...shipment, weightGrams: 999, to: { ...shipment.to, contact: null } },
        {
          ...shipment,
          contents: Array.from({ length: 6 }, (_, i) => ({
            ...{ name: { zh: `货${i + 1}`, en: `Thing ${i + 1}` }, quantity: i + 1 },
          })),
        },
        { ...shipment, contents: shipment.contents.flatMap((one) => [one, one]) },
        // From the shortest to the longest: a module of 0.25 mm at least, across or along the edge.
        ...[6, 14, 20, 22, 24, 26, 28, 32, 40].map((n) => ({ ...shipment, waybill: 'W-'.repeat(n / 2) })),
        { ...shipment, waybill: '0'.repeat(40) },
      ],
      options,
    ),
  'return-slip': (options) =>
    printReturnSlips(
      [slip, { ...slip, reference: null, note: null, lines: many(1) }, { ...slip, lines: many(40) }],
      options,
    ),
  'consignment-list': (options) =>
    printConsignmentLists(
      [
        consignment,
        { ...consignment, note: null, lines: tickets(14) },
        { ...consignment, lines: tickets(30) },
      ],
      options,
    ),
};

const asked: readonly PrintOptions[] = [
  { language: 'zh', dpi: 203 },
  { language: 'en', dpi: 203 },
  { language: 'both', dpi: 203 },
  { language: 'both', dpi: 300 },
];
for (const [paper, print] of Object.entries(papers))
  for (const options of asked)
    test(`${paper} in ${options.language} at ${options.dpi} dpi shows what was found right`, async () => {
      const { pdf } = await print(options);
      const pages = Array.from(
        { length: pageCount(pdf) },
        (_, page) => `— ${page + 1} —\n${drawnOn(pdf, page)}\n`,
      );
      const file = `drawn/${paper}-${options.language}-${options.dpi}.txt`;
      await expect(pages.join('\n')).toMatchFileSnapshot(file);
    });
