// `npm run release`: what a server needs to run, in one file. Unpack it, `npm ci --omit=dev`, `npm start`.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const top = join(dirname(fileURLToPath(import.meta.url)), '..');
const { name, version } = JSON.parse(readFileSync(join(top, 'package.json'), 'utf8'));

function run(command, ...args) {
  const { status } = spawnSync(command, args, { cwd: top, stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
}

run(process.execPath, '.ci/ready.mjs', 'build');
const staged = mkdtempSync(join(tmpdir(), `${name}-release-`));
const folder = join(staged, `${name}-${version}`);
// Tests leave folders of their own in dist; what is only of use to the next build stays here, too.
const ofTheBuild = (path) => /^(red-.*|\.types)$/.test(basename(path));
cpSync(join(top, 'dist'), join(folder, 'dist'), { recursive: true, filter: (path) => !ofTheBuild(path) });
const ofCi = ['.ci/ready.mjs', '.ci/start.mjs', '.ci/malloc.json'];
for (const file of ['package.json', 'package-lock.json', ...ofCi, 'README.md', 'CHANGELOG.md'])
  cpSync(join(top, file), join(folder, file));
mkdirSync(join(top, 'release'), { recursive: true });
const file = join('release', `${name}-${version}.tgz`);
run('tar', '-czf', file, '-C', staged, basename(folder));
rmSync(staged, { recursive: true });
process.stdout.write(`${file}: ${(statSync(join(top, file)).size / 1e6).toFixed(1)} MB\n`);
