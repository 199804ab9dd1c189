import { printBadges } from '../../labels/badge.ts';
import { printConsignmentLists } from '../../labels/consignment-list.ts';
import { printItemLabels } from '../../labels/item-label.ts';
import { printLocationLabels } from '../../labels/location-label.ts';
import type { Printed } from '../../labels/pdf.ts';
import { printReturnSlips } from '../../labels/return-slip.ts';
import type { PrintOptions } from '../../labels/sheet.ts';
import { printShippingLabels } from '../../labels/shipping-label.ts';
import { badge, consignment, item, location, shipment, slip } from './samples.ts';

/** The same in both languages. */
export const both = (text: string) => ({ zh: text, en: text });
const party = (text: string) => ({ name: text, address: text, contact: text, phone: text });

type Print = (options: PrintOptions, text?: string) => Promise<Printed>;
/** Every paper, as it usually is or with the same text wherever a text goes. */
export const papers: Record<
  string,
  { readonly size: readonly number[]; readonly edge: number; readonly print: Print }
> = {
  'an item label': {
    size: [60, 40],
    edge: 1.5,
    print: (options, text) =>
      printItemLabels(
        [
          text === undefined
            ? item
            : {
                ...item,
                sku: text,
                name: both(text),
                serial: text,
                exporter: both(text),
                quantity: 10_000,
                hazard: true,
              },
        ],
        options,
      ),
  },
  'a badge': {
    size: [85.6, 54],
    edge: 1.5,
    print: (options, text) =>
      printBadges(
        [text === undefined ? badge : { ...badge, person: text, role: both(text), organisation: both(text) }],
        options,
      ),
  },
  'a location label': {
    size: [100, 50],
    edge: 2,
    print: (options, text) =>
      printLocationLabels(
        [
          text === undefined
            ? location
            : { ...location, zone: both(text), warehouse: both(text), kind: 'hazard' },
        ],
        options,
      ),
  },
  'a shipping label': {
    size: [100, 150],
    edge: 2,
    print: (options, text) =>
      printShippingLabels(
        [
          text === undefined
            ? shipment
            : {
                ...{
                  ...shipment,
                  carrier: text,
                  from: party(text),
                  to: party(text),
                  battery: 'ion alone' as const,
                },
                contents: Array.from({ length: 9 }, () => ({ name: both(text), quantity: 3 })),
              },
        ],
        options,
      ),
  },
  'a return slip': {
    size: [210, 297],
    edge: 4,
    print: (options, text) =>
      printReturnSlips(
        [
          text === undefined
            ? slip
            : {
                ...{ ...slip, exporter: both(text), reference: text, note: text },
                warehouse: { ...party(text), name: both(text) },
                lines: slip.lines.map(() => ({
                  sku: text,
                  name: both(text),
                  quantity: 10_000,
                  reason: both(text),
                })),
              },
        ],
        options,
      ),
  },
  'a consignment list': {
    size: [210, 297],
    edge: 7,
    print: (options, text) =>
      printConsignmentLists(
        [
          text === undefined
            ? consignment
            : {
                ...{ ...consignment, from: party(text), vendor: party(text), note: text },
                lines: consignment.lines.map((line) => ({
                  ...line,
                  name: both(text),
                  serial: text,
                  fault: text,
                })),
              },
        ],
        options,
      ),
  },
};
