import type { GuardName } from './item-facts.ts';

const anywhere = 'addPhoto hold liftHold withdrawSignature';
/** Whoever signs first that it is lost leaves it where it is. */
const inTheHouse = (state: string) => `${anywhere} correct wipe replace reportLost>lost|${state}`;
const unbound = 'split identify recount';
const toWork =
  'decide>sorted startRepair>inRepair handToVendor>atVendor reserve release pick>picked signDestruction destroy>destroyed';

/** Every step that each state knows, and where it leads. What is not here is refused. */
export const itemSteps: Readonly<Record<string, string>> = {
  announced:
    'receive>received reportMissing>missing citeAnew cancel>cancelled takeOver>stored|inspected|received',
  missing:
    'receive>received giveUp>neverCame expire>neverCame returnAgain>announced citeAnew cancel>cancelled',
  neverCame: 'receive>received returnAgain>announced',
  received: `inspect>inspected undoReceive>announced|missing|neverCame|cancelled move ${unbound} ${inTheHouse('received')}`,
  inspected: `decide>sorted askExporter>awaitingInstruction inspect>inspected move ${unbound} ${inTheHouse('inspected')}`,
  awaitingInstruction: `instruct>sorted decide>sorted expire>sorted move ${unbound} ${inTheHouse('awaitingInstruction')}`,
  sorted: `putAway>stored undoDecide>inspected ${toWork} move ${unbound} ${inTheHouse('sorted')}`,
  stored: `undoPutAway>sorted inspect>inspected ${toWork} move ${unbound} ${inTheHouse('stored')}`,
  inRepair: `finishWork>toCheck ${inTheHouse('inRepair')}`,
  atVendor: `handOver takeBack>toCheck|keptByVendor undoHandToVendor>sorted ${anywhere} reportLost>lost|atVendor`,
  toCheck: `passCheck>inspected failCheck>inRepair|atVendor move ${inTheHouse('toCheck')}`,
  picked: `pack>packed putBack>stored ${anywhere}`,
  packed: `ship>shipped unpack>picked ${anywhere}`,
  shipped: 'arrive>resold|exchanged|returnedToBuyer|returnedToExporter comeBack>received reportLost>lost',
  resold: 'returnAgain>announced',
  exchanged: 'returnAgain>announced',
  returnedToBuyer: 'returnAgain>announced',
  returnedToExporter: 'returnAgain>announced',
  keptByVendor: 'returnAgain>announced',
  destroyed: '',
  lost: 'find>received',
  cancelled: 'returnAgain>announced',
};

const leaving = `sorted.reserve stored.reserve sorted.pick stored.pick packed.ship`;
const work = (step: string) => `sorted.${step} stored.${step}`;
const deciding =
  'inspected.decide awaitingInstruction.decide awaitingInstruction.instruct sorted.decide stored.decide';
const repairing = `${work('startRepair')} ${work('handToVendor')}`;
const moving = 'received.move inspected.move awaitingInstruction.move sorted.move stored.move toCheck.move';
const bringing = `${moving} sorted.putAway picked.putBack announced.takeOver`;
const takingIn = 'announced.receive missing.receive neverCame.receive shipped.comeBack lost.find';
const open = ['received', 'inspected', 'awaitingInstruction', 'sorted', 'stored'];
const splitting = open.map((state) => `${state}.split`).join(' ');
const counting = splitting.replaceAll('split', 'recount');
const ours = [...open, 'inRepair', 'toCheck', 'atVendor', 'picked', 'packed'];
const all = (step: string, states: readonly string[]) => states.map((state) => `${state}.${step}`).join(' ');
const inside = [...open, 'inRepair', 'toCheck'];
const losing = all('reportLost', [...inside, 'atVendor']);
const signing = `${all('liftHold', ours)} ${all('correct', inside)} ${counting} ${losing}`;

const wiping = all('wipe', [...open, 'inRepair', 'toCheck']);

const inspecting = 'received.inspect inspected.inspect stored.inspect toCheck.passCheck';

