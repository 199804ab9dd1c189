import type { Chance } from '../../server/demo/chance.ts';
import type { Body } from '../plant/handset.ts';
import type { Story } from './calendar.ts';
import type { Exporter, Floor, Thing } from './floor.ts';
import { throughTheHouse } from './roads.ts';

/** An exporter submits, sometimes wrongly; the parcel comes some days later, sometimes otherwise than announced. */
export async function* order(floor: Floor, exporter: Exporter, chance: Chance): Story {
  const agreed = yield* submitted(floor, exporter, chance);
  if (!agreed) return;
  // The house names things by chance, and lists those of one moment by name; the lines have an order of ours.
  agreed.items.sort((a: Body, b: Body) => a.line - b.line);
  for (const { code, quantity } of agreed.items) {
    floor.books.announced(code, quantity);
    floor.books.agreed += quantity;
  }
  yield 24 * chance.whole(1, 4) + chance.whole(0, 5);
  for (const { code, quantity } of agreed.items) {
    const thing = { floor, exporter, code, chance: chance.fork() };
    floor.calendar.begin(arrival(thing, agreed.code, quantity), chance.whole(0, 2), chance);
  }
  if (chance.yes(0.08)) floor.calendar.begin(nobodys(floor, chance.fork()), 1, chance);
}

async function* submitted(
  floor: Floor,
  exporter: Exporter,
  chance: Chance,
): AsyncGenerator<number, Body, void> {
  const lines = Array.from({ length: chance.whole(1, 3) }, () => line(chance));
  const ask = (wanted: object[]) => ({ warehouse: 'WH1', lines: wanted });
  // A typing mistake: told, corrected, sent again.
  if (chance.yes(0.1)) {
    const wrong = ask([{ ...lines[0], reason: 'R77' }]);
    const { status, body } = await floor.crew[exporter].ask('POST /api/v1/return-orders', wrong);
    if (status !== 200) floor.refusal(body, 'submit');
  }
  const strange = chance.yes(0.06) ? [{ sku: 'NO-SUCH', quantity: 1, reason: 'R01' }] : [];
  const made = await floor.crew[exporter].must('POST /api/v1/return-orders', ask([...lines, ...strange]));
  if (made.state.id === 'approved') return made;
  yield 4;
  const agreed = chance.yes(0.7);
  const step = agreed ? { step: 'approve' } : { step: 'reject', note: 'not ours' };
  const { supervisor } = floor.crew;
  const { version: seen } = await supervisor.must(`GET /api/v1/return-orders/${made.code}`);
  await supervisor.must(`POST /api/v1/return-orders/${made.code}/steps`, { ...step, seen });
  return agreed ? floor.crew.supervisor.must(`GET /api/v1/return-orders/${made.code}`) : undefined;
}

function line(chance: Chance) {
  const sku = chance.among({ SHIRT: 50, EARBUDS: 30, PHONE: 15, POWERBANK: 5 });
  const serial = sku === 'PHONE' ? { serial: `SN${chance.digits(10)}` } : {};
  return {
    ...{ sku, quantity: sku === 'PHONE' ? 1 : chance.whole(1, 4), reason: 'R01' },
    ...{ exportMode: '9610', exportDate: '2026-09-01', releaseDate: '2026-09-02' },
    ...{ exportDocument: '46412026E000000001', exportLine: 1 },
    ...serial,
  };
}

async function* arrival(thing: Thing, order: string, quantity: number): Story {
  const { floor, code, chance } = thing;
  const how = chance.among({ asAnnounced: 82, not: 3, short: 7, over: 4, wrong: 4 });
  if (how === 'not') return void (await floor.step('receiver', code, 'reportMissing'));
  if (how === 'wrong') return yield* wrong(thing, order);
  if (how === 'over') await tooMany(thing, order, quantity);
  const short = how === 'short' && quantity > 1 ? { quantity: quantity - 1 } : {};
  await floor.step('receiver', code, 'receive', { location: 'R-01', ...short });
  if (how === 'short' && quantity > 1) await theRest(thing, order);
  // Scanned in too early, at the wrong dock: taken back and done again.
  if (chance.yes(0.03)) {
    await floor.step('receiver', code, 'undoReceive');
    await floor.step('receiver', code, 'receive', { location: 'R-01' });
  }
  yield chance.whole(1, 5);
  yield* throughTheHouse(thing);
}

/** The house has a new number for what did not come: it is in the order now. */
async function theRest({ floor, exporter, code, chance }: Thing, order: string) {
  const { items } = await floor.crew.supervisor.must(`GET /api/v1/return-orders/${order}`);
  for (const item of items as { code: string; quantity: number }[]) {
    if (floor.books.things.has(item.code)) continue;
    const { splitFrom } = await floor.crew.supervisor.must(`GET /api/v1/items/${item.code}`);
    if (splitFrom !== code) continue;
    floor.books.announced(item.code, item.quantity);
    const rest = { floor, exporter, code: item.code, chance: chance.fork() };
    floor.calendar.begin(later(rest), 24 * chance.whole(1, 5), chance);
  }
}

async function* later(rest: Thing): Story {
  if (rest.chance.yes(0.4)) return void (await rest.floor.step('receiver', rest.code, 'reportMissing'));
  await rest.floor.step('receiver', rest.code, 'receive', { location: 'R-01' });
  yield rest.chance.whole(1, 5);
  yield* throughTheHouse(rest);
}

/** One more than was announced: the house says so, and the supervisor takes it in by itself. */
async function tooMany({ floor, exporter, code, chance }: Thing, order: string, quantity: number) {
  const much = { location: 'R-01', quantity: quantity + 1 };
  await floor.step('receiver', code, 'receive', much).then(
    () => Promise.reject(new Error(`${code}: more came in than was announced.`)),
    () => undefined,
  );
  const what = { description: '多出的一件', exporter, sku: 'SHIRT', order, exception: 'X03' };
  const item = await floor.takeIn({ ...what, note: '同一包裹' });
  const surplus = { floor, exporter, code: item.code, chance: chance.fork() };
  floor.calendar.begin(throughTheHouse(surplus), 3, chance);
}

/** Something else lies in the box: what was announced is missing, and what came is nobody's yet. */
async function* wrong({ floor, exporter, code, chance }: Thing, order: string): Story {
  await floor.step('receiver', code, 'reportMissing');
  const item = await floor.takeIn({ description: '货不对版', order, exception: 'X05' });
  yield chance.whole(2, 30);
  yield* claimed({ floor, exporter, code: item.code, chance });
}

async function* nobodys(floor: Floor, chance: Chance): Story {
  const { code } = await floor.takeIn({ description: '无单包裹' });
  yield chance.whole(5, 50);
  if (chance.yes(0.8)) yield* claimed({ floor, exporter: chance.pick(['whale', 'kite']), code, chance });
}

async function* claimed(thing: Thing): Story {
  const { floor, exporter, code } = thing;
  await floor.step('supervisor', code, 'identify', { exporter, sku: 'SHIRT', reason: '照片认领' });
  yield* throughTheHouse(thing);
}
