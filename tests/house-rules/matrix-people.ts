import {
  common,
  everybody,
  exporters,
  fresh,
  nothing,
  ofTheHouse,
  once,
  type Row,
  vendors,
} from './matrix-row.ts';

export const ofPeople = {
  'GET /api/v1/me': { may: everybody, ask: nothing, answers: common },
  'POST /api/v1/me/language': { may: everybody, ask: () => ({ language: 'zh-CN' }), answers: common },
  'POST /api/v1/me/warehouse': {
    may: everybody,
    ask: ({ warehouseId }) => ({ warehouseId }),
    but: { [`${exporters} ${vendors}`]: ['none', 'none', 'none'] },
  },
  'GET /api/v1/people': { may: 'administrator', ask: nothing, answers: common },
  'POST /api/v1/people': {
    may: 'administrator',
    ask: () => ({
      ...{ ...once(), name: 'New', email: `${fresh()}@example.test`, password: 'a long password' },
      ...{ role: 'exporterMember', organisation: 'whale' },
    }),
    answers: common,
  },
  'PATCH /api/v1/people/:id': {
    may: 'administrator',
    ask: ({ person }) => ({ ...once(), id: person, language: 'zh-CN' }),
    answers: ofTheHouse,
  },
  'POST /api/v1/first-administrator': {
    may: everybody,
    ask: () => ({ token: 'x', name: 'x', email: 'x@example.test', password: 'a long password' }),
    answers: ['no', '', ''],
    stranger: 'no',
  },
} satisfies Record<string, Row>;
