import { z } from 'zod';
import { listRoute, searchAndSort } from '../http/list-route.ts';
import { route } from '../http/route.ts';
import { line } from '../http/shapes.ts';
import {
  askToVerify,
  changePassword,
  changePin,
  endAllSessions,
  endSession,
  findSessions,
  findSignIns,
  PasswordAsk,
  PinAsk,
  removeSecondFactor,
  Session,
  SignIn,
  verifyEmail,
} from './account.ts';
import {
  Acceptance,
  acceptInvitation,
  findInvitations,
  InvitationAsk,
  InvitationRow,
  Invited,
  invite,
  lookAtInvitation,
  revokeInvitation,
} from './invitations.ts';
import { listOfPeople, PersonRow } from './list.ts';
import { changeMember, MemberChange } from './members.ts';
import { Proof, prove } from './prove.ts';
import { Reset, ResetRequest, requestReset, reset } from './resets.ts';

const ById = z.strictObject({ id: line(64) });
const Done = z.object({ done: z.literal(true) });
const nothing = z.strictObject({});
const token = z.strictObject({ token: z.string().min(1).max(200) });
const mine = { needs: 'nobody in particular' } as const;
const open = { needs: 'nobody in particular', open: true } as const;
const Invitations = z.object({ rows: z.array(InvitationRow) });

export const accountRoutes = [
  route('GET /api/v1/me/sessions', {
    ...{ ...mine, summary: 'Where one is signed in.', input: nothing },
    reply: z.object({ rows: z.array(Session) }),
    handle: async (call) => ({ rows: await findSessions(call) }),
  }),
  route('GET /api/v1/me/sign-ins', {
    ...{ ...mine, summary: 'The last hundred times that somebody signed in as oneself, or tried to.' },
    input: nothing,
    reply: z.object({ rows: z.array(SignIn) }),
    handle: async (call) => ({ rows: await findSignIns(call) }),
  }),
  route('POST /api/v1/me/password', {
    ...{ ...mine, summary: 'Another password; all other sessions end.', input: PasswordAsk, reply: Done },
    once: 'because it asks for the present password, which after the first time is another',
    handle: changePassword,
  }),
  route('POST /api/v1/me/proofs', {
    ...{ ...mine, summary: 'Proves by password or code who one is, before rights are given away.' },
    ...{ input: Proof, reply: Done, once: 'because a proof is as good the second time', handle: prove },
  }),
  route('POST /api/v1/me/pin', {
    ...{ ...mine, summary: 'Another PIN for one’s badge.', input: PinAsk, reply: Done },
    once: 'because a PIN is as good the second time, and not even its hash is remembered',
    handle: changePin,
  }),
  route('POST /api/v1/me/email-verification', {
    ...{
      ...mine,
      summary: 'Writes to one’s own address, to see whether it is.',
      input: nothing,
      reply: Done,
    },
    once: true,
    handle: askToVerify,
  }),
  route('DELETE /api/v1/me/sessions/:id', {
    ...{ ...mine, summary: 'Ends one of one’s sessions.', input: ById, reply: Done },
    once: 'because what has ended stays so, and who ended their own has to sign in again',
    handle: endSession,
  }),
  route('POST /api/v1/me/sign-out-everywhere', {
    ...{ ...mine, summary: 'Ends all of one’s sessions, this one too.', input: nothing, reply: Done },
    once: 'because it ends the session that asks, too',
    handle: endAllSessions,
  }),
  route('POST /api/v1/email-verifications', {
    ...{ ...open, summary: 'Confirms an address with the mailed link.', input: token, reply: Done },
    once: 'because its link is used up: a repetition is refused',
    handle: verifyEmail,
  }),
  route('POST /api/v1/password-reset-requests', {
    ...{ ...open, summary: 'Asks for a link to choose a new password; the answer is always the same.' },
    ...{
      input: ResetRequest,
      reply: Done,
      once: 'because the answer is always the same, and each link ends the one before',
      handle: requestReset,
    },
  }),
  route('POST /api/v1/password-resets', {
    ...{ ...open, summary: 'A new password, with the mailed link, once.', input: Reset, reply: Done },
    once: 'because its link is used up: a repetition is refused',
    handle: reset,
  }),
  route('GET /api/v1/invitation', {
    ...{ ...open, summary: 'What the link of an invitation invites to.', input: token, reply: Invited },
    handle: lookAtInvitation,
  }),
  route('POST /api/v1/invitation-acceptances', {
    ...{
      ...open,
      summary: 'Accepts an invitation, once: an account is made.',
      input: Acceptance,
      reply: Done,
    },
    once: 'because its link is used up: a repetition is refused',
    handle: acceptInvitation,
  }),
  route('GET /api/v1/invitations', {
    summary: 'Who was invited into one’s organisation; for the house, into all.',
    needs: 'members.manage',
    input: nothing,
    reply: Invitations,
    handle: async ({ db, context }) => ({ rows: await findInvitations(db, context.now) }),
  }),
  route('POST /api/v1/invitations', {
    summary: 'Invites somebody by mail, for a week.',
    needs: 'members.manage',
    input: InvitationAsk,
    proof: () => true,
    reply: Invitations,
    once: true,
    handle: invite,
  }),
  route('DELETE /api/v1/invitations/:id', {
    summary: 'Takes an invitation back.',
    needs: 'members.manage',
    input: ById,
    reply: Invitations,
    once: true,
    handle: revokeInvitation,
  }),
  listRoute(
    'GET /api/v1/members',
    { ...listOfPeople, filters: z.strictObject(searchAndSort), meaning: () => ({}) },
    { summary: 'The people of one’s organisation.', needs: 'members.manage' },
  ),
  route('PATCH /api/v1/members/:id', {
    summary: 'Another role for somebody of one’s organisation, or the end of their account.',
    needs: 'members.manage',
    input: MemberChange,
    proof: ({ role, active }) => role !== undefined || active === true,
    reply: PersonRow,
    once: true,
    handle: changeMember,
  }),
  route('DELETE /api/v1/people/:id/second-factor', {
    summary: 'Removes the second factor of whoever lost it.',
    needs: 'people.manage',
    input: ById,
    proof: () => true,
    reply: Done,
    once: true,
    handle: removeSecondFactor,
  }),
];
