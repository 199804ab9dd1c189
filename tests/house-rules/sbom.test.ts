import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { root } from './sources.ts';

test('`npm run sbom` writes what a server is made of in CycloneDX: each dependency in its version, and none of the tests', () => {
  const written = spawnSync(process.execPath, ['.ci/sbom.mjs'], { cwd: root, encoding: 'utf8' });
  const [, file = ''] = /^(release\/\S+\.cdx\.json): \d+ components$/m.exec(written.stdout) ?? [];
  const { bomFormat, specVersion, components } = JSON.parse(readFileSync(join(root, file), 'utf8'));
  expect([bomFormat, specVersion]).toEqual(['CycloneDX', expect.stringMatching(/^1\.\d$/)]);
  const named = new Map(components.map((one: Record<string, string>) => [nameOf(one), one.version]));
  const { dependencies, devDependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  for (const [name, version] of Object.entries(dependencies))
    expect([name, named.get(name)]).toEqual([name, version]);
  expect(named.size).toBeGreaterThan(Object.keys(dependencies).length);
  for (const name of ['@biomejs/biome', 'knip', 'playwright-core'])
    expect([name in devDependencies, named.has(name)]).toEqual([true, false]);
});

const nameOf = ({ group, name }: Record<string, string>) => (group ? `${group}/${name}` : name);
