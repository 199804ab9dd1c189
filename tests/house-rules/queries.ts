import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Named } from '../../db/scope.ts';

export type Query = Named<object, unknown>;
const folder = fileURLToPath(new URL('../../db/queries/', import.meta.url));
const modules = await Promise.all(
  readdirSync(folder).map((name) => import(`../../db/queries/${name.replace('.ts', '')}.ts`)),
);

/** Every query of the house, named or listed. */
export const queries: readonly Query[] = modules.flatMap((module: object) =>
  Object.values(module).filter((value): value is Query => typeof value === 'object' && 'build' in value),
);
