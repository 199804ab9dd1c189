import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { getTableName, is, Table } from 'drizzle-orm';
import type { Seen } from '../../db/seen-by.ts';

const folder = fileURLToPath(new URL('../../db/schema/', import.meta.url));
const modules = await Promise.all(
  readdirSync(folder).map((name) => import(`../../db/schema/${name.replace('.ts', '')}.ts`)),
);

/** Every table of the house, by its name. */
export const tables: ReadonlyMap<string, Seen> = new Map(
  modules
    .flatMap((module: object) => Object.values(module).filter((one): one is Seen => is(one, Table)))
    .map((table) => [getTableName(table), table]),
);
