import { z } from 'zod';
import { countLocations, locationList, locationSorts } from '../../db/queries/storage.ts';
import type { Scoped } from '../../db/scope.ts';
import { oneOrMore, yesOrNo } from '../http/list-input.ts';
import { listOf, searchAndSort } from '../http/list-route.ts';
import { notFound } from '../http/problem.ts';
import { Words } from '../http/shapes.ts';
import { cellWords } from '../words/columns.ts';
import { nouns } from '../words/problems.ts';
import { isForReceiving } from '../workflow/place-guards.ts';
import { placeKinds } from './make.ts';

const LocationFilter = z.strictObject({
  kind: oneOrMore,
  /** Those where a receiver unpacks. */
  receives: z.enum(['yes']).optional(),
  zone: oneOrMore,
  active: yesOrNo,
  ...searchAndSort,
});
export const LocationRow = z.object({
  code: z.string(),
  kind: z.string(),
  zone: Words.extend({ code: z.string() }),
  active: z.boolean(),
  /** The one grade that lies here; null for any. */
  grade: z.string().nullable(),
  /** How many articles fit; null where nobody counts. */
  capacity: z.number().nullable(),
  pieces: z.number(),
  items: z.number(),
  /** How many more articles fit. */
  free: z.number().nullable(),
});
type Found = Awaited<ReturnType<typeof rowsOf>>[number];
const rowsOf = (db: Scoped, wanted: Parameters<typeof locationList.build>[2]) =>
  db.list(locationList, wanted);

const present = ({ zoneCode, zoneZh, zoneEn, ...row }: Found): z.input<typeof LocationRow> => ({
  ...row,
  zone: { code: zoneCode, zh: zoneZh, en: zoneEn },
  free: row.capacity === null ? null : Math.max(0, row.capacity - row.pieces),
});

export const listOfLocations = listOf({
  filters: LocationFilter,
  query: locationList,
  count: countLocations,
  sorts: locationSorts,
  sortedBy: 'code',
  meaning: ({ kind, receives, ...rest }) => ({
    ...rest,
    kind: receives ? (kind ?? placeKinds).filter(isForReceiving) : kind,
  }),
  row: LocationRow,
  present: (found) => found.map(present),
});

export async function getLocation(db: Scoped, code: string) {
  const only = { code, sort: 'code', descending: false, limit: 1, offset: 0 } as const;
  const [found] = await rowsOf(db, only);
  if (!found) throw notFound(nouns.location, code);
  return { id: found.id, view: present(found) };
}

/** A place as a spreadsheet has it. */
export const locationCells = ({ zone, kind, ...place }: z.input<typeof LocationRow>) => ({
  ...place,
  zone,
  zoneCode: zone.code,
  kind: kind in cellWords.place ? cellWords.place[kind as 'storage'] : kind,
});
