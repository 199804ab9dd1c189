import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { locations, zones } from '../../db/schema/master-data.ts';
import type { Writing } from '../../db/scope.ts';
import { conflict, notFound, unusable } from '../http/problem.ts';
import type { RequestContext } from '../http/request-context.ts';
import { line, prose } from '../http/shapes.ts';
import { storageSentences, zoneNoun } from '../words/storage.ts';

/** A code of a place as it is printed on its label: capital letters, digits and hyphens. */
export const placeCode = line(32)
  .transform((text) => text.toUpperCase())
  .pipe(z.string().regex(/^[A-Z0-9][A-Z0-9-]*$/));
export const placeKinds = [
  'receiving',
  'storage',
  'quarantine',
  'hazard',
  'bench',
  'vendor',
  'packing',
  'outbound',
] as const;

export const NewZone = z.strictObject({
  code: placeCode,
  nameZh: prose(60),
  nameEn: prose(60),
  kind: z.enum(placeKinds),
});

const fromTo = z.strictObject({
  from: z.number().int().min(1).max(999),
  to: z.number().int().min(1).max(999),
});
const Range = z.strictObject({ prefix: placeCode, aisle: fromTo, bay: fromTo, level: fromTo });
type Range = z.output<typeof Range>;
/** The code of the one grade that lies there; null for any. */
export const gradeOfPlace = z.enum(['N', 'A', 'B', 'C', 'D', 'E']).nullable();
const inZone = {
  zone: placeCode,
  capacity: z.number().int().min(1).max(100_000).nullable().default(null),
  grade: gradeOfPlace.default(null),
};
/** One place by its code, or many by aisle, bay and level: prefix A, aisle 3, bay 12, level 2 is A-03-12-2. */
export const NewLocations = z.union([
  z.strictObject({ ...inZone, code: placeCode }),
  z.strictObject({ ...inZone, range: Range }),
]);
export type NewLocations = z.output<typeof NewLocations>;
export const Made = z.object({ added: z.array(z.string()), existing: z.array(z.string()) });

const MAX_PLACES_AT_ONCE = 1000;
const counted = ({ from, to }: z.output<typeof fromTo>) =>
  Array.from({ length: to - from + 1 }, (_, i) => from + i);
const two = (n: number) => String(n).padStart(2, '0');

/** @throws Problem 422 for a range that runs backwards or holds too many */
function codesOf({ prefix, aisle, bay, level }: Range): string[] {
  for (const [name, { from, to }] of Object.entries({ aisle, bay, level }))
    if (from > to) throw unusable([{ path: ['range', name], code: 'backwards' }], storageSentences.badRange);
  const n = [aisle, bay, level].reduce((product, { from, to }) => product * (to - from + 1), 1);
  if (n > MAX_PLACES_AT_ONCE)
    throw unusable(
      [{ path: ['range'], code: 'too_many' }],
      storageSentences.tooManyPlaces(n, MAX_PLACES_AT_ONCE),
    );
  return counted(aisle).flatMap((a) =>
    counted(bay).flatMap((b) => counted(level).map((l) => `${prefix}-${two(a)}-${two(b)}-${l}`)),
  );
}

export async function addZone(
  tx: Writing,
  warehouseId: string,
  ask: z.output<typeof NewZone>,
  { newId }: RequestContext,
) {
  if (!(await tx.claim(zones, { ...ask, id: newId(), warehouseId })))
    throw conflict('taken', storageSentences.zoneTaken(ask.code));
  return { ...ask, locations: 0 };
}

/** Adds places to a zone; those that are there already stay as they are. */
export async function addLocations(
  tx: Writing,
  warehouseId: string,
  ask: NewLocations,
  { newId }: RequestContext,
): Promise<z.input<typeof Made>> {
  const zone = await tx.first(zones, eq(zones.code, ask.zone));
  if (!zone) throw notFound(zoneNoun, ask.zone);
  const codes = 'range' in ask ? codesOf(ask.range) : [ask.code];
  const of = {
    warehouseId,
    zoneId: zone.id,
    kind: zone.kind,
    capacity: ask.capacity,
    grade: ask.grade,
    active: true,
  };
  const made = { added: [] as string[], existing: [] as string[] };
  for (const code of codes)
    ((await tx.claim(locations, { ...of, id: newId(), code })) ? made.added : made.existing).push(code);
  const [only] = made.existing;
  if (only && codes.length === 1) throw conflict('taken', storageSentences.locationTaken(only));
  return made;
}
