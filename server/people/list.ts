import { z } from 'zod';
import { countPeople, personList, personSorts, postingsOfMany } from '../../db/queries/people.ts';
import type { Scoped } from '../../db/scope.ts';
import { isRole, roleNames } from '../access/permissions.ts';
import { oneOrMore, yesOrNo } from '../http/list-input.ts';
import { listOf, searchAndSort } from '../http/list-route.ts';
import { notFound } from '../http/problem.ts';
import { Time, Words } from '../http/shapes.ts';
import { nouns } from '../words/problems.ts';

const Named = z.object({ code: z.string(), nameZh: z.string(), nameEn: z.string() });
const PeopleFilter = z.strictObject({
  role: oneOrMore,
  organisation: oneOrMore,
  active: yesOrNo,
  ...searchAndSort,
});
export const PersonRow = z.object({
  id: z.string(),
  name: z.string(),
  email: z.string(),
  username: z.string().nullable(),
  role: z.string(),
  roleName: Words,
  organisation: Named,
  warehouses: z.array(Named.extend({ roles: z.array(z.string()) })),
  language: z.enum(['zh-CN', 'en']),
  active: z.boolean(),
  createdAt: Time,
});
type Found = Awaited<ReturnType<(typeof personList)['build']>>[number];

async function present(db: Scoped, found: readonly Found[]): Promise<z.input<typeof PersonRow>[]> {
  const posted = found.length ? await db.list(postingsOfMany, { userIds: found.map(({ id }) => id) }) : [];
  return found.map((row) => ({
    ...row,
    roleName: isRole(row.role) ? roleNames[row.role] : { zh: row.role, en: row.role },
    warehouses: posted
      .filter(({ userId }) => userId === row.id)
      .map((posting) => ({ ...posting, roles: [...(posting.roles ?? [row.role])] })),
    createdAt: row.createdAt.toISOString(),
  }));
}

export const listOfPeople = listOf({
  filters: PeopleFilter,
  query: personList,
  count: countPeople,
  sorts: personSorts,
  sortedBy: 'name',
  row: PersonRow,
  present: (found, { db }) => present(db, found),
});

export async function presentPerson(db: Scoped, id: string) {
  const only = { id, sort: 'name', descending: false, limit: 1, offset: 0 } as const;
  const [found] = await present(db, await db.list(personList, only));
  if (!found) throw notFound(nouns.person, '');
  return found;
}
