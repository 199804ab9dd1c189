import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../house-rules/sources.ts';
import { type Mutant, read, spanOf } from './mutants.ts';
import { aCopy } from './sandbox.ts';

const compiler = join(root, 'node_modules/typescript/bin/tsc');

/** Whether the compiler notices a mutant: what does not compile never reaches anybody. */
export class Types {
  readonly #copy = aCopy();
  #isGreen: Promise<boolean> | undefined;

  /** @throws when the code does not compile without it, either */
  async notice(mutant: Mutant): Promise<boolean> {
    this.#isGreen ??= this.#compiles();
    if (!(await this.#isGreen)) throw new Error('The program does not compile while nothing is mutated.');
    const [from, to] = spanOf(mutant);
    const text = read(mutant.file);
    const path = join(this.#copy, mutant.file);
    writeFileSync(path, text.slice(0, from) + mutant.replacement + text.slice(to));
    const green = await this.#compiles();
    writeFileSync(path, text);
    return !green;
  }

  async #compiles(): Promise<boolean> {
    const info = join(this.#copy, '.types');
    mkdirSync(info, { recursive: true });
    // The program alone: what only a test would not compile is asked of the tests.
    const flags = [
      '-p',
      'tsconfig.build.json',
      '--noCheck',
      'false',
      '--noEmit',
      '--incremental',
      '--tsBuildInfoFile',
      join(info, 'info'),
    ];
    const child = spawn(process.execPath, [compiler, ...flags], { cwd: this.#copy, stdio: 'ignore' });
    const [code] = await once(child, 'exit');
    return code === 0;
  }
}
