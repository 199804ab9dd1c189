import { z } from 'zod';
import { hashPassword } from '../access/accounts.ts';
import { answeredOnce } from '../answered-once.ts';
import { type Call, route } from '../route.ts';
import { line, list, paged, scanId } from '../shapes.ts';
import { findPeople, PeopleFilter, PersonRow, presentPerson } from './list.ts';
import { addPerson, changePerson, NewPerson, PersonChange } from './people.ts';

const AddAsk = NewPerson.extend({ scanId });
const ChangeAsk = PersonChange.extend({ scanId, id: line(64) });

/** What is remembered of a question is hashed fast, so the password stays out of it. */
const withoutPassword = <A extends { readonly password?: string | undefined }>({ password: _, ...ask }: A) =>
  ask;

async function add({ db, input, moment }: Call<z.output<typeof AddAsk>>) {
  const passwordHash = await hashPassword(input.password);
  const ask = withoutPassword(input);
  return db.atomically((tx) =>
    answeredOnce(tx, input.scanId, ask, moment, async () => {
      const { scanId: _, ...person } = ask;
      return presentPerson(tx, await addPerson(tx, person, passwordHash, moment));
    }),
  );
}

async function change({ db, actor, input, moment }: Call<z.output<typeof ChangeAsk>>) {
  const passwordHash = input.password ? await hashPassword(input.password) : null;
  const ask = withoutPassword(input);
  return db.atomically((tx) =>
    answeredOnce(tx, input.scanId, ask, moment, async () => {
      const { scanId: _, id, ...person } = ask;
      await changePerson(tx, actor, id, person, passwordHash, moment);
      return presentPerson(tx, id);
    }),
  );
}

export const peopleRoutes = [
  route('GET /api/v1/people', {
    summary: 'Everybody who may sign in: filtered, sorted, a page at a time.',
    needs: 'people.manage',
    input: z.strictObject({ ...PeopleFilter.shape, ...paged }),
    reply: list(PersonRow),
    handle: ({ db, input }) => findPeople(db, input),
  }),
  route('POST /api/v1/people', {
    summary: 'Somebody new, with a role, an organisation and, for staff, warehouses.',
    needs: 'people.manage',
    input: AddAsk,
    reply: PersonRow,
    handle: add,
  }),
  route('PATCH /api/v1/people/:id', {
    summary:
      'Another role, other warehouses, a new password, or the end: the last two sign them out everywhere.',
    needs: 'people.manage',
    input: ChangeAsk,
    reply: PersonRow,
    handle: change,
  }),
];
