import { z } from 'zod';
import { download, inReadWorker, route } from '../http/route.ts';
import { code, line } from '../http/shapes.ts';
import {
  consignmentList,
  itemLabels,
  locationLabels,
  MAX_LABELS,
  openingLabels,
  returnSlip,
  shippingLabel,
} from './papers.ts';

const codes = z
  .string()
  .max(MAX_LABELS * 40)
  .transform((text) => [
    ...new Set(
      text
        .split(',')
        .map((one) => one.trim().toUpperCase())
        .filter(Boolean),
    ),
  ])
  .pipe(z.array(line(32)).min(1).max(MAX_LABELS));
/** The resolution of the printer, and the language of the words on the paper. */
const print = {
  dpi: z
    .enum(['203', '300'])
    .default('203')
    .transform((text) => (text === '300' ? 300 : 203)),
  language: z.enum(['zh', 'en', 'both']).default('both'),
};

export const printingRoutes = [
  route('GET /api/v1/labels/items.pdf', {
    summary: 'Item labels, 60 × 40 mm, one page each.',
    needs: 'items.read',
    input: z.strictObject({ codes, ...print }),
    reply: download,
    ...inReadWorker(itemLabels),
  }),
  route('GET /api/v1/opening-stock/imports/:id/labels.pdf', {
    summary:
      'Labels of the units that an import of opening stock became, in the order of its rows: at most 200 at once, the next ones as part 2, 3, ….',
    needs: 'stock.takeOver',
    input: z.strictObject({
      id: line(160),
      part: z.coerce.number().int().min(1).max(50).default(1),
      ...print,
    }),
    reply: download,
    ...inReadWorker(openingLabels),
  }),
  route('GET /api/v1/labels/locations.pdf', {
    summary: 'Location labels, one page each.',
    needs: 'locations.read',
    input: z.strictObject({ codes, ...print }),
    reply: download,
    ...inReadWorker(locationLabels),
  }),
  route('GET /api/v1/return-orders/:code/slip.pdf', {
    summary: 'The return slip, with the part that goes on the parcel.',
    needs: 'returns.read',
    input: z.strictObject({ code, ...print }),
    reply: download,
    ...inReadWorker(returnSlip),
  }),
  route('GET /api/v1/shipments/:code/label.pdf', {
    summary: 'The shipping label, 100 × 150 mm.',
    needs: 'shipments.read',
    input: z.strictObject({ code, ...print }),
    reply: download,
    ...inReadWorker(shippingLabel),
  }),
  route('GET /api/v1/consignments/:code/list.pdf', {
    summary: 'What goes to a vendor, to be signed on both sides.',
    needs: 'consignments.read',
    input: z.strictObject({ code, ...print }),
    reply: download,
    ...inReadWorker(consignmentList),
  }),
];
