import { room } from './room.ts';

/** What repair vendors read, on a telephone. */
export const vendor = room(
  'vendor',
  {
    tickets: {
      title: '我的维修单',
      due: '承诺完成：',
      more: '显示更多',
      empty: '没有维修单',
      emptyWhy: '仓库把货品交给您后，维修单会按承诺日期排在这里。',
    },
  },
  {
    tickets: {
      title: 'My tickets',
      due: 'Promised:',
      more: 'Show more',
      empty: 'No tickets',
      emptyWhy: 'Once the warehouse hands you an item, its ticket stands here, the earliest promise first.',
    },
  },
);
