import { type Permission, permissionsOf, type Role, roles } from '../../server/access/permissions.ts';
import { routes } from '../../server/api.ts';
import { entities } from '../../server/registry.ts';
import type { Endpoint } from '../house-rules/sweep.ts';
import { entityNames } from '../rules/who-may.ts';
import { type Mutant, put } from './mutant.ts';

/** Every route that needs something, without it; and every route behind the sign-in, in front of it. */
export const ofRoutes: readonly Mutant[] = routes.flatMap((route): Mutant[] => {
  const endpoint = route.endpoint as Endpoint;
  const needs: Mutant = {
    ...{ kind: 'needs', what: `needs '${route.needs}' of ${endpoint}`, concerns: { endpoint } },
    // Keys, too, or it would be closed to them for another reason.
    remove() {
      const back = [put(route, 'keysToo', true), put(route, 'needs', 'nobody in particular')];
      return () => back.forEach((one) => void one());
    },
  };
  const signIn: Mutant = {
    ...{ kind: 'sign-in', what: `the sign-in of ${endpoint}`, concerns: { stranger: endpoint } },
    remove() {
      const back = [put(route, 'open', true), put(route, 'needs', 'nobody in particular')];
      return () => back.forEach((one) => void one());
    },
  };
  return [...(route.needs === 'nobody in particular' ? [] : [needs]), ...(route.open ? [] : [signIn])];
});

const anybody = 'to be anybody' as Permission;
/** Everybody is granted what nothing asks for, until a step does. */
function grantToAll() {
  const held = (Object.keys(roles) as Role[]).map((role) => permissionsOf([role], 'desk') as Set<Permission>);
  for (const one of held) one.add(anybody);
  return () => {
    for (const one of held) one.delete(anybody);
  };
}

/** Every step of every life, for anybody. */
export const ofSteps: readonly Mutant[] = entityNames.flatMap((entity) =>
  Object.entries(entities[entity].flow.steps).map(
    ([step, known]): Mutant => ({
      ...{ kind: 'step', what: `needs '${known.needs}' of ${entity}.${step}`, concerns: { entity, step } },
      remove() {
        const back = [grantToAll(), put(known, 'needs', anybody)];
        return () => back.forEach((one) => void one());
      },
    }),
  ),
);
