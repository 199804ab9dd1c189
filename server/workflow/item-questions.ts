import { z } from 'zod';
import { doubtNames } from '../words/items.ts';
import * as ask from './fields.ts';

export const note = ask.maybe(ask.longText({ zh: '备注', en: 'Note' }));
export const why = ask.longText({ zh: '原因', en: 'Reason' });
export const to = ask.location({ zh: '放到货位', en: 'To location' });
export const disposition = ask.code('disposition', { zh: '去向', en: 'Disposition' });
export const fault = ask.longText({ zh: '故障描述', en: 'Fault' });
export const nothing = z.object({});
export const holdKind = ask.code('hold', { zh: '挂起原因', en: 'Reason for hold' });
/** Of several doubts about what a thing is, the one that was looked into. */
export const doubt = ask.choice({ zh: '解除哪一条', en: 'Which doubt' }, doubtNames);

/** How it was made sure that nothing of its user is left: goods leave on the strength of this. */
export const wipeMethod = ask.choice(
  { zh: '怎样清除的？', en: 'How was it wiped?' },
  {
    reset: { zh: '恢复出厂设置', en: 'Factory reset' },
    tool: { zh: '数据清除工具', en: 'Data wipe tool' },
    destroyed: { zh: '存储已销毁', en: 'Storage destroyed' },
  },
);

/** What dispositions mean that are for the exporter to choose; the others are the house's. */
export const forTheExporter = ['resale', 'repair', 'vendor', 'exchange', 'toBuyer', 'toExporter', 'destroy'];
/** What a disposition means that may be wished for when goods are announced: also to be asked again. */
export const mayBeWished = (meaning: string | null): boolean =>
  meaning === 'ask' || forTheExporter.includes(meaning ?? '');

/** What the inspector answers; from this the grade is derived, never chosen. */
export const axes = {
  // What may burn is asked about first.
  battery: ask.choice(
    { zh: '电池', en: 'Battery' },
    {
      none: { zh: '无电池', en: 'No battery' },
      good: { zh: '完好', en: 'Sound' },
      unknown: { zh: '无法判断', en: 'Cannot be judged' },
      damaged: {
        zh: '鼓包/漏液/破损',
        en: 'Swollen, leaking or damaged',
        danger: { step: 'hold', answers: { kind: 'battery' } },
      },
    },
  ),
  cosmetic: ask.code('cosmetic', { zh: '外观', en: 'Cosmetic' }),
  functional: ask.code('functional', { zh: '功能', en: 'Function' }),
  complete: ask.code('complete', { zh: '完整性', en: 'Completeness' }),
  packaging: ask.code('packaging', { zh: '包装', en: 'Packaging' }),
  serialSeen: ask.maybe(ask.serial({ zh: '实物序列号', en: 'Serial seen on it' })),
  wiped: ask.maybe(ask.yesNo({ zh: '数据已清除', en: 'Data wiped' })),
  note,
};
/** Of a lot that is picked or packed. */
export const piecesCounted = ask.maybe(ask.count({ zh: '点数：几件？', en: 'How many are there?' }));
