import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { dialect } from '../../db/columns.ts';
import { openDatabase } from '../../db/open.ts';
import { items } from '../../db/schema/items.ts';
import { tickets } from '../../db/schema/repair.ts';
import { readConfig } from '../../server/config.ts';
import { playDemo } from '../../server/demo/play.ts';
import { verify } from '../../server/verify.ts';
import { itemWorkflow } from '../../server/workflow/item.ts';
import { ticketWorkflow } from '../../server/workflow/ticket.ts';
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
  await playDemo({ database, config, now, size: 200 });
  const house = database.as({ as: 'house', id: 'house' });
  return {
    database,
    all: await house.find(items, undefined, 5000),
    repairs: await house.find(tickets, undefined, 5000),
  };
}

test('the demo has something in every state, its books balance, and it is the same every time', async () => {
  const { database, all, repairs } = await played();
  expect(await verify(database)).toEqual([]);
  expect(new Set(all.map(({ state }) => state))).toEqual(new Set(Object.keys(itemWorkflow.states)));
  expect(new Set(repairs.map(({ state }) => state))).toEqual(new Set(Object.keys(ticketWorkflow.states)));
  expect(repairs.some(({ closedAt, promisedAt }) => closedAt === null && promisedAt < now)).toBe(true);
  expect(all.some(({ hazard }) => hazard)).toBe(true);
  expect(all.some(({ exporterId }) => exporterId === null)).toBe(true);
  if (dialect === 'postgres') return;
  const codes = (items: typeof all) => items.map(({ code, state }) => `${code} ${state}`).sort();
  expect(codes((await played()).all)).toEqual(codes(all));
}, 120_000);
