import { expect, test } from 'vitest';
import { items } from '../../db/schema/items.ts';
import { systemViewer } from '../../db/seen-by.ts';
import { Chance } from '../../server/demo/chance.ts';
import type { Name } from '../cast.ts';
import { forVendor, handedOver } from '../journeys/repairs.ts';
import { announced, aReturn, type Body, decided, ok, shipmentAsk, sound, stored } from '../journeys/road.ts';
import { aHouse, type House, newScan } from '../world.ts';

const operators = Number(process.env.OPERATORS ?? 12);
const stepsEach = Number(process.env.OPERATOR_STEPS ?? 34);
const seed = process.env.FUZZ_SEED ?? '7';
const R01 = { location: 'R-01' };
const waybills = Array.from({ length: 6 }, (_, i) => `JT00077700011${i}`);
const serials = Array.from({ length: 8 }, (_, i) => `SN-77${i}001`);
const kinds = {
  ...{
    takeIn: 9,
    link: 7,
    unlink: 7,
    finish: 4,
    drop: 5,
    takeOver: 5,
    count: 16,
    receive: 20,
    unannounced: 12,
  },
  ...{
    identify: 4,
    undo: 9,
    missing: 8,
    giveUp: 8,
    cancel: 3,
    announceAnew: 7,
    exchange: 4,
    release: 2,
    takeBack: 4,
  },
} as const;
type Kind = keyof typeof kinds;

/** What the operators know of, as codes. */
interface Dock {
  readonly orders: string[];
  readonly parcels: Set<string>;
  readonly items: Set<string>;
  readonly atVendor: string[];
  readonly fresh: string[];
  readonly defective: string[];
}

/** Somebody with a handheld, or at a desk, who does whatever comes to hand with parcels; most of it at once with others. */
class Operator {
  readonly #house: House;
  readonly #dock: Dock;
  readonly #chance: Chance;
  readonly taken: Partial<Record<Kind, number>> = {};
  readonly refused: Partial<Record<Kind, number>> = {};

  constructor(house: House, dock: Dock, chance: Chance) {
    this.#house = house;
    this.#dock = dock;
    this.#chance = chance;
  }

  async work(steps: number, of: Partial<Record<Kind, number>> = kinds) {
    for (let i = 0; i < steps; i++) {
      const kind = this.#chance.among(of as Record<Kind, number>);
      const { status, body } = await this.#does[kind]();
      if (status === 200) this.#learn(kind, body);
      const sum = status === 200 ? this.taken : this.refused;
      sum[kind] = (sum[kind] ?? 0) + 1;
    }
  }

