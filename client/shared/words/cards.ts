import { messages } from './messages.ts';

/** Lists of cards and notices, as both portals show them. */
export const cards = messages(
  'cards',
  {
    more: '显示更多（{{shown}} / {{total}}）',
    noMatch: '没有符合条件的记录',
    noMatchWhy: '换一个搜索词，或清除筛选。',
    clear: '清除筛选',
    notices: {
      title: '通知',
      about: '最近 100 条通知，新的在前。',
      unread_other: '{{count}} 条未读',
      bell_other: '通知，{{count}} 条未读',
      bellNone: '通知，没有未读',
      withUnread_other: '通知（{{count}} 条未读）',
      allRead: '全部标为已读',
      isNew: '未读',
      empty: '还没有通知',
      emptyWhy: '有需要您处理的事或新进展时，会在这里告诉您。',
      all: '查看全部通知',
    },
  },
  {
    more: 'Show more ({{shown}} of {{total}})',
    noMatch: 'Nothing matches',
    noMatchWhy: 'Try another word, or clear the filters.',
    clear: 'Clear the filters',
    notices: {
      title: 'Notices',
      about: 'The latest 100 notices, newest first.',
      unread_one: '{{count}} unread',
      unread_other: '{{count}} unread',
      bell_one: 'Notices, {{count}} unread',
      bell_other: 'Notices, {{count}} unread',
      bellNone: 'Notices, none unread',
      withUnread_one: 'Notices ({{count}} unread)',
      withUnread_other: 'Notices ({{count}} unread)',
      allRead: 'Mark all as read',
      isNew: 'Unread',
      empty: 'No notices yet',
      emptyWhy: 'You are told here when something needs you or changes.',
      all: 'See all notices',
    },
  },
);
