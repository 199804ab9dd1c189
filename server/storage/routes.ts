import { z } from 'zod';
import { photosOfPlace } from '../../db/queries/parcels.ts';
import { zonesOf } from '../../db/queries/storage.ts';
import { locations } from '../../db/schema/master-data.ts';
import { findPage, listRoute } from '../http/list-route.ts';
import { omitUndefined } from '../http/omit-undefined.ts';
import { route } from '../http/route.ts';
import { code, scanId } from '../http/shapes.ts';
import { sheetRoutes } from '../http/sheet-routes.ts';
import { Photo, presentPhoto } from '../items/history.ts';
import { getItem } from '../items/item-entity.ts';
import { ItemRow, listOfItems } from '../items/list.ts';
import { sheets } from '../words/columns.ts';
import { getLocation, LocationRow, listOfLocations, locationCells } from './list.ts';
import { addLocations, addZone, gradeOfPlace, Made, NewLocations, NewZone, placeCode } from './make.ts';
import { ownWarehouse } from './own-warehouse.ts';
import { mayLieAt, Proposals, proposePlaces } from './places.ts';

const Zone = z.object({
  code: z.string(),
  kind: z.string(),
  nameZh: z.string(),
  nameEn: z.string(),
  locations: z.number(),
});
const LocationChange = z.strictObject({
  scanId,
  code: placeCode,
  capacity: z.number().int().min(1).max(100_000).nullable().optional(),
  active: z.boolean().optional(),
  grade: gradeOfPlace.optional(),
});

export const storageRoutes = [
  listRoute('GET /api/v1/locations', listOfLocations, {
    summary: 'The places of one’s warehouse, with what lies there and how much still fits.',
    needs: 'locations.read',
  }),
  ...sheetRoutes('locations', listOfLocations, {
    needs: 'locations.read',
    sheet: sheets.locations,
    cells: locationCells,
  }),
  route('GET /api/v1/locations/:code', {
    summary: 'One place and the items there.',
    needs: 'locations.read',
    input: z.strictObject({ code: placeCode }),
    reply: LocationRow.extend({ there: z.array(ItemRow), photos: z.array(Photo) }),
    handle: async ({ db, actor, input, context }) => {
      const { id, view } = await getLocation(db, input.code);
      const wanted = { location: input.code, page: 1, size: 200 };
      const { rows } = await findPage(listOfItems, { db, actor, now: context.now }, wanted);
      const photos = await db.ask(photosOfPlace, { id });
      return { ...view, there: rows, photos: photos.map(presentPhoto) };
    },
  }),
  route('POST /api/v1/locations', {
    summary: 'One new place, or a range of them by aisle, bay and level.',
    needs: 'locations.manage',
    input: z.union([NewLocations.options[0].extend({ scanId }), NewLocations.options[1].extend({ scanId })]),
    reply: Made,
    once: true,
    handle: async ({ db: tx, actor, input, context }) =>
      addLocations(tx, ownWarehouse(actor), input, context),
  }),
  route('PATCH /api/v1/locations/:code', {
    summary: 'Another capacity of a place, or its closing.',
    needs: 'locations.manage',
    input: LocationChange,
    reply: LocationRow,
    once: true,
    handle: async ({ db: tx, input: { code, ...asked } }) => {
      const before = await getLocation(tx, code);
      const set = omitUndefined(asked);
      if (Object.keys(set).length) await tx.change(locations, before, set);
      return (await getLocation(tx, code)).view;
    },
  }),
  route('GET /api/v1/zones', {
    summary: 'The zones of one’s warehouse.',
    needs: 'locations.read',
    input: z.strictObject({}),
    reply: z.object({ rows: z.array(Zone) }),
    handle: async ({ db }) => ({ rows: await db.ask(zonesOf, {}) }),
  }),
  route('POST /api/v1/zones', {
    summary: 'A new zone in one’s warehouse.',
    needs: 'locations.manage',
    input: NewZone.extend({ scanId }),
    reply: Zone,
    once: true,
    handle: ({ db: tx, actor, input, context }) => addZone(tx, ownWarehouse(actor), input, context),
  }),
  route('GET /api/v1/items/:code/places', {
    summary:
      'Up to three places where this item could be put away, the best first, with the reason; or why there is none. `at` names another place: whether it may lie there.',
    needs: 'items.store',
    input: z.strictObject({ code, at: placeCode.optional() }),
    reply: Proposals.extend({ mayLieAt: z.boolean().nullable() }),
    handle: async ({ db, actor, input, context }) => {
      const [item, asks] = [await getItem(db, input.code), { actor, now: context.now }];
      const may = input.at === undefined ? null : await mayLieAt(db, item, { ...asks, location: input.at });
      return { ...(await proposePlaces(db, item, asks)), mayLieAt: may };
    },
  }),
];
