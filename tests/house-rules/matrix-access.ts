import { withSecret } from './matrix-rights.ts';
import { common, everybody, lead, nothing, ofTheHouse, once, type Row } from './matrix-row.ts';

/** Who may look after devices and badges: part of the matrix. */
export const ofAccess = {
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
  'GET /api/v1/four-eyes': { may: `inspector customs ${lead}`, ask: nothing, answers: common },
  'PATCH /api/v1/four-eyes/:id': {
    may: 'administrator',
    ask: () => ({ ...once(), id: 'countAdjustment', active: true, above: 5 }),
    answers: common,
  },
} satisfies Record<string, Row>;
