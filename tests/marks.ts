import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** What a command found stands in docs/ between two `<!-- COMMAND -->`; the rest of the page is written by hand. */
export function writeBetweenMarks(name: string, command: string, text: string): void {
  const page = fileURLToPath(new URL(`../docs/${name}`, import.meta.url));
  const mark = `<!-- ${command} -->`;
  const [before, , after] = readFileSync(page, 'utf8').split(mark);
  if (after === undefined) throw new Error(`docs/${name} has no ${mark} … ${mark}.`);
  writeFileSync(page, [before, `\n${text}\n`, after].join(mark));
}
