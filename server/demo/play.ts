import { mkdirSync } from 'node:fs';
import { pino } from 'pino';
import type { Database } from '../../db/open.ts';
import { skus } from '../../db/schema/goods.ts';
import { locations, organisations, warehouses, zones } from '../../db/schema/master-data.ts';
import { accounts, postings, users } from '../../db/schema/people.ts';
import { seedCatalogue } from '../../db/seed/catalogue.ts';
import { systemViewer } from '../../db/seen-by.ts';
import { openAccounts } from '../access/accounts.ts';
import { sessionSecret } from '../access/session-secret.ts';
import type { Config } from '../process/config.ts';
import type { Deps } from '../process/deps.ts';
import { demoWords } from '../words/demo.ts';
import type { Words } from '../words/words.ts';
import type { Engine } from '../workflow/engine.ts';
import { companies } from './companies.ts';
import { beginExports } from './exports.ts';
import { skuRow, theSkus } from './goods.ts';
import { beginHistory, days } from './history.ts';
import { beginOpening } from './opening.ts';
import { peopleRows } from './people.ts';
import { drawPictures } from './pictures.ts';
import { theLocations, theWarehouses, theZones } from './places.ts';
import { beginRoutine } from './routine.ts';
import { beginSheets } from './sample-sheets.ts';
import { beginOddities } from './scenes/oddities.ts';
import { beginOrders } from './scenes/orders.ts';
import { beginRepairs } from './scenes/repairs.ts';
import { beginShipments } from './scenes/shipments.ts';
import { Stage } from './stage.ts';

export interface Demo {
  readonly database: Database;
  readonly config: Config;
  readonly engine: Engine;
  /** Real now: the history ends the evening before. On one day it is always the same. */
  readonly now: Date;
  /** About how many items. */
  readonly size?: number;
  /** How far it is; called some hundred times. */
  told?(done: number, total: number, what: Words): void;
}
/** About so many items appear in the scenes that every demo has, however small. */
const ITEMS_IN_SCENES = 95;

/** Fills an empty database with a warehouse that has worked for four months, by working in it for four months. */
export async function playDemo({ size = 1400, told = () => {}, ...house }: Demo): Promise<void> {
  const { database } = house;
  const total = days + 3;
  told(0, total, demoWords.house);
  await seedCatalogue(database);
  const stage = await stageFor(house);
  await settle(database, stage.onDay(-days - 30, 9));
  told(2, total, demoWords.pictures);
  beginRoutine(stage, days);
  const stories = [beginOpening, beginExports, beginSheets, beginOrders, beginOddities, beginRepairs];
  for (const begin of [...stories, beginShipments]) begin(stage);
  beginHistory(stage, size - ITEMS_IN_SCENES);
  for (let day = -days; day <= 0; day++) {
    const evening = stage.onDay(day, 18);
    await database.as(systemViewer).atomically((tx) => stage.playUntil(tx, evening));
    told(day + days + 3, total, demoWords.day(evening));
  }
}

/** Nobody is written to about what happened before the demo began. */
async function stageFor({ database, config, engine, now }: Omit<Demo, 'size' | 'told'>): Promise<Stage> {
  const { SMTP_URL: _, ...quiet } = config;
  const deps: Deps = {
    ...{ config: quiet, database, engine, firstToken: null, now: () => now },
    accounts: openAccounts(database, config, sessionSecret(config), () => now),
    log: pino({ level: config.LOG_LEVEL }),
    random: () => {
      throw new Error('In the demo chance is the stage’s.');
    },
  };
  mkdirSync(config.FILES_DIR, { recursive: true });
  return new Stage(now, deps, await drawPictures(config.FILES_DIR));
}

/** The house before it opens: organisations, places, goods, people. */
async function settle(database: Database, since: Date) {
  const everybody = await peopleRows(since);
  await database.as(systemViewer).atomically(async (tx) => {
    await tx.addMany(organisations, companies(since));
    await tx.addMany(warehouses, theWarehouses);
    await tx.addMany(zones, theZones);
    await tx.addMany(locations, theLocations);
    await tx.addMany(
      skus,
      theSkus.map((sku) => skuRow(sku, since)),
    );
    await tx.addMany(
      users,
      everybody.map(({ user }) => user),
    );
    await tx.addMany(
      accounts,
      everybody.map(({ account }) => account),
    );
    await tx.addMany(
      postings,
      everybody.flatMap((one) => one.postings),
    );
  });
}
