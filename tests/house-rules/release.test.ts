import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { root } from './sources.ts';

test('what `npm run release` packs starts by itself, builds nothing and shows its pages', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'guihang-unpacked-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const packed = spawnSync(process.execPath, ['.ci/release.mjs'], { cwd: root, encoding: 'utf8' });
  const [, file = ''] = /^(release\/\S+\.tgz): [\d.]+ MB$/m.exec(packed.stdout) ?? [];
  expect(spawnSync('tar', ['-xzf', join(root, file), '-C', folder]).status).toBe(0);
  const [name = ''] = readdirSync(folder);
  const unpacked = join(folder, name);
  expect(readdirSync(unpacked).sort()).toEqual(
    ['.ci', 'CHANGELOG.md', 'README.md', 'dist', 'package-lock.json', 'package.json'].sort(),
  );
  symlinkSync(join(root, 'node_modules'), join(unpacked, 'node_modules'));
  const made = spawnSync(process.execPath, ['.ci/ready.mjs', 'build'], { cwd: unpacked, encoding: 'utf8' });
  expect([made.status, made.stderr]).toEqual([0, '']);
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as { port: number };
  probe.close();
  const env = { ...process.env, PORT: String(port), HOST: '127.0.0.1', DATABASE_URL: 'file:data/new.db' };
  const server = spawn(process.execPath, ['.ci/start.mjs', 'dist/server/main.js'], { cwd: unpacked, env });
  onTestFinished(() => void server.kill('SIGKILL'));
  await once(server.stdout, 'data');
  let page: Response | undefined;
  while (!page && server.exitCode === null)
    page = await fetch(`http://127.0.0.1:${port}/office`).catch(() => undefined);
  expect([page?.status, await page?.text()]).toEqual([200, expect.stringContaining('/assets/')]);
  // Whoever stops what they started stops the server, and hears how it ended.
  server.kill('SIGTERM');
  expect(await once(server, 'exit')).toEqual([0, null]);
  expect(await fetch(`http://127.0.0.1:${port}/healthz`).catch(() => 'closed')).toBe('closed');
});
