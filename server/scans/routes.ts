import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { itemByCode } from '../../db/queries/items.ts';
import { returnOrderByCode } from '../../db/queries/returns.ts';
import { patternOfLine } from '../../db/queries/scans.ts';
import { skus } from '../../db/schema/goods.ts';
import type { Scoped } from '../../db/scope.ts';
import { route } from '../http/route.ts';
import { code, scanId, Words } from '../http/shapes.ts';
import { fitsPattern, isPartOfImei, looksLikeWrongImei } from '../identifiers/serial.ts';
import { isLikelyWaybill, waybillIn } from '../identifiers/waybill-in.ts';
import { getItem } from '../items/item-entity.ts';
import { notRead } from '../items/serials.ts';
import { ItemView, presentItem } from '../items/view.ts';
import { scanSentences } from '../words/scans.ts';
import { Hit } from './hits.ts';
import { isWholeSerial, looksLike, serialIn } from './looks.ts';
import { type OpenParcel, resolve } from './resolve.ts';
import { fitsAt, stationNames } from './stations.ts';

const { unknownAtDock, unreadable } = scanSentences;
const wrongImei = unreadable['wrong IMEI'];

interface Awaiting {
  readonly parcel: OpenParcel | undefined;
  readonly line: number | undefined;
  readonly inHand: string | undefined;
}
/** The product whose serial is awaited, with the form that it gives them: of a line of the open parcel, or of a thing. */
async function productOf(db: Scoped, { parcel, line: number, inHand }: Awaiting) {
  const [item] = inHand === undefined ? [] : await db.ask(itemByCode, { code: inHand });
  if (item) {
    const sku = item.skuId === null ? undefined : await db.first(skus, eq(skus.id, item.skuId));
    return { skuId: item.skuId, pattern: sku?.serialPattern ?? null, own: item.serial };
  }
  if (!parcel || number === undefined) return undefined;
  const [line] = await db.ask(patternOfLine, { orderId: parcel.id, number });
  return { skuId: line?.skuId ?? null, pattern: line?.serialPattern ?? null };
}

/** The number in a text, whether it can be one of the awaited product, and whether it is surely all of it. */
async function numberIn(db: Scoped, text: string, product: Awaited<ReturnType<typeof productOf>>) {
  const read = serialIn(text);
  const form = product?.pattern ?? null;
  const wrong = (product && read !== null && (await notRead(db, read, product))) || null;
  const hasForm = read !== null && form !== null && fitsPattern(read, form);
  return {
    ...{ read, wrong, isWhole: !wrong && (isWholeSerial(text) || hasForm) },
    isMisread: wrong !== null && !isPartOfImei(read ?? '', form),
  };
}

type Found = Awaited<ReturnType<typeof resolve>>;
/** What is said of it: of an unknown code what it looks like, as far as that helps. */
function whatItIs(
  { words }: Found,
  seen: Readonly<Record<'isAddress' | 'isMisread' | 'atDock', boolean>>,
  wrong: z.infer<typeof Words> | null,
) {
  if (seen.isAddress) return scanSentences.address;
  if (words !== scanSentences.unknown) return words;
  if (wrong) return wrong;
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
      /** The thing in somebody’s hand, whose serial this may be. */
      inHand: code.optional(),
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
      /** Why the number that was read can be none of the awaited product: an IMEI that was misread, or a part of one. */
      wrong: Words.nullable(),
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
      const product = await productOf(db, { parcel, line: input.line, inHand: input.inHand });
      const { read, wrong, isMisread, isWhole } = await numberIn(db, input.text, product);
      const isUnknown = found.hit.kind === 'unknown';
      const isWrongImei = isMisread || (isUnknown && looksLikeWrongImei(read ?? ''));
      const item =
        found.hit.kind === 'item'
          ? await presentItem(db, actor, await getItem(db, found.hit.code), context.now)
          : null;
      const atDock = input.station === undefined || input.station === 'receive';
      const looks = looksLike(input.text);
      const isAddress = isUnknown && looks === scanSentences.forms.address;
      return {
        hit: found.hit,
        words: whatItIs(found, { isAddress, isMisread: isWrongImei && !atDock, atDock }, wrong),
        fits: input.station === undefined || fitsAt(input.station, found.hit),
        item,
        looks,
        isAddress,
        serial: wrong ? null : read,
        wrong,
        form: product?.pattern ?? null,
        isWhole,
        waybill: waybillIn(input.text),
        likelyWaybill: isLikelyWaybill(input.text),
        isMisread: isWrongImei,
      };
    },
  }),
];
