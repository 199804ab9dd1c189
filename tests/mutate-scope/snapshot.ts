import { rmSync } from 'node:fs';
import { cast, type Name } from '../cast.ts';
import { copyOf, played } from '../house-rules/full-house.ts';
import { aFullHouse } from '../house-rules/goods.ts';
import { elsewhere, inHaikou, nothings, type Pass, subjects } from '../house-rules/sweep.ts';
import type { House } from '../world.ts';

export interface Snapshot {
  /** Who asks, about what is theirs, another's and nothing. */
  readonly passes: readonly Pass[];
  /** Does something in a copy of the house, which is then thrown away. */
  inACopy<R>(work: (house: House) => Promise<R>): Promise<R>;
  throwAway(): void;
}

/** The house of the sweep, played once: full of goods, with everybody signed in. */
export async function fullHouse(): Promise<Snapshot> {
  const full = await played(async (house) => {
    const goods = await subjects(house, await aFullHouse(house));
    for (const name of Object.keys(cast) as Name[]) await house.cookieOf(name);
    return goods;
  });
  const { whale, yangpu } = full.what;
  return {
    passes: [
      { names: inHaikou, own: whale, others: yangpu, none: nothings },
      { names: elsewhere, own: yangpu, others: whale, none: nothings },
    ],
    async inACopy(work) {
      const { house, folder } = await copyOf(full);
      try {
        return await work(house);
      } finally {
        await house.close();
        rmSync(folder, { recursive: true, force: true });
      }
    },
    throwAway: full.throwAway,
  };
}
