import type { Viewer } from '../../db/seen-by.ts';
import type { Deps } from '../deps.ts';
import { keepTheScan, signIn } from '../problem.ts';
import { type Actor, isRole, roles, sideOf } from './permissions.ts';

/** Who asks, by the session cookie of the request. @throws Problem 401 when nobody is signed in */
export async function identify(
  { accounts }: Pick<Deps, 'accounts'>,
  cookie: string | undefined,
): Promise<Actor> {
  if (!cookie) throw signIn();
  // The library tells of a database that does not answer as if the fault were its own.
  const found = await accounts.api.getSession({ headers: new Headers({ cookie }) }).catch(() => {
    throw keepTheScan();
  });
  const user = found?.user;
  if (!user?.active || !isRole(user.role)) throw signIn();
  const viewer = viewerOf(user.id, sideOf(user.role), user.organisationId, user.warehouseId ?? null);
  return { id: user.id, name: user.name, role: user.role, viewer, permissions: roles[user.role] };
}

/** Staff who have no warehouse yet see the house's common lists, and no goods. */
const viewerOf = (
  id: string,
  side: 'staff' | 'exporter' | 'vendor',
  organisation: string,
  warehouse: string | null,
): Viewer =>
  side === 'staff' ? { as: side, id, warehouse: warehouse ?? 'none' } : { as: side, id, organisation };
