import { sql } from 'drizzle-orm';
import { Scoped, Writing } from '../../db/scope.ts';
import type { Seen, Viewer } from '../../db/seen-by.ts';
import { type Mutant, put } from './mutant.ts';

type Method = (this: Scoped, ...given: unknown[]) => unknown;
type Door = Record<string, Method>;
const reading = Scoped.prototype as unknown as Door;
const writing = Writing.prototype as unknown as Door;

const method = (door: Door, name: string): Method => {
  const found = door[name];
  if (!found) throw new Error(`There is no ${name} at the door.`);
  return found;
};
/** The method as if the house itself had asked. */
const asTheHouse = (door: Door, name: string): Mutant => ({
  ...{ kind: 'door', what: `the scope of ${name}()`, concerns: { door: name } },
  remove() {
    const before = method(door, name);
    return put(door, name, function (this: Scoped, ...given: unknown[]) {
      return before.apply(this.asSystem(), given);
    });
  },
});

/** `change` and `remove` that find the row whosever it is, and still look at what is written. */
const findsAnything = (name: 'change' | 'remove'): Mutant => ({
  ...{ kind: 'door', what: `sees(table) in ${name}()`, concerns: { door: name } },
  remove() {
    const before = method(reading, 'prepared');
    return put(writing, 'prepared', function (this: Scoped, ...given: unknown[]) {
      const [key, build, through] = given as [string, (q: unknown, sees: unknown) => unknown, unknown];
      const open = (q: unknown, sees: (table: Seen) => unknown) =>
        build(q, (table: Seen) => {
          sees(table);
          return sql`1 = 1`;
        });
      return before.call(this, key, key.startsWith(`${name} `) ? open : build, through);
    });
  },
});

/** `change` that finds only its own rows, and gives them to anybody. */
const givesAway: Mutant = {
  ...{ kind: 'door', what: 'mustBeInSight() in change()', concerns: { door: 'change' } },
  remove() {
    const before = method(writing, 'change');
    const prepared = method(reading, 'prepared');
    return put(writing, 'change', function (this: Scoped, ...given: unknown[]) {
      const viewer = { ...this.viewer, as: 'system' } as Viewer;
      const unwatched = Object.create(this, {
        viewer: { value: viewer },
        prepared: { value: prepared.bind(this) },
      });
      return before.apply(unwatched, given);
    });
  },
};

/** What stands between a viewer and the rows wherever no query with a name does. */
export const ofDoors: readonly Mutant[] = [
  ...['find', 'count'].map((name) => asTheHouse(reading, name)),
  ...['add', 'addMany', 'claim'].map((name) => asTheHouse(writing, name)),
  findsAnything('change'),
  findsAnything('remove'),
  givesAway,
];
