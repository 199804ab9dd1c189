type About = Readonly<Record<string, string>>;
type Language = 'zh-CN' | 'en';

/** Where the thing stands now, when the notice knows: as the workflow calls it. */
type Reached = { readonly zh: string; readonly en: string } | undefined;
/** What is so in the words of whoever waits for it, where the workflow’s are those of the floor. */
const news: Readonly<Record<string, { zh: string; en: string }>> = {
  'item received': { zh: '已到仓', en: 'has arrived at the warehouse' },
  'ticket approved': { zh: '报价已同意，可以开修', en: 'estimate approved, the repair may start' },
};
const now = (reached: Reached, its: { zh: string; en: string }, what: string, about: About) => {
  const told = news[what];
  if (told) return { zh: `${its.zh}：${told.zh}`, en: `${its.en}: ${told.en}` };
  const { wayZh, wayEn } = about;
  if (wayZh && wayEn)
    return { zh: `${its.zh}：去向已定，${wayZh}`, en: `${its.en}: disposition set, ${wayEn}` };
  return {
    zh: reached ? `${its.zh}：${reached.zh}` : `${its.zh} 有新进展`,
    en: reached ? `${its.en}: ${reached.en}` : `${its.en} has changed`,
  };
};

/** The article with its label and its owner’s number; of a notice from before that was noted, its code alone. */
function goods({ item = '', goodsZh, goodsEn, plate = item, reference }: About) {
  const zh = [plate, reference && `单号 ${reference}`].filter(Boolean).join('，');
  const en = [plate, reference && `order ${reference}`].filter(Boolean).join(', ');
  return {
    zh: goodsZh ? `${goodsZh}（${zh}）` : `货品 ${plate}`,
    en: goodsEn ? `${goodsEn} (${en})` : `Item ${plate}`,
  };
}
/** A ticket, and what is repaired under it. */
function repaired(about: About) {
  const { ticket = '', goodsZh, goodsEn, plate } = about;
  return {
    zh: `维修单 ${ticket}${goodsZh ? ` · ${goodsZh}（${plate}）` : ''}`,
    en: `Ticket ${ticket}${goodsEn ? ` · ${goodsEn} (${plate})` : ''}`,
  };
}
const order = ({ returnOrder = '', reference }: About) => ({
  zh: `退货单 ${returnOrder}${reference ? `（单号 ${reference}）` : ''}`,
  en: `Return order ${returnOrder}${reference ? ` (order ${reference})` : ''}`,
});

const subjects: Readonly<Record<string, (about: About, reached: Reached) => { zh: string; en: string }>> = {
  'item needs instruction': (about) => ({
    zh: `${goods(about).zh}：等待您的指示`,
    en: `${goods(about).en}: waiting for your instruction`,
  }),
  'estimate needs answer': (about) => ({
    zh: `${repaired(about).zh}：报价等待您的答复`,
    en: `${repaired(about).en}: the estimate is waiting for your answer`,
  }),
  'consignment on its way': ({ consignment = '' }) => ({
    zh: `仓库已把送修批次 ${consignment} 交给您，请接收`,
    en: `Consignment ${consignment} is on its way to you`,
  }),
  'refused often': ({ refusal = '', status = '', address = '' }) => ({
    zh: `一分钟内有 10 次${refusal === 'sign-in refused' ? '登录' : '请求'}被拒绝（${status}），最近一次来自 ${address}。请查看安全日志`,
    en: `${refusal === 'sign-in refused' ? 'Ten sign-ins' : 'Ten requests'} were refused within a minute (${status}), the last one from ${address}. Please look at the security log`,
  }),
  'work keeps failing': ({ returnOrder, shipment, consignment, whyZh = '', whyEn = '' }) => {
    const zh = returnOrder
      ? `退货单 ${returnOrder}`
      : shipment
        ? `出库单 ${shipment}`
        : consignment
          ? `送修批次 ${consignment}`
          : '导入的退货表格';
    const en = returnOrder
      ? `Return order ${returnOrder}`
      : shipment
        ? `Shipment ${shipment}`
        : consignment
          ? `Consignment ${consignment}`
          : 'An imported spreadsheet';
    return {
      zh: `${zh} 多次处理失败，尚未完成。系统每 5 分钟重试一次，管理员已收到通知${whyZh && `。原因：${whyZh}`}`,
      en: `${en} failed several times and is not finished. It is tried again every five minutes, and the administrators have been told${whyEn && `. Why: ${whyEn}`}`,
    };
  },
  'return order not submitted': ({ returnOrder = '' }) => ({
    zh: `退货单 ${returnOrder} 没有提交成功，仍是草稿。请打开它再提交一次，会说明原因`,
    en: `Return order ${returnOrder} could not be submitted and is still a draft. Open it and submit it again to see why`,
  }),
  'item moved on': (about, reached) => now(reached, goods(about), `item ${about.state}`, about),
  'ticket moved on': (about, reached) => now(reached, repaired(about), `ticket ${about.state}`, about),
  'return order moved on': (about, reached) =>
    now(reached, order(about), `return order ${about.state}`, about),
};

/** What a notice says, in both languages. */
export const noticeWords = (kind: string, about: About, reached?: Reached) =>
  subjects[kind]?.(about, reached) ?? { zh: '有新消息', en: 'There is a new notice' };

export const noticeSubject = (kind: string, about: About, language: Language) =>
  noticeWords(kind, about)[language === 'en' ? 'en' : 'zh'];

export const noticeText = (kind: string, about: About, language: Language, address: string) =>
  language === 'en'
    ? `${noticeSubject(kind, about, language)}.\nPlease sign in to answer: ${address || 'your portal'}\n`
    : `${noticeSubject(kind, about, language)}。\n请登录处理：${address || '您的门户'}\n`;
