import { z } from 'zod';
import { countLocations, locationList, locationSorts } from '../../db/queries/storage.ts';
import type { Scoped } from '../../db/scope.ts';
import { oneOrMore, sorting, yesOrNo } from '../http/list-input.ts';
import { notFound } from '../http/problem.ts';
import { Words } from '../http/shapes.ts';
import { nouns } from '../words/problems.ts';

export const LocationFilter = z.object({ kind: oneOrMore, zone: oneOrMore, active: yesOrNo });
export const LocationRow = z.object({
  code: z.string(),
  kind: z.string(),
  zone: Words.extend({ code: z.string() }),
  active: z.boolean(),
  /** How many articles fit; null where nobody counts. */
  capacity: z.number().nullable(),
  pieces: z.number(),
  items: z.number(),
  /** How many more articles fit. */
  free: z.number().nullable(),
});
type Asked = z.output<typeof LocationFilter> & {
  search?: string | undefined;
  sort?: string | undefined;
  page: number;
  size: number;
};
type Found = Awaited<ReturnType<typeof rowsOf>>[number];
const rowsOf = (db: Scoped, wanted: Parameters<typeof locationList.build>[2]) =>
  db.list(locationList, wanted);

const present = ({ zoneCode, zoneZh, zoneEn, ...row }: Found): z.input<typeof LocationRow> => ({
  ...row,
  zone: { code: zoneCode, zh: zoneZh, en: zoneEn },
  free: row.capacity === null ? null : Math.max(0, row.capacity - row.pieces),
});

export async function findLocations(db: Scoped, { page, size, sort, ...filter }: Asked) {
  const wanted = {
    ...filter,
    ...sorting(locationSorts, sort, 'code'),
    limit: size,
    offset: (page - 1) * size,
  };
  const [counted] = await db.list(countLocations, wanted);
  const found = await rowsOf(db, wanted);
  return { rows: found.map(present), total: counted?.n ?? 0, page, size };
}

export async function getLocation(db: Scoped, code: string) {
  const only = { code, sort: 'code', descending: false, limit: 1, offset: 0 } as const;
  const [found] = await rowsOf(db, only);
  if (!found) throw notFound(nouns.location, code);
  return { id: found.id, view: present(found) };
}
