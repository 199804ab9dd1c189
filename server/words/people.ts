import type { Words } from './words.ts';

export const peopleSentences = {
  taken: {
    zh: '此邮箱或用户名已被使用。',
    en: 'This e-mail address or user name is taken.',
  },
  wrongSide: (role: Words, organisation: Words): Words => ({
    zh: `${organisation.zh}的人员不能担任“${role.zh}”。`,
    en: `"${role.en}" is not a role that ${organisation.en} can have.`,
  }),
  whereTo: {
    zh: '仓库员工至少要有一个仓库。',
    en: 'Warehouse staff need at least one warehouse.',
  },
  noPlaceForGuests: {
    zh: '出口商和维修商的人员不分配仓库。',
    en: 'People of exporters and vendors are not assigned to warehouses.',
  },
  rolesElsewhere: {
    zh: '只能给在该仓库工作的员工设置角色。',
    en: 'Staff roles can be set only for warehouses where the person works.',
  },
  tooLong: {
    zh: '结束时间必须晚于开始时间，且不超过一年。',
    en: 'The end must be after the start, and within a year.',
  },
  notYourself: {
    zh: '不能停用自己，也不能更改自己的角色。请另一位管理员操作。',
    en: 'You cannot deactivate yourself or change your own role. Ask another administrator.',
  },
  linkIsOver: {
    zh: '此一次性链接已失效：系统已有管理员，或链接不正确。请登录，或重启服务后使用新链接。',
    en: 'This one-time link is no longer valid: there is an administrator already, or the link is wrong. Sign in, or restart the server for a new link.',
  },
} as const;