  readonly #does: Readonly<Record<Kind, () => Promise<{ status: number; body: Body }>>> = {
    takeIn: () => {
      const by = this.#chance.yes(0.5) ? { order: this.#order() } : { waybill: this.#chance.pick(waybills) };
      return this.#send('liu', 'POST /api/v1/parcels', { ...R01, ...by });
    },
    link: () => this.#parcel('link', { order: this.#order() }),
    unlink: () => this.#parcel('unlink', { order: this.#order() }),
    finish: () => this.#parcel('finish'),
    drop: () => this.#parcel('drop'),
    takeOver: () => this.#parcel('takeOverCounts'),
    count: () =>
      this.#send(this.#chance.pick(['liu', 'wang']), `POST /api/v1/parcels/${this.#box()}/counts`, {
        ...{ order: this.#order(), line: this.#chance.whole(1, 3), more: this.#chance.yes(0.8) ? 1 : -1 },
      }),
    receive: () =>
      this.#item(this.#chance.pick(['liu', 'wang']), 'receive', {
        ...R01,
        ...(this.#chance.yes(0.6) && this.#dock.parcels.size ? { parcel: this.#box() } : {}),
        ...(this.#chance.yes(0.4) ? { quantity: 1 } : {}),
        ...(this.#chance.yes(0.2) ? { serial: this.#chance.pick(serials) } : {}),
      }),
    unannounced: () => this.#blind(),
    identify: () =>
      this.#item('wang', 'identify', {
        exporter: this.#whose(),
        sku: this.#chance.pick(['SHIRT', 'X-1']),
        reason: '核对',
      }),
    undo: () => this.#item('liu', 'undoReceive'),
    missing: () => this.#item('liu', 'reportMissing'),
    giveUp: () => this.#item('wang', 'giveUp'),
    cancel: () => this.#house.order('whale', this.#order(), 'cancel'),
    announceAnew: () => {
      const lines = this.#chance.yes(0.6)
        ? [{ sku: 'PHONE', serial: this.#chance.pick(serials) }]
        : [{ sku: 'SHIRT', quantity: this.#chance.whole(1, 4) }];
      return this.#send('whale', 'POST /api/v1/return-orders', aReturn(lines));
    },
    exchange: () => {
      const ask = shipmentAsk('exchange', [this.#chance.pick(this.#dock.fresh)]);
      return this.#send('wang', 'POST /api/v1/shipments', {
        ...ask,
        replaces: this.#chance.pick(this.#dock.defective),
      });
    },
    release: () => this.#house.item('wang', this.#chance.pick(this.#dock.fresh), 'release'),
    takeBack: () =>
      this.#house.item('liu', this.#chance.pick(this.#dock.atVendor), 'takeBack', {
        ...{ ...R01, serial: `V-9${this.#chance.whole(100, 999)}`, otherUnit: true },
      }),
  };

  readonly #whose = () => this.#chance.pick(['whale', 'whale', 'kite']);
  readonly #order = () => this.#chance.pick(this.#dock.orders);
  readonly #box = () => this.#chance.pick([...this.#dock.parcels, 'P000000000']);
  readonly #parcel = (step: string, more: object = {}) =>
    this.#send('liu', `POST /api/v1/parcels/${this.#box()}/steps`, { step, ...more });
  readonly #item = (who: Name, step: string, given: object = {}) =>
    this.#house.item(who, this.#chance.pick([...this.#dock.items]), step, given);

  #blind() {
    const chance = this.#chance;
    const exporter = this.#whose();
    const known = chance.yes(0.8) ? { exporter, sku: chance.pick(['SHIRT', 'X-1']) } : {};
    return this.#send('wang', 'POST /api/v1/receipts', {
      ...{ ...R01, description: '纸箱里的货', quantity: chance.whole(1, 2), ...known, note: '多出来的' },
      ...(chance.yes(0.8) ? { parcel: this.#box() } : {}),
      ...(chance.yes(0.4) ? { order: this.#order() } : {}),
      ...(chance.yes(0.4) ? { found: chance.pick(['over', 'wrong product']) } : {}),
      ...(chance.yes(0.2) ? { quantity: 1, serial: chance.pick(serials) } : {}),
    });
  }

  /** Asks until the answer is certain, as every client must. */
  async #send(who: Name, endpoint: string, body: object) {
    const ask = { scanId: newScan(), ...body };
    for (let tries = 1; ; tries++) {
      const answer = await this.#house.call(who, endpoint, ask);
      if (answer.status === 503 && tries < 20) continue;
      expect([200, 403, 404, 409, 422, 503], `${endpoint} ${JSON.stringify(answer.body)}`).toContain(
        answer.status,
      );
      return answer;
    }
  }

  #learn(kind: Kind, body: Body) {
    if (kind === 'takeIn') this.#dock.parcels.add(body.code);
    if (kind === 'announceAnew') this.#dock.orders.push(body.code);
    for (const { code } of body.items ?? []) if (kind !== 'exchange') this.#dock.items.add(code);
    if (kind === 'unannounced') this.#dock.items.add(body.code);
  }
}

