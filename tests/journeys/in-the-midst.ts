import type { House } from '../world.ts';

type Turn = readonly [ids: number, happens: () => void];

/**
 * What the house works with, and what happens in the midst of its work: each turn once so many ids and codes have been
 * made. So it does not depend on who is faster.
 */
export function inTheMidst(house: House, ...turns: readonly Turn[]): House['deps'] {
  let made = 0;
  const random = (bytes: number) => {
    made++;
    for (const [ids, happens] of turns) if (made === ids) happens();
    return house.deps.random(bytes);
  };
  return { ...house.deps, random };
}
