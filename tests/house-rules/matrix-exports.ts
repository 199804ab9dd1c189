import {
  common,
  exporters,
  floor,
  found,
  fresh,
  inSheets,
  lead,
  masters,
  nothing,
  ofTheHouse,
  once,
  owners,
  type Row,
  total,
} from './matrix-row.ts';

/** What was exported, and what came back of it beyond that. */
export const ofExports = {
  'GET /api/v1/exported-orders': {
    may: owners,
    ask: ({ exporter }) => ({ exporter, search: 'EXPORTED-1' }),
    answers: ['yes 1', 'yes 0', 'yes 0'],
    but: { [floor]: ['yes 1', 'yes 1', 'yes 0'] },
    tell: total,
  },
  ...inSheets(
    'GET /api/v1/exported-orders',
    {
      may: owners,
      ask: ({ exporter }) => ({ exporter, search: 'EXPORTED-1' }),
      answers: ['yes 1', 'yes 0', 'yes 0'],
      but: { [floor]: ['yes 1', 'yes 1', 'yes 0'] },
    },
    () => 'EXPORTED-1',
  ),
  'GET /api/v1/risk-flags': {
    may: floor,
    ask: ({ order }) => ({ order }),
    answers: found,
    tell: total,
  },
  ...inSheets(
    'GET /api/v1/risk-flags',
    { may: floor, ask: ({ order }) => ({ order }) },
    ({ order }) => order,
  ),
  'POST /api/v1/risk-flags/:id/closure': {
    may: lead,
    ask: ({ risk }) => ({ ...once(), id: risk, because: 'counted again' }),
    // The first of them has closed it.
    but: { [masters]: ['409 risk_closed', 'none', 'none'] },
  },
  'GET /api/v1/exported-orders/:id': {
    may: owners,
    ask: ({ exported }) => ({ id: exported }),
    but: { [floor]: ofTheHouse },
  },
  'POST /api/v1/exported-orders/:id/correction': {
    may: lead,
    ask: ({ exported }) => ({ ...once(), id: exported, line: 1, because: 'counted again' }),
    answers: ofTheHouse,
  },
  'GET /api/v1/exported-orders/template.xlsx': { may: exporters, ask: nothing, answers: common },
  'POST /api/v1/exported-orders/imports': { may: exporters, ask: once, answers: common, file: 'spreadsheet' },
  'POST /api/v1/exported-orders/imports/marked': {
    may: exporters,
    ask: nothing,
    answers: common,
    file: 'spreadsheet',
  },
  'GET /api/v1/exported-orders/imports': { may: exporters, ask: nothing, answers: common },
  'GET /api/v1/exported-orders/imports/:scanId': {
    may: exporters,
    ask: ({ imported }) => ({ scanId: imported }),
  },
  'DELETE /api/v1/exported-orders/layouts/:header': {
    may: exporters,
    ask: () => ({ header: 'sheet-header' }),
    answers: common,
  },
  'POST /api/v1/exported-orders': {
    may: exporters,
    ask: ({ sku }) => ({ ...once(), number: fresh(), lines: [{ sku, quantity: 1 }] }),
    answers: common,
  },
} satisfies Record<string, Row>;
