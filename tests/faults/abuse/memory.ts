import { execFile } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';

/** What a process holds in memory, in MB, looked at again and again. */
export class Memory {
  readonly #pid: number;
  #over = false;
  #watching: Promise<void> | undefined;
  most = 0;

  constructor(pid: number) {
    this.#pid = pid;
  }

  async now(): Promise<number> {
    const { stdout } = await promisify(execFile)('ps', ['-o', 'rss=', '-p', String(this.#pid)]);
    return Math.round(Number(stdout) / 1024);
  }
  watch(): void {
    this.#watching = (async () => {
      for (; !this.#over; await sleep(200)) this.most = Math.max(this.most, await this.now());
    })();
  }
  async stop(): Promise<void> {
    this.#over = true;
    await this.#watching;
  }
}
