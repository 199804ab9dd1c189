import type { Words } from './words.ts';

const both = (zh: string, en: string): Words => ({ zh, en });

/** What is the matter when a guard does not hold, by the guard’s name: said to whoever was refused. */
export const whenFalse: Readonly<Record<string, Words>> = {
  'nothing holds it': both('货品已挂起', 'It is on hold'),
  'we know whose it is': both('还不知道货主', 'Its owner is not known yet'),
  'no other owner had anything done with it': both(
    '原货主已经处理过这件货',
    'Its present owner already had work done on it',
  ),
  'it is no more than was announced': both('比预报的多', 'That is more than was announced'),
  'what others counted of it is left to them': both('这批货有别人数的', 'Others counted some of this lot'),
  'all of the lot was counted': both('整批还没有点数', 'The lot was not counted'),
  'nobody else counted in it': both('有别人数了，还没收', 'Somebody else counted in it'),
  'somebody else counted in it': both('没有别人数的货', 'Nobody else counted in it'),
  'it asks for no more than was exported': both('超过可退数量', 'It is more than can still be returned'),
  'it is a lot large enough to split': both('没有这么多可以拆分', 'There are not that many to split off'),
  'the grade allows this disposition': both('这个等级不能选这个去向', 'Its grade does not allow this'),
  'the outcome of its repair allows this': both(
    '这个维修结果不能选这个去向',
    'The outcome of its repair does not allow this',
  ),
  'it was not replaced already': both('买家已拿到替换品', 'Its buyer already has a replacement'),
  'it was decided where it goes': both('还没决定去向', 'Where it goes is not decided yet'),
  'where it goes is open': both('去向已经决定', 'Where it goes is decided already'),
  'its customs status is one of goods in a warehouse': both(
    '这个海关状态的货不在仓库里',
    'Goods of this customs status are in no warehouse',
  ),
  'nothing happened to it yet': both('系统里已有它的记录', 'It has a history here already'),
  'it is graded': both('还没有等级', 'It has no grade yet'),
  'nobody graded it': both('已经有等级', 'It has a grade already'),
  'customs allow its repair': both('海关状态不允许维修', 'Its customs status does not allow a repair'),
  'customs allow this exit': both(
    '海关状态不允许这样出库',
    'Its customs status does not allow this shipment',
  ),
  'customs allow its destruction': both(
    '海关状态不允许销毁',
    'Its customs status does not allow destruction',
  ),
  'it was decided for repair': both('去向不是维修', 'Its disposition is not a repair'),
  'it was decided for destruction': both('去向不是销毁', 'Its disposition is not destruction'),
  'its battery is told as the catalogue knows it': both(
    '商品资料上有电池',
    'Its product record says that it has a battery',
  ),
  'its findings agree with each other': both('两项答案互相矛盾', 'Two of the answers contradict each other'),
  'there is room at this place': both('这个货位放不下', 'There is no room at this location'),
  'there is room for this count': both('货位放不下这么多', 'Its location has no room for so many'),
  'this place is made for it': both('这个货位不能放这件货', 'This item may not go in this place'),
  'it may stay at this place': both('这里只能暂放，不算上架', 'This is no place to stay'),
  'it may lie among stock': both('这件还不能进存储区', 'It may not go into storage'),
  'this place takes its grade': both('这个货位专放其他等级', 'This location is for another grade'),
  'its customs status may lie here': both(
    '货位里放着其他海关状态的货',
    'Goods of another customs status are at this location',
  ),
  'owners share this place': both('货主要求单独存放', 'An owner wants the goods stored apart'),
  'this place is for receiving': both('这里不能收货', 'This is not a receiving location'),
  'this place is a bench': both('这不是维修工位', 'This is not a bench'),
  'its ticket is at our bench': both('维修单在维修商处', 'Its ticket is with a vendor'),
  'its ticket is a vendor’s': both('维修单在站内工位', 'Its ticket is at our own bench'),
  'its vendor is done with it': both('维修商还没做完', 'Its vendor is not done yet'),
  'it is the unit that went': both('回来的是另一件', 'Another unit came back'),
  'another unit came back': both('回来的就是送出的那件', 'It is the unit that went'),
  'it was said that it is another': both(
    '还没确认换了一件',
    'It is not confirmed that another unit came back',
  ),
  'it has a repair to check': both('没有待复检的维修', 'There is no repair to check'),
  'it is not promised to a shipment': both('已预留给出库单', 'It is reserved for a shipment'),
  'it is promised to this shipment': both('拿错了，这件不在本单', 'Wrong item: it is not on this shipment'),
  'its shipment is still open': both('出库单已关闭', 'The shipment is closed'),
  'it was decided to leave this way': both(
    '去向与出库类型不一致',
    'Its disposition does not match the shipment',
  ),
  'its data are wiped': both('里面还有个人数据', 'It still holds personal data'),
  'it holds data that are not wiped': both('里面没有要清除的数据', 'It holds no data to wipe'),
  'it was inspected': both('还没有质检', 'It is not inspected yet'),
  'the carrier may carry its battery': both(
    '这种运输方式不能运它的电池',
    'Its battery may not go by this transport',
  ),
  'it can be counted': both('有序列号的货品只有一件', 'An item with a serial is always one piece'),
  'one person is enough, or another signed first': both('需要第二人复核', 'A second person must confirm it'),
  'two people have to sign': both('一人即可，不用签字', 'One person is enough'),
  'a signature waits': both('没有等待复核的签字', 'No signature is waiting'),
  'two different people sign': both('还没有初审签字，或是同一人签的', 'Nobody else has signed first'),
  'it still lies where its receipt put it': both(
    '收货后已有别的操作',
    'Something else was done with it after receiving',
  ),
  'its exporter announced it': both('出口商没有预报它', 'Its exporter did not announce it'),
  'nobody announced it': both('出口商预报过它', 'Its exporter announced it'),
  'it was expected when it came': both('收货前已报未到', 'It had been reported missing before it came'),
  'it was missed when it came': both('收货前没有报未到', 'It had not been reported missing before it came'),
  'it was given up when it came': both(
    '收货前没有按未到结案',
    'It had not been closed as never arrived before it came',
  ),
  'it still lies where its decision left it': both(
    '决定后已有别的操作',
    'Something else was done with it after the decision',
  ),
  'it still lies where its put-away put it': both(
    '上架后已有别的操作',
    'Something else was done with it after the put-away',
  ),
  'it is still in the house': both('已交给维修商', 'The vendor already has it'),
  'it is said which doubt is lifted': both('有几条身份疑点', 'There are several doubts about it'),
  'such a hold stands': both('没有这种挂起', 'There is no such hold on it'),
  'it was shipped for resale': both('它不是复售出库', 'It was not shipped for resale'),
  'it was shipped in exchange': both('它不是换货出库', 'It was not shipped in exchange'),
  'it was shipped to its buyer': both('它不是退回买家', 'It was not shipped to its buyer'),
  'it was shipped to its exporter': both('它不是退回出口商', 'It was not shipped to its exporter'),

  'it has reached whoever repairs it': both('还没送到维修方', 'It has not reached the repairer yet'),
  'it has a diagnosis': both('还没有诊断', 'There is no diagnosis yet'),
  'its cost is within the agreed limit': both('费用超过约定限额', 'It costs more than the agreed limit'),
  'its repair was agreed': both('维修还没得到同意', 'The repair is not approved yet'),
  'its newest estimate is the one that is answered': both('报价已更新', 'There is a newer estimate'),
  'its outcome says it was repaired': both(
    '这个结果不是“修好”',
    'This outcome does not mean that it is repaired',
  ),
  'its outcome says it was not repaired': both('这个结果是“修好”', 'This outcome means that it is repaired'),

  'that return order is not in it yet': both('这张退货单已关联', 'That return order is already linked'),
  'that return order is in it': both('没有关联这张退货单', 'That return order is not linked'),
  'nothing of that return order came in it': both(
    '已有货按这张退货单收入',
    'Goods of that return order were received from it',
  ),
  'nothing came in it': both('已有货从此包裹收入', 'Goods were received from it'),

  'something is in it': both('里面没有货', 'It is empty'),
  'everything promised to it is packed': both('还有没装箱的', 'Not everything is packed'),
  'something of it is on its way': both('没有在途的货', 'None of it is on its way'),
  'all of it is handed over': both('还没有全部交出', 'Not all of it is handed over yet'),
  'nothing of it is picked': both('已有拣出的货', 'Some of it is already picked'),
  'everything in it has come back': both('还有没修回的', 'Not everything has come back'),

  'it has lines': both('还没有明细行', 'It has no lines yet'),
  'all its lines are stored': both('明细行还在录入', 'Its lines are still being entered'),
  'nothing about it needs a person': both('需要人工审核', 'It has to be reviewed by a person'),
  'nothing of it has arrived': both('已有货品到仓', 'Some of it has arrived'),
};

