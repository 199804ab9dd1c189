import type { itemWorkflow } from '../../../server/workflow/item.ts';
import { messages } from './messages.ts';

type ItemState = keyof (typeof itemWorkflow)['states'];

/** Words of the trade for which the server sends only a name. */
export const trade = messages(
  'trade',
  {
    state: {
      announced: '已预报',
      missing: '未到',
      neverCame: '未到结案',
      received: '已接收',
      inspected: '已质检',
      awaitingInstruction: '待指示',
      sorted: '已分拣',
      stored: '在库',
      inRepair: '维修中',
      atVendor: '外修中',
      toCheck: '待复检',
      picked: '已拣货',
      packed: '已装箱',
      shipped: '已出库',
      resold: '已复售',
      exchanged: '已换货',
      returnedToBuyer: '已退买家',
      returnedToExporter: '已退出口商',
      destroyed: '已销毁',
      lost: '遗失',
      cancelled: '已取消',
    } satisfies Record<ItemState, string>,
    yes: '是',
    no: '否',
  },
  {
    state: {
      announced: 'Announced',
      missing: 'Missing',
      neverCame: 'Never arrived',
      received: 'Received',
      inspected: 'Inspected',
      awaitingInstruction: 'Awaiting instruction',
      sorted: 'Sorted',
      stored: 'Stored',
      inRepair: 'In repair',
      atVendor: 'At the vendor',
      toCheck: 'To check',
      picked: 'Picked',
      packed: 'Packed',
      shipped: 'Shipped',
      resold: 'Resold',
      exchanged: 'Exchanged',
      returnedToBuyer: 'Returned to the buyer',
      returnedToExporter: 'Returned to the exporter',
      destroyed: 'Destroyed',
      lost: 'Lost',
      cancelled: 'Cancelled',
    },
    yes: 'Yes',
    no: 'No',
  },
);
