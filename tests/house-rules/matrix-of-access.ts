import type { Api } from '../../server/api.ts';
import { newScan } from '../world.ts';
import type { Answers, Row } from './matrix.ts';

/** Who may look after people, devices, keys and rights: part of the matrix. */
const common: Answers = ['yes', '', ''];
const everybody =
  'receiver inspector storekeeper technician packer customs supervisor manager administrator exporterMember exporterAdmin vendorMember vendorAdmin';
const once = () => ({ scanId: newScan() });
const nothing = () => ({});
/** Needs no sign-in, but a secret that nobody here has. */
const withSecret = (ask: object): Row => ({
  ...{ may: everybody, answers: ['no', '', ''], stranger: 'no' },
  ask: () => ask,
});
const ofTheHouse: Answers = ['yes', 'yes', 'none'];

export const accessRows = {
  'GET /api/v1/device': { may: everybody, ask: nothing, answers: common, stranger: 'yes' },
  'POST /api/v1/device-enrolments': withSecret({ code: 'NO-SUCH-CODE' }),
  'POST /api/v1/badge-sign-ins': withSecret({ badge: 'GHBNOSUCHBADGE', pin: '4071' }),
  'GET /api/v1/devices': { may: 'administrator', ask: nothing, answers: common },
  'POST /api/v1/devices': {
    may: 'administrator',
    ask: ({ warehouse }) => ({ name: 'new', warehouse }),
    answers: ofTheHouse,
  },
  'POST /api/v1/devices/:id/codes': {
    may: 'administrator',
    ask: ({ device }) => ({ id: device }),
    answers: ofTheHouse,
  },
  'PATCH /api/v1/devices/:id': {
    may: 'administrator',
    ask: ({ device }) => ({ ...once(), id: device, name: 'other' }),
    answers: ofTheHouse,
  },
  'POST /api/v1/people/:id/badges': {
    may: 'administrator',
    ask: ({ member }) => ({ id: member }),
    answers: ofTheHouse,
  },
  'DELETE /api/v1/people/:id/badges': {
    may: 'administrator',
    ask: ({ member }) => ({ id: member }),
    answers: ofTheHouse,
  },
  'POST /api/v1/people/:id/pins': {
    may: 'administrator',
    ask: ({ member }) => ({ id: member }),
    answers: ofTheHouse,
  },
} satisfies Partial<Record<Api['endpoint'], Row>>;