/** The same of a place that is too small, with how much is left there and how much would come. */
export const noRoomAt = (place: string, free: number, coming: number): Words =>
  both(
    `${place} 放不下（剩 ${free}，要放 ${coming}）`,
    `${place} has no room (room for ${free}, ${coming} to put there)`,
  );
/** The same of what was to be destroyed. */
export const decidedForDestruction = both(
  '这件定为销毁，不能出库',
  'It is to be destroyed and cannot be shipped',
);
/** The same of a unit that comes back under another serial, with both. */
export const anotherSerialCame = (went: string, came: string): Words =>
  both(`送出 ${went}，实物 ${came}`, `${went} was sent out, this one is ${came}`);
export const noOtherSerial = both('没有读到另一个序列号', 'No other serial was read on it');
/** Of a held thing that may not lie at a place. */
export const heldLiesApart = both(
  '这件已挂起，只能放隔离区',
  'It is on hold and may only go into quarantine',
);
/** Of a lot that is to be split: how many of it may go. */
export const splitAtMost = (quantity: number): Words =>
  both(
    `共 ${quantity} 件，最多分出 ${quantity - 1} 件`,
    `Of ${quantity} pieces at most ${quantity - 1} can be split off`,
  );
export const placeClosed = (place: string): Words => both(`${place} 已停用`, `${place} is closed`);

