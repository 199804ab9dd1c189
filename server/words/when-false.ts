import type { Words } from './words.ts';

const both = (zh: string, en: string): Words => ({ zh, en });

/** What is the matter when a guard does not hold, by the guard’s name: said to whoever was refused. */
export const whenFalse: Readonly<Record<string, Words>> = {
  'nothing holds it': both('货品已挂起', 'It is on hold'),
  'we know whose it is': both('还不知道货主', 'Its owner is not known yet'),
  'no other owner had anything done with it': both(
    '原货主已经处理过这件货',
    'Its present owner had something done with it',
  ),
  'it is no more than was announced': both('比预报的多', 'That is more than was announced'),
  'it asks for no more than was exported': both(
    '超过可退数量',
    'It asks for more than is left of what was exported',
  ),
  'it is a lot large enough to split': both('没有这么多可以拆分', 'There is not that much to split off'),
  'the grade allows this disposition': both('这个等级不能这样处置', 'Its grade does not allow this'),
  'the outcome of its repair allows this': both(
    '维修结果不允许这个去向',
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
  'customs allow this exit': both('海关状态不允许这样出库', 'Its customs status does not allow this way out'),
  'customs allow its destruction': both(
    '海关状态不允许销毁',
    'Its customs status does not allow destruction',
  ),
  'it was decided for repair': both('去向不是维修', 'It is not decided for repair'),
  'it was decided for destruction': both('去向不是销毁', 'It is not decided for destruction'),
  'its battery is told as the catalogue knows it': both(
    '商品资料上有电池',
    'The catalogue knows of a battery in it',
  ),
  'its findings agree with each other': both('两项答案互相矛盾', 'Two of the answers contradict each other'),
  'there is room at this place': both('这个货位放不下', 'There is no room in this place'),
  'there is room for this count': both('货位放不下这么多', 'Its place has no room for so many'),
  'this place is made for it': both('这个货位不能放这件货', 'This item may not go in this place'),
  'it may lie among stock': both('这件还不能进存储区', 'It may not go into storage'),
  'this place takes its grade': both('这个货位专放其他等级', 'This place is for another grade'),
  'its customs status may lie here': both(
    '货位里放着其他海关状态的货',
    'Goods of another customs status lie there',
  ),
  'owners share this place': both('货主要求单独存放', 'An owner wants the goods kept apart'),
  'this place is for receiving': both('这里不能收货', 'Goods are not received here'),
  'this place is a bench': both('这不是维修工位', 'This is not a bench'),
  'its ticket is at our bench': both('维修单在维修商处', 'Its ticket is with a vendor'),
  'its ticket is a vendor’s': both('维修单在站内工位', 'Its ticket is at our own bench'),
  'its vendor is done with it': both('维修商还没做完', 'Its vendor is not done yet'),
  'it is the unit that went': both('回来的是另一件', 'Another unit came back'),
  'another unit came back': both('回来的就是送出的那件', 'It is the unit that went'),
  'it was said that it is another': both('还没确认换了一件', 'Nobody said that it is another unit'),
  'it has a repair to check': both('没有要复检的维修', 'There is no repair to check'),
  'it is not promised to a shipment': both('已预留给出库单', 'It is promised to a shipment'),
  'it is promised to this shipment': both('拿错了，这件不在本单', 'Wrong item: it is not on this shipment'),
  'its shipment is still open': both('出库单已关闭', 'The shipment is closed'),
  'it was decided to leave this way': both('去向与出库方式不一致', 'It was decided to leave another way'),
  'its data are wiped': both('里面还有个人数据', 'Personal data are still on it'),
  'it holds data that are not wiped': both('里面没有要清除的数据', 'There are no data on it to wipe'),
  'it was inspected': both('还没有质检', 'It is not inspected yet'),
  'the carrier may carry its battery': both(
    '这种运输方式不能运它的电池',
    'This way of transport may not carry its battery',
  ),
  'it can be counted': both('有序列号的货品只有一件', 'What has a serial is one piece'),
  'one person is enough, or another signed first': both(
    '需要第二人复核',
    'A second person has to confirm it',
  ),
  'two people have to sign': both('一人即可，不用签字', 'One person is enough'),
  'a signature waits': both('没有等待复核的签字', 'No signature waits'),
  'two different people sign': both('还没有初审签字，或是同一人签的', 'Nobody else has signed first'),
  'it still lies where its receipt put it': both(
    '收货后已有别的操作',
    'Something happened to it since its receipt',
  ),
  'its exporter announced it': both('出口商没有预报它', 'Its exporter did not announce it'),
  'nobody announced it': both('出口商预报过它', 'Its exporter announced it'),
  'it was expected when it came': both('收货前已报未到', 'It was missed before it came'),
  'it was missed when it came': both('收货前没有报未到', 'Nobody missed it before it came'),
  'it was given up when it came': both('收货前没有按未到结案', 'It was not given up before it came'),
  'it still lies where its decision left it': both(
    '决定后已有别的操作',
    'Something happened to it since the decision',
  ),
  'it still lies where its put-away put it': both(
    '上架后已有别的操作',
    'Something happened to it since its put-away',
  ),
  'it is still in the house': both('已交给维修商', 'Its vendor has it already'),
  'it is said which doubt is lifted': both('有几条身份疑点', 'There are several doubts about it'),
  'such a hold stands': both('没有这种挂起', 'There is no such hold on it'),
  'it was shipped for resale': both('它不是复售出库', 'It was not shipped for resale'),
  'it was shipped in exchange': both('它不是换货出库', 'It was not shipped in exchange'),
  'it was shipped to its buyer': both('它不是退回买家', 'It was not shipped to its buyer'),
  'it was shipped to its exporter': both('它不是退回出口商', 'It was not shipped to its exporter'),

  'it has reached whoever repairs it': both('还没送到维修方', 'It has not reached whoever repairs it'),
  'it has a diagnosis': both('还没有诊断', 'There is no diagnosis yet'),
  'its cost is within the agreed limit': both('费用超过约定限额', 'It costs more than the agreed limit'),
  'its repair was agreed': both('维修还没得到同意', 'The repair is not agreed yet'),
  'its newest estimate is the one that is answered': both('报价已更新', 'There is a newer estimate'),
  'its outcome says it was repaired': both(
    '这个结果不是“修好”',
    'This outcome does not say that it is repaired',
  ),
  'its outcome says it was not repaired': both('这个结果是“修好”', 'This outcome says that it is repaired'),

  'that return order is not in it yet': both('这张退货单已关联', 'That return order is in it already'),
  'that return order is in it': both('没有关联这张退货单', 'That return order is not in it'),
  'nothing of that return order came in it': both(
    '已有货按这张退货单收入',
    'Something of that return order came in it',
  ),
  'nothing came in it': both('已有货从此包裹收入', 'Something came in it'),

  'something is in it': both('里面没有货', 'Nothing is in it'),
  'everything promised to it is packed': both('还有没装箱的', 'Not everything is packed'),
  'something of it is on its way': both('没有在途的货', 'Nothing of it is on its way'),
  'all of it is handed over': both('还没有全部交出', 'Not all of it is handed over yet'),
  'nothing of it is picked': both('已有拣出的货', 'Something of it is picked'),
  'everything in it has come back': both('还有没修回的', 'Not everything has come back'),

  'it has lines': both('还没有明细行', 'It has no lines yet'),
  'all its lines are stored': both('明细行还在录入', 'Its lines are still being entered'),
  'nothing about it needs a person': both('需要人工审核', 'Somebody has to look at it'),
  'nothing of it has arrived': both('已有货品到仓', 'Some of it has arrived'),
};

/** The same of a place that is too small, with how much is left there and how much would come. */
export const noRoomAt = (place: string, free: number, coming: number): Words =>
  both(
    `${place} 放不下（剩 ${free}，要放 ${coming}）`,
    `${place} has no room (${free} left, ${coming} to come)`,
  );
/** The same of what was to be destroyed. */
export const decidedForDestruction = both(
  '这件定为销毁，不能出库',
  'It is decided for destruction and does not leave',
);
/** The same of a unit that comes back under another serial, with both. */
export const anotherSerialCame = (went: string, came: string): Words =>
  both(`送出 ${went}，实物 ${came}`, `${went} went, this one reads ${came}`);
export const noOtherSerial = both('没有读到另一个序列号', 'No other serial was read on it');
export const placeClosed = (place: string): Words => both(`${place} 已停用`, `${place} is closed`);

/** The same of an inspection: which answers cannot be true together. */
export const contradicts = {
  'unopened has no fault': both(
    '答了“未拆封”，又答了有故障',
    'It is said to be unopened, and a fault was found in it',
  ),
  'unopened is complete': both(
    '答了“未拆封”，又答了缺件',
    'It is said to be unopened, and parts are missing',
  ),
  'unopened is sealed': both(
    '答了“未拆封”，包装却不是原封',
    'It is said to be unopened, and its packaging is not sealed',
  ),
  'unopened is not wiped': both(
    '答了“未拆封”，又答了数据已清除',
    'It is said to be unopened, and its data were wiped',
  ),
  'its battery is built in': both(
    '商品资料写明自带锂电池，不能答“无电池”',
    'Its product has a lithium battery: “no battery” cannot be',
  ),
  'without its battery it is not complete': both(
    '答了“无电池”，又答了配件齐全；商品资料写明配电池',
    'It is said to have no battery and to be complete, but its product comes with one',
  ),
};
/** The same of doubts, of which one is lifted at a time. */
export const severalDoubts = (names: readonly Words[]): Words =>
  both(
    `有 ${names.length} 条身份疑点（${names.map(({ zh }) => zh).join('、')}），没有指明解除哪一条`,
    `${names.length} doubts stand (${names.map(({ en }) => en).join('; ')}), and it is not said which is lifted`,
  );
