// `npm start`: starts Node.js with these arguments and with what a process cannot set for itself any more once it runs: how
// glibc keeps memory (malloc.json). Left to itself it puts bodies of megabytes between small things and never gives them
// back. Elsewhere than on Linux nobody reads it.
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { constants } from 'node:os';

const malloc = JSON.parse(readFileSync(new URL('./malloc.json', import.meta.url), 'utf8'));
const server = spawn(process.execPath, process.argv.slice(2), {
  stdio: 'inherit',
  env: { ...malloc, ...process.env },
});
for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => server.kill(signal));
// A terminal says it to both.
process.on('SIGINT', () => {});
server.on('exit', (code, signal) => process.exit(code ?? 128 + constants.signals[signal]));
