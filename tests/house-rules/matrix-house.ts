import {
  common,
  customsRule,
  everybody,
  exporters,
  floor,
  found,
  fresh,
  inSheets,
  isExporter,
  lead,
  masters,
  named,
  nothing,
  ofTheHouse,
  once,
  owners,
  type Row,
  total,
} from './matrix-row.ts';

export const ofHouse = {
  'GET /api/v1/catalogue': { may: everybody, ask: nothing, answers: common },
  'GET /api/v1/organisations': {
    may: floor,
    ask: ({ exporter }) => ({ search: exporter }),
    answers: ['yes true', 'yes true', 'yes false'],
    tell: ({ rows }, { exporter }) => rows.some((row: { code: string }) => row.code === exporter),
  },
  'POST /api/v1/organisations': {
    may: masters,
    ask: () => ({ ...once(), kind: 'vendor', code: fresh(), nameZh: '新', nameEn: 'New' }),
    answers: common,
  },
  'PATCH /api/v1/organisations/:code': {
    may: masters,
    ask: ({ exporter }) => ({ ...once(), code: exporter, active: true }),
    answers: ofTheHouse,
  },
  'GET /api/v1/approval-limit': { may: 'exporterAdmin', ask: nothing, answers: common },
  'PATCH /api/v1/approval-limit': {
    may: 'exporterAdmin',
    ask: () => ({ ...once(), autoApproveMinor: null }),
    answers: common,
  },
  'GET /api/v1/vendors': { may: floor, ask: nothing, answers: common },
  'GET /api/v1/warehouses': { may: everybody, ask: nothing, answers: common },
  'POST /api/v1/warehouses': {
    may: 'administrator',
    ask: () => {
      const where = { nameZh: '新', nameEn: 'New', address: 'x', contact: 'x', phone: '1' };
      return { ...once(), code: fresh(), ...where };
    },
    answers: common,
  },
  'PATCH /api/v1/warehouses/:code': {
    may: 'administrator',
    ask: ({ warehouse }) => ({ ...once(), code: warehouse, active: true }),
    answers: ofTheHouse,
  },
  'GET /api/v1/locations': {
    may: floor,
    ask: ({ place }) => ({ search: place }),
    answers: found,
    tell: total,
  },
  ...inSheets(
    'GET /api/v1/locations',
    { may: floor, ask: ({ place }) => ({ search: place }) },
    ({ place }) => place,
  ),
  'GET /api/v1/locations/:code': { may: floor, ask: ({ place }) => ({ code: place }) },
  'POST /api/v1/locations': {
    may: masters,
    ask: ({ zone }) => ({ ...once(), zone, code: `N-${fresh()}` }),
  },
  'PATCH /api/v1/locations/:code': {
    may: masters,
    ask: ({ place }) => ({ ...once(), code: place, active: true }),
  },
  'GET /api/v1/zones': {
    may: floor,
    ask: nothing,
    answers: found,
    tell: ({ rows }, { zone }) => rows.filter((row: { code: string }) => row.code === zone).length,
  },
  'POST /api/v1/zones': {
    may: masters,
    ask: () => ({ ...once(), code: fresh(), nameZh: '新', nameEn: 'New', kind: 'storage' }),
    answers: common,
  },
  'GET /api/v1/skus/template.xlsx': { may: `${masters} exporterAdmin`, ask: nothing, answers: common },
  'POST /api/v1/skus/imports': {
    may: `${masters} exporterAdmin`,
    ask: ({ exporter }, role) => ({ ...once(), check: 'only', ...(isExporter(role) ? {} : { exporter }) }),
    answers: ofTheHouse,
    but: { exporterAdmin: ['yes', 'yes', 'yes'] },
    file: 'spreadsheet',
  },
  'GET /api/v1/skus/imports/:scanId': {
    may: `${masters} exporterAdmin`,
    ask: ({ imported }) => ({ scanId: imported }),
    but: { [masters]: ['none', 'none', 'none'] },
  },
  'GET /api/v1/skus': {
    may: owners,
    ask: ({ sku }) => ({ search: sku }),
    answers: ['yes 1', 'yes 1', 'yes 0'],
    but: { [exporters]: found },
    tell: total,
  },
  ...inSheets(
    'GET /api/v1/skus',
    {
      may: owners,
      ask: ({ sku }) => ({ search: sku }),
      answers: ['yes 1', 'yes 1', 'yes 0'],
      but: { [exporters]: found },
    },
    ({ sku }) => sku,
  ),
  'GET /api/v1/skus/:code': {
    may: owners,
    ask: ({ sku }) => ({ code: sku }),
    answers: ofTheHouse,
    but: { [exporters]: ['yes', 'none', 'none'] },
  },
  'POST /api/v1/skus': {
    may: `${masters} exporterAdmin`,
    ask: ({ exporter }) => ({
      ...{ ...once(), exporter, code: fresh(), nameZh: '新', nameEn: 'New' },
      ...{ category: 'x', valueMinor: 1, weightGrams: 1 },
    }),
    answers: common,
  },
  'PATCH /api/v1/skus/:code': {
    may: `${masters} exporterAdmin`,
    ask: ({ sku }) => ({ ...once(), code: sku, active: true }),
    answers: ofTheHouse,
    but: { exporterAdmin: ['yes', 'none', 'none'] },
  },
  'GET /api/v1/customs-rules': { may: `inspector customs ${lead}`, ask: nothing, answers: common },
  'POST /api/v1/customs-rules': {
    may: 'customs administrator',
    ask: () => ({ ...once(), ...customsRule, zh: named.zh, en: named.en }),
    answers: common,
  },
  'PATCH /api/v1/customs-rules/:id': {
    may: 'customs administrator',
    ask: ({ customsRule }) => ({ ...once(), id: customsRule, citation: 'x' }),
    answers: ofTheHouse,
  },
  'GET /api/v1/disposition-rules': { may: `inspector customs ${lead}`, ask: nothing, answers: common },
  'POST /api/v1/disposition-rules': {
    may: masters,
    ask: () => ({ ...once(), position: 999, test: {}, disposition: 'HLD', zh: '新', en: 'New' }),
    answers: common,
  },
  'PATCH /api/v1/disposition-rules/:id': {
    may: masters,
    ask: ({ dispositionRule }) => ({ ...once(), id: dispositionRule, active: true }),
    answers: ofTheHouse,
  },
  'GET /api/v1/board': { may: floor, ask: nothing, answers: common },
} satisfies Record<string, Row>;
