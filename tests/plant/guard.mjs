// Runs a program in a process of its own and ends it when whoever asked for it is gone, however they went: their end
// of standard input closes. Plain JavaScript, so that it starts at once. @example node guard.mjs '{"uid":65534}' postgres -D …
import { spawn } from 'node:child_process';

const [user = '{}', program = '', ...args] = process.argv.slice(2);
const child = spawn(program, args, { ...JSON.parse(user), stdio: ['ignore', 'inherit', 'inherit'] });
const end = () => void child.kill('SIGINT');
process.stdin.on('end', end).on('error', end).resume();
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, end);
child.on('error', (error) => {
  process.stderr.write(`${error.message}\n`);
  process.exit(127);
});
child.on('exit', (code) => process.exit(code ?? 1));
