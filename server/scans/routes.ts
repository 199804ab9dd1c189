import { z } from 'zod';
import { route } from '../http/route.ts';
import { scanId, Words } from '../http/shapes.ts';
import { getItem } from '../items/item-entity.ts';
import { ItemView, presentItem } from '../items/view.ts';
import { looksLike, serialIn, waybillIn } from './looks.ts';
import { Hit, resolve } from './resolve.ts';

export const scanRoutes = [
  route('POST /api/v1/scans', {
    summary: 'Anything that was scanned: what it is, and what may be done with it.',
    needs: 'scans.read',
    input: z.strictObject({ scanId, text: z.string().max(4000), station: z.string().max(20).optional() }),
    reply: z.object({
      hit: Hit,
      words: Words,
      item: ItemView.nullable(),
      /** What kind of code it is by its form, whatever it belongs to. */
      looks: Words.nullable(),
      /** The serial number that it can be; null for a place, a label of ours, a product, an address. */
      serial: z.string().nullable(),
      /** The number of a carrier that it can be. */
      waybill: z.string().nullable(),
    }),
    once: 'because it looks and changes nothing',
    handle: async ({ db, actor, input, context }) => {
      const found = await resolve(db, input.text);
      const item =
        found.hit.kind === 'item'
          ? await presentItem(db, actor, await getItem(db, found.hit.code), context.now)
          : null;
      return {
        ...found,
        item,
        looks: looksLike(input.text),
        serial: serialIn(input.text),
        waybill: waybillIn(input.text),
      };
    },
  }),
];
