import { holderOfSession } from '../../db/queries/access.ts';
import type { Viewer } from '../../db/seen-by.ts';
import type { Deps } from '../deps.ts';
import { signIn } from '../problem.ts';
import { type Actor, isRole, roles, sideOf } from './permissions.ts';
import { tokenIn } from './session-cookie.ts';

/**
 * Who asks, by the session cookie of the request. Nothing is remembered from one request to the next: an ended session
 * or a new role acts at once. @throws Problem 401 when nobody is signed in
 */
export async function identify(
  { accounts, database, now }: Pick<Deps, 'accounts' | 'database' | 'now'>,
  cookies: string | undefined,
): Promise<Actor> {
  const token = tokenIn(accounts, cookies);
  if (!token) throw signIn();
  const house = database.as({ as: 'house', id: 'house' });
  const [holder] = await house.ask(holderOfSession, { token });
  if (!holder?.active || holder.expiresAt <= now() || !isRole(holder.role)) throw signIn();
  const { id, name, role, organisationId, warehouseId } = holder;
  const viewer = viewerOf(id, sideOf(role), organisationId, warehouseId);
  return { id, name, role, viewer, permissions: roles[role] };
}

/** Staff who have no warehouse yet see the house's common lists, and no goods. */
const viewerOf = (
  id: string,
  side: 'staff' | 'exporter' | 'vendor',
  organisation: string,
  warehouse: string | null,
): Viewer =>
  side === 'staff' ? { as: side, id, warehouse: warehouse ?? 'none' } : { as: side, id, organisation };
