import { z } from 'zod';
import { hashPassword } from '../access/accounts.ts';
import { listRoute } from '../http/list-route.ts';
import { type Call, type OnceCall, route } from '../http/route.ts';
import { line, scanId } from '../http/shapes.ts';
import { listOfPeople, PersonRow, presentPerson } from './list.ts';
import { addPerson, changePerson, NewPerson, PersonChange } from './people.ts';
import {
  endLeave,
  endStandIn,
  giveStandIn,
  LeaveInput,
  Person,
  presentInFull,
  StandInInput,
  setLeave,
} from './stand-ins.ts';

const AddAsk = NewPerson.extend({ scanId });
const ChangeAsk = PersonChange.extend({ scanId, id: line(64) });

const ById = z.strictObject({ id: line(64) });

async function add({ input }: Call<z.output<typeof AddAsk>>) {
  const { password, ...question } = input;
  const passwordHash = await hashPassword(password);
  const { scanId: _, ...person } = question;
  return {
    question,
    work: async ({ db: tx, actor, context }: OnceCall<object>) =>
      presentPerson(tx, await addPerson(tx, actor, { ask: person, passwordHash }, context)),
  };
}

async function change({ input }: Call<z.output<typeof ChangeAsk>>) {
  const { password, ...question } = input;
  const passwordHash = password ? await hashPassword(password) : null;
  const { scanId: _, id, ...person } = question;
  return {
    question,
    work: async ({ db: tx, actor, context }: OnceCall<object>) => {
      await changePerson(tx, actor, { id, ask: person, passwordHash }, context);
      return presentPerson(tx, id);
    },
  };
}

export const peopleRoutes = [
  listRoute('GET /api/v1/people', listOfPeople, {
    summary: 'Everybody who may sign in: filtered, sorted, a page at a time.',
    needs: 'people.manage',
  }),
  route('POST /api/v1/people', {
    summary: 'Somebody new, with a role, an organisation and, for staff, warehouses.',
    needs: 'people.manage',
    input: AddAsk,
    proof: () => true,
    reply: PersonRow,
    once: true,
    prepare: add,
  }),
  route('PATCH /api/v1/people/:id', {
    summary:
      'Another role, other warehouses, a new password, or the end: the last two sign them out everywhere.',
    needs: 'people.manage',
    input: ChangeAsk,
    proof: ({ password, role, roles, warehouses, active }) =>
      active === true || [password, role, roles, warehouses].some((one) => one !== undefined),
    reply: PersonRow,
    once: true,
    prepare: change,
  }),
  route('GET /api/v1/people/:id', {
    summary: 'One person, with all that says what they may do: roles, covers, leaves, badge, second factor.',
    needs: 'people.manage',
    input: ById,
    reply: Person,
    handle: ({ db, input }) => presentInFull(db, input.id),
  }),
  route('POST /api/v1/people/:id/covers', {
    summary: 'A role in a warehouse for a while, on top of one’s own.',
    needs: 'people.manage',
    input: StandInInput,
    proof: () => true,
    reply: Person,
    once: true,
    handle: giveStandIn,
  }),
  route('DELETE /api/v1/covers/:id', {
    summary: 'The end of a cover, at once.',
    needs: 'people.manage',
    input: ById,
    reply: Person,
    once: true,
    handle: endStandIn,
  }),
  route('POST /api/v1/people/:id/leaves', {
    summary: 'Away for a while: nothing may be done in their name.',
    needs: 'people.manage',
    input: LeaveInput,
    reply: Person,
    once: true,
    handle: setLeave,
  }),
  route('DELETE /api/v1/leaves/:id', {
    summary: 'Back early from a leave.',
    needs: 'people.manage',
    input: ById,
    reply: Person,
    once: true,
    handle: endLeave,
  }),
];
