import type { Chance } from '../../server/demo/chance.ts';
import type { Body } from '../plant/handset.ts';
import type { Crew, PersonName } from '../plant/settle.ts';

/** Something that goes on for days: it does what it does now, then says after how many hours it goes on. */
export type Story = AsyncGenerator<number, void, void>;
const sound = { cosmetic: 'C1', functional: 'F1', complete: 'K1', packaging: 'P2', battery: 'none' };
const broken = { ...sound, cosmetic: 'C2', functional: 'F3' };
const swollen = { ...broken, battery: 'damaged' };
/** The workflow said no, with its reason: the thing stays where it is. */
class Refused extends Error {}

/** The people of the warehouse and what they do with what comes. They know only what the API tells them. */
export class Warehouse {
  readonly crew: Crew;
  readonly refusals = new Map<string, number>();
  /** Where each thing is, as far as those who handled it know. */
  readonly believed = new Map<string, string>();
  readonly begin: (story: Story, hours: number) => void;

  constructor(crew: Crew, begin: (story: Story, hours: number) => void) {
    this.crew = crew;
    this.begin = begin;
  }

  /** An exporter submits, sometimes wrongly; the parcel comes some days later, sometimes otherwise than announced. */
  async *order(exporter: 'whale' | 'kite', chance: Chance): Story {
    const lines = Array.from({ length: chance.whole(1, 3) }, () => this.#line(chance));
    const ask = { warehouse: 'WH1', lines };
    // A typing mistake: told, corrected, sent again.
    if (chance.yes(0.1))
      await this.crew[exporter].ask('POST /api/v1/return-orders', {
        ...ask,
        lines: [{ ...lines[0], reason: 'R77' }],
      });
    const strange = chance.yes(0.06) ? [{ sku: 'NO-SUCH', quantity: 1, reason: 'R01' }] : [];
    let order = await this.crew[exporter].must('POST /api/v1/return-orders', {
      ...ask,
      lines: [...lines, ...strange],
    });
    if (order.state.id !== 'approved') {
      yield 4;
      const step = chance.yes(0.7) ? { step: 'approve' } : { step: 'reject', note: 'not ours' };
      order = await this.crew.supervisor.must(`POST /api/v1/return-orders/${order.code}/steps`, step);
      if (step.step === 'reject') return;
      order = await this.crew.supervisor.must(`GET /api/v1/return-orders/${order.code}`);
    }
    for (const { code } of order.items) this.believed.set(code, 'announced');
    yield 24 * chance.whole(1, 4) + chance.whole(0, 5);
    for (const { code, quantity } of order.items)
      this.begin(this.#arrive(exporter, code, quantity, chance.fork()), chance.whole(0, 2));
    if (chance.yes(0.08)) await this.#unannounced(chance.fork());
  }

  #line(chance: Chance) {
    const sku = chance.among({ SHIRT: 50, EARBUDS: 30, PHONE: 15, POWERBANK: 5 });
    const serial = sku === 'PHONE' ? { serial: `SN${chance.digits(10)}` } : {};
    return {
      sku,
      quantity: sku === 'PHONE' ? 1 : chance.whole(1, 4),
      reason: 'R01',
      exportMode: '9610',
      exportDate: '2026-09-01',
      releaseDate: '2026-09-02',
      exportDocument: '46412026E000000001',
      exportLine: 1,
      ...serial,
    };
  }

  async #unannounced(chance: Chance) {
    const item = await this.crew.receiver.must('POST /api/v1/receipts', {
      location: 'R-01',
      description: '无单包裹',
      exporter: 'whale',
      sku: 'SHIRT',
    });
    this.#know(item);
    this.begin(this.#inside('whale', item.code, chance), 2);
  }

  async *#arrive(exporter: 'whale' | 'kite', code: string, quantity: number, chance: Chance): Story {
    if (chance.yes(0.03)) {
      await this.#step('receiver', code, 'reportMissing');
      return;
    }
    const short = quantity > 1 && chance.yes(0.1) ? { quantity: quantity - 1 } : {};
    await this.#step('receiver', code, 'receive', { location: 'R-01', ...short });
    // Scanned in too early, at the wrong dock: taken back and done again.
    if (chance.yes(0.03)) {
      await this.#step('receiver', code, 'undoReceive');
      await this.#step('receiver', code, 'receive', { location: 'R-01', ...short });
    }
    yield chance.whole(1, 5);
    yield* this.#inside(exporter, code, chance);
  }

  async *#inside(exporter: 'whale' | 'kite', code: string, chance: Chance): Story {
    try {
      await this.#step('supervisor', code, 'correct', { customsStatus: 'RELEASED_DOMESTIC', reason: '放行' });
      const found = chance.among({ sound: 60, broken: 36, swollen: 4 });
      await this.#step('inspector', code, 'inspect', { sound, broken, swollen }[found]);
      yield chance.whole(1, 3);
      if (found === 'swollen') return void (yield* this.#destroyed(code));
      if (chance.yes(0.15)) return void (yield* this.#asked(exporter, code, chance));
      if (found === 'broken') yield* this.#mended(exporter, code, chance);
      yield* this.#leaves(exporter, code, chance);
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
    }
  }

  async *#asked(exporter: 'whale' | 'kite', code: string, chance: Chance): Story {
    await this.#step('supervisor', code, 'askExporter');
    yield chance.whole(5, 60);
    // Some forget; then the clock decides.
    if (chance.yes(0.5)) await this.#step(exporter, code, 'instruct', { disposition: 'RTE' });
  }

