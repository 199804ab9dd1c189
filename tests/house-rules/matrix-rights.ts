import type { Role } from '../../server/access/permissions.ts';
import { newScan } from '../world.ts';
import { common, everybody, nothing, ofTheHouse, type Row } from './matrix-row.ts';

const heads = 'administrator exporterAdmin vendorAdmin';
const aDay = { from: '2026-12-01T00:00:00Z', until: '2026-12-02T00:00:00Z' };
const anAddress = () => `${newScan().slice(0, 8)}@example.test`;
const guestRole = { exporterAdmin: 'exporterMember', vendorAdmin: 'vendorMember' } as const;
const roleFor = (role: Role) => guestRole[role as keyof typeof guestRole] ?? 'exporterMember';
/** Needs no sign-in, but a secret that nobody here has. */
export const withSecret = (ask: object): Row => ({
  ...{ may: everybody, answers: ['no', '', ''], stranger: 'no' },
  ask: () => ask,
});

/** Who may look after rights, members, keys and their own account: part of the matrix. */
export const ofRights = {
  'GET /api/v1/people/:id': {
    may: 'administrator',
    ask: ({ person }) => ({ id: person }),
    answers: ofTheHouse,
  },
  'POST /api/v1/people/:id/covers': {
    may: 'administrator',
    ask: ({ member }) => ({ id: member, warehouse: 'HK', role: 'packer', ...aDay }),
    answers: ofTheHouse,
  },
  'POST /api/v1/people/:id/leaves': {
    may: 'administrator',
    ask: ({ person }) => ({ id: person, ...aDay }),
    answers: ofTheHouse,
  },
  'DELETE /api/v1/covers/:id': {
    may: 'administrator',
    ask: ({ cover }) => ({ id: cover }),
    answers: ofTheHouse,
  },
  'DELETE /api/v1/leaves/:id': {
    may: 'administrator',
    ask: ({ leave }) => ({ id: leave }),
    answers: ofTheHouse,
  },
  'DELETE /api/v1/people/:id/second-factor': {
    may: 'administrator',
    ask: ({ member }) => ({ id: member }),
    answers: ofTheHouse,
  },
  'GET /api/v1/me/sessions': { may: everybody, ask: nothing, answers: common },
  'GET /api/v1/me/sign-ins': { may: everybody, ask: nothing, answers: common },
  'POST /api/v1/me/password': {
    may: everybody,
    ask: () => ({ present: 'not it', password: 'a long new password' }),
    answers: ['no', '', ''],
  },
  'POST /api/v1/me/proofs': {
    may: everybody,
    ask: () => ({ password: 'not it' }),
    answers: ['no', '', ''],
  },
  'POST /api/v1/me/pin': {
    may: everybody,
    ask: () => ({ present: 'not it', pin: '4071' }),
    answers: ['no', '', ''],
  },
  'POST /api/v1/me/email-verification': { may: everybody, ask: nothing, answers: common },
  'DELETE /api/v1/me/sessions/:id': {
    may: everybody,
    ask: () => ({ id: 'no-session' }),
    answers: ['none', '', ''],
  },
  'POST /api/v1/me/sign-out-everywhere': {
    may: everybody,
    // It would end the sweep for whoever asks; what it does is proved in the journey of sessions.
    ask: () => ({ unexpected: true }),
    answers: ['422', '', ''],
  },
  'POST /api/v1/email-verifications': withSecret({ token: 'x' }),
  'POST /api/v1/password-reset-requests': {
    may: everybody,
    ask: () => ({ email: anAddress() }),
    answers: common,
    stranger: 'yes',
  },
  'POST /api/v1/password-resets': withSecret({ token: 'x', password: 'a long new password' }),
  'GET /api/v1/invitation': withSecret({ token: 'x' }),
  'POST /api/v1/invitation-acceptances': withSecret({
    ...{ token: 'x', name: 'x', password: 'a long new password' },
  }),
  'GET /api/v1/invitations': { may: heads, ask: nothing, answers: common },
  'POST /api/v1/invitations': {
    may: heads,
    ask: (_of, role) => ({ email: anAddress(), role: roleFor(role), organisation: 'whale' }),
    answers: common,
  },
  'DELETE /api/v1/invitations/:id': {
    may: heads,
    ask: ({ invitation }) => ({ id: invitation }),
    answers: ofTheHouse,
    but: { exporterAdmin: ['yes', 'none', 'none'], vendorAdmin: ['none', 'none', 'none'] },
  },
  'GET /api/v1/members': { may: heads, ask: nothing, answers: common },
  'PATCH /api/v1/members/:id': {
    may: heads,
    ask: ({ colleague }) => ({ id: colleague, active: true }),
    answers: ofTheHouse,
    but: { exporterAdmin: ['yes', 'none', 'none'], vendorAdmin: ['none', 'none', 'none'] },
  },
  'GET /api/v1/api-keys': { may: heads, ask: nothing, answers: common },
  'POST /api/v1/api-keys': {
    may: heads,
    ask: (_of, role) => ({
      ...{ name: 'new', organisation: 'whale', days: 1 },
      scopes: [role === 'vendorAdmin' ? 'tickets.read' : 'items.read'],
    }),
    answers: common,
  },
  'POST /api/v1/api-keys/:id/takeover': {
    may: heads,
    ask: ({ apiKey }) => ({ id: apiKey }),
    answers: ofTheHouse,
    but: { exporterAdmin: ['yes', 'none', 'none'], vendorAdmin: ['none', 'none', 'none'] },
  },
  'DELETE /api/v1/api-keys/:id': {
    may: heads,
    ask: ({ apiKey }) => ({ id: apiKey }),
    answers: ofTheHouse,
    but: { exporterAdmin: ['yes', 'none', 'none'], vendorAdmin: ['none', 'none', 'none'] },
  },
  'GET /api/v1/audit': { may: heads, ask: nothing, answers: common },
  'GET /api/v1/audit.csv': { may: heads, ask: nothing, answers: common },
  'GET /api/v1/audit.xlsx': { may: heads, ask: nothing, answers: common },
  'GET /api/v1/roles': { may: heads, ask: nothing, answers: common },
  'GET /api/v1/mails': { may: 'administrator', ask: nothing, answers: common },
} satisfies Record<string, Row>;
