import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cast, type Name } from '../cast.ts';
import { aFullHouse } from '../house-rules/goods.ts';
import { elsewhere, inHaikou, nothings, type Pass, subjects } from '../house-rules/sweep.ts';
import { freshDatabase, type House, houseAt } from '../world.ts';

export interface Snapshot {
  /** Who asks, about what is theirs, another's and nothing. */
  readonly passes: readonly Pass[];
  /** Does something in a copy of the house, which is then thrown away. */
  inACopy<R>(work: (house: House) => Promise<R>): Promise<R>;
  throwAway(): void;
}

/** The house of the sweep, played once: full of goods, with everybody signed in. */
export async function fullHouse(): Promise<Snapshot> {
  const { folder } = await freshDatabase();
  const cookies = new Map<Name, string>();
  const house = await houseAt(`file:${join(folder, 'data.db')}`, folder, cookies);
  const { whale, yangpu } = await subjects(house, await aFullHouse(house));
  for (const name of Object.keys(cast) as Name[]) await house.cookieOf(name);
  await house.close();
  return {
    passes: [
      { names: inHaikou, own: whale, others: yangpu, none: nothings },
      { names: elsewhere, own: yangpu, others: whale, none: nothings },
    ],
    async inACopy(work) {
      const copy = mkdtempSync(join(tmpdir(), 'guihang-mutate-'));
      cpSync(folder, copy, { recursive: true });
      const house = await houseAt(`file:${join(copy, 'data.db')}`, copy, new Map(cookies));
      try {
        return await work(house);
      } finally {
        await house.close();
        rmSync(copy, { recursive: true, force: true });
      }
    },
    throwAway: () => rmSync(folder, { recursive: true, force: true }),
  };
}
