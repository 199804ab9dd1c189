import { room } from './room.ts';

/** Lists, forms and steps, as the office and both portals show them. */
export const desk = room(
  'desk',
  {
    list: {
      search: '搜索',
      count_other: '共 {{count}} 条',
      over: '超过 {{limit}} 条',
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
      optional: '（选填）',
      problem: {
        required: '必填',
        short: '太短或太小',
        long: '太长或太大',
        format: '格式不对',
        choice: '不在可选范围内',
        other: '请检查这一项',
      },
    },
    steps: { none: '现在没有可做的步骤。', more: '更多', done: '已完成：{{step}}' },
    photos: {
      title: '照片',
      one: '{{label}} · 照片 {{n}} / {{of}}',
      previous: '上一张',
      next: '下一张',
      none: '还没有照片。',
    },
    bulk: { chosen_other: '已选 {{count}} 条', none: '取消选择', row: '选择 {{row}}', all: '选择本页全部' },
  },
  {
    list: {
      search: 'Search',
      count_one: '{{count}} entry',
      count_other: '{{count}} entries',
      over: 'more than {{limit}} entries',
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
      optional: '(optional)',
      problem: {
        required: 'is needed',
        short: 'is too short or too small',
        long: 'is too long or too large',
        format: 'is not written as it should be',
        choice: 'is none of the choices',
        other: 'needs another look',
      },
    },
    steps: { none: 'Nothing can be done with it now.', more: 'More', done: 'Done: {{step}}' },
    photos: {
      title: 'Photos',
      one: '{{label}} · photo {{n}} of {{of}}',
      previous: 'Previous',
      next: 'Next',
      none: 'No photos yet.',
    },
    bulk: {
      chosen_one: '{{count}} chosen',
      chosen_other: '{{count}} chosen',
      none: 'Choose none',
      row: 'Choose {{row}}',
      all: 'Choose this page',
    },
  },
);
