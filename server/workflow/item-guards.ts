import type { CustomsAction } from '../../db/schema/rules.ts';
import { decidedForDestruction, splitAtMost } from '../words/when-false.ts';
import { countGuards } from './count-guards.ts';
import { holdGuards } from './hold-guards.ts';
import { inspectionGuards } from './inspection-guards.ts';
import type { Aim, ItemFacts, RepairEnd } from './item-facts.ts';
import { openingGuards } from './opening-guards.ts';
import { placeGuards } from './place-guards.ts';
import { repairGuards } from './repair-guards.ts';
import { takesItems } from './shipment.ts';
import { signingGuards } from './signing-guards.ts';
import type { Guard } from './workflow.ts';

const anotherExit = { zh: '核对出库单的出库类型。', en: 'Check the purpose of its shipment.' };
/** Where something is that comes after it was looked for in vain. */
const cameLate = ['missing', 'neverCame'];
const calm = ['quarantine', 'hazard', 'ask', 'none'];
const sellable = (f: ItemFacts) =>
  f.disposition === 'RTS' ? ['N', 'A'].includes(f.grade ?? '') : ['N', 'A', 'B', 'C'].includes(f.grade ?? '');
const customsSay = (f: ItemFacts, action: CustomsAction) => f.customs[action] === 'allowed';
const after: Record<RepairEnd, readonly (Aim | null)[] | 'any'> = {
  'never repaired': 'any',
  repaired: ['resale', 'toBuyer', 'toExporter'],
  failed: ['exchange', 'toExporter', 'destroy', 'vendor', 'repair'],
  declined: ['toBuyer', 'toExporter', 'destroy', 'exchange'],
};
/** Sentences that are true or false, and what to do when they are false. */
export const itemGuards = {
  'nothing holds it': {
    zh: '没有挂起',
    otherwise: {
      zh: '先由负责人解除挂起；在此之前放进隔离区。',
      en: 'Whoever is responsible has to lift the hold first; until then keep it in quarantine.',
    },
    holds: (f) => f.holds.length === 0,
  },
  'we know whose it is': {
    zh: '已知货主',
    otherwise: {
      zh: '先确认货主；确认之前放隔离区。',
      en: 'Identify its owner first, or put it on the unidentified shelf.',
    },
    holds: (f) => f.ownerKnown,
  },
  'no other owner had anything done with it': {
    zh: '原货主还没有让人动过它',
    otherwise: {
      zh: '原货主已作决定的，先撤销决定或重新质检；为原货主修过的，货主不能再改。',
      en: 'First undo what its owner decided, or inspect it again; what was repaired for its owner stays theirs.',
    },
    holds: (f) => !f.changesOwner || (f.disposition === null && f.repair === 'never repaired'),
  },
  'it is no more than was announced': {
    zh: '不超过预报数量',
    otherwise: {
      zh: '只收预报的数量；多出的按“多件”走无预报收货。',
      en: 'Receive what was announced; receive the rest as extra.',
    },
    holds: (f) => f.quantityGiven === null || f.quantityGiven <= f.quantity,
  },
  'it is a lot large enough to split': {
    zh: '是足够大的批次',
    otherwise: { zh: '分出数量必须小于现有数量。', en: 'Split off less than there is.' },
    holds: (f) => f.quantity > 1 && (f.quantityGiven === null || f.quantityGiven < f.quantity),
    says: ({ quantity }) => (quantity > 1 ? splitAtMost(quantity) : undefined),
  },
  'the grade allows this disposition': {
    zh: '等级允许此去向',
    otherwise: { zh: '换一个去向，或重新质检。', en: 'Choose another disposition, or inspect again.' },
    holds: (f) => {
      if (f.aim === null || calm.includes(f.aim)) return true;
      if (f.grade === 'H') return f.aim === 'destroy' || f.aim === 'toExporter';
      if (f.grade === null || f.grade === 'Q') return false;
      return f.aim === 'resale' || f.aim === 'exchange' ? sellable(f) : true;
    },
  },
  'the outcome of its repair allows this': {
    zh: '维修结果允许此去向',
    otherwise: {
      zh: '修好的：退回或复售；未修好的：退出口商、换货或销毁。',
      en: 'Repaired: return or resell. Not repaired: return to the exporter, exchange or destroy.',
    },
    holds: (f) => {
      if (f.aim === null || calm.includes(f.aim)) return true;
      const open = after[f.repair];
      return open === 'any' || open.includes(f.aim);
    },
  },
  'it was not replaced already': {
    zh: '尚未换货',
    otherwise: {
      zh: '买家已得到替换品；此件只能复售、退出口商或销毁。',
      en: 'Its buyer already has a replacement; resell this one, return it to the exporter or destroy it.',
    },
    holds: (f) => !(f.replaced && (f.aim === 'toBuyer' || f.aim === 'exchange')),
  },
  'customs allow its repair': {
    zh: '海关允许维修',
    otherwise: {
      zh: '先由关务确认监管方式和状态。',
      en: 'The customs liaison has to confirm its regime and status first.',
    },
    holds: (f) => customsSay(f, 'repair'),
  },
  'customs allow this exit': {
    zh: '海关允许此出口',
    otherwise: {
      zh: '先由关务办理放行，或换一个去向。',
      en: 'The customs liaison has to arrange its release first; or change its disposition.',
    },
    holds: (f) => f.shipment === null || customsSay(f, f.shipment.exit),
  },
  'customs allow its destruction': {
    zh: '海关允许销毁',
    otherwise: {
      zh: '先由关务取得销毁许可。',
      en: 'The customs liaison has to obtain permission to destroy it first.',
    },
    holds: (f) => customsSay(f, 'destroy'),
  },
  'it was decided for repair': {
    zh: '去向为维修',
    otherwise: { zh: '先把去向改为维修。', en: 'Change its disposition to repair first.' },
    holds: (f) => f.aim === 'repair' || f.aim === 'vendor',
  },
  'it was decided for destruction': {
    zh: '去向为销毁',
    otherwise: { zh: '先把去向改为销毁。', en: 'Change its disposition to destruction first.' },
    holds: (f) => f.aim === 'destroy',
  },
  ...countGuards,
  ...openingGuards,
  ...inspectionGuards,
  ...placeGuards,
  ...repairGuards,
  'it is not promised to a shipment': {
    zh: '未预留',
    otherwise: { zh: '先取消预留。', en: 'Cancel its reservation first.' },
    holds: (f) => !f.promised,
  },
  'it is promised to this shipment': {
    zh: '已预留给此出库单',
    otherwise: { zh: '先在出库单上预留。', en: 'Reserve it for a shipment first.' },
    holds: (f) => f.promised && f.shipment?.asked !== true,
  },
  'its shipment is still open': {
    zh: '出库单未关闭',
    otherwise: { zh: '换一张未关闭的出库单。', en: 'Choose a shipment that is still open.' },
    holds: (f) => f.shipment === null || takesItems(f.shipment.state),
  },
  'it was decided to leave this way': {
    zh: '去向与出库类型一致',
    otherwise: { zh: '要这样出库，先改去向。', en: 'To ship it this way, change its disposition first.' },
    says: ({ aim }) => (aim === 'destroy' ? decidedForDestruction : undefined),
    holds: (f) => {
      // No shipment takes what was decided for destruction.
      if (f.shipment === null) return f.aim !== 'destroy';
      if (f.shipment.exit === 'exchange') return f.aim === 'resale' || f.aim === 'exchange';
      return f.aim === f.shipment.exit;
    },
  },
  'its data are wiped': {
    zh: '数据已清除',
    otherwise: { zh: '先清除个人数据并记录。', en: 'Wipe its personal data and record it first.' },
    holds: (f) => f.shipment?.exit === 'toBuyer' || f.shipment?.exit === 'toExporter' || !f.dataLeft,
  },
  'it holds data that are not wiped': {
    zh: '里面有未清除的数据',
    otherwise: {
      zh: '不用记录：这种商品不存数据、没拆封，或已经记录过。',
      en: 'Nothing to record: its product stores no data, it is unopened, or it is recorded already.',
    },
    holds: (f) => f.dataLeft,
  },
  'it was inspected': {
    zh: '已质检',
    otherwise: { zh: '先质检。', en: 'Inspect it first.' },
    holds: (f) => f.grade !== null,
  },
  'the carrier may carry its battery': {
    zh: '承运方式可运其电池',
    otherwise: {
      zh: '损坏的电池禁止空运；单独的电池须走海运或陆运。',
      en: 'Damaged batteries are forbidden by air, and loose ones go by sea or road.',
    },
    // IATA special provision A154: damaged or defective lithium batteries are forbidden for air transport.
    holds: (f) => f.shipment?.transport !== 'air' || !(f.hazard || f.battery === 'ion alone'),
  },
  'it can be counted': {
    zh: '可以清点数量',
    otherwise: {
      zh: '有序列号的货品只有一件；找不到请报告遗失。',
      en: 'An item with a serial is always one piece; report it lost if it is not there.',
    },
    holds: (f) => !f.serialised,
  },
  ...signingGuards,
  'it still lies where its receipt put it': {
    zh: '仍在收货放的位置',
    otherwise: {
      zh: '之后已有别的步骤，不能撤销；请用“更正”。',
      en: 'Something else was done with it since; use "Correct details" instead.',
    },
    holds: (f) => f.lastStep === 'receive',
  },
  'its exporter announced it': {
    zh: '出口商预报过',
    otherwise: {
      zh: '没有预报的货撤销后不再保留。',
      en: 'An unannounced item does not stay when its receipt is undone.',
    },
    holds: (f) => f.announced,
  },
  'nobody announced it': {
    zh: '没有预报',
    otherwise: {
      zh: '预报过的货撤销后回到“已预报”。',
      en: 'An announced item is expected again when its receipt is undone.',
    },
    holds: (f) => !f.announced,
  },
  'it was expected when it came': {
    zh: '收货前在等它',
    otherwise: {
      zh: '收货前已报未到的，撤销后回到“未到”。',
      en: 'An item reported missing is missing again when its receipt is undone.',
    },
    holds: (f) => !cameLate.includes(f.lastFrom ?? ''),
  },
  'it was missed when it came': {
    zh: '收货前已报未到',
    otherwise: { zh: '撤销后回到收货前的状态。', en: 'It goes back to its state before the receipt.' },
    holds: (f) => f.lastFrom === 'missing',
  },
  'it was given up when it came': {
    zh: '收货前已按未到结案',
    otherwise: { zh: '撤销后回到收货前的状态。', en: 'It goes back to its state before the receipt.' },
    holds: (f) => f.lastFrom === 'neverCame',
  },
  'it still lies where its decision left it': {
    zh: '决定后未移动',
    otherwise: {
      zh: '之后已有别的步骤；请重新决定。',
      en: 'Something else was done with it since; decide again instead.',
    },
    holds: (f) => f.lastStep === 'decide' || f.lastStep === 'instruct',
  },
  'it still lies where its put-away put it': {
    zh: '仍在上架的位置',
    otherwise: {
      zh: '之后已有别的步骤；请用“移位”。',
      en: 'Something else was done with it since; use "Move" instead.',
    },
    holds: (f) => f.lastStep === 'putAway',
  },
  'it is still in the house': {
    zh: '还没交给维修商',
    otherwise: {
      zh: '已交给维修商；等它修回再收货。',
      en: 'The vendor already has it; receive it back when it returns.',
    },
    holds: (f) => f.inOurHands,
  },
  ...holdGuards,
  'it was shipped for resale': {
    zh: '复售出库',
    otherwise: anotherExit,
    holds: (f) => f.shipment?.exit === 'resale',
  },
  'it was shipped in exchange': {
    zh: '换货出库',
    otherwise: anotherExit,
    holds: (f) => f.shipment?.exit === 'exchange',
  },
  'it was shipped to its buyer': {
    zh: '退回买家',
    otherwise: anotherExit,
    holds: (f) => f.shipment?.exit === 'toBuyer',
  },
  'it was shipped to its exporter': {
    zh: '退回出口商',
    otherwise: anotherExit,
    holds: (f) => f.shipment?.exit === 'toExporter',
  },
} as const satisfies Record<string, Guard<ItemFacts>>;
