import { room } from './room.ts';

/** What repair vendors read, on a telephone. */
export const vendor = room(
  'vendor',
  {
    title: '维修商',
    nav: { label: '维修商', tickets: '我的维修单' },
    tickets: {
      title: '我的维修单',
      count_other: '{{count}} 张未完成',
      due: '承诺 {{when}} 完成',
      empty: '没有维修单',
      emptyWhy: '仓库把货品交给您后，维修单会按承诺日期排在这里。',
    },
  },
  {
    title: 'Repair vendor',
    nav: { label: 'Repair vendor', tickets: 'My tickets' },
    tickets: {
      title: 'My tickets',
      count_one: '{{count}} open',
      count_other: '{{count}} open',
      due: 'Promised {{when}}',
      empty: 'No tickets',
      emptyWhy: 'Once the warehouse hands you an item, its ticket stands here, the earliest promise first.',
    },
  },
);
