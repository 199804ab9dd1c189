import { messages } from '../messages.ts';

/** What is said where the office corrects a line of an exported order. */
export const exportCorrection = messages(
  'exportCorrection',
  {
    correct: '更正',
    correctThis: '更正第 {{n}} 行',
    about:
      '商品 {{sku}}：已退回和在途共 {{taken}} 件，出口数量不能比这少。用到它的退货单保留原来的单证，需要时在退货单上更正。',
    quantity: '出口数量',
    exportDocument: '出口单证号',
    exportLine: '出口项号',
    exportMode: '监管方式',
    exportDate: '出口日期',
    releaseDate: '放行日期',
    country: '销往国家（整张订单）',
    because: '为什么更正',
    done: '出口订单已更正',
  },
  {
    correct: 'Correct',
    correctThis: 'Correct line {{n}}',
    about:
      '{{sku}}: {{taken}} came back or are on their way, and no fewer can have been exported. Returns that use the line keep their papers; correct those on the return where that is needed.',
    quantity: 'Exported quantity',
    exportDocument: 'Export document',
    exportLine: 'Line of the document',
    exportMode: 'Supervision mode',
    exportDate: 'Export date',
    releaseDate: 'Release date',
    country: 'Sold to (the whole order)',
    because: 'Why it is corrected',
    done: 'The exported order is corrected',
  },
);
