import type { Item } from '../items/facts.ts';
import type { Chance } from './chance.ts';
import type { Kind } from './goods.ts';
import type { Thing } from './thing.ts';

/** What an inspector answers. */
export interface Findings {
  readonly cosmetic: string;
  readonly functional: string;
  readonly complete: string;
  readonly packaging: string;
  readonly battery: 'none' | 'good' | 'unknown' | 'damaged';
  readonly wiped?: boolean;
  readonly note?: string;
}

const broken = new Set(['R01', 'R03', 'R23', 'R24', 'R22']);
const damaged = new Set(['R02', 'R16', 'R13']);

/** Why buyers send things back, by what they are. */
export const reasonFor = (chance: Chance, kind: Kind): string =>
  kind === 'apparel'
    ? chance.among({ R08: 16, R09: 18, R10: 12, R11: 16, R07: 10, R06: 10, R13: 8, R19: 6, R21: 10, R04: 4 })
    : chance.among({
        R01: 24,
        R03: 7,
        R02: 8,
        R11: 18,
        R12: 6,
        R06: 8,
        R14: 6,
        R19: 8,
        R23: 6,
        R21: 5,
        R18: 4,
      });

const complete = (chance: Chance) => chance.among({ K1: 85, K2: 11, K3: 4 });

function looks(chance: Chance, { reason }: Thing) {
  if (damaged.has(reason)) return { cosmetic: chance.among({ C2: 2, C3: 5, C4: 3 }), packaging: 'P3' };
  if (reason === 'R21' || reason === 'R18' || reason === 'R19')
    return chance.yes(0.75) ? { cosmetic: 'C0', packaging: 'P1' } : { cosmetic: 'C1', packaging: 'P2' };
  if (broken.has(reason))
    return { cosmetic: chance.among({ C1: 4, C2: 4, C3: 2 }), packaging: chance.among({ P2: 7, P3: 3 }) };
  const opened = { cosmetic: chance.among({ C1: 6, C2: 3 }), packaging: chance.among({ P2: 9, P3: 1 }) };
  return chance.yes(0.28) ? { cosmetic: 'C0', packaging: 'P1' } : opened;
}

/** What the first look shows, as the reason for its return lets one expect. */
export function firstFindings(thing: Thing): Findings {
  const { chance, sku, reason } = thing;
  const faulty = broken.has(reason) && sku.kind !== 'apparel';
  const functional = faulty
    ? chance.among({ F1: 14, F2: 10, F3: 56, F4: 20 })
    : damaged.has(reason) && sku.kind !== 'apparel' && chance.yes(0.4)
      ? 'F3'
      : chance.yes(0.012)
        ? 'F0'
        : 'F1';
  const several = thing.quantity > 3;
  const battery =
    sku.battery === 'none' ? 'none' : several ? 'good' : chance.among({ good: 985, damaged: 10, unknown: 5 });
  const seen = looks(chance, thing);
  const untouched = seen.cosmetic === 'C0';
  const pieces = untouched ? 'K1' : complete(chance);
  return {
    ...seen,
    ...{ functional, complete: pieces, battery },
    ...(sku.holdsData && functional !== 'F4' && chance.yes(0.8) && !untouched ? { wiped: true } : {}),
  };
}

/** What the check after a repair shows. */
export function findingsAfter({ chance, sku }: Thing, item: Item, repaired: boolean): Findings {
  const battery = sku.battery === 'none' ? 'none' : 'good';
  const opened = item.cosmetic === 'C0' ? 'C1' : (item.cosmetic ?? 'C2');
  const worn = opened === 'C4' || opened === 'C3' ? 'C2' : opened;
  return repaired
    ? {
        ...{
          cosmetic: worn,
          functional: 'F1',
          complete: 'K1',
          packaging: chance.pick(['P2', 'P3']),
          battery,
        },
        ...(sku.holdsData ? { wiped: true } : {}),
      }
    : {
        ...{ cosmetic: opened, functional: item.functional ?? 'F3', battery },
        ...{ complete: item.complete ?? 'K1', packaging: 'P3' },
      };
}
