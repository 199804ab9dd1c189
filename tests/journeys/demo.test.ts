import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eq } from 'drizzle-orm';
import { expect, onTestFinished, test } from 'vitest';
import { dialect } from '../../db/columns.ts';
import { openDatabase } from '../../db/open.ts';
import { exportedOrders } from '../../db/schema/exported.ts';
import { returnOrders, skus } from '../../db/schema/goods.ts';
import { items } from '../../db/schema/items.ts';
import { locations, organisations, warehouses } from '../../db/schema/master-data.ts';
import { openingStocks } from '../../db/schema/opening-stock.ts';
import { shipments } from '../../db/schema/outbound.ts';
import { consignments, tickets } from '../../db/schema/repair.ts';
import { riskFlags } from '../../db/schema/risks.ts';
import { systemViewer } from '../../db/seen-by.ts';
import { playDemo } from '../../server/demo/play.ts';
import { readUscc } from '../../server/identifiers/uscc.ts';
import { readConfig } from '../../server/process/config.ts';
import { engine } from '../../server/registry.ts';
import { verify } from '../../server/verify/verify.ts';
import { consignmentWorkflow } from '../../server/workflow/consignment.ts';
import { itemWorkflow } from '../../server/workflow/item.ts';
import { returnOrderWorkflow } from '../../server/workflow/return-order.ts';
import { shipmentWorkflow } from '../../server/workflow/shipment.ts';
import { ticketWorkflow } from '../../server/workflow/ticket.ts';
import { onlyOn } from '../only-on.ts';
import { inPostgres } from '../world.ts';

const now = new Date('2026-11-24T01:30:00Z');

async function played() {
  const folder = mkdtempSync(join(tmpdir(), 'guihang-demo-'));
  const url = dialect === 'postgres' ? await inPostgres('') : `file:${join(folder, 'demo.db')}`;
  const config = readConfig({ DATABASE_URL: url, FILES_DIR: join(folder, 'files'), LOG_LEVEL: 'silent' });
  const database = await openDatabase(url);
  onTestFinished(async () => {
    await database.close();
    rmSync(folder, { recursive: true, force: true });
  });
  await playDemo({ database, config, engine, now, size: 200 });
  const house = database.as(systemViewer);
  return {
    ...{ database, house },
    all: await house.find(items, undefined, 5000),
    repairs: await house.find(tickets, undefined, 5000),
  };
}

let first: ReturnType<typeof played> | undefined;
const firstPlay = () => {
  first ??= played();
  return first;
};

test('the demo has something in every state, and its books balance', async () => {
  const { database, house, all, repairs } = await firstPlay();
  expect(await verify(database)).toEqual([]);
  expect(new Set(all.map(({ state }) => state))).toEqual(new Set(Object.keys(itemWorkflow.states)));
  expect(new Set(repairs.map(({ state }) => state))).toEqual(new Set(Object.keys(ticketWorkflow.states)));
  for (const [table, { states }] of [
    [returnOrders, returnOrderWorkflow],
    [consignments, consignmentWorkflow],
    [shipments, shipmentWorkflow],
  ] as const) {
    const found = await house.find(table, undefined, 5000);
    expect(new Set(found.map(({ state }) => state))).toEqual(new Set(Object.keys(states)));
  }
  const sent = await house.find(shipments, undefined, 5000);
  expect(new Set(sent.map(({ exit }) => exit)).size).toBe(4);
  const closing = (date: string | null) => date !== null && date >= '2026-11-24' && date < '2026-12-15';
  expect(all.some(({ taxReliefUntil }) => closing(taxReliefUntil))).toBe(true);
  const companies = await house.find(organisations);
  for (const kind of ['exporter', 'vendor'] as const)
    expect(companies.filter((one) => one.kind === kind)).toHaveLength(kind === 'exporter' ? 3 : 2);
  for (const { uscc } of companies) expect(readUscc(uscc ?? '')).toBeDefined();
  // One contract of each kind, what was exported, a return that cites nothing of it, and one of which too much came.
  const contracts = companies.filter(({ kind }) => kind === 'exporter').map((one) => one.exportCitation);
  expect(contracts.sort()).toEqual(['must', 'need not', 'should']);
  expect(await house.count(exportedOrders)).toBeGreaterThan(50);
  expect(await house.count(returnOrders, eq(returnOrders.reviewFor, 'X15'))).toBeGreaterThan(0);
  const risks = await house.find(riskFlags);
  expect(new Set(risks.map(({ closedAt }) => closedAt === null))).toEqual(new Set([true, false]));
  // A warehouse that moved in with goods on its shelves.
  const [opening] = await house.find(openingStocks);
  expect(opening).toMatchObject({ total: 10, stored: 10, leftOut: 0, finishedAt: expect.any(Date) });
  expect(await house.count(skus)).toBe(40);
  expect(await house.count(warehouses)).toBe(2);
  expect(await house.count(locations)).toBeGreaterThan(300);
  expect(repairs.some(({ closedAt, promisedAt }) => closedAt === null && promisedAt < now)).toBe(true);
  expect(all.some(({ hazard }) => hazard)).toBe(true);
  expect(all.some(({ exporterId }) => exporterId === null)).toBe(true);
});

onlyOn('sqlite', 'what is played is decided before any database')(
  'the demo is the same every time',
  async () => {
    const codes = ({ all }: Awaited<ReturnType<typeof played>>) =>
      all.map(({ code, state }) => `${code} ${state}`).sort();
    expect(codes(await played())).toEqual(codes(await firstPlay()));
  },
);