  async *#destroyed(code: string): Story {
    await this.#step('supervisor', code, 'liftHold', { kind: 'battery', reason: '放入危品柜' });
    await this.#step('supervisor', code, 'decide', { disposition: 'DST' });
    await this.#step('supervisor', code, 'signDestruction', { reason: '鼓包' });
    yield 20;
    await this.#step('second supervisor', code, 'destroy');
  }

  async *#mended(exporter: 'whale' | 'kite', code: string, chance: Chance): Story {
    const away = chance.yes(0.4);
    await this.#step('supervisor', code, 'decide', { disposition: away ? 'RPV' : 'REP' });
    const who: PersonName = away ? chance.pick(['spark', 'bolt'] as const) : 'technician';
    const begun = away
      ? await this.#step('supervisor', code, 'handToVendor', { vendor: who, fault: '无声' })
      : await this.#step('technician', code, 'startRepair', { fault: '无声', location: 'B-09' });
    const ticket = begun.ticket.code as string;
    const work = (by: PersonName, step: string, given: object = {}) =>
      this.#take(by, 'tickets', ticket, step, given);
    // The consignment is handed over in the evening, with whatever else goes to this vendor.
    if (away) yield 26;
    if (away) yield chance.whole(5, 30);
    await work(who, 'takeIn');
    await work(who, 'diagnose', { diagnosis: '喇叭损坏' });
    const quoted = await work(who, 'quote', { labour: 2_000, parts: chance.whole(0, 5_000) });
    yield chance.whole(3, 40);
    const agreed = quoted.state.id === 'approved' || chance.yes(0.8);
    if (quoted.state.id !== 'approved')
      await work(exporter, agreed ? 'approve' : 'decline', agreed ? {} : { decision: 'E3' });
    if (agreed) await work(who, 'start');
    yield chance.whole(4, 50);
    if (agreed) await work(who, 'finish', { outcome: 'K01', workDone: '更换喇叭' });
    else await work(who, 'giveBack', { outcome: 'K10', workDone: '未同意' });
    yield chance.whole(2, 10);
    if (away) await this.#step('receiver', code, 'takeBack', { location: 'R-01' });
    else this.#know(await this.crew.supervisor.must(`GET /api/v1/items/${code}`));
    await this.#step('inspector', code, 'passCheck', agreed ? sound : broken);
  }

  async *#leaves(exporter: 'whale' | 'kite', code: string, chance: Chance): Story {
    const item = await this.crew.supervisor.must(`GET /api/v1/items/${code}`);
    const resale = ['N', 'A', 'B'].includes(item.grade) && chance.yes(0.7);
    if (item.sku?.holdsData) await this.#step('inspector', code, 'wipe');
    await this.#step('supervisor', code, 'decide', { disposition: resale ? 'RTS' : 'RTE' });
    await this.#step('storekeeper', code, 'putAway', { location: 'A-09-01-1' });
    yield chance.whole(5, 100);
    const head = {
      exporter,
      exit: resale ? 'resale' : 'toExporter',
      consignee: 'Somchai',
      address: 'Bangkok',
      country: 'TH',
    };
    const opened = await this.crew.supervisor.ask('POST /api/v1/shipments', {
      ...head,
      transport: 'sea',
      items: [code],
    });
    if (opened.status !== 200) throw this.#refused(opened.body);
    const shipment = opened.body.code as string;
    yield chance.whole(1, 8);
    await this.#step('packer', code, 'pick', { shipment });
    await this.#step('packer', code, 'pack');
    const ship = (step: string, given: object = {}) =>
      this.#take('packer', 'shipments', shipment, step, given);
    await ship('close', { cartons: 1, weight: 400 });
    await ship('handOver', { carrier: 'J&T', waybill: `JT${chance.digits(13)}` });
    this.believed.set(code, 'shipped');
    yield 24 * chance.whole(1, 4);
    if (chance.yes(0.05)) return void (await this.#step('receiver', code, 'comeBack', { location: 'R-01' }));
    await ship('deliver');
    this.believed.set(code, resale ? 'resold' : 'returnedToExporter');
  }

  /** In the evening, what is ready for the vendors goes to them. */
  async evening(): Promise<void> {
    const { rows } = await this.crew.storekeeper.must('GET /api/v1/consignments?state=open');
    for (const { code } of rows)
      for (const step of ['close', 'handOver']) await this.#take('storekeeper', 'consignments', code, step);
  }

  async #step(who: PersonName, code: string, step: string, given: object = {}): Promise<Body> {
    const item = await this.#take(who, 'items', code, step, given);
    this.#know(item);
    return item;
  }

  async #take(who: PersonName, noun: string, code: string, step: string, given: object = {}): Promise<Body> {
    const { status, body } = await this.crew[who].ask(`POST /api/v1/${noun}/${code}/steps`, {
      step,
      ...given,
    });
    if (status !== 200) throw this.#refused(body, step);
    return body;
  }

  #know = ({ code, state }: Body) => void this.believed.set(code, state.id);

  #refused(body: Body, step = '') {
    const why = `${step} ${body.guard ?? body.code}`.trim();
    this.refusals.set(why, (this.refusals.get(why) ?? 0) + 1);
    return new Refused(why);
  }
}
