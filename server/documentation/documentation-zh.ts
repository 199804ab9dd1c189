import type { consignmentWorkflow } from '../workflow/consignment.ts';
import type { ItemEffect, ItemState } from '../workflow/item.ts';
import type { returnOrderWorkflow } from '../workflow/return-order.ts';
import type { shipmentWorkflow } from '../workflow/shipment.ts';
import type { TicketEffect, ticketWorkflow } from '../workflow/ticket.ts';

type Effects<W extends { readonly effects: readonly string[] }> = Readonly<
  Record<W['effects'][number], string>
>;
type States<W extends { readonly states: object }> = Readonly<Record<keyof W['states'] & string, string>>;

/** What the machines say in English only, because their names are English: for the Chinese half of the documents. */
export const itemInChinese: {
  readonly states: Readonly<Record<ItemState, string>>;
  readonly effects: Readonly<Record<ItemEffect, string>>;
} = {
  states: {
    announced: '出口商已告知，货还没到。',
    missing: '包裹已点完，或期限已过，它没有来。',
    received: '已进仓并贴上我们的标签。任何人不得出售或发运。',
    inspected: '已评级，去向未定。',
    awaitingInstruction: '等出口商指示；时钟在走，到期按默认处理。',
    sorted: '去向已定，在周转箱里，正要去。',
    stored: '在为它准备的货位上。',
    inRepair: '在站内工位上，维修单开着。',
    atVendor: '在维修商手里，或在往返途中。',
    toCheck: '修完回来，还没有人相信它。',
    picked: '已离开货位，专为一张出库单。',
    packed: '已装箱，随附单据。',
    shipped: '已交承运商。',
    resold: '卖给了新买家。故事到此为止，除非它再回来。',
    exchanged: '作为换货给了买家。故事到此为止，除非它再回来。',
    returnedToBuyer: '回到买家手里。故事到此为止，除非它再回来。',
    returnedToExporter: '回到出口商手里。故事到此为止，除非它再回来。',
    destroyed: '在两名见证人面前销毁。',
    lost: '不见了，没有人知道在哪里；也许会找到。',
    cancelled: '还没到就取消了，或是误收后撤销。',
  },
  effects: {
    'split off what did not come': '分出没有到的数量',
    'take the place': '占用货位',
    'take the bench': '占用工位',
    'take the place it had': '放回原货位',
    'free the place': '让出货位',
    'note the receipt': '记录收货',
    'forget the receipt': '撤销收货记录',
    'note the exception': '记录收货异常',
    'tell the exporter': '通知出口商',
    'grade it': '评级',
    'hold what is dangerous': '危险的先挂起',
    'advise where it goes': '建议去向',
    'note the decision': '记录决定',
    'forget the decision': '撤销决定',
    'sign first': '首签，等另一人确认',
    'the first signature is used': '首签生效',
    'note the count': '记录实点数量',
    'take back the signature': '首签作废',
    'decide as the default says': '按默认决定',
    'ask the exporter': '询问出口商',
    'start the clock for the answer': '启动答复时钟',
    'stop the clocks': '停止时钟',
    'open a ticket at our bench': '开站内维修单',
    'open a ticket for the vendor': '开外修维修单',
    'add it to the consignment': '加入送修批次',
    'take it out of the consignment': '从送修批次中取出',
    'close its line in the consignment': '结清送修批次中的一行',
    'close its ticket': '关闭维修单',
    'cancel its ticket': '取消维修单',
    'send its ticket round again': '维修单返工',
    'promise it to the shipment': '预留给出库单',
    'drop the promise': '取消预留',
    'note its replacement': '记录换货',
    'it is in the carrier’s hands': '交到承运商手里',
    'it is in our hands': '回到我们手里',
    'it is in the vendor’s hands': '交到维修商手里',
    'it has arrived': '已送达',
    'it is nobody’s': '不再属于任何人',
    'note who signed first': '记录首签人',
    'begin its next life': '开始新的一程',
    'split the lot': '拆分批次',
    'put on the hold': '挂起',
    'lift the hold': '解除挂起',
    'correct the facts': '更正事实',
    'give it to its owner': '归到货主名下',
    'note that its data are wiped': '记录数据已清除',
    'note the photo': '记录照片',
  },
};

export const returnOrderInChinese: {
  readonly states: States<typeof returnOrderWorkflow>;
  readonly effects: Effects<typeof returnOrderWorkflow>;
} = {
  states: {
    draft: '出口商还在填写。',
    submitted: '已申请，其中有事需要人来看。',
    approved: '等待到仓。走到哪一步，看它的货品。',
    rejected: '不接收；已告诉出口商原因。',
    cancelled: '还没到货就取消了。',
  },
  effects: {
    'announce its items': '预报它的货品',
    'cancel its items': '取消它的货品',
    'tell the exporter': '通知出口商',
  },
};

export const ticketInChinese: {
  readonly states: States<typeof ticketWorkflow>;
  readonly effects: Readonly<Record<TicketEffect, string>>;
} = {
  states: {
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
  },
  effects: {
    'note that it was taken in': '记录已接收',
    'note the diagnosis': '记录诊断',
    'note the estimate': '记录报价',
    'approve it within the limit': '限额内自动同意',
    'ask the exporter': '询问出口商',
    'start the clock for the answer': '启动答复时钟',
    'stop the clock': '停止时钟',
    'note the answer': '记录答复',
    'note that time ran out': '记录超时',
    'note the outcome': '记录维修结果',
    'note that no fault was found': '记录未发现故障',
    'tell its item': '告知货品',
    'tell the exporter': '通知出口商',
    'tell whoever repairs': '通知维修方',
    'count another cycle': '多计一轮',
  },
};

export const consignmentInChinese: {
  readonly states: States<typeof consignmentWorkflow>;
  readonly effects: Effects<typeof consignmentWorkflow>;
} = {
  states: {
    open: '要送给这家维修商的货品陆续加入。',
    closed: '已封箱，清单已打印。',
    handedOver: '在维修商处，直到最后一件回来。',
    settled: '全部回来了。',
  },
  effects: { 'it is in the vendor’s hands': '交到维修商手里', 'tell the vendor': '通知维修商' },
};

export const shipmentInChinese: {
  readonly states: States<typeof shipmentWorkflow>;
  readonly effects: Effects<typeof shipmentWorkflow>;
} = {
  states: {
    open: '货品预留给它，拣货、装箱。',
    packed: '已装好封箱，等承运商。',
    handedOver: '在承运商手里。',
    delivered: '已送达。',
    notDelivered: '一件也没有送到：都退回或遗失了。',
    cancelled: '已取消。',
  },
  effects: {
    'note cartons and weight': '记录箱数和重量',
    'note the waybill': '记录运单号',
    'ship its items': '货品出库',
    'its items arrive': '货品送达',
    'release its promises': '取消全部预留',
  },
};
