import { and, eq } from 'drizzle-orm';
import { sessions, users } from '../schema/people.ts';
import { named, type Slots } from '../scope.ts';

/** Who holds this session: asked for every request, so it is one statement that stays prepared. */
export const holderOfSession = named('holder of a session', (q, sees, given: Slots<{ token: string }>) =>
  q
    .select({
      id: users.id,
      name: users.name,
      role: users.role,
      organisationId: users.organisationId,
      warehouseId: users.warehouseId,
      active: users.active,
      expiresAt: sessions.expiresAt,
    })
    .from(sessions)
    .innerJoin(users, eq(users.id, sessions.userId))
    .where(and(sees(sessions), sees(users), eq(sessions.token, given.token)))
    .limit(1),
);
