import type { PersonName } from '../plant/settle.ts';
import type { Story } from './calendar.ts';
import { broken, Refused, sound, swollen, type Thing } from './floor.ts';

/** From the dock to wherever it ends; where the workflow says no, it stays where it is, for somebody to look at. */
export async function* throughTheHouse(thing: Thing): Story {
  try {
    yield* inside(thing);
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
  }
}

async function* inside(thing: Thing): Story {
  const { floor, code, chance } = thing;
  await released(thing, 'what it was held for was looked at');
  await floor.step('supervisor', code, 'correct', { customsStatus: 'RELEASED_DOMESTIC', reason: '放行' });
  const found = chance.among({ sound: 60, broken: 36, swollen: 4 });
  await floor.step('inspector', code, 'inspect', await asItIs(thing, { sound, broken, swollen }[found]));
  yield chance.whole(1, 3);
  if (found === 'swollen') return yield* destroyed(thing);
  if (chance.yes(0.15)) return yield* asked(thing);
  if (found === 'broken') yield* mended(thing);
  yield* leaves(thing);
}

/** What has a battery is found with one. */
async function asItIs({ floor, code }: Pick<Thing, 'floor' | 'code'>, findings: typeof sound) {
  const { sku } = await floor.look(code);
  return (sku?.battery ?? 'none') !== 'none' && findings.battery === 'none'
    ? { ...findings, battery: 'good' }
    : findings;
}

/** A dangerous battery is released by two people. */
const pair = ['supervisor', 'second supervisor'] as const;
async function released({ floor, code }: Thing, reason: string) {
  const { holds } = await floor.crew.supervisor.must(`GET /api/v1/items/${code}`);
  for (const { kind, doubt } of holds as { kind: string; doubt: string | null }[])
    for (const who of kind === 'battery' ? pair : ([pair[0]] as const))
      await floor.step(who, code, 'liftHold', { kind, reason, ...(doubt ? { doubt } : {}) });
}

/** Half of those who are asked forget to answer; then the clock decides, and the thing goes where the default says. */
async function* asked({ floor, exporter, code, chance }: Thing): Story {
  await floor.step('supervisor', code, 'askExporter');
  yield chance.whole(5, 48);
  if (chance.yes(0.5)) return void (await floor.step(exporter, code, 'instruct', { disposition: 'RTE' }));
  yield 80;
  const { state } = await floor.look(code);
  if (state.id !== 'sorted') throw new Error(`${code}: its time was up, and it is ${state.id}.`);
}

async function* destroyed(thing: Thing): Story {
  const { floor, code } = thing;
  await released(thing, '放入危险品柜');
  await floor.step('supervisor', code, 'decide', { disposition: 'DST' });
  await floor.step('supervisor', code, 'signDestruction', { reason: '鼓包' });
  yield 20;
  await floor.step('second supervisor', code, 'destroy');
}

/** The exporter agrees, declines, or lets the time run out. */
async function* answeredBy(
  exporter: PersonName,
  said: 'yes' | 'no' | 'nothing',
  work: (by: PersonName, step: string, given?: object) => Promise<unknown>,
): Story {
  if (said === 'yes') await work(exporter, 'approve');
  else if (said === 'no') await work(exporter, 'decline', { decision: 'E3' });
  else yield 80;
}

async function comesBack(floor: Thing['floor'], code: string) {
  const { serial } = await floor.look(code);
  await floor.step('receiver', code, 'takeBack', { location: 'R-01', ...(serial ? { serial } : {}) });
}

async function* mended({ floor, exporter, code, chance }: Thing): Story {
  const away = chance.yes(0.4);
  await floor.step('supervisor', code, 'decide', { disposition: away ? 'RPV' : 'REP' });
  const who: PersonName = away ? chance.pick(['spark', 'bolt'] as const) : 'technician';
  const begun = away
    ? await floor.step('supervisor', code, 'handToVendor', { vendor: who, fault: '无声' })
    : await floor.step('technician', code, 'startRepair', { fault: '无声', location: 'B-09' });
  const ticket = begun.ticket.code as string;
  const work = (by: PersonName, step: string, given: object = {}) =>
    floor.take(by, 'tickets', ticket, step, given);
  // The consignment is handed over in the evening; some vendors open the box days later.
  if (away) yield 26 + (chance.yes(0.15) ? 24 * chance.whole(4, 9) : chance.whole(4, 30));
  await work(who, 'takeIn');
  await work(who, 'diagnose', { diagnosis: '喇叭损坏' });
  const cost = { labour: 2_000, parts: chance.whole(0, 5_000) };
  const quoted = await work(who, 'quote', cost);
  const within = quoted.state.id === 'approved';
  const estimate = { minor: cost.labour + cost.parts, decision: within ? 'E0' : (null as string | null) };
  floor.books.estimates.set(ticket, estimate);
  yield chance.whole(3, 40);
  const said = within ? 'yes' : chance.among({ yes: 70, no: 20, nothing: 10 });
  if (!within) yield* answeredBy(exporter, said, work);
  estimate.decision ??= { yes: 'E1', no: 'E3', nothing: 'E8' }[said];
  if (said === 'yes') await work(who, 'start');
  yield chance.whole(4, 50);
  if (said === 'yes') await work(who, 'finish', { outcome: 'K01', workDone: '更换喇叭' });
  else await work(who, 'giveBack', { outcome: 'K10', workDone: '未同意' });
  if (!away) await floor.look(code);
  yield chance.whole(2, 10);
  if (away) await comesBack(floor, code);
  await floor.step(
    'inspector',
    code,
    'passCheck',
    await asItIs({ floor, code }, said === 'yes' ? sound : broken),
  );
}

async function* leaves({ floor, exporter, code, chance }: Thing): Story {
  const item = await floor.look(code);
  const resale = ['N', 'A', 'B'].includes(item.grade) && chance.yes(0.7);
  if (item.sku?.holdsData) await floor.step('inspector', code, 'wipe', { wipeMethod: 'reset' });
  await floor.step('supervisor', code, 'decide', { disposition: resale ? 'RTS' : 'RTE' });
  await floor.step('storekeeper', code, 'putAway', { location: 'A-09-01-1' });
  yield chance.whole(5, 100);
  const opened = await floor.crew.supervisor.ask('POST /api/v1/shipments', {
    ...{ exporter, exit: resale ? 'resale' : 'toExporter', transport: 'sea', items: [code] },
    ...{ consignee: 'Somchai', address: 'Bangkok', country: 'TH' },
  });
  if (opened.status !== 200) throw floor.refusal(opened.body, 'ship');
  floor.books.of(code).steps.push('reserve');
  const shipment = opened.body.code as string;
  const written = { item: code, state: 'open' };
  floor.books.shipments.set(shipment, written);
  const ship = async (step: string, given: object = {}) => {
    written.state = (await floor.take('packer', 'shipments', shipment, step, given)).state.id;
  };
  yield chance.whole(1, 8);
  const { quantity } = floor.books.of(code);
  await floor.step('packer', code, 'pick', { shipment, quantity });
  await floor.step('packer', code, 'pack', { quantity });
  await ship('close', { cartons: 1, weight: 400 });
  await ship('handOver', { carrier: 'J&T', waybill: `JT${chance.digits(13)}` });
  floor.books.of(code).state = 'shipped';
  yield 24 * chance.whole(1, 4);
  if (chance.yes(0.05)) {
    await floor.step('receiver', code, 'comeBack', { location: 'R-01' });
    written.state = 'notDelivered';
    return;
  }
  await ship('deliver');
  floor.books.of(code).state = resale ? 'resold' : 'returnedToExporter';
}
