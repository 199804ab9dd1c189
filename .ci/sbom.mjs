// `npm run sbom`: what a server is made of, as CycloneDX (ECMA-424) and from the lock file alone. No network is asked.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const top = join(dirname(fileURLToPath(import.meta.url)), '..');
const { name, version, dependencies } = JSON.parse(readFileSync(join(top, 'package.json'), 'utf8'));
const args = ['sbom', '--package-lock-only', '--sbom-format', 'cyclonedx', '--sbom-type', 'application'];
const { status, stdout } = spawnSync('npm', args, {
  cwd: top,
  encoding: 'utf8',
  maxBuffer: 2 ** 26,
  stdio: ['ignore', 'pipe', 'inherit'],
  shell: process.platform === 'win32',
});
if (status !== 0) process.exit(status ?? 1);

// `npm sbom --omit dev` also leaves out what a server needs, if a tool of ours happens to need it too. What npm itself
// installs with `npm ci --omit=dev` is all that is not for development alone.
const whole = JSON.parse(stdout);
const forDevelopment = ({ properties }) =>
  properties?.some(({ name: called, value }) => called === 'cdx:npm:package:development' && value === 'true');
const components = whole.components.filter((one) => !forDevelopment(one));
const kept = new Set([whole.metadata.component['bom-ref'], ...components.map((one) => one['bom-ref'])]);
const depends = whole.dependencies
  .filter(({ ref }) => kept.has(ref))
  .map((one) => ({ ...one, dependsOn: one.dependsOn?.filter((ref) => kept.has(ref)) }));
const bom = { ...whole, components, dependencies: depends };

const known = new Set(components.map((one) => one.purl));
const purl = (one, at) => `pkg:npm/${one.replace('@', '%40')}@${at}`;
const missing = Object.entries(dependencies).filter(([one, at]) => !known.has(purl(one, at)));
if (missing.length > 0) {
  process.stderr.write(`The lock file does not have ${missing.map(([one, at]) => `${one} ${at}`)}.\n`);
  process.exit(1);
}
mkdirSync(join(top, 'release'), { recursive: true });
const file = join('release', `${name}-${version}.cdx.json`);
writeFileSync(join(top, file), `${JSON.stringify(bom, null, 2)}\n`);
process.stdout.write(`${file}: ${known.size} components\n`);
