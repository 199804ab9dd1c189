import { cpSync, existsSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { verify } from '../../server/verify/verify.ts';
import type { Name } from '../cast.ts';
import { copied, forThisTest, freshDatabase, type House, houseAt, sourceOf, throwAway } from '../world.ts';
import { aFullHouse } from './goods.ts';

/** A house that was played and closed: its database, its files, and who is signed in there. */
export interface Played<What> {
  readonly what: What;
  readonly url: string;
  readonly folder: string;
  readonly cookies: ReadonlyMap<Name, string>;
  throwAway(): void;
}

export async function played<What>(work: (house: House) => Promise<What>): Promise<Played<What>> {
  const { url, folder } = await freshDatabase();
  const cookies = new Map<Name, string>();
  const house = await houseAt(url, folder, cookies);
  const what = await work(house);
  const faults = await verify(house.database);
  await house.close();
  if (faults.length) throw new Error(`The books of what was played do not balance:\n${faults.join('\n')}`);
  return { what, url, folder, cookies, throwAway: () => throwAway(url, folder) };
}

/** A house of its own that stands where the other one was closed. */
export async function copyOf({ url: its, folder: from, cookies }: Played<unknown>) {
  const { url, folder } = await copied(sourceOf(its), mkdtempSync(join(tmpdir(), 'guihang-copy-')));
  const files = join(from, 'files');
  if (existsSync(files)) cpSync(files, join(folder, 'files'), { recursive: true });
  return { house: await houseAt(url, folder, new Map(cookies)), folder };
}

/** The same for one test, after which its books are verified. */
export async function aCopyOf(its: Played<unknown>): Promise<House> {
  const { house, folder } = await copyOf(its);
  return forThisTest(house, folder);
}

let once: ReturnType<typeof playedUntilTheEnd> | undefined;

/** A full house for one test. It is played once for each worker and copied for whoever asks, as the empty one is. */
export async function fullHouse() {
  once ??= playedUntilTheEnd();
  const full = await once;
  return { house: await aCopyOf(full), goods: full.what };
}

async function playedUntilTheEnd() {
  const full = await played(aFullHouse);
  process.once('exit', full.throwAway);
  return full;
}
