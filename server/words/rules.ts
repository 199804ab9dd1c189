import type { Words } from './words.ts';

export const ruleSentences = {
  ruleTaken: (id: string): Words => ({ zh: `规则 ${id} 已存在。`, en: `Rule ${id} already exists.` }),
  unknownCode: (list: string, code: string): Words => ({
    zh: `目录“${list}”中没有代码 ${code}。`,
    en: `The list "${list}" has no code ${code}.`,
  }),
  notADate: { zh: '日期格式应为 2026-01-31。', en: 'Write dates like 2026-01-31.' },
  backwards: {
    zh: '生效日期不能晚于失效日期。',
    en: 'A rule cannot end before it begins.',
  },
} as const;
