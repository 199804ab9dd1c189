import { and, asc, eq } from 'drizzle-orm';
import { named, type Slots } from '../named-queries.ts';
import { codes, organisations, warehouses } from '../schema/master-data.ts';
import { postings, users } from '../schema/people.ts';

export const allCodes = named('all codes', (q, sees, _given: Slots<object>) =>
  q
    .select({ list: codes.list, code: codes.code, zh: codes.zh, en: codes.en, meaning: codes.meaning })
    .from(codes)
    .where(and(sees(codes), eq(codes.active, true)))
    .orderBy(asc(codes.list), asc(codes.position)),
);

export const allWarehouses = named('all warehouses', (q, sees, _given: Slots<object>) =>
  q.select().from(warehouses).where(sees(warehouses)).orderBy(asc(warehouses.code)),
);

/** The warehouses in which a member of the staff may work. */
export const postingsOf = named('postings of', (q, sees, given: Slots<{ userId: string }>) =>
  q
    .select({
      id: warehouses.id,
      code: warehouses.code,
      nameZh: warehouses.nameZh,
      nameEn: warehouses.nameEn,
    })
    .from(postings)
    .innerJoin(warehouses, eq(warehouses.id, postings.warehouseId))
    .where(and(sees(postings), sees(warehouses), eq(postings.userId, given.userId)))
    .orderBy(asc(warehouses.code)),
);

export const personById = named('person by id', (q, sees, given: Slots<{ id: string }>) =>
  q
    .select()
    .from(users)
    .where(and(sees(users), eq(users.id, given.id)))
    .limit(1),
);

export const organisationById = named('organisation by id', (q, sees, given: Slots<{ id: string }>) =>
  q
    .select()
    .from(organisations)
    .where(and(sees(organisations), eq(organisations.id, given.id)))
    .limit(1),
);

export const warehouseById = named('warehouse by id', (q, sees, given: Slots<{ id: string }>) =>
  q
    .select()
    .from(warehouses)
    .where(and(sees(warehouses), eq(warehouses.id, given.id)))
    .limit(1),
);

export const warehouseByCode = named('warehouse by code', (q, sees, given: Slots<{ code: string }>) =>
  q
    .select()
    .from(warehouses)
    .where(and(sees(warehouses), eq(warehouses.code, given.code)))
    .limit(1),
);

export const organisationByCode = named('organisation by code', (q, sees, given: Slots<{ code: string }>) =>
  q
    .select()
    .from(organisations)
    .where(and(sees(organisations), eq(organisations.code, given.code)))
    .limit(1),
);
