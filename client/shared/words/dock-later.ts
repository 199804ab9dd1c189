import { messages } from './messages.ts';

/** What the dock says of a line, a doubt or the end of a parcel: fetched behind all that it needs before its first scan. */
export const dockLater = messages(
  'dockLater',
  {
    unknownLabel: '扫到的是',
    notAwaitedLabel: '退货单',
    notAwaitedWhy: '不能按它收货。请按无主件收下，放隔离区，由主管处理。',
    overWhy: '本单预报 {{of}} 件，这是第 {{n}} 件。真的多了一件，请点下面的按钮；扫重了，就接着扫下一件。',
    wrongWhy: '货不对版。再扫一次同一件即收下并挂起。',
    short_other: '还差 {{count}} 件',
    reportMissing_other: '报未到 {{count}} 件',
    comesLater: '其余以后再到，先拆完',
    lineFull: '这一行已经收齐。',
    howMany_other: '实收几件？预报 {{count}} 件',
    scanSerial: '扫描序列号',
    takeOne: '收这一件',
    countOne: '数一件',
    sayHowMany: '输入数量',
    elsewhere: '之前已到 {{before}} 件，报未到 {{missing}} 件',
  },
  {
    unknownLabel: 'Scanned',
    notAwaitedLabel: 'Return',
    notAwaitedWhy:
      'Nothing can be received against it. Receive as unidentified, into quarantine; a supervisor decides.',
    overWhy:
      '{{of}} announced, this is number {{n}}. If there really is one more, tap below; if it was scanned twice, scan the next.',
    wrongWhy: 'Wrong item. Scan it again to receive it on hold.',
    short_one: '{{count}} is missing',
    short_other: '{{count}} are missing',
    reportMissing_one: 'Report {{count}} missing',
    reportMissing_other: 'Report {{count}} missing',
    comesLater: 'Comes later: close for now',
    lineFull: 'This line is complete.',
    howMany_one: 'How many came? {{count}} announced',
    howMany_other: 'How many came? {{count}} announced',
    scanSerial: 'Scan the serial',
    takeOne: 'Receive this one',
    countOne: 'Count one',
    sayHowMany: 'Say how many',
    elsewhere: 'Received earlier: {{before}}. Reported missing: {{missing}}.',
  },
);
