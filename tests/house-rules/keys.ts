import type { Permission } from '../../server/access/permissions.ts';
import { routes } from '../../server/api.ts';
import { cast } from '../cast.ts';
import { ok } from '../journeys/road.ts';
import type { House } from '../world.ts';
import { matrix } from './matrix.ts';
import type { Subject } from './matrix-row.ts';
import { type Endpoint, sent } from './sweep.ts';

/** Who makes keys of each kind. */
const heads = ['whale', 'spark'] as const;

/** What each route asks for, as long as nobody meddles with it. */
const promised = new Map(routes.map(({ endpoint, needs }) => [endpoint, needs]));
export const withNeeds = routes
  .filter(({ needs }) => needs !== 'nobody in particular')
  .map(({ endpoint }) => endpoint as Endpoint);

/** What a key may be given by this head. */
export const scopesOf = async (at: House, head: (typeof heads)[number]) =>
  ((await ok(at.call(head, 'GET /api/v1/api-keys'))).scopes as { id: Permission }[]).map(({ id }) => id);

/**
 * A key that may do all that a key may, except what this route needs, is refused at it. One line for each that gets
 * further, as to a step that needs something else besides.
 */
export async function keysAdmitted(at: House, endpoint: Endpoint, own: Subject): Promise<string[]> {
  const admitted: string[] = [];
  for (const head of heads) {
    const all = await scopesOf(at, head);
    const needs = promised.get(endpoint) as Permission;
    const scopes = all.filter((one) => one !== needs);
    if (scopes.length === all.length) continue;
    const ask = { name: `without ${needs}`, scopes, days: 1 };
    const { secret } = await ok(at.call(head, 'POST /api/v1/api-keys', ask));
    const row = matrix[endpoint];
    const { status } = await sent(at, { key: secret }, endpoint, row.ask(own, cast[head].role), row);
    if (status !== 403) admitted.push(`a key of ${head} without ${needs} at ${endpoint}: ${status}`);
  }
  return admitted;
}
