import fc from 'fast-check';
import { z } from 'zod';
import { entities } from '../../server/registry.ts';
import { cast, type Name } from '../cast.ts';
import { fitting, type Schema } from '../fuzz/values.ts';
import { type EntityName, mayTake } from '../rules/who-may.ts';
import { seenBefore } from '../seen.ts';
import { type House, newScan } from '../world.ts';

/** Under which address each entity takes its steps, and a code that none of its kind has. */
const doors: Readonly<Record<EntityName, readonly [path: string, code: string]>> = {
  item: ['items', 'G000000000'],
  ticket: ['tickets', 'T000000000'],
  returnOrder: ['return-orders', 'R000000000'],
  parcel: ['parcels', 'P000000000'],
  consignment: ['consignments', 'C000000000'],
  shipment: ['shipments', 'S000000000'],
};
const oneOfEachRole = Object.values(
  Object.fromEntries((Object.keys(cast) as Name[]).map((name) => [cast[name].role, name])),
);

/** What this step asks for, made up. */
function madeUp(entity: EntityName, step: string): object {
  const { asks } =
    (entities[entity].flow.steps as Readonly<Record<string, { asks: z.ZodObject }>>)[step] ?? {};
  const schema = z.toJSONSchema(asks ?? z.object({}), { io: 'input', unrepresentable: 'any' }) as Schema;
  const [given] = fc.sample(fitting(schema, {}), { numRuns: 1, seed: 7 });
  return given as object;
}

/**
 * Everybody asks for this step of a thing that is not there: whoever may take it is told so, and everybody else that
 * it is not for them. One line for each answer that is another one.
 */
export async function stepSwept(at: House, entity: EntityName, step: string): Promise<string[]> {
  const [path, code] = doors[entity];
  const surprises: string[] = [];
  const seen = await seenBefore(path, step, async () => ({}));
  for (const name of oneOfEachRole) {
    const wanted = mayTake[entity][step]?.includes(cast[name].role) ? 404 : 403;
    const ask = { scanId: newScan(), step, ...seen, ...madeUp(entity, step) };
    const { status } = await at.call(name, `POST /api/v1/${path}/${code}/steps`, ask);
    if (status !== wanted) surprises.push(`${name} ${entity}.${step}: ${status} instead of ${wanted}`);
  }
  return surprises;
}
