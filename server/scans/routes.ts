import { z } from 'zod';
import { returnOrderByCode } from '../../db/queries/returns.ts';
import { patternOfLine } from '../../db/queries/scans.ts';
import type { Scoped } from '../../db/scope.ts';
import { route } from '../http/route.ts';
import { code, scanId, Words } from '../http/shapes.ts';
import { fitsPattern } from '../identifiers/serial.ts';
import { getItem } from '../items/item-entity.ts';
import { ItemView, presentItem } from '../items/view.ts';
import { scanSentences } from '../words/scans.ts';
import { Hit } from './hits.ts';
import { isWholeSerial, looksLike, serialIn, waybillIn } from './looks.ts';
import { type OpenParcel, resolve } from './resolve.ts';
import { fitsAt, stationNames } from './stations.ts';

/** Whether a serial has the form that the product of the awaited line gives it. */
async function hasFormOfLine(
  db: Scoped,
  serial: string | null,
  parcel: OpenParcel | undefined,
  number: number | undefined,
): Promise<boolean> {
  if (serial === null || !parcel || number === undefined) return false;
  const [line] = await db.ask(patternOfLine, { orderId: parcel.id, number });
  return Boolean(line?.serialPattern) && fitsPattern(serial, line?.serialPattern ?? '');
}

export const scanRoutes = [
  route('POST /api/v1/scans', {
    summary: 'Anything that was scanned: what it is, and what may be done with it.',
    needs: 'scans.read',
    input: z.strictObject({
      scanId,
      text: z.string().max(4000),
      station: z.enum(stationNames).optional(),
      /** The return order whose parcel lies open, and the line of it whose serial is awaited. */
      order: code.optional(),
      line: z.number().int().min(1).optional(),
    }),
    reply: z.object({
      hit: Hit,
      words: Words,
      /** Whether the station works with it; true where none is named. */
      fits: z.boolean(),
      item: ItemView.nullable(),
      /** What kind of code it is by its form, whatever it belongs to. */
      looks: Words.nullable(),
      /** Whether it is a web address and nothing more. */
      isAddress: z.boolean(),
      /** The serial number that it can be; null for a place, a label of ours, a product, an address. */
      serial: z.string().nullable(),
      /** Whether that is surely all of it: it has its product's form, a check digit, or GS1's frame. */
      isWhole: z.boolean(),
      /** The number of a carrier that it can be. */
      waybill: z.string().nullable(),
    }),
    once: 'because it looks and changes nothing',
    handle: async ({ db, actor, input, context }) => {
      const [parcel] = input.order ? await db.ask(returnOrderByCode, { code: input.order }) : [];
      const found = await resolve(db, input.text, {
        ...{ parcel, now: context.now, past: input.station === 'find' },
      });
      const serial = serialIn(input.text);
      const item =
        found.hit.kind === 'item'
          ? await presentItem(db, actor, await getItem(db, found.hit.code), context.now)
          : null;
      const atDock = input.station === undefined || input.station === 'receive';
      const isUnknown = found.words === scanSentences.unknown;
      const looks = looksLike(input.text);
      const isAddress = found.hit.kind === 'unknown' && looks === scanSentences.forms.address;
      return {
        hit: found.hit,
        words: isAddress
          ? scanSentences.address
          : isUnknown && atDock
            ? scanSentences.unknownAtDock
            : found.words,
        fits: input.station === undefined || fitsAt(input.station, found.hit),
        item,
        looks,
        isAddress,
        serial,
        isWhole: isWholeSerial(input.text) || (await hasFormOfLine(db, serial, parcel, input.line)),
        waybill: waybillIn(input.text),
      };
    },
  }),
];
