// Makes a fresh clone ready: installs what is missing and, asked to, builds what is older than its sources.
// Plain JavaScript without packages, because it runs before there are any.
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const top = join(dirname(fileURLToPath(import.meta.url)), '..');
const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  process.stderr.write(
    `需要 Node.js 20.19 或更新版本 Node.js 20.19 or newer is needed; this is ${process.version}.\n`,
  );
  process.exit(2);
}

function run(what, command, ...args) {
  process.stderr.write(`· ${what}\n`);
  const shell = process.platform === 'win32';
  const { status } = spawnSync(command, args, { cwd: top, stdio: ['ignore', 2, 2], shell });
  if (status !== 0) process.exit(status ?? 1);
}

// A release brings what is built and none of the sources: nothing to build, and nothing to build it with.
const isRelease = !existsSync(join(top, 'server'));
const lock = readFileSync(join(top, 'package-lock.json'), 'utf8');
const mark = join(top, 'node_modules/.guihang-installed');
const isInstalled = isRelease
  ? existsSync(dirname(mark))
  : existsSync(mark) && readFileSync(mark, 'utf8') === lock;
if (!isInstalled) {
  run(
    '安装依赖（首次约 2 分钟）installing packages (about 2 minutes the first time)',
    'npm',
    'ci',
    ...(isRelease ? ['--omit=dev'] : []),
    '--no-audit',
    '--no-fund',
  );
  writeFileSync(mark, lock);
}

// A folder changes when something in it is deleted or renamed.
const newest = (path) => {
  const { mtimeMs } = statSync(path);
  return statSync(path).isDirectory()
    ? Math.max(mtimeMs, ...readdirSync(path).map((name) => newest(join(path, name))))
    : mtimeMs;
};
const stale = (built, ...sources) => {
  const stamp = join(top, 'dist', built);
  return (
    !existsSync(stamp) ||
    statSync(stamp).mtimeMs < Math.max(...sources.map((name) => newest(join(top, name))))
  );
};
const stamped = (built) => writeFileSync(join(top, 'dist', built), '');

const program = (path) => join(top, 'node_modules', path);

function buildServer() {
  // What the sources do not have any more is not to be started, nor packed into a release.
  for (const built of ['server', 'db', 'labels'])
    rmSync(join(top, 'dist', built), { recursive: true, force: true });
  run(
    '构建服务 building the server',
    process.execPath,
    program('typescript/bin/tsc'),
    '-p',
    'tsconfig.build.json',
  );
  cpSync(join(top, 'db/migrations'), join(top, 'dist/db/migrations'), { recursive: true });
  stamped('.server');
}
function buildClient() {
  const vite = program('vite/bin/vite.js');
  // Whoever builds from within a test would else get React's slow half for developers, half as large again.
  process.env.NODE_ENV = 'production';
  run('构建界面 building the screens', process.execPath, vite, 'build', '--logLevel', 'warn');
  stamped('.client');
}

if (process.argv.includes('build') && !isRelease) {
  const settings = ['tsconfig.json', 'tsconfig.build.json', 'package-lock.json'];
  if (stale('.server', 'server', 'db', 'labels', ...settings)) buildServer();
  if (stale('.client', 'client', 'server/api.ts', 'vite.config.ts', 'package-lock.json')) buildClient();
}
