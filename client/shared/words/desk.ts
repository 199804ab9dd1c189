import { room } from './room.ts';

/** Lists, forms and steps, as the office and both portals show them. */
export const desk = room(
  'desk',
  {
    list: {
      search: '搜索',
      count_other: '共 {{count}} 条',
      clear: '清除筛选',
      noMatch: '没有符合条件的记录',
      noMatchWhy: '换一个搜索词，或清除筛选。',
    },
    form: {
      required: '请填写“{{label}}”。',
      issue: '{{field}}：{{problem}}',
      photo: '选择照片',
      confirm: '确定',
      sure: '确定要“{{step}}”吗？',
    },
    steps: { none: '现在没有可做的步骤。', more: '更多', done: '已完成：{{step}}' },
  },
  {
    list: {
      search: 'Search',
      count_one: '{{count}} entry',
      count_other: '{{count}} entries',
      clear: 'Clear the filters',
      noMatch: 'Nothing matches',
      noMatchWhy: 'Try another word, or clear the filters.',
    },
    form: {
      required: 'Fill in “{{label}}”.',
      issue: '{{field}}: {{problem}}',
      photo: 'Choose a photo',
      confirm: 'Confirm',
      sure: '“{{step}}”: are you sure?',
    },
    steps: { none: 'Nothing can be done with it now.', more: 'More', done: 'Done: {{step}}' },
  },
);