test('random operators on random parcels: orders, parcels, counts, exchange pairs and history agree', async () => {
  const house = await aHouse();
  const [atVendor, fresh, defective] = [[] as string[], [] as string[], [] as string[]];
  const tickets: string[] = [];
  let consignment = '';
  for (let i = 0; i < 3; i++) {
    const sent = await forVendor(house, 'spark', 'PHONE', { serial: `V-${i}001` });
    ({ consignment } = sent);
    atVendor.push(sent.item);
    tickets.push(sent.ticket);
    fresh.push(await stored(house));
    defective.push(await decided(house, 'QTN', sound));
  }
  await handedOver(house, consignment);
  for (const ticket of tickets) {
    await ok(house.ticket('spark', ticket, 'takeIn'));
    await ok(house.ticket('spark', ticket, 'giveBack', { outcome: 'K08', workDone: 'K06' }));
  }
  const orders = [
    await announced(house, 'whale', [
      { sku: 'SHIRT', quantity: 5 },
      { sku: 'X-1' },
      { sku: 'PHONE', quantity: 2 },
    ]),
    await announced(house, 'whale', [
      { sku: 'SHIRT', quantity: 4 },
      { sku: 'PHONE', serial: serials[0] },
    ]),
    await announced(house, 'kite', [
      { sku: 'SHIRT', quantity: 5 },
      { sku: 'X-1', quantity: 2 },
    ]),
    await announced(house, 'kite', [{ sku: 'X-1' }], { waybill: waybills[0] }),
  ];
  const dock: Dock = {
    ...{ orders: orders.map(({ code }) => code), parcels: new Set(), atVendor, fresh, defective },
    items: new Set(orders.flatMap((order) => order.items.map(({ code }) => code))),
  };
  const chance = new Chance(`parcels ${seed}`);
  const all = Array.from({ length: operators }, () => new Operator(house, dock, chance.fork()));
  await Promise.all(all.map((one) => one.work(stepsEach)));
  const sum = (of: 'taken' | 'refused') =>
    Object.fromEntries(
      Object.keys(kinds).map((kind) => [kind, all.reduce((n, one) => n + (one[of][kind as Kind] ?? 0), 0)]),
    );
  // What none of them happened to do is tried until somebody does: also where it has to be waited for something else.
  const missing = () => Object.entries(sum('taken')).filter(([, n]) => n === 0);
  for (let round = 0; round < 40 && missing().length; round++) {
    // What has to come before it may be used up: something that is missing, before anybody gives up on it.
    const before = Object.fromEntries(Object.keys(kinds).map((kind) => [kind, 1]));
    const wanted = { ...before, ...Object.fromEntries(missing().map(([kind]) => [kind, 6])) };
    await Promise.all(all.map((one) => one.work(4, wanted)));
  }
  const taken = sum('taken');
  console.info('taken', JSON.stringify(taken), 'refused', JSON.stringify(sum('refused')));
  for (const [kind, n] of Object.entries(taken)) expect(n, kind).toBeGreaterThan(0);
  await countsAgree(house, dock);
});

/** What every page says of a parcel and of a return is what the items say, however they were moved about. */
async function countsAgree(house: House, dock: Dock) {
  const rows = await house.database.as(systemViewer).find(items, undefined, 10_000);
  for (const one of rows) expect(one.locationId !== null, one.code).toBe(one.custody === 'hub');
  for (const code of dock.parcels) {
    const { body } = await house.call('wang', `GET /api/v1/parcels/${code}`);
    const sum = body.items.reduce((n: number, { quantity }: Body) => n + quantity, 0);
    expect(body.pieces, code).toBe(sum);
    expect(body.progress.here, code).toBeLessThanOrEqual(body.progress.expected);
  }
  for (const code of dock.orders) {
    const { lines, progress } = (await house.call('wang', `GET /api/v1/return-orders/${code}`)).body;
    const pieces = (extra: boolean, of: 'here' | 'all') =>
      lines
        .filter(({ cameAs }: Body) => (cameAs !== null) === extra)
        .reduce(
          (n: number, { pieces: { expected, missing, here } }: Body) =>
            n + here + (of === 'all' ? expected + missing : 0),
          0,
        );
    expect([progress.extra, pieces(true, 'all')], code).toEqual([pieces(true, 'here'), progress.extra]);
    if (progress.stage !== 'ended') expect(progress.total, code).toBe(pieces(false, 'all'));
    if (progress.stage !== 'ended') expect(progress.received, code).toBe(pieces(false, 'here'));
  }
}
