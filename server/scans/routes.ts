import { z } from 'zod';
import { returnOrderByCode } from '../../db/queries/returns.ts';
import { patternOfLine } from '../../db/queries/scans.ts';
import type { Scoped } from '../../db/scope.ts';
import { route } from '../http/route.ts';
import { code, scanId, Words } from '../http/shapes.ts';
import { fitsPattern, isWrongImei, looksLikeWrongImei } from '../identifiers/serial.ts';
import { isLikelyWaybill, waybillIn } from '../identifiers/waybill-in.ts';
import { getItem } from '../items/item-entity.ts';
import { ItemView, presentItem } from '../items/view.ts';
import { scanSentences } from '../words/scans.ts';
import { Hit } from './hits.ts';
import { isWholeSerial, looksLike, serialIn } from './looks.ts';
import { type OpenParcel, resolve } from './resolve.ts';
import { fitsAt, stationNames } from './stations.ts';

const { unknownAtDock, unreadable } = scanSentences;
const wrongImei = unreadable['wrong IMEI'];

/** The form that the product of the awaited line gives its serials. */
async function formOfLine(db: Scoped, parcel: OpenParcel | undefined, number: number | undefined) {
  if (!parcel || number === undefined) return null;
  const [line] = await db.ask(patternOfLine, { orderId: parcel.id, number });
  return line?.serialPattern ?? null;
}

type Found = Awaited<ReturnType<typeof resolve>>;
/** What is said of it: of an unknown code what it looks like, as far as that helps. */
function whatItIs({ words }: Found, seen: Readonly<Record<'isAddress' | 'isMisread' | 'atDock', boolean>>) {
  if (seen.isAddress) return scanSentences.address;
  if (words !== scanSentences.unknown) return words;
  if (seen.isMisread) return wrongImei;
  return seen.atDock ? unknownAtDock : words;
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
      /** How the awaited product writes its serials; null where nothing is awaited or known. */
      form: z.string().nullable(),
      /** The number of a carrier that it can be. */
      waybill: z.string().nullable(),
      /** Whether it has the form of a carrier’s numbers. */
      likelyWaybill: z.boolean(),
      /** Whether it is most likely an IMEI of which a digit was misread. */
      isMisread: z.boolean(),
    }),
    once: 'because it looks and changes nothing',
    handle: async ({ db, actor, input, context }) => {
      const [parcel] = input.order ? await db.ask(returnOrderByCode, { code: input.order }) : [];
      const found = await resolve(db, input.text, {
        ...{ parcel, now: context.now, past: input.station === 'find' },
      });
      const form = await formOfLine(db, parcel, input.line);
      const read = serialIn(input.text);
      const isWrong = read !== null && isWrongImei(read, form);
      const isMisread = isWrong || (found.hit.kind === 'unknown' && looksLikeWrongImei(read ?? ''));
      const serial = isWrong ? null : read;
      const item =
        found.hit.kind === 'item'
          ? await presentItem(db, actor, await getItem(db, found.hit.code), context.now)
          : null;
      const atDock = input.station === undefined || input.station === 'receive';
      const looks = looksLike(input.text);
      const isAddress = found.hit.kind === 'unknown' && looks === scanSentences.forms.address;
      return {
        hit: found.hit,
        words: whatItIs(found, { isAddress, isMisread: isWrong || (isMisread && !atDock), atDock }),
        fits: input.station === undefined || fitsAt(input.station, found.hit),
        item,
        looks,
        isAddress,
        serial,
        form,
        isWhole: isWholeSerial(input.text) || (serial !== null && form !== null && fitsPattern(serial, form)),
        waybill: waybillIn(input.text),
        likelyWaybill: isLikelyWaybill(input.text),
        isMisread,
      };
    },
  }),
];
