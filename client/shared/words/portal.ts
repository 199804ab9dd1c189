import { room } from './room.ts';

/** What exporters read. No internal names. */
export const portal = room(
  'portal',
  {
    nav: {
      label: '门户',
      decisions: '待您决定',
      returns: '退货单',
      items: '货品',
    },
    decisions: {
      title: '待您决定',
      empty: '没有要您决定的事',
      emptyWhy: '维修报价和货品去向需要您答复时，会出现在这里。',
    },
    returns: {
      title: '退货单',
      search: '退货单号、运单号、您的单号',
      code: '退货单',
      reference: '您的单号',
      state: '进度',
      createdAt: '提交时间',
      empty: '还没有退货单',
      emptyWhy: '您提交的退货单会按时间排在这里。',
    },
    items: {
      title: '货品',
      search: '货品码、序列号、SKU',
      code: '货品码',
      name: '名称',
      state: '进度',
      stateSince: '更新时间',
      empty: '还没有货品',
      emptyWhy: '提交退货单后，每件货品的进度和照片会出现在这里。',
    },
  },
  {
    nav: {
      label: 'Portal',
      decisions: 'For you to decide',
      returns: 'Returns',
      items: 'Items',
    },
    decisions: {
      title: 'For you to decide',
      empty: 'Nothing waits for your decision',
      emptyWhy: 'Repair estimates and questions about what shall happen to an item stand here.',
    },
    returns: {
      title: 'Returns',
      search: 'Return, waybill or your order number',
      code: 'Return order',
      reference: 'Your number',
      state: 'Progress',
      createdAt: 'Submitted',
      empty: 'No returns yet',
      emptyWhy: 'The returns that you submit stand here, the newest first.',
    },
    items: {
      title: 'Items',
      search: 'Licence plate, serial, SKU',
      code: 'Licence plate',
      name: 'Name',
      state: 'Progress',
      stateSince: 'Updated',
      empty: 'No items yet',
      emptyWhy: 'Once you submit a return, the progress and the photos of each item stand here.',
    },
  },
);
