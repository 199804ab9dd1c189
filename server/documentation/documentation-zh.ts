import type { consignmentWorkflow } from '../workflow/consignment.ts';
import type { ItemState } from '../workflow/item.ts';
import type { parcelWorkflow } from '../workflow/parcel.ts';
import type { returnOrderWorkflow } from '../workflow/return-order.ts';
import type { shipmentWorkflow } from '../workflow/shipment.ts';
import type { ticketWorkflow } from '../workflow/ticket.ts';

type States<W extends { readonly states: object }> = Readonly<Record<keyof W['states'] & string, string>>;

/** What the states say of themselves in English only: for the Chinese half of the document. */
export const itemInChinese: Readonly<Record<ItemState, string>> = {
  announced: '出口商已告知，货还没到。',
  neverCame: '不再等待，退货单不含它也已办结；之后到仓仍可收货，也可再次预报。',
  missing: '包裹已点完，或期限已过，它没有来。',
  received: '已进仓并贴上我们的标签。任何人不得出售或发运。',
  inspected: '已评级，去向未定。',
  awaitingInstruction: '等出口商指示；时钟在走，到期按默认处理。',
  sorted: '去向已定，在周转箱里，正要去。',
  stored: '在为它准备的货位上。',
  inRepair: '在站内工位上，维修单开着。',
  atVendor: '在维修商手里，或在往返途中。',
  toCheck: '修完回来，等复检。',
  picked: '已离开货位，专为一张出库单。',
  packed: '已装箱，随附单据。',
  shipped: '已交承运商。',
  resold: '卖给了新买家。故事到此为止，除非它再回来。',
  exchanged: '作为换货给了买家。故事到此为止，除非它再回来。',
  returnedToBuyer: '回到买家手里。故事到此为止，除非它再回来。',
  returnedToExporter: '回到出口商手里。故事到此为止，除非它再回来。',
  keptByVendor: '维修商留下了它，寄回另一件；由那一件继续。',
  destroyed: '在两名见证人面前销毁。',
  lost: '不见了，没有人知道在哪里；也许会找到。',
  cancelled: '还没到就取消了，或是误收后撤销。',
};

export const returnOrderInChinese: States<typeof returnOrderWorkflow> = {
  draft: '出口商还在填写。',
  submitted: '已申请，其中有事需要人来看。',
  approved: '等待到仓。走到哪一步，看它的货品。',
  rejected: '不接收；已告诉出口商原因。',
  cancelled: '还没到货就取消了。',
};

export const ticketInChinese: States<typeof ticketWorkflow> = {
  intake: '已开单；货正送往工位或维修商。',
  diagnosing: '有人在查哪里坏了。',
  awaitingApproval: '报价在出口商手里；时钟在走，到期按默认处理。',
  declined: '出口商不愿按这个价修。',
  approved: '已同意，等人开工。',
  awaitingParts: '已同意，但缺配件。',
  inRepair: '有人在修。',
  ready: '维修方已做完，由复检说了算。',
  rework: '复检退了回来。',
  closed: '已复检，货品继续往前走。',
  cancelled: '已取消。',
};

export const parcelInChinese: States<typeof parcelWorkflow> = {
  open: '在收货区，正在清点并收入。',
  emptied: '里面的货已全部收入。',
  dropped: '误开，没有这个包裹。',
};

export const consignmentInChinese: States<typeof consignmentWorkflow> = {
  open: '要送给这家维修商的货品陆续加入。',
  closed: '已封箱，清单已打印。',
  handedOver: '在维修商处，直到最后一件回来。',
  settled: '全部回来了。',
};

export const shipmentInChinese: States<typeof shipmentWorkflow> = {
  open: '货品预留给它，拣货、装箱。',
  packed: '已装好封箱，等承运商。',
  handedOver: '在承运商手里。',
  delivered: '已送达。',
  notDelivered: '一件也没有送到：都退回或遗失了。',
  cancelled: '已取消。',
};
