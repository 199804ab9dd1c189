import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { npmPrograms, postgresProgram } from './plant/postgres-program.ts';

/** A real PostgreSQL from npm on this port, until it is stopped; its data go with it. */
export async function aPostgres(port: number, flags: readonly string[]) {
  const folder = join(tmpdir(), `guihang-postgres-${port}`);
  const server = postgresProgram({ bin: npmPrograms(), folder, port, flags });
  server.initialise();
  await server.start();
  return server;
}

/** For as long as the tests run. They make and drop hundreds of databases; durability is not their business. */
export async function setup(project: TestProject) {
  const { port } = new URL(String(project.config.env.DATABASE_URL));
  const flags = ['fsync=off', 'max_connections=300', 'max_wal_size=256MB'].flatMap((flag) => ['-c', flag]);
  const server = await aPostgres(Number(port), flags);
  return () => server.stop();
}