/** The same of an inspection: which answers cannot be true together. */
export const contradicts = {
  'unopened has no fault': both('答了“未拆封”，又答了有故障', 'It was answered “unopened”, and also a fault'),
  'unopened is complete': both(
    '答了“未拆封”，又答了缺件',
    'It was answered “unopened”, and also missing parts',
  ),
  'unopened is sealed': both(
    '答了“未拆封”，包装却不是原封',
    'It was answered “unopened”, but the packaging is not sealed',
  ),
  'unopened is not wiped': both(
    '答了“未拆封”，又答了数据已清除',
    'It was answered “unopened”, and also that data were wiped',
  ),
  'its battery is built in': both(
    '商品资料写明自带锂电池，不能答“无电池”',
    'Its product has a lithium battery, so “no battery” cannot be right',
  ),
  'without its battery it is not complete': both(
    '答了“无电池”，又答了配件齐全；商品资料写明配电池',
    'It was answered “no battery” and also complete, but its product comes with a battery',
  ),
};
/** The same of doubts, of which one is lifted at a time. */
interface Counted {
  readonly by: string;
  readonly counted: number;
}
const inAll = (all: readonly Counted[]) => ({
  zh: all.map(({ by, counted }) => `${by} 数了 ${counted} 件`).join('、'),
  en: all.map(({ by, counted }) => `${by} counted ${counted}`).join(', '),
});
/** Whoever counted something that is not received yet. */
export const countedBy = (all: readonly Counted[]): Words => {
  const { zh, en } = inAll(all);
  return both(`${zh}，还没收`, `${en}, not received yet`);
};
/** The same of a lot of which more is to be taken in than that leaves. */
export const othersCounted = ({
  counted,
  left,
}: {
  readonly counted: readonly Counted[];
  readonly left: number;
}): Words => {
  const { zh, en } = inAll(counted);
  return both(`这批货 ${zh}，您最多收 ${left} 件`, `Of this lot ${en}; ${left} are left for you`);
};

/** Of a lot that is taken as a whole: how many it is, and how many were counted. */
export const lotCounted = (quantity: number, given: number | null): Words =>
  given === null
    ? both(`这批 ${quantity} 件，还没有点数`, `This lot is ${quantity} pieces and was not counted`)
    : both(`这批 ${quantity} 件，您点了 ${given} 件`, `This lot is ${quantity} pieces; you counted ${given}`);

export const severalDoubts = (names: readonly Words[]): Words =>
  both(
    `有 ${names.length} 条身份疑点（${names.map(({ zh }) => zh).join('、')}），没有指明解除哪一条`,
    `There are ${names.length} doubts (${names.map(({ en }) => en).join('; ')}), and none was named to be cleared`,
  );
