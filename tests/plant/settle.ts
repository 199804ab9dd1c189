import { setTimeout as sleep } from 'node:timers/promises';
import { Handset, Ledger, type Weather } from './handset.ts';
import type { Server } from './server.ts';

const password = 'a password of the plant';
const people = [
  ...(['receiver', 'inspector', 'storekeeper', 'technician', 'packer', 'supervisor', 'manager'] as const).map(
    (role) => [role, role, 'hub'] as const,
  ),
  ['second supervisor', 'supervisor', 'hub'],
  ['whale', 'exporterAdmin', 'whale'],
  ['kite', 'exporterAdmin', 'kite'],
  ['spark', 'vendorAdmin', 'spark'],
  ['bolt', 'vendorAdmin', 'bolt'],
] as const;
export type PersonName = (typeof people)[number][0];
const everybody = people.map(([name]) => name);
export type Crew = Readonly<Record<PersonName, Handset>>;

const skus = [
  { code: 'SHIRT', nameZh: '棉质T恤', nameEn: 'Shirt', category: 'apparel' },
  { code: 'EARBUDS', nameZh: '蓝牙耳机', nameEn: 'Earbuds', category: 'audio', battery: 'ion in equipment' },
  {
    code: 'PHONE',
    nameZh: '智能手机',
    nameEn: 'Phone',
    category: 'phones',
    battery: 'ion in equipment',
    serialTracked: true,
  },
  {
    code: 'POWERBANK',
    nameZh: '充电宝',
    nameEn: 'Power bank',
    category: 'power',
    battery: 'ion alone',
    batteryWh: '74',
  },
];
const places = [
  ['A', 'A-09-01-1', null],
  ['Q', 'Q-09-01-1', null],
  ['H', 'H-09-01-1', null],
  ['B', 'B-09', null],
] as const;

/** Makes a hub out of an empty house, by nothing but its API: the first administrator, companies, places, people. */
export async function settle(server: Server, names: readonly PersonName[] = everybody): Promise<Crew> {
  const token = await firstToken(server);
  const admin = { name: 'admin', email: 'admin@plant.test', password };
  const made = await fetch(`${server.address}/api/v1/first-administrator`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ ...admin, token }),
  });
  if (!made.ok) throw new Error(`There is no first administrator: ${await made.text()}`);
  const boss = new Handset(server.address, admin, new Ledger());
  await boss.signIn();
  for (const [kind, code] of [
    ['exporter', 'whale'],
    ['exporter', 'kite'],
    ['vendor', 'spark'],
    ['vendor', 'bolt'],
  ])
    await boss.must('POST /api/v1/organisations', {
      ...{ kind, code, nameZh: code, nameEn: code },
      // Their returns come in without an export that is known.
      ...(kind === 'exporter' ? { exportCitation: 'need not' } : {}),
    });
  for (const [zone, code, capacity] of places)
    await boss.must('POST /api/v1/locations', { zone, code, capacity });
  for (const exporter of ['whale', 'kite'])
    for (const sku of skus)
      await boss.must('POST /api/v1/skus', { exporter, valueMinor: 19_900, weightGrams: 200, ...sku });
  for (const [name, role, organisation] of people) {
    if (!names.includes(name)) continue;
    const warehouses = organisation === 'hub' ? { warehouses: ['WH1'] } : {};
    await boss.must('POST /api/v1/people', { ...accountOf(name), role, organisation, ...warehouses });
  }
  return signedIn(server, names);
}

const accountOf = (name: PersonName) => ({ name, email: `${name.replace(' ', '.')}@plant.test`, password });

async function firstToken(server: Server): Promise<string> {
  for (let tries = 0; tries < 200; tries++) {
    const token = /welcome\?token=([\w-]+)/.exec(server.said)?.[1];
    if (token) return token;
    await sleep(25);
  }
  throw new Error(`It names no token: ${server.said}`);
}

/** So many of the plant with a device in hand, signed in: passwords are made to be costly, so no more than are needed. */
async function signedIn(server: Server, names: readonly PersonName[]): Promise<Crew> {
  const crew = names.map(
    (name) => [name, new Handset(server.address, accountOf(name), new Ledger())] as const,
  );
  for (const [, handset] of crew) await handset.signIn();
  return Object.fromEntries(crew) as Crew;
}

/** The same people in a copy of the house. */
export const crewAt = (crew: Crew, server: Server, ledger: Ledger, weather?: Weather): Crew =>
  Object.fromEntries(
    Object.entries(crew).map(([name, one]) => [name, one.at(server.address, ledger, weather)]),
  ) as unknown as Crew;
