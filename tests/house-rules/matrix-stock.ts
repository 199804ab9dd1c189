import { common, masters, nothing, once, type Row } from './matrix-row.ts';

const theirOpening = ({ opening }: { readonly opening: string }) => ({ id: opening });

/** What lay on the shelves before this system. */
export const ofStock = {
  'GET /api/v1/opening-stock/template.xlsx': { may: masters, ask: nothing, answers: common },
  'POST /api/v1/opening-stock/imports': {
    may: masters,
    ask: () => ({ ...once(), check: 'only' }),
    answers: common,
    file: 'spreadsheet',
  },
  'POST /api/v1/opening-stock/imports/marked': {
    may: masters,
    ask: nothing,
    answers: common,
    file: 'spreadsheet',
  },
  'GET /api/v1/opening-stock/imports': {
    may: masters,
    ask: nothing,
    answers: ['yes 1', 'yes 0', 'yes 0'],
    tell: ({ rows }, of) => rows.filter((row: { id: string }) => row.id === theirOpening(of).id).length,
  },
  'GET /api/v1/opening-stock/imports/:id': { may: masters, ask: theirOpening },
  'GET /api/v1/opening-stock/imports/:id/labels.pdf': { may: masters, ask: theirOpening },
} satisfies Record<string, Row>;
