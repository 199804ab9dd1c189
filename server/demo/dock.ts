import type { CustomsAction } from '../../db/schema/rules.ts';
import type { Thing } from './thing.ts';

export type Exit = Exclude<CustomsAction, 'repair' | 'destroy'>;
interface Leaving {
  readonly thing: Thing;
  readonly exit: Exit;
  readonly grade: string | null;
  /** Nobody asks for it before. */
  readonly from: Date;
}

/** What stands on the shelves and waits to be asked for. */
export class Dock {
  #ready: Leaving[] = [];
  /** Defective things whose buyers wait for another one. */
  exchanges: readonly Thing[] = [];
  /** What was lost and stands at the dock again. */
  readonly found: Thing[] = [];

  bring(leaving: Leaving) {
    this.#ready.push(leaving);
  }

  wants(thing: Thing) {
    this.exchanges = [...this.exchanges, thing];
  }

  noLongerWants(thing: Thing) {
    this.exchanges = this.exchanges.filter((one) => one !== thing);
  }

  /** Takes out what may leave by now. */
  fetch(now: Date, wanted: (leaving: Leaving) => boolean, most: number): Thing[] {
    const found = this.#ready.filter((one) => one.from <= now && wanted(one)).slice(0, most);
    this.#ready = this.#ready.filter((one) => !found.includes(one));
    return found.map(({ thing }) => thing);
  }
}