/** Each guard with every place where it stands. It must block there even when it alone is false. */
export const guardsStand: Readonly<Record<GuardName, string>> = {
  'nothing holds it': `${repairing} ${leaving} ${work('destroy')} picked.pack ${wiping}`,
  'we know whose it is': `${deciding} inspected.askExporter`,
  'it is no more than was announced': 'announced.receive missing.receive neverCame.receive',
  'what others counted of it is left to them': 'announced.receive missing.receive neverCame.receive',
  'all of the lot was counted': 'sorted.pick stored.pick picked.pack',
  'it is a lot large enough to split': splitting,
  'the grade allows this disposition': `${deciding} ${leaving} announced.takeOver`,
  'the outcome of its repair allows this': deciding,
  'it was not replaced already': deciding,
  'customs allow its repair': repairing,
  'customs allow this exit': leaving,
  'customs allow its destruction': work('destroy'),
  'it was decided for repair': repairing,
  'it was decided for destruction': `${work('signDestruction')} ${work('destroy')}`,
  'there is room at this place': `${takingIn} ${bringing} atVendor.takeBack`,
  'this place is made for it': bringing,
  'it may stay at this place': 'sorted.putAway',
  'it may lie among stock': bringing,
  'this place takes its grade': bringing,
  'its customs status may lie here': bringing,
  'owners share this place': bringing,
  'it was decided where it goes': 'announced.takeOver',
  'where it goes is open': 'announced.takeOver',
  'it is graded': 'announced.takeOver',
  'nobody graded it': 'announced.takeOver',
  'its customs status is one of goods in a warehouse': 'announced.takeOver',
  'there is room for this count': counting,
  'this place is for receiving': `${takingIn} atVendor.takeBack`,
  'this place is a bench': work('startRepair'),
  'its ticket is at our bench': 'toCheck.failCheck',
  'its ticket is a vendor’s': 'toCheck.failCheck',
  'its vendor is done with it': 'atVendor.takeBack',
  'it is the unit that went': 'atVendor.takeBack',
  'another unit came back': 'atVendor.takeBack',
  'it was said that it is another': 'atVendor.takeBack',
  'it has a repair to check': 'toCheck.passCheck toCheck.failCheck',
  'it is not promised to a shipment': `${deciding} ${repairing} ${work('reserve')} stored.inspect ${splitting} ${splitting.replaceAll('split', 'identify')} ${counting}`,
  'no other owner had anything done with it': splitting.replaceAll('split', 'identify'),
  'it is promised to this shipment': `${work('release')} ${work('pick')} picked.pack`,
  'its shipment is still open': `${work('reserve')} ${work('pick')} picked.pack packed.unpack`,
  'it was decided to leave this way': leaving,
  'its battery is told as the catalogue knows it': inspecting,
  'its findings agree with each other': inspecting,
  'its data are wiped': leaving,
  'it holds data that are not wiped': wiping,
  'it was inspected': wiping,
  'the carrier may carry its battery': leaving,
  'two different people sign': work('destroy'),
  'it still lies where its receipt put it': 'received.undoReceive',
  'its exporter announced it': 'received.undoReceive',
  'it was expected when it came': 'received.undoReceive',
  'it was missed when it came': 'received.undoReceive',
  'it was given up when it came': 'received.undoReceive',
  'nobody announced it': 'received.undoReceive',
  'nothing happened to it yet': 'announced.takeOver',
  'it still lies where its decision left it': 'sorted.undoDecide',
  'it still lies where its put-away put it': 'stored.undoPutAway',
  'it is still in the house': 'atVendor.undoHandToVendor',
  'such a hold stands': all('liftHold', ours),
  'it is said which doubt is lifted': all('liftHold', ours),
  'one person is enough, or another signed first': signing,
  'two people have to sign': signing,
  'a signature waits': all('withdrawSignature', ours),
  'it can be counted': counting,
  'it was shipped for resale': 'shipped.arrive',
  'it was shipped in exchange': 'shipped.arrive',
  'it was shipped to its buyer': 'shipped.arrive',
  'it was shipped to its exporter': 'shipped.arrive',
};
