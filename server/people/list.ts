import { z } from 'zod';
import { countPeople, personList, personSorts, postingsOfMany } from '../../db/queries/people.ts';
import type { Scoped } from '../../db/scope.ts';
import { isRole, roleNames } from '../access/permissions.ts';
import { oneOrMore, sorting, yesOrNo } from '../http/list-input.ts';
import { notFound } from '../http/problem.ts';
import { Time, Words } from '../http/shapes.ts';
import { nouns } from '../words/problems.ts';

const Named = z.object({ code: z.string(), nameZh: z.string(), nameEn: z.string() });
export const PeopleFilter = z.object({ role: oneOrMore, organisation: oneOrMore, active: yesOrNo });
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
type Asked = z.output<typeof PeopleFilter> & {
  search?: string | undefined;
  sort?: string | undefined;
  page: number;
  size: number;
};
type Wanted = Parameters<typeof personList.build>[2];

async function presented(db: Scoped, wanted: Wanted): Promise<z.input<typeof PersonRow>[]> {
  const found = await db.list(personList, wanted);
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

export async function findPeople(db: Scoped, { page, size, sort, ...filter }: Asked) {
  const wanted = { ...filter, ...sorting(personSorts, sort, 'name'), limit: size, offset: (page - 1) * size };
  const [counted] = await db.list(countPeople, wanted);
  return { rows: await presented(db, wanted), total: counted?.n ?? 0, page, size };
}

export async function presentPerson(db: Scoped, id: string) {
  const only = { id, sort: 'name', descending: false, limit: 1, offset: 0 } as const;
  const [found] = await presented(db, only);
  if (!found) throw notFound(nouns.person, '');
  return found;
}
